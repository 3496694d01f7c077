import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StoryReply } from '#shared/contract/stories.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { momentYearText } from '#shared/words/dates.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { answeredNextText, answeredText } from '#shared/words/stories/answers.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { stateText } from '#shared/words/stories/stories.ts';
import { useApi, useLive } from '../../remote/RemoteContext.tsx';
import { go, lastBoardHash, storyHash } from '../../shell/route.ts';
import { type Moved, StoryContext, type StoryOnPage, sendMove } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { AnswerStory, mayAnswer } from './AnswerStory.tsx';
import { StoryMatter } from './StoryMatter.tsx';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  reading: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '20px 48px 0',
    '@media (max-width: 719px)': { padding: '12px 16px 0' },
  },
  panel: {
    flexShrink: 0,
    maxHeight: '72%',
    overflowY: 'auto',
    padding: '14px 48px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': {
      padding: '10px 16px calc(12px + env(safe-area-inset-bottom))',
      boxShadow: tokens.shadow8,
    },
  },
  receipt: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    maxWidth: '560px',
    paddingTop: '4vh',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
});

type ReceiptProps = {
  readonly reply: StoryReply;
  /** Why the press changed nothing, when it came too late. */
  readonly late: string;
  readonly mine: boolean;
  readonly nextHash: string | null;
};

/** What was stored and what happens now; a late answer is told how it went. */
const StoryReceipt = ({ reply, late, mine, nextHash }: ReceiptProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { now } = reply.view;
  const { answer } = now;
  return (
    <section className={styles.receipt} role="status">
      <span className={page.quiet}>{now.about.title}</span>
      <h1 className={styles.head}>
        {mine && <CheckmarkCircleFilled className={styles.tick} />}
        {mine ? answeredText(now) : stateText(now.kind, now.state)}
      </h1>
      {answer && (
        <span className={page.quiet}>
          {mine ? '' : `${answer.byName}, `}
          {momentYearText(answer.at)}
        </span>
      )}
      {answer && answer.comment !== '' && (
        <blockquote className={page.words}>»{answer.comment}«</blockquote>
      )}
      <span>{mine ? answeredNextText(now) : late}</span>
      <div className={page.buttons}>
        {nextHash !== null && (
          <Button appearance="primary" size="large" onClick={() => go(nextHash)}>
            {decideWords.next}
          </Button>
        )}
        <Button
          size="large"
          appearance={nextHash === null ? 'primary' : 'secondary'}
          onClick={() => go(lastBoardHash())}
        >
          {decideWords.done}
        </Button>
        <Button size="large" appearance="subtle" onClick={() => go(storyHash(now.id))}>
          {storyPageWords.openStory}
        </Button>
      </div>
    </section>
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
  const styles = useStyles();
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
  const styles = useStyles();
  const page = usePageStyles();
  const { state, live } = useLive(at('GET /api/stories/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed')
    return (
      <div className={styles.reading} role="alert">
        <h2 className={page.head}>{decideWords.notFound}</h2>
        <p className={page.quiet}>{state.failure.message}</p>
        <Button onClick={() => go(hashOf({ type: 'decide', requestId: null }))}>
          {decideWords.next}
        </Button>
      </div>
    );
  return <Open {...props} reply={state.value} put={live.put} />;
};
