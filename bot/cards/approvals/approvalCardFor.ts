import type { ApprovalEvent, ApprovalEventKind } from '#shared/domain/approvals/approval.ts';
import { isWaiting } from '#shared/domain/approvals/now.ts';
import type { ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import type { ApprovalReader, ApprovalView } from '#shared/domain/approvals/view.ts';
import { cardsFor } from '../asking/cardsFor.ts';
import { openApprovalCard } from './approvalCard.ts';
import {
  approvalNotice,
  approvalReceipt,
  overdueApproval,
  ownersQuestion,
} from './approvalReceipt.ts';

const answers: readonly ApprovalEventKind[] = ['approved', 'noted', 'sentBack'];
const isAnswer = ({ kind }: ApprovalEvent): boolean => answers.includes(kind);

/** The answer that ended a round; null while it is open, or when it was withdrawn instead. */
const answerIn = (events: readonly ApprovalEvent[], round: number): ApprovalEvent | null => {
  const end = events.find(
    (event) => event.seq > round && (isAnswer(event) || event.kind === 'withdrawn'),
  );
  return end && isAnswer(end) ? end : null;
};

/** The card at a place, and the card after a press that was not stored. */
export const { at: approvalCardAt, failed: failedApprovalCard } = cardsFor<
  ApprovalEvent,
  ApprovalView,
  ApprovalReader,
  ApprovalRefusal
>({
  kinds: {
    ...{ ask: 'approvalAsk', question: 'approvalQuestion' },
    ...{ told: 'approvalTold', overdue: 'approvalOverdue' },
  },
  isWaiting: ({ isOpen, now }) => isOpen && isWaiting(now),
  ...{ isAnswer, answerIn },
  ...{ open: openApprovalCard, receipt: approvalReceipt, notice: approvalNotice },
  ...{ question: ownersQuestion, overdue: overdueApproval },
});
