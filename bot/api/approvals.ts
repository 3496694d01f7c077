import type { ApprovalReply } from '#shared/contract/approvals.ts';
import type { ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import { approvalViewOf } from '#shared/useCases/approvals/approvals.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { approvalReplyOf } from '#shared/useCases/pages/approvalReply.ts';
import { approvalRefusalWords } from '#shared/words/approvals/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

export const approvalRefusalOf = (refusal: ApprovalRefusal, current?: ApprovalReply): ApiRefusal =>
  askingRefusal(refusal.type, approvalRefusalWords(refusal), current);

/** One approval, as the reader sees it. */
export const getApproval: Handler<'GET /api/approvals/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const view = approvalViewOf(deps, idIn('id', apiWords.noApproval));
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noApproval);
    return approvalReplyOf(deps, view, actor);
  };

/** The same rule as the card's. */
export const postMoveOfApproval: Handler<'POST /api/approvals/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noApproval);
    const result = await moveApproval(deps, actor, id, body());
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noApproval);
    const current = approvalReplyOf(deps, result.view, actor);
    if (result.type === 'refused') throw approvalRefusalOf(result.refusal, current);
    return current;
  };
