import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { type BenefitMeasure, benefitMeasures } from '#shared/domain/benefits/measure.ts';
import { longestIndicator, longestTitle, longestUnitName } from '#shared/domain/benefits/rules.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import {
  measureNames,
  numberProblemTexts,
  numberText,
  readNumber,
} from '#shared/words/benefits/numbers.ts';
import { benefitSection, benefitsWords } from '#shared/words/benefits/page.ts';
import { type Saved, useProject } from '../project/editing.tsx';
import { PersonField } from '../project/PersonField.tsx';
import { Problem } from '../project/StepForms.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, type Typing, useTyped } from '../typed/useTyped.ts';

const words = benefitSection.form;

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
    margin: '8px 0 12px',
    padding: '14px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '> *': { minWidth: 0 },
    '& select': { minWidth: 0, width: '100%' },
  },
  wide: { gridColumn: '1 / -1' },
  buttons: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export const doings = ['edit', 'measure', 'withdraw'] as const;
/** What can be done to a benefit that is there. */
export type Doing = (typeof doings)[number];

export const benefitPlace = (doing: 'new' | Doing, id: string): Place => ['benefit', doing, id];

type SmallFormProps = {
  readonly typing: Typing;
  readonly label: string;
  readonly save: string;
  readonly onSend: () => Promise<Saved>;
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/** What was typed stays until it is stored, or given up; pressed twice it is sent once. */
const SmallForm = (props: SmallFormProps) => {
  const { typing, label, save, onSend, children } = props;
  const styles = useStyles();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    typing.forget();
    props.onDone();
  };
  const send = async (): Promise<void> => {
    if (busy) return;
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
      <Problem text={problem} wide />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? benefitsWords.saving : save}
        </Button>
        <Button onClick={close}>{benefitsWords.cancel}</Button>
      </div>
    </form>
  );
};

type Draft = {
  readonly title: string;
  readonly measure: BenefitMeasure;
  readonly unitName: string;
  readonly indicator: string;
  readonly baseline: string;
  readonly target: string;
  readonly uncertainty: string;
  readonly isWorse: boolean;
  readonly ownerId: string | null;
  readonly startsOn: string | null;
};

const newDraft = (ownerId: string | null): Draft => ({
  ...{ title: '', measure: 'hoursAYear', unitName: '', indicator: '', baseline: '', target: '' },
  ...{ uncertainty: '', isWorse: false, ownerId, startsOn: null },
});

const draftOf = (row: BenefitRow): Draft => ({
  ...{ title: row.title, measure: row.measure, unitName: row.unitName, indicator: row.indicator },
  baseline: row.baseline === 0 ? '' : numberText(row.baseline),
  target: numberText(row.target),
  uncertainty: row.uncertainty === null ? '' : numberText(row.uncertainty),
  ...{ isWorse: row.isWorse, ownerId: row.ownerId, startsOn: row.startsOn },
});

type FieldsProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };

/** A number as Danes write it; what cannot be read is said at once. */
export const NumberField = ({
  label,
  hint,
  value,
  unit,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly unit: { readonly measure: BenefitMeasure; readonly unitName: string };
  readonly onChange: (value: string) => void;
}) => {
  const [left, setLeft] = useState(false);
  const read = readNumber(value, unit);
  const problem =
    left && typeof read === 'string' && read !== 'empty' ? numberProblemTexts[read] : '';
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === '' ? {} : { validationMessage: problem, validationState: 'error' })}
    >
      <Input
        value={value}
        inputMode="decimal"
        maxLength={60}
        onBlur={() => setLeft(true)}
        onChange={(_, data) => {
          setLeft(false);
          onChange(data.value);
        }}
      />
    </Field>
  );
};

const countsSomething = (measure: BenefitMeasure): boolean =>
  measure === 'count' || measure === 'countAYear';

const WhatFields = ({ draft, change }: FieldsProps) => {
  const styles = useStyles();
  return (
    <>
      <Field label={words.title} hint={words.titleHint} className={styles.wide} required>
        <Input
          value={draft.title}
          maxLength={longestTitle}
          onChange={(_, { value }) => change({ title: value })}
        />
      </Field>
      <Field label={words.measure}>
        <Select
          value={draft.measure}
          onChange={(_, { value }) =>
            change({ measure: benefitMeasures.find((one) => one === value) ?? draft.measure })
          }
        >
          {benefitMeasures.map((measure) => (
            <option key={measure} value={measure}>
              {measureNames[measure]}
            </option>
          ))}
        </Select>
      </Field>
      {countsSomething(draft.measure) && (
        <Field label={words.unitName} hint={words.unitHint}>
          <Input
            value={draft.unitName}
            maxLength={longestUnitName}
            onChange={(_, { value }) => change({ unitName: value })}
          />
        </Field>
      )}
      <Field label={words.indicator} hint={words.indicatorHint}>
        <Input
          value={draft.indicator}
          maxLength={longestIndicator}
          onChange={(_, { value }) => change({ indicator: value })}
        />
      </Field>
    </>
  );
};

