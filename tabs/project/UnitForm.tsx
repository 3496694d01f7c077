import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { longestUnitName, type UnitChange } from '#shared/domain/spread/spreadUnit.ts';
import { spreadWords } from '#shared/words/spread/words.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, type Typing, useTyped } from '../typed/useTyped.ts';
import { type Saved, useProject } from './editing.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: '12px 16px',
    margin: '4px 0 12px',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  wide: { flexGrow: 1, minWidth: '220px' },
  buttons: { display: 'flex', gap: '8px' },
  problem: { flexBasis: '100%', margin: 0, color: tokens.colorStatusDangerForeground1 },
});

type Unit = ProjectReply['units'][number];

const dayOfMonth = (month: string): string => (month === '' ? '' : `${month}-01`);

export const unitPlace = (unitId: string): Place => ['unit', unitId];

export const newUnitPlace = (projectId: string): Place => ['new-unit', projectId];

type FormProps = {
  readonly typing: Typing;
  readonly label: string;
  readonly children: React.ReactNode;
  readonly isWhole: boolean;
  readonly onSend: () => Promise<Saved>;
  readonly onDone: () => void;
};

/** What was typed stays until it is stored, or given up. */
const SmallForm = ({ typing, label, children, isWhole, onSend, onDone }: FormProps) => {
  const styles = useStyles();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    typing.forget();
    onDone();
  };
  const send = async (): Promise<void> => {
    if (busy || !isWhole) return;
    setBusy(true);
    const saved = await onSend();
    setBusy(false);
    if (saved.type === 'saved') close();
    else if (saved.type === 'refused') setProblem(saved.message);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={styles.form} aria-label={label} onSubmit={onSubmit} noValidate>
      <TypedBefore typing={typing} />
      {children}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !isWhole}>
          {spreadWords.save}
        </Button>
        <Button onClick={close}>{spreadWords.cancel}</Button>
      </div>
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
};

/** A unit more: what it is called, and when it is to start. */
export const NewUnitForm = ({
  month,
  onDone,
}: {
  readonly month: string;
  readonly onDone: () => void;
}) => {
  const styles = useStyles();
  const { reply, act } = useProject();
  const [name, setName, typing] = useTyped(newUnitPlace(reply.project.id), '');
  const [when, setWhen] = useState(month.slice(0, 7));
  const { id } = reply.project;
  return (
    <SmallForm
      typing={typing}
      label={spreadWords.add}
      isWhole={name.trim() !== '' && when !== ''}
      onSend={() =>
        act(at('POST /api/projects/:id/units', { id }), { name, month: dayOfMonth(when) })
      }
      onDone={onDone}
    >
      <Field label={spreadWords.name} className={styles.wide}>
        <Input
          value={name}
          maxLength={longestUnitName}
          onChange={(_, data) => setName(data.value)}
        />
      </Field>
      <Field label={spreadWords.month}>
        <Input type="month" value={when} onChange={(_, data) => setWhen(data.value)} />
      </Field>
    </SmallForm>
  );
};

type Doing = UnitChange['type'];
const doings: readonly Doing[] = ['start', 'plan', 'giveUp', 'name'];

type Draft = {
  readonly doing: Doing;
  readonly on: string;
  readonly month: string;
  readonly reason: string;
  readonly name: string;
};

/** What is asked of the server; null while something is not typed yet. */
const changeIn = ({ doing, on, month, reason, name }: Draft): UnitChange | null => {
  switch (doing) {
    case 'start':
      return on === '' ? null : { type: 'start', on };
    case 'plan':
      return month === '' ? null : { type: 'plan', month: dayOfMonth(month) };
    case 'giveUp':
      return { type: 'giveUp', reason };
    case 'name':
      return name.trim() === '' ? null : { type: 'name', name };
  }
};

type FieldProps = { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void };

/** The one field that what is done needs. */
const DoingField = ({ draft, onChange }: FieldProps) => {
  const styles = useStyles();
  switch (draft.doing) {
    case 'start':
      return (
        <Field label={spreadWords.startedOn}>
          <Input
            type="date"
            value={draft.on}
            onChange={(_, { value }) => onChange({ on: value })}
          />
        </Field>
      );
    case 'plan':
      return (
        <Field label={spreadWords.month}>
          <Input
            type="month"
            value={draft.month}
            onChange={(_, { value }) => onChange({ month: value })}
          />
        </Field>
      );
    case 'giveUp':
      return (
        <Field label={spreadWords.reason} className={styles.wide}>
          <Textarea
            value={draft.reason}
            maxLength={500}
            onChange={(_, { value }) => onChange({ reason: value })}
          />
        </Field>
      );
    case 'name':
      return (
        <Field label={spreadWords.name} className={styles.wide}>
          <Input
            value={draft.name}
            maxLength={longestUnitName}
            onChange={(_, { value }) => onChange({ name: value })}
          />
        </Field>
      );
  }
};

/** How a unit stands now: one thing at a time, on the row as it was seen. */
export const UnitForm = ({
  unit,
  today,
  onDone,
}: {
  readonly unit: Unit;
  readonly today: string;
  readonly onDone: () => void;
}) => {
  const { reply, act } = useProject();
  const [seen, setSeen] = useState<string | null>(unit.revision);
  const [draft, setDraft, typing] = useTyped<Draft>(
    unitPlace(unit.id),
    {
      ...{ doing: unit.state === 'planned' ? 'start' : 'plan', on: today, reason: '' },
      ...{ month: unit.planned.slice(0, 7), name: unit.name },
    },
    { holds: ({ doing }) => doings.includes(doing) },
  );
  const change = changeIn(draft);
  const send = async (): Promise<Saved> => {
    if (!change) return { type: 'saved' };
    const ids = { id: reply.project.id, unit: unit.id };
    const revision = seen ?? unit.revision;
    const saved = await act(at('PUT /api/projects/:id/units/:unit', ids), { revision, change });
    // What somebody else said stands on the page now: pressed once more, it is on that.
    if (saved.type === 'refused') setSeen(null);
    return saved;
  };
  return (
    <SmallForm
      typing={typing}
      label={spreadWords.edit(unit.name)}
      isWhole={change !== null}
      onSend={send}
      onDone={onDone}
    >
      <Field label={spreadWords.doing}>
        <Select
          value={draft.doing}
          onChange={(_, { value }) =>
            setDraft({ ...draft, doing: doings.find((one) => one === value) ?? 'start' })
          }
        >
          {doings.map((doing) => (
            <option key={doing} value={doing}>
              {spreadWords.doings[doing]}
            </option>
          ))}
        </Select>
      </Field>
      <DoingField draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
    </SmallForm>
  );
};
