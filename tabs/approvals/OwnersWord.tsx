import type { ApprovalLine } from '#shared/contract/approvals.ts';
import { at } from '#shared/contract/at.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { approvalPageWords } from '#shared/words/approvals/page.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { ChecklistWord } from '../asking/ChecklistWord.tsx';
import { useProject } from '../project/editing.tsx';

const openState = (line: ApprovalLine, owner: string): string => {
  if (line.hasOpenQuestion) return approvalPageWords.ownerAsks(owner);
  const text = line.overdue ? approvalPageWords.late : approvalPageWords.waits;
  return text(owner, hourMoment(line.dueAt ?? ''));
};

/** How it goes with the owner's approval, in a sentence; '' when nothing has happened yet. */
const stateOf = (line: ApprovalLine, owner: string): string => {
  const { answer } = line;
  if (line.isOpen) return openState(line, owner);
  if (!line.hasPaper) return approvalPageWords.missingPaper;
  if (answer?.kind === 'sentBack')
    return approvalPageWords.sentBack(answer.byName, answer.at, answer.comment);
  if (line.hadYes) return approvalPageWords.changed;
  return line.mayBeAsked ? approvalPageWords.sendHint(hourMoment(line.wouldBeDueAt)) : '';
};

/** The owner's approval on the project's page. */
export const OwnersWord = ({ line }: { readonly line: ApprovalLine }) => {
  const { act, reply } = useProject();
  const { id, revision, dueAt } = line;
  const send = () => act(at('POST /api/approvals/:id/moves', { id }), { type: 'asked', revision });
  return (
    <ChecklistWord
      state={stateOf(line, reply.project.ownerName)}
      hash={hashOf({ type: 'decide', requestId: matterIdOf('approval', id) })}
      see={approvalPageWords.see}
      waits={line.waits !== null}
      answers={line.answers}
      ask={
        line.mayBeAsked
          ? {
              label: dueAt === null ? approvalPageWords.askOwner : approvalPageWords.askAgain,
              send,
            }
          : null
      }
    />
  );
};
