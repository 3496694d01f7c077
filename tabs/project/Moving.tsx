import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { isReason } from '#shared/domain/gates.ts';
import { moveName, moveWords } from '#shared/words/screens/moves.ts';
import { useStepName, useStepTemplates } from '../shell/stepNames.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, useIsTyped, useTyped } from '../typed/useTyped.ts';
import { useProject } from './editing.tsx';
import { type Move, movesOf } from './movesOf.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    width: '360px',
    maxWidth: '100%',
    padding: '14px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  left: { margin: 0, color: tokens.colorStatusWarningForeground1 },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground3 },
  buttons: { display: 'flex', gap: '8px' },
});

const movePlace = (projectId: string): Place => ['move', projectId];

const keyOf = (move: Move): string => JSON.stringify(move.changes);

type PickProps = {
  readonly moves: readonly Move[];
  readonly move: Move;
  readonly onPicked: (key: string) => void;
};

const MovePick = ({ moves, move, onPicked }: PickProps) => (
  <Field label={moveWords.what}>
    <Select value={keyOf(move)} onChange={(_, data) => onPicked(data.value)}>
      {moves.map((one) => (
        <option key={keyOf(one)} value={keyOf(one)}>
          {moveName(one.changes)}
        </option>
      ))}
    </Select>
  </Field>
);

const MoveForm = ({ moves, onDone }: { moves: readonly Move[]; onDone: () => void }) => {
  const styles = useStyles();
  const stepName = useStepName();
  const { reply, save } = useProject();
  const [picked, setPicked] = useState('');
  const [reason, setReason, typing] = useTyped(movePlace(reply.project.id), '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const move = moves.find((one) => keyOf(one) === picked) ?? moves[0];
  if (!move) return null;
  const close = (): void => {
    typing.forget();
    onDone();
  };
  const send = async (): Promise<void> => {
    if (move.needsReason && !isReason(reason)) {
      setProblem(moveWords.reasonMissing);
      return;
    }
    setBusy(true);
    const { project, revision } = reply;
    const saved = await save({ project, revision }, move.changes, reason.trim());
    setBusy(false);
    if (saved.type === 'saved') close();
    else setProblem(saved.type === 'refused' ? saved.message : moveWords.changed);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void send();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <TypedBefore typing={typing} />
      <MovePick {...{ moves, move }} onPicked={setPicked} />
      {move.left.length > 0 && (
        <p className={styles.left}>
          {moveWords.left} {move.left.map((code) => stepName(code)).join(', ')}.
        </p>
      )}
      <Field label={move.needsReason ? moveWords.why : moveWords.mayWhy}>
        <Textarea value={reason} maxLength={2_000} onChange={(_, data) => setReason(data.value)} />
      </Field>
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {moveWords.move}
        </Button>
        <Button onClick={close}>{moveWords.cancel}</Button>
      </div>
    </form>
  );
};

/** What moves a project without a gate: on, aside, to a stop, to its end, or to another type. */
export const Moving = () => {
  const { reply } = useProject();
  const [open, setOpen] = useState(useIsTyped(...movePlace(reply.project.id)));
  const moves = movesOf(reply, useStepTemplates());
  if (moves.length === 0) return null;
  return open ? (
    <MoveForm moves={moves} onDone={() => setOpen(false)} />
  ) : (
    <Button onClick={() => setOpen(true)}>{moveWords.open}</Button>
  );
};
