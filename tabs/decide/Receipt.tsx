import type { RequestReply } from '#shared/contract/api.ts';
import { momentYearText } from '#shared/words/dates.ts';
import { decideWords, receiptHead, receiptNext } from '#shared/words/screens/decidePage.ts';
import { Door } from '../drawing/marks.tsx';
import { AnswerReceipt } from '../shell/AnswerReceipt.tsx';
import { projectHash } from '../shell/route.ts';
import type { Answered } from './AnswerPanel.tsx';
import { matterHash } from './matterIds.ts';

type ReceiptProps = {
  readonly answered: Answered;
  readonly next: RequestReply | null;
};

/** What was stored, and what happens now; a late or double answer is told who decided and when. */
export const Receipt = ({ answered, next }: ReceiptProps) => {
  const { view, reader } = answered.reply;
  const decision = view.state.type === 'ended' ? view.state.decision : null;
  return (
    <AnswerReceipt
      above={<Door state="open" height={56} />}
      name={view.project.title}
      title={receiptHead(view, reader)}
      isTicked
      when={decision ? momentYearText(decision.at) : ''}
      words={decision?.comment ?? ''}
      next={answered.type === 'late' ? answered.message : receiptNext(decision)}
      nextMatter={
        next && {
          hash: matterHash(next.view.request.id),
          label: decideWords.nextIs(next.view.project.title),
        }
      }
      open={{ hash: projectHash(view.project.id), label: decideWords.openProject }}
    />
  );
};
