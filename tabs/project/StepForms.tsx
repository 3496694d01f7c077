import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PatchStep } from '#shared/contract/api.ts';
import { isReason } from '#shared/domain/gates.ts';
import { isPaperCode } from '#shared/domain/papers/paper.ts';
import { type Step, type StepCode, steps } from '#shared/domain/steps.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { projectWords, stepPlanWords } from '#shared/words/screens/project.ts';
import { paperHash } from '../shell/route.ts';
import { useProject } from './editing.tsx';
import { LinkRemoval } from './LinkRemoval.tsx';
import { PersonField } from './PersonField.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: '10px',
    paddingTop: '10px',
  },
  plan: { gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))' },
  wide: { gridColumn: '1 / -1' },
  link: { color: tokens.colorBrandForegroundLink },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Why something could not be stored. */
export const Problem = ({
  text,
  wide = false,
}: {
  readonly text: string;
  readonly wide?: boolean;
}) => {
  const styles = useStyles();
  return (
    text !== '' && (
      <span className={mergeClasses(styles.problem, wide && styles.wide)} role="alert">
        {text}
      </span>
    )
  );
};

type StepFormProps = {
  readonly code: StepCode;
  readonly step: Step | undefined;
  readonly onDone: () => void;
};

type FrameProps = StepFormProps & {
  readonly saveLabel: string;
  /** A plan says nothing of whether it is done. */
  readonly plans?: true;
  /** What is stored when it is saved, or why it cannot be. */
  readonly filled: () => Partial<PatchStep> | string;
  readonly children: ReactNode;
};

/** What a step is ticked or planned with; what is in the way stands over the buttons. */
const StepForm = ({ code, onDone, saveLabel, plans, filled, children }: FrameProps) => {
  const styles = useStyles();
  const { putStep } = useProject();
  const [problem, setProblem] = useState('');
  const save = async (): Promise<void> => {
    const part = filled();
    if (typeof part === 'string') return setProblem(part);
    const saved = await putStep(code, plans ? part : { done: true, ...part });
    if (saved.type === 'refused') setProblem(saved.message);
    else onDone();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form
      className={mergeClasses(styles.form, plans && styles.plan)}
      onSubmit={onSubmit}
      noValidate
    >
      {children}
      <Problem text={problem} wide />
      <div className={styles.wide}>
        <Button type="submit" appearance="primary">
          {saveLabel}
        </Button>{' '}
        <Button onClick={onDone}>{projectWords.cancel}</Button>
      </div>
    </form>
  );
};

/** Link, version and reading time of a paper. */
export const PaperForm = (props: StepFormProps) => {
  const styles = useStyles();
  const { code, step } = props;
  const { reply } = useProject();
  const [link, setLink] = useState(step?.link ?? '');
  const [version, setVersion] = useState(step?.version ?? '');
  const [minutes, setMinutes] = useState(step?.minutes == null ? '' : String(step.minutes));
  const filled = (): Partial<PatchStep> => {
    const count = Number(minutes);
    const isCount = Number.isInteger(count) && count > 0;
    return { link: link.trim(), version, minutes: isCount ? count : null };
  };
  return (
    <StepForm {...props} saveLabel={projectWords.savePaper} filled={filled}>
      {isPaperCode(code) && (
        <a
          className={mergeClasses(styles.wide, styles.link)}
          href={paperHash(reply.project.id, code)}
        >
          {paperWords.writeHere}
        </a>
      )}
      <Field className={styles.wide} label={projectWords.link} hint={projectWords.linkHint}>
        <Input type="url" value={link} onChange={(_, data) => setLink(data.value)} />
      </Field>
      <Field label={projectWords.version}>
        <Input value={version} maxLength={60} onChange={(_, data) => setVersion(data.value)} />
      </Field>
      <Field label={projectWords.minutes}>
        <Input inputMode="numeric" value={minutes} onChange={(_, data) => setMinutes(data.value)} />
      </Field>
      <LinkRemoval code={props.code} step={step} />
    </StepForm>
  );
};

/** What somebody else said is written down with how they said it. */
export const HowForm = (props: StepFormProps) => {
  const styles = useStyles();
  const [note, setNote] = useState(props.step?.note ?? '');
  const filled = () => (isReason(note) ? { note: note.trim() } : projectWords.howMissing);
  return (
    <StepForm {...props} saveLabel={projectWords.save} filled={filled}>
      <Field className={styles.wide} label={projectWords.how} hint={projectWords.howHint}>
        <Input value={note} maxLength={1_000} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </StepForm>
  );
};

/** Who does it, by when and where; somebody outside the list by name. */
export const PlanForm = (props: StepFormProps) => {
  const styles = useStyles();
  const { code, step } = props;
  const isPaper = steps[code].paper === true;
  const [responsibleId, setResponsibleId] = useState(step?.responsibleId ?? null);
  const [outside, setOutside] = useState(step?.responsibleId ? '' : (step?.responsible ?? ''));
  const [due, setDue] = useState(step?.due ?? '');
  const [link, setLink] = useState(step?.link ?? '');
  const filled = (): Partial<PatchStep> => ({
    ...(responsibleId === null
      ? { responsible: outside.trim(), responsibleId: null }
      : { responsibleId }),
    due: due === '' ? null : due,
    ...(isPaper ? {} : { link: link.trim() }),
  });
  return (
    <StepForm {...props} plans saveLabel={projectWords.save} filled={filled}>
      <PersonField label={stepPlanWords.who} personId={responsibleId} onPerson={setResponsibleId} />
      <Field label={stepPlanWords.due}>
        <Input type="date" value={due} onChange={(_, data) => setDue(data.value)} />
      </Field>
      {responsibleId === null && (
        <Field
          className={styles.wide}
          label={stepPlanWords.outside}
          hint={stepPlanWords.outsideHint}
        >
          <Input value={outside} maxLength={120} onChange={(_, data) => setOutside(data.value)} />
        </Field>
      )}
      {!isPaper && (
        <Field className={styles.wide} label={stepPlanWords.where} hint={projectWords.linkHint}>
          <Input type="url" value={link} onChange={(_, data) => setLink(data.value)} />
        </Field>
      )}
    </StepForm>
  );
};
