import { mergeClasses } from '@fluentui/react-components';
import type { WaitedLine } from '#shared/contract/tasks.ts';
import type { Area } from '#shared/domain/area.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { askedWhom } from '#shared/words/ideas/words.ts';
import { askedRole, waitedInquiries } from '#shared/words/inquiries/words.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { askedFor, tasksWords } from '#shared/words/tasks/page.ts';
import { useMe } from '../shell/Looking.tsx';
import { useStepName } from '../shell/stepNames.ts';
import { Nudge } from './Nudge.tsx';
import { About } from './TaskRow.tsx';
import { useTaskStyles } from './taskStyles.ts';

type Waits = WaitedLine['what'];

const whomOf = (areas: readonly Area[], what: Waits): string => {
  if (what.type === 'asked') return askedWhom(areas, what.asked);
  return what.type === 'step' || what.whom !== '' ? what.whom : askedRole(what.subject);
};

const whatOf = (what: Waits, stepName: ReturnType<typeof useStepName>): string => {
  if (what.type === 'asked') return askedFor(what.asked);
  return what.type === 'step' ? stepName(what.code) : waitedInquiries[what.subject];
};

const sinceOf = ({ what }: WaitedLine, today: string): string => {
  if (what.type === 'asked') return tasksWords.since(daysFrom(what.asked.since, today));
  if (what.due === null) return '';
  return what.isLate ? tasksWords.daysOver(daysFrom(what.due, today)) : projectWords.due(what.due);
};

const Waited = ({ line, today }: { readonly line: WaitedLine; readonly today: string }) => {
  const styles = useTaskStyles();
  const { areas } = useMe();
  const stepName = useStepName();
  const { what, about, mayNudge } = line;
  const isLate = what.type !== 'asked' && what.isLate;
  return (
    <li className={styles.waited}>
      <span className={styles.strong}>{whomOf(areas, what)}</span>
      <span className={mergeClasses(styles.end, styles.small, isLate && styles.late)}>
        {sinceOf(line, today)}
      </span>
      <span>{whatOf(what, stepName)}</span>
      <span />
      <About about={about} />
      {mayNudge && what.type === 'step' && about.projectId !== null && (
        <Nudge projectId={about.projectId} code={what.code} whom={what.whom} />
      )}
    </li>
  );
};

/** Whom the reader waits for, and since when; those past their date first. */
export const WaitedList = ({
  lines,
  today,
}: {
  readonly lines: readonly WaitedLine[];
  readonly today: string;
}) => {
  const styles = useTaskStyles();
  const late = ({ what }: WaitedLine): boolean => what.type !== 'asked' && what.isLate;
  const ordered = [...lines.filter(late), ...lines.filter((line) => !late(line))];
  return (
    <section className={styles.panel} aria-labelledby="venter">
      <h2 id="venter" className={styles.group}>
        {tasksWords.waitsTitle}
      </h2>
      {lines.length === 0 && <p className={styles.empty}>{tasksWords.nothingWaited}</p>}
      <ul className={styles.rows}>
        {ordered.map((line) => (
          <Waited key={line.id} line={line} today={today} />
        ))}
      </ul>
    </section>
  );
};
