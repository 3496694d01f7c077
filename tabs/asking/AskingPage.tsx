import { type ReactNode, useState } from 'react';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import type { Moved } from './moved.ts';

export type AnswerPageProps = {
  readonly id: string;
  /** What waits after it. */
  readonly nextHash: string | null;
  readonly onAnswered: () => void;
};

/** What every reply about something that is asked says. */
type Asked = { readonly waits: 'answer' | 'reply' | null };

type Props<R extends Asked> = {
  readonly reply: R;
  readonly put: (reply: R) => void;
  readonly onAnswered: () => void;
  readonly matter: ReactNode;
  readonly answers: (onMoved: (moved: Moved<R>, isReply: boolean) => void) => ReactNode;
  /** `replied`: the reader has just replied to a question. */
  readonly receipt: (replied: boolean, answerAgain: () => void) => ReactNode;
};

/** What is asked, the answers below it, and then the receipt. */
export const AskingPage = <R extends Asked>(props: Props<R>) => {
  const { reply, put, onAnswered, matter, answers, receipt } = props;
  const styles = useAnswerStyles();
  const [replied, setReplied] = useState(false);
  const [again, setAgain] = useState(false);
  const onMoved = (moved: Moved<R>, isReply: boolean): void => {
    if (moved.type === 'refused') {
      if (moved.current) put(moved.current);
      return;
    }
    put(moved.reply);
    setAgain(false);
    if (isReply) setReplied(true);
    // A question leaves the matter open; everything else ends it here.
    if (moved.reply.waits === null) onAnswered();
  };
  if (reply.waits === null && !again)
    return <div className={styles.reading}>{receipt(replied, () => setAgain(true))}</div>;
  return (
    <div className={styles.whole}>
      <div className={styles.reading}>{matter}</div>
      <div className={styles.panel}>{answers(onMoved)}</div>
    </div>
  );
};
