import { Button, Field, Input } from '@fluentui/react-components';
import { isMonth } from '#shared/domain/plan/month.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { suggestedPlan } from '#shared/domain/plan/plan.ts';
import { isPlanned, type Planned } from '#shared/domain/plan/planned.ts';
import { milestoneText, planWords } from '#shared/words/plan/page.ts';
import { planText } from '#shared/words/plan/words.ts';
import { projectHash } from '../shell/route.ts';
import { useStepTemplates } from '../shell/stepNames.ts';
import { useRailStyles } from './railStyles.ts';
import type { OnTrial } from './useTrial.ts';

type Props = { readonly on: OnTrial; readonly row: PlanRow };

/** Months and hours as fields: what the pointer cannot say, and for whoever would rather write. */
const Fields = ({ on, row, planned }: Props & { readonly planned: Planned }) => {
  const styles = useRailStyles();
  const change = (part: Partial<Planned>): void => {
    const to = { ...planned, ...part };
    if (isMonth(to.start) && isMonth(to.end) && isPlanned(to)) on.edit(row, to);
  };
  const month = (label: string, value: string, put: (value: string) => void) => (
    <Field label={label}>
      <Input
        className={styles.small}
        input={{ className: styles.small }}
        type="month"
        value={value}
        onChange={(_, data) => put(data.value)}
      />
    </Field>
  );
  return (
    <div className={styles.fields}>
      <div className={styles.two}>
        {month(planWords.from, planned.start, (start) => change({ start }))}
        {month(planWords.to, planned.end, (end) => change({ end }))}
      </div>
      <Field label={planWords.hoursField}>
        <Input
          type="number"
          min={0}
          value={String(planned.hours)}
          onChange={(_, data) => change({ hours: Number(data.value) })}
        />
      </Field>
    </div>
  );
};

const Milestones = ({ on, row }: Props) => {
  const styles = useRailStyles();
  const made = useStepTemplates();
  const { milestones = [] } = row;
  if (milestones.length === 0) return null;
  return (
    <section className={styles.fields} aria-label={planWords.milestones}>
      <h3 className={styles.section}>{planWords.milestones}</h3>
      <ul className={styles.list}>
        {milestones.map((one) => (
          <li key={one.code} className={styles.line}>
            {milestoneText(one, made, on.plan.today)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Proposal = ({
  on,
  row,
  onDecline,
}: Props & { readonly onDecline: ((row: PlanRow) => void) | null }) => {
  const styles = useRailStyles();
  const { proposal } = row;
  if (!proposal) return null;
  const { start, end, hours, byName, why } = proposal;
  return (
    <div className={styles.box}>
      <p className={styles.boxHead}>{planWords.proposalBy(byName)}</p>
      <p className={styles.boxText}>
        {planText(proposal)}
        {why === '' ? '' : `. ${why}`}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => on.edit(row, { start, end, hours })}>
          {planWords.takeProposal}
        </Button>
        {onDecline && (
          <Button size="small" onClick={() => onDecline(row)}>
            {planWords.decline}
          </Button>
        )}
      </div>
    </div>
  );
};

/** The bar that was pressed: where it stands, and a way to say it in words and figures. */
export const ChosenBar = ({
  on,
  row,
  onDecline,
  onClose,
}: Props & {
  readonly onDecline: ((row: PlanRow) => void) | null;
  readonly onClose: () => void;
}) => {
  const styles = useRailStyles();
  const planned = on.planOf(row);
  const suggested = suggestedPlan(row, on.plan.settings, on.plan.today);
  return (
    <section aria-label={planWords.chosen}>
      <h2 className={styles.title}>{row.title}</h2>
      {planned === null && suggested !== null && (
        <p className={styles.quiet}>
          {planWords.suggested}: {planText(suggested)}
        </p>
      )}
      {planned !== null && <Fields {...{ on, row, planned }} />}
      <Milestones {...{ on, row }} />
      <div className={styles.buttons}>
        {planned === null && suggested !== null && (
          <Button
            size="small"
            aria-label={planWords.suggestionLabel(row.title)}
            onClick={() => on.edit(row, suggested)}
          >
            {planWords.takeSuggestion}
          </Button>
        )}
        {planned !== null && (
          <Button size="small" onClick={() => on.edit(row, null)}>
            {planWords.takeOut}
          </Button>
        )}
        {!row.id.startsWith('new:') && (
          <Button size="small" as="a" href={projectHash(row.id)}>
            {planWords.open}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onClose}>
          {planWords.close}
        </Button>
      </div>
      <Proposal {...{ on, row, onDecline }} />
    </section>
  );
};
