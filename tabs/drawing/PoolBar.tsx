import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Area } from '#shared/domain/area.ts';
import type { PoolView } from '#shared/domain/funding.ts';
import { formatKr } from '#shared/words/money.ts';
import { poolWords, yearNotOpened } from '#shared/words/pools.ts';
import { poolName } from '#shared/words/words.ts';
import { Sits } from './marks.tsx';

const hatch = `repeating-linear-gradient(135deg, ${tokens.colorNeutralForeground4} 0 2px, ${tokens.colorNeutralBackground1} 2px 6px)`;

const useStyles = makeStyles({
  pool: { display: 'flex', flexDirection: 'column', gap: '6px' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '8px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  bar: {
    position: 'relative',
    display: 'flex',
    height: '14px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: 'none',
  },
  spent: { backgroundColor: tokens.colorNeutralForeground3 },
  granted: { backgroundColor: tokens.colorNeutralForeground4, opacity: 0.6 },
  others: { backgroundImage: hatch },
  asked: { backgroundColor: tokens.colorCompoundBrandBackground },
  missing: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    borderLeft: `2px solid ${tokens.colorNeutralForeground1}`,
  },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 10px',
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  short: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  notOpened: {
    display: 'flex',
    gap: '10px',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase300,
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  sign: { color: tokens.colorStatusWarningForeground1, display: 'inline-flex', paddingTop: '2px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 14px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  swatch: {
    width: '10px',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    forcedColorAdjust: 'none',
  },
});

type Part = {
  readonly kind: 'spent' | 'granted' | 'others' | 'asked' | 'missing';
  readonly ore: number;
};

/** The bar's parts in order; what the pool cannot cover stands beyond its own line. */
export const partsOf = (pool: PoolView): readonly Part[] => {
  const { parts } = pool;
  if (!parts) return [];
  const covered = Math.max(0, pool.askedOre - pool.missingOre);
  const all: readonly Part[] = [
    { kind: 'spent', ore: parts.spentOre },
    { kind: 'granted', ore: parts.grantedOre },
    { kind: 'others', ore: parts.othersOre },
    { kind: 'asked', ore: covered },
    { kind: 'missing', ore: pool.missingOre },
  ];
  return all.filter((part) => part.ore > 0);
};

/** The server says the year: the browser's clock is nobody's. */
const budgetText = ({ parts, year, notOpened }: PoolView): string => {
  if (!parts || notOpened) return '';
  return year === undefined ? formatKr(parts.budgetOre) : poolWords.inYear(parts.budgetOre, year);
};

/** A pool whose year has no budget yet has nothing to draw: only what is asked of it, and why. */
const NotOpened = ({ pool, year }: { readonly pool: PoolView; readonly year: number }) => {
  const styles = useStyles();
  return (
    <>
      {pool.askedOre > 0 && (
        <div className={styles.figures}>
          <span>
            {poolWords.asked} <span className={styles.strong}>{formatKr(pool.askedOre)}</span>
          </span>
        </div>
      )}
      <div className={styles.notOpened}>
        <span className={styles.sign}>
          <Sits />
        </span>
        <span>
          <span className={styles.strong}>{yearNotOpened.title(year)}.</span>{' '}
          {yearNotOpened.text(year)}
        </span>
      </div>
    </>
  );
};

const scaleOf = (pool: PoolView): number =>
  Math.max(
    1,
    pool.parts?.budgetOre ?? 0,
    partsOf(pool).reduce((sum, part) => sum + part.ore, 0),
  );

/** Before and after: the bar, the figures and, when it is short, the words in red. */
const Standing = ({ pool, what }: { readonly pool: PoolView; readonly what: string }) => {
  const styles = useStyles();
  const parts = partsOf(pool);
  const scale = scaleOf(pool);
  return (
    <>
      {parts.length > 0 && (
        <div className={styles.bar} aria-hidden="true">
          {parts.map((part) => (
            <span
              key={part.kind}
              className={styles[part.kind]}
              style={{ width: `${(100 * part.ore) / scale}%` }}
            />
          ))}
        </div>
      )}
      <div className={styles.figures}>
        <span>
          {poolWords.before} <span className={styles.strong}>{formatKr(pool.beforeOre)}</span>
        </span>
        <span aria-hidden="true">→</span>
        <span>
          {poolWords.after} <span className={styles.strong}>{formatKr(pool.afterOre)}</span>{' '}
          {poolWords.left}
        </span>
      </div>
      {pool.missingOre > 0 && (
        <div className={styles.short}>
          <Sits />
          {poolWords.missing(pool.missingOre)}
        </div>
      )}
      {parts.length > 1 && (
        <ul className={styles.legend}>
          {parts.map((part) => (
            <li key={part.kind} className={styles.key}>
              <span className={mergeClasses(styles.swatch, styles[part.kind])} />
              {part.kind === 'asked' ? what : poolWords.parts[part.kind]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** What a request does to a pool, or why the pool can say nothing yet. */
export const PoolBar = ({
  pool,
  areas,
  what,
  heading = 'h3',
}: {
  readonly pool: PoolView;
  readonly areas: readonly Area[];
  /** The project whose money this is. */
  readonly what: string;
  readonly heading?: 'h2' | 'h3';
}) => {
  const styles = useStyles();
  const Heading = heading;
  return (
    <div className={styles.pool}>
      <div className={styles.head}>
        <Heading className={styles.name}>{poolName(areas, pool.pool)}</Heading>
        {budgetText(pool) !== '' && <span className={styles.small}>{budgetText(pool)}</span>}
      </div>
      {pool.notOpened && pool.year !== undefined ? (
        <NotOpened pool={pool} year={pool.year} />
      ) : (
        <Standing pool={pool} what={what} />
      )}
    </div>
  );
};
