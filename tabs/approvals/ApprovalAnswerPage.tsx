import type { ApprovalReply } from '#shared/contract/approvals.ts';
import { at } from '#shared/contract/at.ts';
import type { ApprovalEvent } from '#shared/domain/approvals/approval.ts';
import { approvalPageWords } from '#shared/words/approvals/page.ts';
import { approvalReceipts, ownersQuestionWords } from '#shared/words/approvals/words.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { AskedReceipt, projectSubject, type Said } from '../asking/AskedReceipt.tsx';
import { type AnswerPageProps, AskingPage } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { AnswerApproval } from './AnswerApproval.tsx';
import { ApprovalMatter } from './ApprovalMatter.tsx';

const saidOf = ({ view, reader }: ApprovalReply, event: ApprovalEvent): Said => {
  const { step } = view.now;
  const facts = event.facts ?? view.facts;
  const who = event.byId === reader.id ? askingWords.you : event.byName;
  if (event.kind === 'sentBack')
    return {
      title: approvalReceipts.sentBack(step, facts, who),
      next: reader.answers ? approvalReceipts.nextSentBack : approvalReceipts.leadCorrects(step),
    };
  if (event.kind === 'withdrawn') return { title: approvalReceipts.withdrawn, next: '' };
  const holds = view.yes?.seq === event.seq;
  const next = reader.answers
    ? approvalReceipts.nextApproved(step)
    : approvalReceipts.nextForLead(step);
  return {
    title: approvalReceipts.approved(step, facts, who),
    next: holds ? next : approvalReceipts.changedSince,
  };
};

const Receipt = ({
  reply,
  replied,
  nextHash,
}: {
  readonly reply: ApprovalReply;
  readonly replied: boolean;
  readonly nextHash: string | null;
}) => {
  const { now, project } = reply.view;
  const answer = replied ? null : now.answer;
  const said: Said = now.answer
    ? saidOf(reply, now.answer)
    : { title: approvalPageWords.read, next: approvalPageWords.nothingAsked };
  const shown: Said = replied
    ? { title: exchangeWords.youReplied, next: ownersQuestionWords.sent }
    : said;
  return (
    <AskedReceipt
      subject={projectSubject(project)}
      {...{ nextHash, answer, said: shown }}
      isTicked={replied || answer?.kind === 'approved' || answer?.kind === 'noted'}
    />
  );
};

/** An owner's approval among the matters: the paper, and the answers below it. */
export const ApprovalAnswerPage = ({ id, nextHash, onAnswered }: AnswerPageProps) => {
  const { state, live } = useLive(at('GET /api/approvals/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  return (
    <AskingPage
      reply={reply}
      put={live.put}
      onAnswered={onAnswered}
      matter={<ApprovalMatter reply={reply} />}
      answers={(onMoved) => <AnswerApproval reply={reply} onMoved={onMoved} />}
      receipt={(replied) => <Receipt reply={reply} replied={replied} nextHash={nextHash} />}
    />
  );
};
