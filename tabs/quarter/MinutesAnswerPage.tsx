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

/** What the reader has said of the present version, where they owe no word of it any more. */
const saidBy = ({ reader, approvals, proposals, version }: QuarterReply): string => {
  const isOwn = ({ seat }: { readonly seat: string | null }): boolean => seat === reader.seat;
  if (reader.owes) return '';
  if (reader.seat !== null && approvals.some(isOwn)) return quarterWords.youApproved(version);
  if (reader.seat !== null && proposals.some(isOwn)) return quarterWords.youProposed;
  return quarterWords.notYours;
};

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
        <p role="status" className={styles.said}>
          {saidBy(reply)}
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
