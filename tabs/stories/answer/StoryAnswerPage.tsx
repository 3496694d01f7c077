import { useMemo, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StoryReply } from '#shared/contract/stories.ts';
import { momentYearText } from '#shared/words/dates.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { answeredNextText, answeredText } from '#shared/words/stories/answers.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { stateText } from '#shared/words/stories/stories.ts';
import { useApi, useLive } from '../../remote/RemoteContext.tsx';
import { AnswerNotFound, AnswerReceipt } from '../../shell/AnswerReceipt.tsx';
import { useAnswerStyles } from '../../shell/answerStyles.ts';
import { storyHash } from '../../shell/route.ts';
import { type Moved, StoryContext, type StoryOnPage, sendMove } from '../onStory.tsx';
import { AnswerStory, mayAnswer } from './AnswerStory.tsx';
import { StoryMatter } from './StoryMatter.tsx';

type ReceiptProps = {
  readonly reply: StoryReply;
  /** Why the press changed nothing, when it came too late. */
  readonly late: string;
  readonly mine: boolean;
  readonly nextHash: string | null;
};

/** What was stored and what happens now; a late answer is told how it went. */
const StoryReceipt = ({ reply, late, mine, nextHash }: ReceiptProps) => {
  const { now } = reply.view;
  const { answer } = now;
  const who = mine || !answer ? '' : `${answer.byName}, `;
  return (
    <AnswerReceipt
      name={now.about.title}
      title={mine ? answeredText(now) : stateText(now.kind, now.state)}
      isTicked={mine}
      when={answer ? `${who}${momentYearText(answer.at)}` : ''}
      words={answer?.comment ?? ''}
      next={mine ? answeredNextText(now) : late}
      nextMatter={nextHash === null ? null : { hash: nextHash, label: decideWords.next }}
      open={{ hash: storyHash(now.id), label: storyPageWords.openStory }}
    />
  );
};

type PageProps = {
  readonly id: string;
  readonly nextHash: string | null;
  readonly onAnswered: () => void;
};

const Open = ({
  reply,
  put,
  nextHash,
  onAnswered,
}: Omit<PageProps, 'id'> & {
  readonly reply: StoryReply;
  readonly put: (reply: StoryReply) => void;
}) => {
  const styles = useAnswerStyles();
  const api = useApi();
  const { now } = reply.view;
  const [answered, setAnswered] = useState<Moved | null>(null);
  const story = useMemo<StoryOnPage>(
    // The receipt comes first; the story as it is then is put in with it.
    () => ({ reply, move: (move) => sendMove(api, () => undefined, now.id, move) }),
    [reply, api, now.id],
  );
  const take = (moved: Moved): void => {
    setAnswered(moved);
    if (moved.type === 'done') put(moved.reply);
    if (moved.type === 'behind') put(moved.current);
    onAnswered();
  };
  if (answered !== null && answered.type !== 'refused')
    return (
      <div className={styles.reading}>
        <StoryReceipt
          reply={answered.type === 'done' ? answered.reply : answered.current}
          late={answered.type === 'behind' ? answered.message : ''}
          mine={answered.type === 'done'}
          nextHash={nextHash}
        />
      </div>
    );
  if (!mayAnswer(reply))
    return (
      <div className={styles.reading}>
        <StoryReceipt reply={reply} late="" mine={false} nextHash={nextHash} />
      </div>
    );
  return (
    <StoryContext value={story}>
      <div className={styles.whole}>
        <div className={styles.reading}>
          <StoryMatter />
        </div>
        <div className={styles.panel}>
          <AnswerStory onAnswered={take} />
        </div>
      </div>
    </StoryContext>
  );
};

/** A story among the matters to answer: the exact text, and the answers below it. */
export const StoryAnswerPage = ({ id, ...props }: PageProps) => {
  const { state, live } = useLive(at('GET /api/stories/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  return <Open {...props} reply={state.value} put={live.put} />;
};
