import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PoolLineReply } from '#shared/contract/economy.ts';
import { barText, moneyWords, poolHeads } from '#shared/words/screens/economyPage.ts';
import { type BarKind, barOf } from './shapeMoney.ts';

const stripes = (ink: string): string =>
  `repeating-linear-gradient(135deg, ${ink} 0 2px, ${tokens.colorNeutralBackground1} 2px 6px)`;

const useStyles = makeStyles({
  track: { position: 'relative', height: '20px', forcedColorAdjust: 'none' },
  part: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderTop: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRight: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    ':first-child': {
      borderLeft: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderTopLeftRadius: tokens.borderRadiusMedium,
      borderBottomLeftRadius: tokens.borderRadiusMedium,
    },
  },
  /* Each kind has its own texture, so that it is told apart where all fills are white or black. */
  spent: { backgroundColor: tokens.colorCompoundBrandBackgroundPressed },
  granted: {
    backgroundColor: tokens.colorBrandStroke2,
    backgroundImage: `radial-gradient(${tokens.colorBrandBackground2} 28%, transparent 34%)`,
    backgroundSize: '6px 6px',
  },
  reserved: { backgroundImage: stripes(tokens.colorCompoundBrandBackground) },
  left: { backgroundColor: tokens.colorNeutralBackground1 },
  beyond: {
    backgroundImage: stripes(tokens.colorStatusDangerBorder2),
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderTopRightRadius: tokens.borderRadiusMedium,
    borderBottomRightRadius: tokens.borderRadiusMedium,
  },
  line: {
    position: 'absolute',
    top: '-5px',
    bottom: '-5px',
    width: '2px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 18px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '7px' },
  swatch: {
    width: '18px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: 'none',
  },
});

/** A pool's year as a picture; the sentence in its label says the same. */
export const PoolMeter = ({
  line,
  budgetShare,
}: {
  readonly line: PoolLineReply;
  /** Where the budget's line stands, in per cent of the track. */
  readonly budgetShare: number;
}) => {
  const styles = useStyles();
  const bar = barOf(line, budgetShare);
  return (
    <div
      className={styles.track}
      role="img"
      aria-label={barText(line.pool.title, line.balance, line.shortOre)}
    >
      {bar.parts.map(({ kind, from, wide }) => (
        <span
          key={kind}
          className={mergeClasses(styles.part, styles[kind])}
          style={{ left: `${from}%`, width: `${wide}%` }}
        />
      ))}
      <span className={styles.line} style={{ left: `${bar.line}%` }} />
    </div>
  );
};

const kindNames: Record<BarKind, string> = {
  spent: poolHeads.spent,
  granted: poolHeads.granted,
  reserved: poolHeads.reserved,
  left: poolHeads.left,
  beyond: moneyWords.beyond,
};

export const MeterLegend = ({ kinds }: { readonly kinds: readonly BarKind[] }) => {
  const styles = useStyles();
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind} className={styles.key}>
          <span className={mergeClasses(styles.swatch, styles[kind])} aria-hidden="true" />
          {kindNames[kind]}
        </li>
      ))}
    </ul>
  );
};
