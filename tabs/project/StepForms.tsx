import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PatchStep } from '#shared/contract/api.ts';
import { isReason } from '#shared/domain/gates.ts';
import { isPaperCode } from '#shared/domain/papers/paper.ts';
import { type Step, type StepCode, steps } from '#shared/domain/steps.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { projectWords, stepPlanWords } from '#shared/words/screens/project.ts';
import { paperHash } from '../shell/route.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, type Typing, useTyped } from '../typed/useTyped.ts';
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

export const stepPlace = (projectId: string, code: StepCode): Place => ['step', projectId, code];

export const planPlace = (projectId: string, code: StepCode): Place => ['plan', projectId, code];

type StepFormProps = {
  readonly code: StepCode;
  readonly step: Step | undefined;
  readonly onDone: () => void;
};

type FrameProps = StepFormProps & {
  readonly typing: Typing;
  readonly saveLabel: string;
  /** A plan says nothing of whether it is done. */
  readonly plans?: true;
  /** What is stored when it is saved, or why it cannot be. */
  readonly filled: () => Partial<PatchStep> | string;
  readonly children: ReactNode;
};

/** What a step is ticked or planned with; what is in the way stands over the buttons. */
const StepForm = (props: FrameProps) => {
  const { code, typing, saveLabel, plans, filled, children } = props;
  const styles = useStyles();
  const { putStep } = useProject();
  const [problem, setProblem] = useState('');
  const close = (): void => {
    typing.forget();
    props.onDone();
  };
  const save = async (): Promise<void> => {
    const part = filled();
    if (typeof part === 'string') return setProblem(part);
    const saved = await putStep(code, plans ? part : { done: true, ...part });
    if (saved.type === 'refused') setProblem(saved.message);
    else close();
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
      <TypedBefore typing={typing} />
      {children}
      <Problem text={problem} wide />
      <div className={styles.wide}>
        <Button type="submit" appearance="primary">
          {saveLabel}
        </Button>{' '}
        <Button onClick={close}>{projectWords.cancel}</Button>
      </div>
    </form>
  );
};

/** Link, version and reading time of a paper. */
export const PaperForm = (props: StepFormProps) => {
  const styles = useStyles();
  const { code, step } = props;
  const { reply } = useProject();
  const [draft, setDraft, typing] = useTyped(stepPlace(reply.project.id, code), {
    link: step?.link ?? '',
    version: step?.version ?? '',
    minutes: step?.minutes == null ? '' : String(step.minutes),
  });
  const { link, version, minutes } = draft;
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const filled = (): Partial<PatchStep> => {
    const count = Number(minutes);
    const isCount = Number.isInteger(count) && count > 0;
    return { link: link.trim(), version, minutes: isCount ? count : null };
  };
  return (
    <StepForm {...props} {...{ typing, filled }} saveLabel={projectWords.savePaper}>
      {isPaperCode(code) && (
        <a
          className={mergeClasses(styles.wide, styles.link)}
          href={paperHash(reply.project.id, code)}
        >
          {paperWords.writeHere}
        </a>
      )}
      <Field className={styles.wide} label={projectWords.link} hint={projectWords.linkHint}>
        <Input type="url" value={link} onChange={(_, data) => change({ link: data.value })} />
      </Field>
      <Field label={projectWords.version}>
        <Input
          value={version}
          maxLength={60}
          onChange={(_, data) => change({ version: data.value })}
        />
      </Field>
      <Field label={projectWords.minutes}>
        <Input
          inputMode="numeric"
          value={minutes}
          onChange={(_, data) => change({ minutes: data.value })}
        />
      </Field>
      <LinkRemoval code={props.code} step={step} />
    </StepForm>
  );
};

/** What somebody else said is written down with how they said it. */
export const HowForm = (props: StepFormProps) => {
  const styles = useStyles();
  const { project } = useProject().reply;
  const place = stepPlace(project.id, props.code);
  const [note, setNote, typing] = useTyped(place, props.step?.note ?? '');
  const filled = () => (isReason(note) ? { note: note.trim() } : projectWords.howMissing);
  return (
    <StepForm {...props} {...{ typing, filled }} saveLabel={projectWords.save}>
      <Field className={styles.wide} label={projectWords.how} hint={projectWords.howHint}>
        <Input value={note} maxLength={1_000} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </StepForm>
  );
};

const planOf = (step: Step | undefined) => ({
  responsibleId: step?.responsibleId ?? null,
  outside: step?.responsibleId ? '' : (step?.responsible ?? ''),
  due: step?.due ?? '',
  link: step?.link ?? '',
});

/** Who does it, by when and where; somebody outside the list by name. */
export const PlanForm = (props: StepFormProps) => {
  const styles = useStyles();
  const { code, step } = props;
  const isPaper = steps[code].paper === true;
  const { project } = useProject().reply;
  const [draft, setDraft, typing] = useTyped(planPlace(project.id, code), planOf(step), {
    like: planOf(undefined),
  });
  const { responsibleId, outside, due, link } = draft;
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const filled = (): Partial<PatchStep> => ({
    ...(responsibleId === null
      ? { responsible: outside.trim(), responsibleId: null }
      : { responsibleId }),
    due: due === '' ? null : due,
    ...(isPaper ? {} : { link: link.trim() }),
  });
  return (
    <StepForm {...props} {...{ typing, filled }} plans saveLabel={projectWords.save}>
      <PersonField
        label={stepPlanWords.who}
        personId={responsibleId}
        onPerson={(id) => change({ responsibleId: id })}
      />
      <Field label={stepPlanWords.due}>
        <Input type="date" value={due} onChange={(_, data) => change({ due: data.value })} />
      </Field>
      {responsibleId === null && (
        <Field
          className={styles.wide}
          label={stepPlanWords.outside}
          hint={stepPlanWords.outsideHint}
        >
          <Input
            value={outside}
            maxLength={120}
            onChange={(_, data) => change({ outside: data.value })}
          />
        </Field>
      )}
      {!isPaper && (
        <Field className={styles.wide} label={stepPlanWords.where} hint={projectWords.linkHint}>
          <Input type="url" value={link} onChange={(_, data) => change({ link: data.value })} />
        </Field>
      )}
    </StepForm>
  );
};
