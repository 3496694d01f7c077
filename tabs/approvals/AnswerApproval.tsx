import type { ApprovalReply, PostApprovalMove } from '#shared/contract/approvals.ts';
import { at } from '#shared/contract/at.ts';
import { changesSinceYes, openQuestionOf } from '#shared/domain/approvals/view.ts';
import { approvalPageWords } from '#shared/words/approvals/page.ts';
import { approvalWords } from '#shared/words/approvals/words.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { Answers, answerPlace, ReplyForm, useSending } from '../asking/answering.tsx';
import { type Moved, movedBy } from '../asking/moved.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';

type Props = {
  readonly reply: ApprovalReply;
  readonly onMoved: (moved: Moved<ApprovalReply>, isReply: boolean) => void;
};

const labels = (reply: ApprovalReply) => {
  const { now, facts } = reply.view;
  const paper = now.ask?.facts ?? facts;
  return [
    {
      type: 'approved',
      label: approvalWords.approve(now.step, paper, changesSinceYes(reply.view)),
      after: approvalPageWords.afterApprove,
    },
    { type: 'sentBack', label: approvalWords.sendBack, after: approvalPageWords.afterSendBack },
    { type: 'question', label: askingWords.ask, after: approvalPageWords.afterAsk },
  ] as const;
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerApproval = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const page = usePageStyles();
  const { waits, view } = reply;
  const { id, ask, exchanges } = view.now;
  const sending = useSending<PostApprovalMove, ApprovalReply>(
    answerPlace(id, view.now.ask),
    async (move) => movedBy(await api.send(at('POST /api/approvals/:id/moves', { id }), move)),
    (moved, { type }) => onMoved(moved, type === 'reply'),
  );
  const { comment } = sending;
  const question = openQuestionOf(view);
  return (
    <section className={page.section} aria-label={approvalPageWords.yourAnswer}>
      {waits === 'reply' && question !== null ? (
        <ReplyForm<PostApprovalMove>
          question={exchanges.find((one) => one.question.seq === question)?.question}
          sending={sending}
          move={{ type: 'reply', question, comment }}
        />
      ) : (
        <Answers<PostApprovalMove>
          label={approvalPageWords.comment}
          sending={sending}
          buttons={labels(reply).map(({ type, label, after }) => ({
            ...{ key: type, label, after, isPrimary: type === 'approved' },
            move: { type, ask: ask?.seq ?? 0, comment },
          }))}
        />
      )}
    </section>
  );
};
