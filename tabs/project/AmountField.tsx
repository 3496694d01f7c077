import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { amountProblems, formatKroner, parseKr } from '#shared/words/money.ts';

const useStyles = makeStyles({
  amount: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
});

/** Whether the text is how this amount was typed; another field may have changed it since. */
const saysOre = (text: string, ore: number | null): boolean => {
  const parsed = parseKr(text);
  if (parsed.ok) return parsed.ore === ore;
  return Number.isNaN(ore) || (ore === null && text.trim() === '');
};

/** An amount typed as people type it; what cannot be read stays as it was typed, with the reason. */
export const AmountField = ({
  label,
  hint,
  ore,
  onOre,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly ore: number | null;
  readonly onOre: (ore: number | null) => void;
}) => {
  const styles = useStyles();
  const [typed, setTyped] = useState(ore === null ? '' : formatKroner(ore));
  const text = saysOre(typed, ore) ? typed : ore === null ? '' : formatKroner(ore);
  const parsed = parseKr(text);
  const wrong = text.trim() !== '' && !parsed.ok;
  const onText = (next: string): void => {
    setTyped(next);
    const read = parseKr(next);
    onOre(read.ok ? read.ore : next.trim() === '' ? null : Number.NaN);
  };
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(wrong && !parsed.ok ? { validationMessage: amountProblems[parsed.reason] } : {})}
    >
      <Input
        className={styles.amount}
        inputMode="decimal"
        value={text}
        contentAfter="kr."
        onChange={(_, data) => onText(data.value)}
        onBlur={() => parsed.ok && setTyped(formatKroner(parsed.ore))}
      />
    </Field>
  );
};
