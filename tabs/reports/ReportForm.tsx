import { Button, Field, makeStyles, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import {
  blankWords,
  type Light,
  lights,
  longestReportText,
  type ReportSubject,
  type ReportWords,
  reportSubjects,
  wordsIn,
} from '#shared/domain/reports/report.ts';
import { lightNames, reportWords, subjectNames } from '#shared/words/reports/words.ts';
import { useProject } from '../project/editing.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, useTyped } from '../typed/useTyped.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    maxWidth: '760px',
    marginTop: '18px',
  },
  subjects: { display: 'flex', flexWrap: 'wrap', gap: '8px 28px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type SubjectProps = {
  readonly subject: ReportSubject;
  readonly value: Light | null;
  readonly last: Light | null;
  readonly hint: string;
  readonly onChange: (light: Light) => void;
};

const Subject = ({ subject, value, last, hint, onChange }: SubjectProps) => {
  const said = [last === null ? '' : reportWords.was(last), hint].filter((part) => part !== '');
  return (
    <Field label={subjectNames[subject]} {...(said.length > 0 ? { hint: said.join('. ') } : {})}>
      <RadioGroup
        value={value ?? ''}
        onChange={(_, data) => {
          const chosen = lights.find((light) => light === data.value);
          if (chosen) onChange(chosen);
        }}
      >
        {lights.map((light) => (
          <Radio key={light} value={light} label={lightNames[light]} />
        ))}
      </RadioGroup>
    </Field>
  );
};

type Texts = {
  readonly field: 'said' | 'next' | 'help';
  readonly label: string;
  readonly hint?: string;
};

const texts: readonly Texts[] = [
  { field: 'said', label: reportWords.said, hint: reportWords.saidHint },
  { field: 'next', label: reportWords.next },
  { field: 'help', label: reportWords.help, hint: reportWords.helpHint },
];

type TextProps = {
  readonly words: ReportWords;
  readonly onPut: (part: Partial<ReportWords>) => void;
};

const TextFields = ({ words, onPut }: TextProps) =>
  texts.map(({ field, label, hint }) => (
    <Field key={field} label={label} {...(hint === undefined ? {} : { hint })}>
      <Textarea
        value={words[field]}
        maxLength={longestReportText}
        resize="vertical"
        onChange={(_, data) => onPut({ [field]: data.value })}
      />
    </Field>
  ));

/** What is kept and sent, and what came of it. */
const useSaving = (words: ReportWords, onDone: (said: string) => void) => {
  const { reply, act } = useProject();
  const { draft, next } = reply.reports;
  const [revision] = useState(draft?.revision ?? null);
  const [number] = useState(next);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (publish: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const params = { id: reply.project.id, number: String(number) };
    const acted = await act(at('PUT /api/projects/:id/reports/:number', params), {
      ...{ revision, words, publish },
    });
    setBusy(false);
    if (acted.type === 'refused') setProblem(acted.message);
    else onDone(publish ? reportWords.sent : reportWords.kept);
  };
  return { save, busy, problem };
};

export const reportPlace = (projectId: string): Place => ['report', projectId];

const hasLights = (words: ReportWords): boolean =>
  reportSubjects.every((subject) => {
    const light = words[subject];
    return light === null || lights.includes(light);
  });

/** A few lines and three lights; what stood last time stands beside each. */
export const ReportForm = ({ onDone }: { readonly onDone: (said: string) => void }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { reports, project } = useProject().reply;
  const { published, draft, lateSteps } = reports;
  const [last] = published;
  const [words, setWords, typing] = useTyped<ReportWords>(
    reportPlace(project.id),
    draft ? wordsIn(draft) : blankWords,
    { like: blankWords, holds: hasLights },
  );
  const close = (said: string): void => {
    typing.forget();
    onDone(said);
  };
  const { save, busy, problem } = useSaving(words, close);
  const put = (part: Partial<ReportWords>): void => setWords({ ...words, ...part });
  return (
    <form
      className={styles.form}
      aria-label={reportWords.write}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
    >
      <TypedBefore typing={typing} />
      <div className={styles.subjects}>
        {reportSubjects.map((subject) => (
          <Subject
            key={subject}
            subject={subject}
            value={words[subject]}
            last={last?.[subject] ?? null}
            hint={subject === 'time' && lateSteps > 0 ? reportWords.lateSteps(lateSteps) : ''}
            onChange={(light) => put({ [subject]: light })}
          />
        ))}
      </div>
      <TextFields words={words} onPut={put} />
      {problem !== '' && (
        <p className={page.danger} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? reportWords.saving : reportWords.publish}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void save(false)}>
          {reportWords.saveDraft}
        </Button>
        <Button appearance="subtle" onClick={() => close('')}>
          {reportWords.cancel}
        </Button>
      </div>
    </form>
  );
};
