import { Button, Field, Input, Select } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { isReason } from '#shared/domain/gates.ts';
import { interestPriorities } from '#shared/domain/interest/interest.ts';
import type { Step, StepCode } from '#shared/domain/steps.ts';
import { ideasPageWords, intakeNames } from '#shared/words/ideas/page.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { priorityNames } from '#shared/words/words.ts';
import { InterestWord } from '../interest/InterestWord.tsx';
import { MissingStep } from '../project/Checklist.tsx';
import { type Saved, useProject } from '../project/editing.tsx';
import { PersonField } from '../project/PersonField.tsx';
import { stepPlace } from '../project/StepForms.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import { useIdeaStyles } from './ideaStyles.ts';
import { MarkPurchase } from './PurchaseNow.tsx';

const messageOf = (saved: Saved): string => {
  if (saved.type === 'saved') return '';
  return saved.type === 'refused' ? saved.message : projectWords.conflict;
};

type FormProps = {
  readonly save: () => Promise<Saved> | string;
  readonly label?: string;
  readonly children?: ReactNode;
};

/** What is filled in, and one button; why it could not be stored stands under it. */
const SmallForm = ({ save, label = ideasPageWords.save, children }: FormProps) => {
  const styles = useIdeaStyles();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    const saving = save();
    if (typeof saving === 'string') return setProblem(saving);
    setBusy(true);
    setProblem(messageOf(await saving));
    setBusy(false);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void send();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {children}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {label}
        </Button>
        {problem !== '' && (
          <span className={styles.problem} role="alert">
            {problem}
          </span>
        )}
      </div>
    </form>
  );
};

const useChange = () => {
  const { reply, save } = useProject();
  return (changes: ProjectChanges) =>
    save({ project: reply.project, revision: reply.revision }, changes);
};

const useTicking = (code: StepCode, step: Step | undefined) => {
  const { putStep } = useProject();
  return (note = step?.note ?? '') => putStep(code, { done: true, note });
};

type StepProps = { readonly code: StepCode; readonly step: Step | undefined };

const ProjectOrPurchase = ({ code, step }: StepProps) => {
  const tick = useTicking(code, step);
  const { purchase } = useProject().reply.inquiries;
  return (
    <>
      <SmallForm label={ideasPageWords.isProject} save={() => tick()} />
      {purchase && <MarkPurchase purchase={purchase} />}
    </>
  );
};

/** What was found goes on the card to whoever is asked whether the idea is wanted. */
const Blockers = ({ code, step }: StepProps) => {
  const tick = useTicking(code, step);
  const { project } = useProject().reply;
  const [found, setFound, typing] = useTyped(stepPlace(project.id, code), step?.note ?? '');
  const send = async (): Promise<Saved> => {
    const saved = await tick(found.trim());
    if (saved.type === 'saved') typing.forget();
    return saved;
  };
  return (
    <SmallForm save={() => (isReason(found) ? send() : ideasPageWords.foundMissing)}>
      <TypedBefore typing={typing} />
      <Field label={ideasPageWords.found} hint={ideasPageWords.foundHint}>
        <Input value={found} maxLength={1_000} onChange={(_, data) => setFound(data.value)} />
      </Field>
    </SmallForm>
  );
};

const FirstPriority = () => {
  const change = useChange();
  const [priority, setPriority] = useState<(typeof interestPriorities)[number]>('medium');
  return (
    <SmallForm save={() => change({ firstPriority: priority })}>
      <Field label={projectWords.firstPriority}>
        <Select
          value={priority}
          onChange={(_, { value }) =>
            setPriority(interestPriorities.find((one) => one === value) ?? 'medium')
          }
        >
          {interestPriorities.map((one) => (
            <option key={one} value={one}>
              {priorityNames[one]}
            </option>
          ))}
        </Select>
      </Field>
    </SmallForm>
  );
};

const Appoint = ({ field }: { readonly field: 'ownerId' | 'leadId' }) => {
  const change = useChange();
  const [personId, setPersonId] = useState<string | null>(null);
  const label = field === 'ownerId' ? projectWords.owner : projectWords.lead;
  return (
    <SmallForm
      save={() => (personId === null ? ideasPageWords.somebody : change({ [field]: personId }))}
    >
      <PersonField label={label} personId={personId} onPerson={setPersonId} />
    </SmallForm>
  );
};

const Interest = ({ code, step }: StepProps) => {
  const { interest } = useProject().reply;
  const styles = useIdeaStyles();
  return (
    <div className={styles.actions}>
      {interest && <InterestWord line={interest} isNext />}
      {interest?.answers !== true && <MissingStep code={code} step={step} />}
    </div>
  );
};

/** All six are done: it can be described. */
const Ready = () => {
  const change = useChange();
  return <SmallForm label={ideasPageWords.start} save={() => change({ status: 'active' })} />;
};

const NextStep = ({ code, step }: StepProps) => {
  switch (code) {
    case 'blockers':
      return <Blockers code={code} step={step} />;
    case 'interest':
      return <Interest code={code} step={step} />;
    case 'firstPriority':
      return <FirstPriority />;
    case 'ownerAppointed':
      return <Appoint field="ownerId" />;
    case 'leadAppointed':
      return <Appoint field="leadId" />;
    default:
      return <ProjectOrPurchase code={code} step={step} />;
  }
};

/** Whether the reader may do the next step. */
const useMayNext = (present: StepCode | null): boolean => {
  const { reply, mayChange, mayTick } = useProject();
  if (present === null) return mayChange('status');
  if (present === 'firstPriority') return mayChange('firstPriority');
  if (present === 'ownerAppointed') return mayChange('ownerId');
  if (present === 'leadAppointed') return mayChange('leadId');
  const { interest } = reply;
  const isAsked = present === 'interest' && (interest?.answers || interest?.waits !== null);
  return mayTick(present) || isAsked === true;
};

/** What comes next, and the one button that does it; whoever may not is told who has it. */
export const IntakeNow = ({
  present,
  step,
}: {
  readonly present: StepCode | null;
  readonly step: Step | undefined;
}) => {
  const styles = useIdeaStyles();
  const mayNext = useMayNext(present);
  const { reply } = useProject();
  const change = useChange();
  const [problem, setProblem] = useState('');
  const mayLayAside = reply.mayChange.includes('status');
  const name = present === null ? ideasPageWords.ready : (intakeNames[present] ?? '');
  return (
    <div className={styles.now}>
      <span className={styles.nowWord}>{ideasPageWords.now}</span>
      <span className={styles.strong}>{name}</span>
      {!mayNext && <span>{ideasPageWords.notYours}</span>}
      {mayNext && present === null && <Ready />}
      {mayNext && present !== null && <NextStep key={present} code={present} step={step} />}
      {mayLayAside && (
        <div className={styles.actions}>
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              void change({ status: 'backlog' }).then((saved) => setProblem(messageOf(saved)))
            }
          >
            {ideasPageWords.toBacklog}
          </Button>
          {problem !== '' && (
            <span className={styles.problem} role="alert">
              {problem}
            </span>
          )}
        </div>
      )}
    </div>
  );
};
