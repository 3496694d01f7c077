import { makeStyles, tokens } from '@fluentui/react-components';
import type { VisitReply } from '#shared/contract/visits.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  hours: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    margin: '16px 0 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 479px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  cell: { padding: '12px 16px 12px 0', minWidth: 0 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  under: { margin: 0 },
});

/** What the visit takes: each part, and the sum in sight. */
export const Hours = ({ reply }: { readonly reply: VisitReply }) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { view, frame } = reply;
  const { hours, now } = view;
  const { terms } = now;
  if (!terms) return null;
  const { employees, chosen, consultants, lederName } = terms;
  const cells = [
    [words.total, hours.total, words.sum(hours)],
    [words.team, hours.team, words.teamNames(consultants.map(({ name }) => name))],
    [words.lederHours, hours.leder, lederName],
    [words.employeeHours(frame.employee), hours.employees, words.times(employees, frame.employee)],
    [words.chosenHours(frame.chosen), hours.chosen, words.times(chosen, frame.chosen)],
  ] as const;
  return (
    <dl className={styles.hours} aria-label={words.hours}>
      {cells.map(([label, count, under]) => (
        <div key={label} className={styles.cell}>
          <dt className={page.small}>{label}</dt>
          <dd className={styles.figure}>{count.toLocaleString('da-DK')}</dd>
          <dd className={styles.under}>
            <span className={page.smallLine}>{under}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
};
