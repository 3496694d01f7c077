import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { skalSpan } from '#shared/domain/plan/whatIf.ts';
import { planWords } from '#shared/words/plan/page.ts';
import { useRailStyles } from './railStyles.ts';
import type { OnTrial } from './useTrial.ts';

type Draft = {
  readonly title: string;
  readonly area: string;
  readonly due: string;
  readonly hours: string;
};

const blank: Draft = { title: '', area: '', due: '', hours: '120' };

const problemsIn = (draft: Draft, today: string) => ({
  title: draft.title.trim() === '' ? planWords.skalTitleMissing : '',
  due: draft.due <= today ? planWords.skalDueMissing : '',
  hours: /^\d{1,4}$/.test(draft.hours) ? '' : planWords.skalHoursWrong,
});

/** A key that nobody else makes, in the letters a project's id has. */
const newKey = (): string => crypto.randomUUID().replaceAll('-', '');

type FieldsProps = {
  readonly draft: Draft;
  readonly problems: ReturnType<typeof problemsIn> | null;
  readonly on: OnTrial;
  readonly change: (part: Partial<Draft>) => void;
};

const saidOf = (problem: string | undefined) =>
  problem === undefined || problem === '' ? {} : { validationMessage: problem };

const Fields = ({ draft, problems, on, change }: FieldsProps) => {
  const styles = useRailStyles();
  return (
    <div className={styles.fields}>
      <Field label={planWords.skalTitle} {...saidOf(problems?.title)}>
        <Input
          value={draft.title}
          maxLength={255}
          onChange={(_, data) => change({ title: data.value })}
        />
      </Field>
      <Field label={planWords.skalArea}>
        <Select value={draft.area} onChange={(_, data) => change({ area: data.value })}>
          <option value="">{planWords.across}</option>
          {on.plan.areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.two}>
        <Field label={planWords.skalDue} {...saidOf(problems?.due)}>
          <Input
            className={styles.small}
            input={{ className: styles.small }}
            type="date"
            value={draft.due}
            onChange={(_, data) => change({ due: data.value })}
          />
        </Field>
        <Field label={planWords.skalHours} {...saidOf(problems?.hours)}>
          <Input
            className={styles.small}
            input={{ className: styles.small }}
            inputMode="numeric"
            value={draft.hours}
            onChange={(_, data) => change({ hours: data.value })}
          />
        </Field>
      </div>
    </div>
  );
};

/** A SKAL project with its date, in the trial only until that is saved. */
export const NewSkal = ({ on }: { readonly on: OnTrial }) => {
  const styles = useRailStyles();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isTold, setTold] = useState(false);
  if (draft === null)
    return (
      <Button size="small" onClick={() => setDraft(blank)}>
        {planWords.newSkal}
      </Button>
    );
  const problems = problemsIn(draft, on.plan.today);
  const close = (): void => {
    setDraft(null);
    setTold(false);
  };
  const onAdd = (event: React.FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (Object.values(problems).some((one) => one !== '')) return;
    const { title, area, due, hours } = draft;
    on.add({
      ...{ key: newKey(), title: title.trim(), area: area === '' ? null : area, due },
      plan: { ...skalSpan(due, on.plan.today), hours: Number(hours) },
    });
    close();
  };
  return (
    <form onSubmit={onAdd} noValidate aria-label={planWords.newSkal}>
      <Fields
        {...{ draft, on }}
        problems={isTold ? problems : null}
        change={(part) => setDraft({ ...draft, ...part })}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small">
          {planWords.skalAdd}
        </Button>
        <Button size="small" appearance="subtle" onClick={close}>
          {planWords.skalCancel}
        </Button>
      </div>
    </form>
  );
};
