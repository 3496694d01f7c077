import type { ReactNode } from 'react';
import type { Live, Remote } from '../remote/live.ts';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { AskedReceipt, type Said, type Subject } from './AskedReceipt.tsx';
import { type AnswerPageProps, AskingPage } from './AskingPage.tsx';
import type { Moved } from './moved.ts';

type Word = { readonly at: string; readonly comment: string };

/** What every reply about something that one person is asked says. */
type AskedReply = {
  readonly waits: 'answer' | 'reply' | null;
  readonly reader: { readonly answers: boolean };
  readonly view: {
    readonly isOpen: boolean;
    readonly now: { readonly ask: object | null; readonly word: Word | null };
  };
};

type Props<R extends AskedReply> = Omit<AnswerPageProps, 'id'> & {
  readonly state: Remote<R>;
  readonly live: Live<R>;
  readonly subjectOf: (reply: R) => Subject;
  /** `replied`: the reader has just replied to a question. */
  readonly saidOf: (reply: R, replied: boolean) => Said;
  readonly again: string;
  /** What the reader has said and may put right, while others are waited for. */
  readonly ownWordOf?: (reply: R) => Word | null;
  readonly matter: (reply: R, onChanged: () => void) => ReactNode;
  readonly answers: (reply: R, onMoved: (moved: Moved<R>, isReply: boolean) => void) => ReactNode;
};

/** Something that one person is asked about, among the matters: the same for every kind of it. */
export const AnswerPageOf = <R extends AskedReply>(props: Props<R>) => {
  const { state, live, subjectOf, saidOf, again, matter, answers, nextHash, onAnswered } = props;
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  const { now, isOpen } = reply.view;
  const receipt = (replied: boolean, answerAgain: () => void) => {
    const own = props.ownWordOf?.(reply) ?? null;
    const answer = replied ? null : (now.word ?? own);
    const isMine = own !== null || (reply.reader.answers && now.word !== null);
    const mayAgain = isMine && isOpen && now.ask !== null;
    return (
      <AskedReceipt
        {...{ nextHash, answer, subject: subjectOf(reply), said: saidOf(reply, replied) }}
        isTicked={replied || answer !== null}
        again={mayAgain ? { label: again, onClick: answerAgain } : null}
      />
    );
  };
  return (
    <AskingPage
      {...{ reply, put: live.put, onAnswered, receipt }}
      matter={matter(reply, live.refresh)}
      answers={(onMoved) => answers(reply, onMoved)}
    />
  );
};
