import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import type { Goal } from '#shared/contract/stories.ts';
import {
  allReached,
  goalText,
  goalWords,
  markText,
  reachedText,
  shortPeriodText,
} from '#shared/words/stories/overview.ts';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { type Mark, marksOf } from './shapeStories.ts';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '14px 40px',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 719px)': { gap: '10px' },
  },
  goal: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    '@media (max-width: 719px)': { gap: '5px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 10px' },
  marks: {
    display: 'grid',
    gap: '6px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxWidth: '680px',
  },
  mark: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '3px',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '100%',
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  reached: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  missed: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  now: { border: `2px solid ${tokens.colorBrandStroke1}` },
  nowName: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

const MarkBox = ({ mark, aim }: { readonly mark: Mark; readonly aim: number }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { period, state, published } = mark;
  return (
    <li className={styles.mark}>
      <span
        aria-hidden="true"
        className={mergeClasses(
          styles.box,
          state === 'reached' && styles.reached,
          state === 'missed' && styles.missed,
          state === 'now' && styles.now,
        )}
      >
        {state === 'reached' && <CheckmarkFilled fontSize={13} />}
        {state !== 'reached' && published > 0 && published}
      </span>
      <span aria-hidden="true" className={mergeClasses(state === 'now' && styles.nowName)}>
        {shortPeriodText(period)}
      </span>
      <span className={shared.hidden}>{markText(period, state, published, aim)}</span>
    </li>
  );
};

const wordsOf = (marks: readonly Mark[]): string => {
  const now = marks.find(({ state }) => state === 'now')?.period ?? null;
  const missed = marks.filter(({ state }) => state === 'missed').map(({ period }) => period);
  return now === null && missed.length === 0 ? allReached : goalText(now, missed);
};

const GoalLine = ({ goal, today }: { readonly goal: Goal; readonly today: string }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const marks = marksOf(goal, today);
  const reached = marks.filter(({ state }) => state === 'reached').length;
  const id = `goal-${goal.kind}`;
  return (
    <section className={styles.goal} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={shared.title}>
          {goalWords[goal.kind]}
        </h2>
        <span className={shared.strong}>{reachedText(reached, marks.length, goal.kind)}</span>
        <span className={shared.quiet}>{goalWords.aim(goal.kind, goal.aim)}</span>
      </div>
      <ul
        className={styles.marks}
        style={{ gridTemplateColumns: `repeat(${marks.length}, minmax(0, 1fr))` }}
      >
        {marks.map((mark) => (
          <MarkBox key={mark.period} mark={mark} aim={goal.aim} />
        ))}
      </ul>
      <span>{wordsOf(marks)}</span>
    </section>
  );
};

/** What we aim for in the year, and where we are: in marks and in words. */
export const Goals = ({
  goals,
  today,
}: {
  readonly goals: readonly Goal[];
  readonly today: string;
}) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  return (
    <div className={mergeClasses(shared.panel, styles.panel)}>
      {goals.map((goal) => (
        <GoalLine key={goal.kind} goal={goal} today={today} />
      ))}
    </div>
  );
};
