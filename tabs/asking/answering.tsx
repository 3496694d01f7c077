import { Button, Field, mergeClasses, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { exchangeWords } from '#shared/words/asking/words.ts';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { Problems } from '../stories/Problems.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, type Typing, useTyped } from '../typed/useTyped.ts';
import type { Moved } from './moved.ts';

/** What is asked, as it was asked this time: what was typed to another time is no answer to it. */
export const answerPlace = (id: string, ask: { readonly seq: number } | null): Place => [
  'answer',
  id,
  String(ask?.seq ?? 0),
];

export type Sending<M> = {
  readonly typing: Typing;
  readonly busy: boolean;
  readonly problem: string;
  readonly comment: string;
  readonly setComment: (comment: string) => void;
  readonly send: (move: M) => void;
};

/** What was typed stays until it is stored; however often it is pressed meanwhile, it is sent once. */
export const useSending = <M, R>(
  place: Place,
  sendMove: (move: M) => Promise<Moved<R>>,
  onMoved: (moved: Moved<R>, move: M) => void,
): Sending<M> => {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [comment, setComment, typing] = useTyped(place, '');
  const sendOnce = async (move: M): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem('');
    const moved = await sendMove(move);
    running.current = false;
    setBusy(false);
    if (moved.type === 'refused') setProblem(moved.message);
    else {
      typing.forget();
      setComment('');
    }
    onMoved(moved, move);
  };
  return { busy, problem, comment, setComment, typing, send: (move) => void sendOnce(move) };
};

/** The one field of an answer, and why it was not stored. */
const CommentField = <M,>({
  label,
  sending: { comment, setComment, problem, typing },
}: {
  readonly label: string;
  readonly sending: Sending<M>;
}) => (
  <>
    <TypedBefore typing={typing} />
    <Field label={label}>
      <Textarea
        className={useAnswerStyles().field}
        value={comment}
        maxLength={longestComment}
        rows={2}
        onChange={(_, data) => setComment(data.value)}
      />
    </Field>
    <Problems problems={problem === '' ? [] : [problem]} />
  </>
);

export type AnswerButton<M> = {
  readonly key: string;
  readonly label: string;
  /** What happens then, in small. */
  readonly after: string;
  readonly isPrimary: boolean;
  /** Half as wide on a phone, without what happens then: it makes room for the others. */
  readonly isMinor?: boolean;
  readonly move: M;
};

type ChoicesProps<M> = {
  readonly sending: Sending<M>;
  readonly buttons: readonly AnswerButton<M>[];
};

/** The answers in the order of the card. */
export const Choices = <M,>({ sending, buttons }: ChoicesProps<M>) => {
  const styles = useAnswerStyles();
  const isPaired = buttons.some(({ isMinor }) => isMinor);
  return (
    <div className={mergeClasses(styles.buttons, isPaired && styles.paired)}>
      {buttons.map((button) => (
        <Button
          key={button.key}
          className={mergeClasses(
            styles.button,
            isPaired && !button.isMinor && styles.wide,
            button.isMinor && styles.minor,
          )}
          size="large"
          appearance={button.isPrimary ? 'primary' : 'secondary'}
          disabledFocusable={sending.busy}
          onClick={() => sending.send(button.move)}
        >
          <span>
            <span className={styles.label}>{button.label}</span>
            <span className={mergeClasses(styles.after, button.isMinor && styles.onlyWide)}>
              {button.after}
            </span>
          </span>
        </Button>
      ))}
    </div>
  );
};

/** The answers, and the field that goes with them. */
export const Answers = <M,>({
  label,
  sending,
  buttons,
}: ChoicesProps<M> & { readonly label: string }) => (
  <>
    <CommentField label={label} sending={sending} />
    <Choices sending={sending} buttons={buttons} />
  </>
);

/** The lead's reply to a question. */
export const ReplyForm = <M,>({
  question,
  sending,
  move,
}: {
  readonly question: { readonly byName: string; readonly comment: string } | undefined;
  readonly sending: Sending<M>;
  readonly move: M;
}) => (
  <>
    <CommentField
      label={`${exchangeWords.asks(question?.byName ?? '')}: »${question?.comment ?? ''}«`}
      sending={sending}
    />
    <div>
      <Button
        appearance="primary"
        disabledFocusable={sending.busy}
        onClick={() => sending.send(move)}
      >
        {exchangeWords.sendReply}
      </Button>
    </div>
  </>
);
