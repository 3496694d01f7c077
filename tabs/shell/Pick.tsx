import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';

/** Also what stands among picks and should look like one, such as a field one types in. */
export const usePickStyles = makeStyles({
  pick: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // What is seen when pointed at on a white panel is not seen on the grey of the board.
  onGrey: {
    flexShrink: 0,
    ':hover': { backgroundColor: 'var(--pointed-on-grey)' },
  },
  select: {
    appearance: 'none',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    padding: '6px 26px 6px 8px',
    maxWidth: '220px',
    textOverflow: 'ellipsis',
    fieldSizing: 'content',
    cursor: 'pointer',
    '> option': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
  short: { maxWidth: '170px', minWidth: 0, flexGrow: 1 },
  /** What is chosen gives way, and can be told from others however narrow the line is. */
  told: { minWidth: '92px', flexShrink: 1 },
  set: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  down: { position: 'absolute', right: '7px', pointerEvents: 'none', fontSize: '14px' },
});

export type Choice = readonly [value: string, name: string];

/** One of few, to narrow what is shown by; the empty value narrows nothing. */
export const Pick = ({
  label,
  value,
  choices,
  isSet = value !== '',
  onBoard = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** A year is always one of them, and is never marked as chosen. */
  readonly isSet?: boolean;
  readonly onBoard?: boolean;
  readonly onChange: (value: string) => void;
}) => {
  const styles = usePickStyles();
  return (
    <span
      className={mergeClasses(
        styles.pick,
        onBoard && styles.onGrey,
        onBoard && isSet && styles.told,
      )}
    >
      <select
        className={mergeClasses(styles.select, onBoard && styles.short, isSet && styles.set)}
        aria-label={label}
        title={isSet ? choices.find(([code]) => code === value)?.[1] : undefined}
        data-filter
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDownRegular className={styles.down} aria-hidden="true" />
    </span>
  );
};
