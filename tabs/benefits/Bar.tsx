import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BarSizes } from './barSizes.ts';

const ink = tokens.colorNeutralForeground1;
const hatch = `repeating-linear-gradient(135deg, ${tokens.colorNeutralForeground4} 0 2px, ${tokens.colorNeutralBackground1} 2px 6px)`;

const useStyles = makeStyles({
  track: { position: 'relative', height: '22px', width: '100%', forcedColorAdjust: 'none' },
  part: {
    position: 'absolute',
    top: '4px',
    bottom: '4px',
    left: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
  },
  promised: { border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  unmeasured: { backgroundImage: hatch },
  measured: { backgroundColor: tokens.colorCompoundBrandBackground },
  mark: { position: 'absolute', top: 0, bottom: 0, width: '2px', backgroundColor: ink },
  bracket: {
    position: 'absolute',
    top: '7px',
    height: '8px',
    boxSizing: 'border-box',
    minWidth: '3px',
    borderLeft: `2px solid ${ink}`,
    borderRight: `2px solid ${ink}`,
    '::after': {
      content: '""',
      position: 'absolute',
      left: 0,
      right: 0,
      top: '3px',
      height: '2px',
      backgroundColor: ink,
    },
  },
  swatch: { position: 'relative', display: 'inline-block', width: '26px', height: '22px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

/** Promised as a line, measured as a bar, its uncertainty as a bracket. The figures beside it say the same. */
export const Bar = ({ bar, longest }: { readonly bar: BarSizes; readonly longest: number }) => {
  const styles = useStyles();
  const { promised, measured, uncertainty } = bar;
  const share = (size: number): string => `${Math.min(100, Math.max(0, (100 * size) / longest))}%`;
  const from = Math.max(0, (measured ?? 0) - (uncertainty ?? 0));
  return (
    <div className={styles.track} aria-hidden="true">
      <div
        className={mergeClasses(
          styles.part,
          styles.promised,
          measured === null && styles.unmeasured,
        )}
        style={{ width: share(promised) }}
      />
      {measured !== null && (
        <div
          className={mergeClasses(styles.part, styles.measured)}
          style={{ width: share(measured) }}
        />
      )}
      {measured !== null && uncertainty !== null && (
        <div
          className={styles.bracket}
          style={{ left: share(from), width: share(measured + uncertainty - from) }}
        />
      )}
      <div className={styles.mark} style={{ left: `calc(${share(promised)} - 2px)` }} />
    </div>
  );
};

type LegendWords = Readonly<Record<'measured' | 'uncertainty' | 'promised' | 'unmeasured', string>>;

/** What the signs of the bars mean. */
export const Legend = ({ words }: { readonly words: LegendWords }) => {
  const styles = useStyles();
  const whole = { width: '100%' };
  const marks = {
    measured: <span className={mergeClasses(styles.part, styles.measured)} style={whole} />,
    uncertainty: <span className={styles.bracket} style={{ left: '4px', width: '18px' }} />,
    promised: <span className={styles.mark} style={{ left: '22px' }} />,
    unmeasured: (
      <span
        className={mergeClasses(styles.part, styles.promised, styles.unmeasured)}
        style={whole}
      />
    ),
  };
  return (
    <ul className={styles.legend} aria-hidden="true">
      {(Object.keys(marks) as (keyof typeof marks)[]).map((name) => (
        <li key={name} className={styles.key}>
          <span className={styles.swatch}>{marks[name]}</span>
          {words[name]}
        </li>
      ))}
    </ul>
  );
};
