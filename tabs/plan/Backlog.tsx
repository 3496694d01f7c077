import { Button } from '@fluentui/react-components';
import { type PlanRow, suggestedPlan } from '#shared/domain/plan/plan.ts';
import { planWords } from '#shared/words/plan/page.ts';
import { priorityNames } from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useRailStyles } from './railStyles.ts';
import type { OnTrial } from './useTrial.ts';

/** As many as one reads; the filters find the rest. */
const mostShown = 30;

/** What waits its turn; pulled in, it begins next month by the usual times. */
export const Backlog = ({
  on,
  waiting,
  onPulled,
}: {
  readonly on: OnTrial;
  readonly waiting: readonly PlanRow[];
  readonly onPulled: (row: PlanRow) => void;
}) => {
  const styles = useRailStyles();
  const { areas, settings, today } = on.plan;
  const pull = (row: PlanRow): void => {
    const to = suggestedPlan(row, settings, today);
    if (!to) return;
    on.edit(row, to);
    onPulled(row);
  };
  return (
    <section aria-label={planWords.backlogTitle}>
      <h2 className={styles.section}>{planWords.backlogTitle}</h2>
      {waiting.length === 0 && <p className={styles.quiet}>{planWords.backlogEmpty}</p>}
      <ul className={styles.list}>
        {waiting.slice(0, mostShown).map((row) => (
          <li key={row.id} className={styles.line}>
            <AreaMark areas={areas} area={row.area} />
            <span className={styles.name}>{row.title}</span>
            {row.priority !== undefined && (
              <span className={styles.said}>{priorityNames[row.priority]}</span>
            )}
            <Button
              size="small"
              className={styles.whole}
              aria-label={planWords.pullLabel(row.title)}
              onClick={() => pull(row)}
            >
              {planWords.pull}
            </Button>
          </li>
        ))}
      </ul>
      {waiting.length > mostShown && (
        <p className={styles.quiet}>{planWords.backlogMore(waiting.length - mostShown)}</p>
      )}
    </section>
  );
};
