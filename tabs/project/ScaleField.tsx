import { Field, makeStyles, Slider, tokens } from '@fluentui/react-components';
import { projectWords } from '#shared/words/screens/project.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '10px' },
  slider: { flexGrow: 1 },
  value: { minWidth: '88px', fontWeight: tokens.fontWeightSemibold },
});

/** A value on a short scale. Until it is touched it is not assessed, and says so. */
export const ScaleField = ({
  label,
  value,
  min,
  max,
  onValue,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}) => {
  const styles = useStyles();
  return (
    <Field label={label}>
      <div className={styles.row}>
        <Slider
          className={styles.slider}
          aria-label={label}
          aria-valuetext={value === null ? projectWords.notAssessed : String(value)}
          min={min}
          max={max}
          step={1}
          value={value ?? min}
          onChange={(_, data) => onValue(data.value)}
          onClick={() => value === null && onValue(min)}
          onKeyDown={(event) => {
            if (value === null && (event.key === ' ' || event.key === 'Enter')) onValue(min);
          }}
        />
        <span className={styles.value}>{value ?? projectWords.notAssessed}</span>
      </div>
    </Field>
  );
};
