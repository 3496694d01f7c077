import { at } from '#shared/contract/at.ts';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { quarterWords } from '#shared/words/quarter/words.ts';
import type { AnswerPageProps } from '../asking/AskingPage.tsx';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { MinutesPage } from './MinutesPage.tsx';
import { useQuarterStyles } from './quarterStyles.ts';
import { QuarterContext, useOnQuarter } from './useQuarter.ts';

const Loaded = ({
  reply,
  live,
}: {
  readonly reply: QuarterReply;
  readonly live: Live<QuarterReply>;
}) => {
  const styles = useQuarterStyles();
  const onQuarter = useOnQuarter(reply, live);
  return (
    <QuarterContext value={onQuarter}>
      <div className={styles.page}>
        {onQuarter.problem !== '' && (
          <p className={styles.problem} role="alert">
            {onQuarter.problem}
          </p>
        )}
        <p role="status" className={styles.small}>
          {reply.reader.owes ? '' : quarterWords.notYours}
        </p>
        <MinutesPage />
      </div>
    </QuarterContext>
  );
};

/** The minutes among what waits for a chef: read, and signed beside them. */
export const MinutesAnswerPage = ({ id }: AnswerPageProps) => {
  const { state, live } = useLive(at('GET /api/quarters/:id', { id }));
  if (state.type === 'failed') return <AnswerNotFound message={quarterPageWords.unknown} />;
  return state.type === 'ready' ? (
    <Loaded reply={state.value} live={live} />
  ) : (
    <div aria-busy="true" />
  );
};
