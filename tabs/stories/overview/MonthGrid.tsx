import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Area } from '#shared/domain/area.ts';
import { dayText, timeText } from '#shared/words/dates.ts';
import { calendarWords, monthTitle, weekdayHeads } from '#shared/words/stories/overview.ts';
import { AreaMark, Sits } from '../../drawing/marks.tsx';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { storyHash } from '../../shell/route.ts';
import { type DayEntry, isWeekendDay, weeksOf } from './shapeStories.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    padding: '0 8px 6px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  weekend: { width: '8%' },
  cell: {
    height: '58px',
    padding: '5px 8px 7px',
    verticalAlign: 'top',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  closed: {
    backgroundColor: tokens.colorNeutralBackground3,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 5px, ${tokens.colorNeutralStroke3} 5px 6px)`,
  },
  number: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '0 6px',
    color: tokens.colorNeutralForeground2,
  },
  label: { backgroundColor: tokens.colorNeutralBackground3, padding: '0 2px' },
  today: { boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}` },
  todayText: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    listStyleType: 'none',
    margin: '4px 0 0',
    padding: 0,
  },
  entry: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    padding: '3px 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  planned: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  out: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  mark: { flexShrink: 0, marginTop: '3px' },
  why: { fontWeight: tokens.fontWeightSemibold },
});

const whyText = ({ why, dueAt }: DayEntry): string =>
  why === 'due' && dueAt !== null ? `${calendarWords.due} ${timeText(dueAt)}` : calendarWords[why];

const Entry = ({ entry, areas }: { readonly entry: DayEntry; readonly areas: readonly Area[] }) => {
  const styles = useStyles();
  return (
    <a
      href={storyHash(entry.id)}
      className={mergeClasses(
        styles.entry,
        entry.why === 'planned' && styles.planned,
        entry.why === 'published' && styles.out,
      )}
    >
      <span className={styles.mark}>
        {entry.why === 'due' && entry.overdue ? (
          <Sits size={12} />
        ) : (
          <AreaMark areas={areas} area={entry.area} size={9} />
        )}
      </span>
      <span>
        <span className={styles.why}>{whyText(entry)}</span> {entry.title}
      </span>
    </a>
  );
};

type GridProps = {
  readonly year: number;
  readonly month: number;
  readonly today: string;
  readonly closed: ReadonlySet<string>;
  readonly entries: readonly DayEntry[];
  readonly areas: readonly Area[];
};

const DayCell = ({ day, props }: { readonly day: string; readonly props: GridProps }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { closed, today, entries, areas } = props;
  const isClosed = closed.has(day) || isWeekendDay(day);
  return (
    <td
      className={mergeClasses(
        styles.cell,
        isClosed && styles.closed,
        day === today && styles.today,
      )}
    >
      <div className={styles.number}>
        <time
          dateTime={day}
          className={mergeClasses(day === today && styles.todayText, isClosed && styles.label)}
        >
          <span aria-hidden="true">{Number(day.slice(8))}</span>
          <span className={shared.hidden}>{dayText(day)}</span>
        </time>
        {day === today && (
          <span className={mergeClasses(styles.todayText, isClosed && styles.label)}>
            {calendarWords.today}
          </span>
        )}
        {closed.has(day) && !isWeekendDay(day) && (
          <span className={styles.label}>{calendarWords.closed}</span>
        )}
      </div>
      <ul className={styles.list}>
        {entries
          .filter((entry) => entry.day === day)
          .map((entry) => (
            <li key={`${entry.why}:${entry.id}:${entry.day}`}>
              <Entry entry={entry} areas={areas} />
            </li>
          ))}
      </ul>
    </td>
  );
};

/** One month, Monday to Sunday; weekends and closed days are hatched and said in words. */
export const MonthGrid = (props: GridProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { year, month } = props;
  return (
    <table className={styles.table}>
      <caption className={shared.hidden}>{monthTitle(year, month)}</caption>
      <thead>
        <tr>
          {weekdayHeads.map(([short, long], at) => (
            <th
              key={short}
              scope="col"
              abbr={long}
              className={mergeClasses(styles.head, at > 4 && styles.weekend)}
            >
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) =>
              day === null ? (
                <td key={weekdayHeads[at]?.[0]} />
              ) : (
                <DayCell key={day} day={day} props={props} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
