import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { MeetingLine } from '#shared/contract/meeting.ts';
import { isReason } from '#shared/domain/gates.ts';
import { meetingWords } from '#shared/words/screens/meeting.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { OwnersWord } from '../approvals/OwnersWord.tsx';
import { type Base, changedFrom, type Saved, useProject } from '../project/editing.tsx';
import { Clashing, type Conflict } from '../project/Section.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useIsTyped, useTyped } from '../typed/useTyped.ts';
import {
  BecauseField,
  type FieldsProps,
  HoursFields,
  LiftField,
  OutcomeChoice,
  PriorityChoice,
} from './MeetingFields.tsx';
import { useMeetingStyles } from './meetingStyles.ts';
import {
  blankDraft,
  changesOf,
  type Draft,
  draftOf,
  isDraft,
  problemIn,
} from './recommendationDraft.ts';

type Props = {
  readonly reply: ProjectReply;
  readonly line: MeetingLine;
  readonly liftHours: number;
  readonly onSaved: () => void;
};

/** Saves on the revision it was begun on; what others changed of the same is shown beside. */
const useSaving = ({ reply, line, onSaved }: Props) => {
  const { save, putStep } = useProject();
  const [base] = useState<Base>({ project: reply.project, revision: reply.revision });
  const [draft, setDraft, typing] = useTyped<Draft>(
    ['meeting', line.step, reply.project.id],
    draftOf(reply.project),
    { like: blankDraft, holds: isDraft },
  );
  const [problem, setProblem] = useState('');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);
  const hold = async (from: Base): Promise<Saved> => {
    const changes = changedFrom(base.project, changesOf(draft));
    const isChanged = Object.keys(changes).length > 0;
    const saved: Saved = isChanged ? await save(from, changes) : { type: 'saved' };
    // The step is ticked last: cut off before it, the project still stands as not taken up.
    return saved.type === 'saved' ? putStep(line.step, { done: true }) : saved;
  };
  const send = async (from: Base): Promise<void> => {
    const wrong = problemIn(draft);
    setProblem(wrong);
    if (wrong !== '' || busy) return;
    setBusy(true);
    const saved = await hold(from);
    setBusy(false);
    if (saved.type === 'saved') {
      typing.forget();
      onSaved();
    } else if (saved.type === 'refused') setProblem(saved.message);
    else setConflict(saved);
  };
  return { base, draft, setDraft, typing, problem, conflict, setConflict, busy, send };
};

/** What lacks is written as the next step, which the lead sees among their tasks. */
const NotReady = ({ reply, onSaved }: Pick<Props, 'reply' | 'onSaved'>) => {
  const styles = useMeetingStyles();
  const { save } = useProject();
  const place = ['not-ready', reply.project.id];
  const [open, setOpen] = useState(useIsTyped(...place));
  const [what, setWhat, typing] = useTyped(place, '');
  const [problem, setProblem] = useState('');
  const send = async (): Promise<void> => {
    if (!isReason(what)) return setProblem(meetingWords.lacksMissing);
    const saved = await save(
      { project: reply.project, revision: reply.revision },
      { nextStep: what.trim() },
    );
    if (saved.type === 'saved') {
      typing.forget();
      return onSaved();
    }
    setProblem(saved.type === 'refused' ? saved.message : projectWords.conflict);
  };
  if (!open) return <Button onClick={() => setOpen(true)}>{meetingWords.notReady}</Button>;
  return (
    <div className={styles.lacks}>
      <Field
        label={meetingWords.whatLacks}
        hint={meetingWords.whatLacksHint}
        {...(problem === '' ? {} : { validationMessage: problem })}
      >
        <Input value={what} maxLength={255} onChange={(_, data) => setWhat(data.value)} />
      </Field>
      <Button onClick={() => void send()}>{meetingWords.tellLead}</Button>
    </div>
  );
};

/** What DigiTek recommends of a project, and what comes next when it is said. */
export const MeetingForm = (props: Props) => {
  const { reply, line, liftHours, onSaved } = props;
  const styles = useMeetingStyles();
  const saving = useSaving(props);
  const { base, draft, setDraft, typing, problem, conflict, setConflict, busy, send } = saving;
  const fields: FieldsProps = {
    ...{ reply, gate: line.gate, draft },
    onDraft: (part) => setDraft((before) => ({ ...before, ...part })),
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send(base);
  };
  return (
    <form className={styles.inner} onSubmit={onSubmit} noValidate>
      <TypedBefore typing={typing} />
      <OutcomeChoice {...fields} />
      <div className={styles.pair}>
        <PriorityChoice {...fields} />
        <HoursFields {...fields} liftHours={liftHours} />
      </div>
      <BecauseField {...fields} />
      <LiftField {...fields} />
      {line.state === 'done' && reply.approval && <OwnersWord line={reply.approval} />}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {conflict ? (
        <Clashing
          conflict={conflict}
          onMine={() => void send({ ...base, revision: conflict.revision })}
          onTheirs={() => setConflict(null)}
        />
      ) : (
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? projectWords.saving : meetingWords.save}
          </Button>
          <NotReady reply={reply} onSaved={onSaved} />
        </div>
      )}
    </form>
  );
};
