import {
  Button,
  Field,
  Link,
  makeStyles,
  mergeClasses,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { type ClosingLeft, leftToClose, takesOver } from '#shared/domain/closing.ts';
import { closingWords, leftText } from '#shared/words/screens/closing.ts';
import { moveWords } from '#shared/words/screens/moves.ts';
import { projectHash } from '../shell/route.ts';
import { useStepTemplates } from '../shell/stepNames.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import { useProject } from './editing.tsx';
import { movesOf } from './movesOf.ts';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0 0 12px', padding: 0 },
  left: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 0' },
  open: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  form: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '420px' },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});

const leftIn = ({ steps, units, benefits }: ProjectReply): readonly ClosingLeft[] =>
  leftToClose({
    doneSteps: new Set(steps.filter(({ done }) => done).map(({ code }) => code)),
    unitsLeft: units.filter(({ state }) => state === 'planned').length,
    benefitsLeft: benefits.left,
  });

const places: Record<ClosingLeft['type'], string> = {
  units: 'spredning',
  step: 'gate',
  benefit: 'gevinster',
};

const Left = ({ left }: { readonly left: ClosingLeft }) => {
  const styles = useStyles();
  const made = useStepTemplates();
  const { project } = useProject().reply;
  return (
    <li className={styles.left}>
      <CircleRegular className={styles.open} fontSize={18} aria-hidden="true" />
      <Link href={projectHash(project.id, places[left.type])}>{leftText(left, made)}</Link>
    </li>
  );
};

/** One press, with a word why where no gate has said it. */
const CloseForm = () => {
  const styles = useStyles();
  const made = useStepTemplates();
  const { reply, save } = useProject();
  const move = movesOf(reply, made).find(({ changes }) => changes.status === 'closed');
  const [reason, setReason, typing] = useTyped(['close', reply.project.id], '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  if (!move) return <p className={styles.text}>{closingWords.whoCloses}</p>;
  const close = async (): Promise<void> => {
    setBusy(true);
    const { project, revision } = reply;
    const saved = await save({ project, revision }, move.changes, reason.trim());
    setBusy(false);
    if (saved.type === 'saved') typing.forget();
    if (saved.type === 'refused') setProblem(saved.message);
    if (saved.type === 'conflict') setProblem(moveWords.changed);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void close();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <TypedBefore typing={typing} />
      {move.needsReason && (
        <Field label={closingWords.why}>
          <Textarea
            value={reason}
            maxLength={2_000}
            onChange={(_, data) => setReason(data.value)}
          />
        </Field>
      )}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {closingWords.close}
        </Button>
      </div>
    </form>
  );
};

const Standing = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const left = leftIn(reply);
  if (reply.project.status === 'closed')
    return <p className={styles.text}>{closingWords.closed}</p>;
  if (left.length > 0)
    return (
      <>
        <p className={styles.text}>{closingWords.left(left.length)}</p>
        <ul className={styles.list}>
          {left.map((one) => (
            <Left key={one.type === 'step' ? one.code : one.type} left={one} />
          ))}
        </ul>
      </>
    );
  return (
    <>
      <p className={styles.left}>
        <CheckmarkCircleFilled className={styles.done} fontSize={18} aria-hidden="true" />
        {closingWords.nothingLeft}
      </p>
      <CloseForm />
    </>
  );
};

/** Drift og afslutning: who takes over, that DigiTek lets go, and what is left before it is closed. */
export const Closing = () => {
  const styles = useStyles();
  const { project, steps } = useProject().reply;
  const { status, phase } = project;
  const isRun = phase === 'operation' || phase === 'spread';
  if (!isRun || (status !== 'operating' && status !== 'closed')) return null;
  const organisation = steps.find(({ code }) => code === 'operatingOrganisation');
  const hasLetGo = steps.some(({ code, done }) => code === 'leadLetsGo' && done);
  return (
    <Section id="afslutning" title={closingWords.title}>
      <p className={styles.text}>{closingWords.takesOver(takesOver(project, organisation))}</p>
      <p className={mergeClasses(styles.text, styles.quiet)}>
        {hasLetGo ? closingWords.letGo : closingWords.mandate}
      </p>
      <Standing />
    </Section>
  );
};
