import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Lasted } from '#shared/domain/pace.ts';
import { paceWords } from '#shared/words/screens/pace.ts';

const phone = '@media (max-width: 719px)';
const hatch = `repeating-linear-gradient(135deg, ${tokens.colorStatusWarningForeground1} 0 2px, ${tokens.colorNeutralBackground1} 2px 5px)`;

const useStyles = makeStyles({
  lanes: { display: 'flex', flexDirection: 'column', gap: '14px', margin: '12px 0 16px' },
  lane: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    alignItems: 'end',
    gap: '2px 12px',
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  plot: {
    position: 'relative',
    display: 'flex',
    alignItems: 'flex-end',
    gap: '2px',
    height: '74px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    alignItems: 'stretch',
    flex: '1 1 0',
    minWidth: 0,
    height: '100%',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
  },
  bar: {
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
  },
  // Longer than usual is told by its pattern too, and not by its colour alone.
  over: {
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: hatch,
    outline: `1px solid ${tokens.colorStatusWarningForeground1}`,
    outlineOffset: '-1px',
  },
  usual: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `2px dashed ${tokens.colorNeutralForeground2}`,
    paddingLeft: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '14px',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
  },
  axis: { display: 'flex', gap: '2px', marginTop: '2px' },
  tick: {
    flex: '1 1 0',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  under: {
    gridColumn: '2',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    [phone]: { gridColumn: '1' },
  },
});

export type Lane = {
  readonly code: string;
  readonly name: string;
  /** All that is seen of it, in words. */
  readonly said: string;
  readonly lasted: Lasted;
  /** From this column on it is longer than usual; null where nothing is usual. */
  readonly usual: number | null;
};

const barHeight = 52;

const Plot = ({ lane, highest }: { readonly lane: Lane; readonly highest: number }) => {
  const styles = useStyles();
  const { columns } = lane.lasted;
  const { usual } = lane;
  return (
    <div className={styles.plot} role="img" aria-label={lane.said}>
      {columns.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column's place is how long it is.
        <div key={at} className={styles.column} aria-hidden="true">
          {count > 0 && count}
          {count > 0 && (
            <div
              className={mergeClasses(styles.bar, usual !== null && at >= usual && styles.over)}
              style={{ height: `${Math.max(3, (barHeight * count) / highest)}px` }}
            />
          )}
        </div>
      ))}
      {usual !== null && usual < columns.length && (
        <span
          className={styles.usual}
          style={{ left: `${(100 * usual) / columns.length}%` }}
          aria-hidden="true"
        >
          {paceWords.usualMark}
        </span>
      )}
    </div>
  );
};

/** How many, by how long, a lane for each phase or gate: all of one scale, so that they can be compared. */
export const Lanes = ({
  lanes,
  unit,
}: {
  readonly lanes: readonly Lane[];
  readonly unit: string;
}) => {
  const styles = useStyles();
  const highest = Math.max(1, ...lanes.flatMap(({ lasted }) => lasted.columns));
  const ticks = lanes[0]?.lasted.columns ?? [];
  return (
    <div className={styles.lanes}>
      {lanes.map((lane, nth) => (
        <div key={lane.code} className={styles.lane}>
          <span className={styles.name} aria-hidden="true">
            {lane.name}
          </span>
          <Plot lane={lane} highest={highest} />
          {nth === lanes.length - 1 && (
            <div className={styles.under} aria-hidden="true">
              <div className={styles.axis}>
                {ticks.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column's place is how long it is.
                  <span key={at} className={styles.tick}>
                    {at === ticks.length - 1 ? `${at}${paceWords.more}` : at}
                  </span>
                ))}
              </div>
              {unit}
            </div>
          )}
        </div>
      ))}
    </div>
  );
};