const NumberFields = ({ draft, change }: FieldsProps) => (
  <>
    <NumberField
      label={words.baseline}
      hint={words.baselineHint}
      value={draft.baseline}
      unit={draft}
      onChange={(baseline) => change({ baseline })}
    />
    <NumberField
      label={words.target}
      value={draft.target}
      unit={draft}
      onChange={(target) => change({ target })}
    />
    <NumberField
      label={words.uncertainty}
      hint={words.uncertaintyHint}
      value={draft.uncertainty}
      unit={draft}
      onChange={(uncertainty) => change({ uncertainty })}
    />
  </>
);

type BenefitProps = {
  readonly row: BenefitRow | null;
  /** What a new one is called where it was thought of, and under which id. */
  readonly begun?: Pick<BenefitRow, 'id' | 'title' | 'isWorse'>;
  readonly onDone: () => void;
};

const useDraft = ({ row, begun }: BenefitProps) => {
  const { project } = useProject().reply;
  const start = row
    ? draftOf(row)
    : {
        ...newDraft(project.ownerId),
        title: (begun?.title ?? '').slice(0, longestTitle),
        isWorse: begun?.isWorse ?? false,
      };
  const known = row?.id ?? begun?.id;
  const place = known === undefined ? benefitPlace('new', project.id) : benefitPlace('edit', known);
  const [draft, setDraft, typing] = useTyped(place, start, {
    like: newDraft(null),
    holds: ({ measure }) => benefitMeasures.includes(measure),
  });
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  return { draft, change, typing };
};

/** A benefit as it is promised: a new one, or one that is there. */
export const BenefitForm = (props: BenefitProps) => {
  const { row, begun, onDone } = props;
  const styles = useStyles();
  const { act, reply } = useProject();
  // The key is made once, so that a double press is one benefit.
  const [id] = useState(
    () => row?.id ?? begun?.id ?? benefitIdOf(reply.project.id, crypto.randomUUID()),
  );
  const { draft, change, typing } = useDraft(props);
  const [revision] = useState(row?.written ?? 0);
  const terms = { ...draft, unitName: countsSomething(draft.measure) ? draft.unitName : '' };
  return (
    <SmallForm
      typing={typing}
      label={row ? benefitSection.edit(row.title) : benefitSection.add}
      save={words.save}
      onSend={() =>
        act(at('POST /api/benefits/:id/moves', { id }), { type: 'written', revision, terms })
      }
      onDone={onDone}
    >
      <WhatFields draft={draft} change={change} />
      <NumberFields draft={draft} change={change} />
      <PersonField
        label={words.owner}
        personId={draft.ownerId}
        onPerson={(ownerId) => change({ ownerId })}
      />
      <Field label={words.startsOn} hint={words.startsHint}>
        <Input
          type="date"
          value={draft.startsOn ?? ''}
          onChange={(_, { value }) => change({ startsOn: value === '' ? null : value })}
        />
      </Field>
      <Checkbox
        className={styles.wide}
        label={words.isWorse}
        checked={draft.isWorse}
        onChange={(_, { checked }) => change({ isWorse: checked === true })}
      />
    </SmallForm>
  );
};

/** What the number is now, by whoever edits the project. */
export const MeasureForm = ({
  row,
  onDone,
}: {
  readonly row: BenefitRow;
  readonly onDone: () => void;
}) => {
  const styles = useStyles();
  const { act } = useProject();
  const [draft, setDraft, typing] = useTyped(benefitPlace('measure', row.id), {
    ...{ value: '', comment: '' },
    uncertainty: row.uncertainty === null ? '' : numberText(row.uncertainty),
  });
  const { value, uncertainty, comment } = draft;
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const { id, revision } = row;
  // What waits for an answer gets it; else it is a measurement of its own.
  const ask = row.standing.type === 'missing' ? row.ask : 0;
  return (
    <SmallForm
      typing={typing}
      label={benefitSection.measureOf(row.title)}
      save={words.saveNumber}
      onSend={() =>
        act(at('POST /api/benefits/:id/moves', { id }), {
          ...{ type: 'answered', ask, revision, value, uncertainty, comment },
        })
      }
      onDone={onDone}
    >
      <NumberField
        label={words.value}
        value={value}
        unit={row}
        onChange={(typed) => change({ value: typed })}
      />
      <NumberField
        label={words.uncertainty}
        hint={words.uncertaintyHint}
        value={uncertainty}
        unit={row}
        onChange={(typed) => change({ uncertainty: typed })}
      />
      <Field label={words.comment} className={styles.wide}>
        <Textarea
          value={comment}
          maxLength={longestComment}
          rows={2}
          onChange={(_, data) => change({ comment: data.value })}
        />
      </Field>
    </SmallForm>
  );
};

/** It is promised no more, and why: it stays to be read. */
export const WithdrawForm = ({
  row,
  onDone,
}: {
  readonly row: BenefitRow;
  readonly onDone: () => void;
}) => {
  const styles = useStyles();
  const { act } = useProject();
  const [comment, setComment, typing] = useTyped(benefitPlace('withdraw', row.id), '');
  const { id, written } = row;
  return (
    <SmallForm
      typing={typing}
      label={benefitSection.withdrawOf(row.title)}
      save={benefitSection.withdraw}
      onSend={() =>
        act(at('POST /api/benefits/:id/moves', { id }), {
          ...{ type: 'withdrawn', revision: written, comment },
        })
      }
      onDone={onDone}
    >
      <Field label={benefitSection.why} className={styles.wide} required>
        <Textarea
          value={comment}
          maxLength={longestComment}
          rows={2}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
    </SmallForm>
  );
};
