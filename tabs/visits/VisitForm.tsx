import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { VisitChoices } from '#shared/contract/visits.ts';
import type { Area } from '#shared/domain/area.ts';
import { fewestChosen, mostChosen } from '#shared/domain/visits/given.ts';
import { longestUnit, visitSteps } from '#shared/domain/visits/visit.ts';
import { visitPageWords, visitFormWords as words } from '#shared/words/visits/page.ts';
import { visitStepNames } from '#shared/words/visits/words.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { DialogForm } from '../shell/FormDialog.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import {
  blankVisit,
  hoursIn,
  isVisitDraft,
  moveOf,
  type VisitDraft,
  withLeder,
} from './visitDraft.ts';

const useStyles = makeStyles({
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
    '> *': { minWidth: 0 },
  },
  input: { minWidth: 0, width: '100%' },
  sum: {
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  days: { border: 'none', padding: 0, margin: 0, minWidth: 0 },
  hint: {
    margin: '2px 0 8px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

type FieldsProps = {
  readonly draft: VisitDraft;
  readonly choices: VisitChoices;
  readonly areas: readonly Area[];
  readonly change: (part: Partial<VisitDraft>) => void;
};

const WhereFields = ({ draft, choices, areas, change }: FieldsProps) => {
  const styles = useStyles();
  return (
    <div className={styles.two}>
      <Field label={words.leder}>
        <Select
          value={draft.lederId}
          onChange={(_, { value }) => change(withLeder(draft, value, choices.ledere))}
        >
          <option value="">{words.noLeder}</option>
          {choices.ledere.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.unit} required>
        <Input
          value={draft.unit}
          maxLength={longestUnit}
          onChange={(_, { value }) => change({ unit: value })}
        />
      </Field>
      <Field label={words.area} required>
        <Select value={draft.area} onChange={(_, { value }) => change({ area: value })}>
          <option value="">{words.chooseArea}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
};

const chosenCounts = Array.from({ length: mostChosen - fewestChosen + 1 }, (_, at) =>
  String(fewestChosen + at),
);

const SizeFields = ({ draft, choices, change }: Omit<FieldsProps, 'areas'>) => {
  const styles = useStyles();
  return (
    <>
      <div className={styles.two}>
        <Field label={words.employees} required>
          <Input
            value={draft.employees}
            inputMode="numeric"
            onChange={(_, { value }) => change({ employees: value })}
          />
        </Field>
        <Field label={words.chosen} hint={words.chosenHint}>
          <Select value={draft.chosen} onChange={(_, { value }) => change({ chosen: value })}>
            {chosenCounts.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.sum}>
        {words.hoursLabel} {words.hours(hoursIn(draft, choices))}
      </div>
    </>
  );
};

const TeamFields = ({ draft, choices, change }: Omit<FieldsProps, 'areas'>) => {
  const styles = useStyles();
  const [first, second] = draft.consultants;
  const choose = (place: 0 | 1, id: string): void =>
    change({ consultants: place === 0 ? [id, second] : [first, id] });
  return (
    <div className={styles.two}>
      {([0, 1] as const).map((place) => (
        <Field key={place} label={words.consultant(place + 1)} required>
          <Select
            value={draft.consultants[place]}
            onChange={(_, { value }) => choose(place, value)}
          >
            <option value="">{words.chooseConsultant}</option>
            {choices.team
              .filter(({ id }) => id !== draft.consultants[1 - place])
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
        </Field>
      ))}
    </div>
  );
};

const DayFields = ({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) => {
  const styles = useStyles();
  return (
    <fieldset className={styles.days}>
      <legend>{words.days}</legend>
      <p className={styles.hint}>{words.daysHint}</p>
      <div className={styles.two}>
        {visitSteps.map((step) => (
          <Field key={step} label={visitStepNames[step]}>
            <Input
              className={styles.input}
              input={{ className: styles.input }}
              type="date"
              value={draft.days[step] ?? ''}
              onChange={(_, { value }) =>
                change({ days: { ...draft.days, [step]: value === '' ? null : value } })
              }
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
};

type Props = {
  readonly id: string;
  /** The event that said the plan; 0 for a new one. */
  readonly revision: number;
  readonly before: VisitDraft;
  readonly choices: VisitChoices;
  readonly areas: readonly Area[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
};

/** A visit is planned, or its plan changed. */
export const VisitForm = ({ id, revision, before, choices, areas, onSaved, onClose }: Props) => {
  const api = useApi();
  // One that is not saved has no id that outlives the form.
  const place = ['visit', ...(revision === 0 ? ['new'] : ['plan', id])];
  const [draft, setDraft, typing] = useTyped(place, before, {
    ...{ like: blankVisit, holds: isVisitDraft },
  });
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<VisitDraft>): void => setDraft({ ...draft, ...part });
  const close = (): void => {
    typing.forget();
    onClose();
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const address = at('POST /api/visits/:id/moves', { id });
    const sent = await api.send(address, moveOf(draft, revision));
    setBusy(false);
    if (sent.type === 'failed') return setProblem(sent.message);
    onSaved();
    close();
  };
  return (
    <DialogForm
      title={revision === 0 ? words.newTitle : words.editTitle}
      cancel={visitPageWords.cancel}
      save={busy ? visitPageWords.saving : words.save}
      onSave={() => void save()}
      {...{ problem, busy }}
      onClose={close}
    >
      <TypedBefore typing={typing} />
      <WhereFields {...{ draft, choices, areas, change }} />
      <SizeFields {...{ draft, choices, change }} />
      <TeamFields {...{ draft, choices, change }} />
      <DayFields {...{ draft, change }} />
    </DialogForm>
  );
};
