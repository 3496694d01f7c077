import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { EconomyReply } from '#shared/contract/economy.ts';
import type { Pool } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { amountProblems, formatKroner, parseKr } from '#shared/words/money.ts';
import { budgetWords, moneyWords, readAsText } from '#shared/words/screens/economyPage.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { type BudgetSaved, saveBudget } from './saveBudget.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: '8px 12px',
    padding: '4px 0 12px',
  },
  field: { width: '260px', maxWidth: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '26px' },
  clash: {
    width: '100%',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    fontSize: tokens.fontSizeBase300,
  },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '8px' },
});

type Line = { readonly pool: Pool; readonly revision: string };

const Clash = ({
  nowOre,
  yoursOre,
  onKeep,
  onSave,
}: {
  readonly nowOre: Ore;
  readonly yoursOre: Ore;
  readonly onKeep: () => void;
  readonly onSave: () => void;
}) => {
  const styles = useStyles();
  return (
    <div className={styles.clash} role="alert">
      {budgetWords.clash(nowOre, yoursOre)}
      <div className={styles.choices}>
        <Button onClick={onKeep}>{budgetWords.keep(nowOre)}</Button>
        <Button onClick={onSave}>{budgetWords.saveAnyway(yoursOre)}</Button>
      </div>
    </div>
  );
};

type BudgetEditProps = {
  readonly line: Line;
  readonly name: string;
  readonly onSaved: (reply: EconomyReply, said: string) => void;
  readonly onClose: () => void;
};

/** Saves on the figure that was seen when editing began; another one is shown before it is lost. */
const useSaving = ({ line, name, onSaved }: BudgetEditProps) => {
  const api = useApi();
  const [base, setBase] = useState(line);
  const [problem, setProblem] = useState('');
  const [clash, setClash] = useState<{ nowOre: Ore; yoursOre: Ore } | null>(null);
  const [busy, setBusy] = useState(false);

  const take = (saved: BudgetSaved, budgetOre: Ore): void => {
    switch (saved.type) {
      case 'saved':
        onSaved(saved.reply, budgetWords.saved(name, budgetOre));
        break;
      case 'refused':
        setProblem(saved.message);
        break;
      case 'clash':
        setBase(saved.line);
        setClash({ nowOre: saved.line.pool.budgetOre, yoursOre: budgetOre });
        break;
    }
  };

  const save = async (budgetOre: Ore): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setClash(null);
    setProblem('');
    const saved = await saveBudget(api, base, budgetOre);
    setBusy(false);
    take(saved, budgetOre);
  };
  return { problem, setProblem, clash, busy, save };
};

/** A budget changed where it stands. */
export const BudgetEdit = (props: BudgetEditProps) => {
  const { line, name, onClose } = props;
  const styles = useStyles();
  const { problem, setProblem, clash, busy, save } = useSaving(props);
  const [typed, setTyped] = useState(formatKroner(line.pool.budgetOre));
  const form = useRef<HTMLFormElement>(null);
  const parsed = parseKr(typed);
  useEffect(() => {
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (parsed.ok) void save(parsed.ore);
    else setProblem(amountProblems[parsed.reason]);
  };

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        className={styles.field}
        label={budgetWords.label(name, line.pool.year)}
        hint={parsed.ok ? readAsText(parsed.ore) : null}
        {...(problem === '' ? {} : { validationMessage: problem })}
      >
        <Input
          value={typed}
          maxLength={40}
          inputMode="text"
          autoComplete="off"
          onChange={(_, data) => {
            setProblem('');
            setTyped(data.value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" disabledFocusable={busy}>
          {moneyWords.save}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {moneyWords.cancel}
        </Button>
      </div>
      {clash && <Clash {...clash} onKeep={onClose} onSave={() => void save(clash.yoursOre)} />}
    </form>
  );
};
