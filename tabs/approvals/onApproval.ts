import type { ApprovalReply, PostApprovalMove } from '#shared/contract/approvals.ts';
import { at } from '#shared/contract/at.ts';
import type { Api } from '../remote/api.ts';

/** What a press came to, as the page shows it. */
export type ApprovalMoved =
  | { readonly type: 'done'; readonly reply: ApprovalReply }
  | {
      readonly type: 'refused';
      readonly message: string;
      /** The approval as it is now, when it is another than the one that was pressed on. */
      readonly current: ApprovalReply | null;
    };

const holdsCurrent = (body: unknown): body is { readonly current: ApprovalReply } =>
  typeof body === 'object' && body !== null && 'current' in body;

export const sendApprovalMove = async (
  api: Api,
  id: string,
  move: PostApprovalMove,
): Promise<ApprovalMoved> => {
  const sent = await api.send(at('POST /api/approvals/:id/moves', { id }), move);
  if (sent.type === 'done') return { type: 'done', reply: sent.value };
  if (sent.type === 'unchanged') return { type: 'refused', message: '', current: null };
  const current = holdsCurrent(sent.body) ? sent.body.current : null;
  return { type: 'refused', message: sent.message, current };
};
