import { type RequestReply, postWithdraw as shape } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { withdrawRequest } from '#shared/useCases/steerRequest.ts';
import { type ApiParts, bodyOf, idIn, type Turn } from './context.ts';
import { steeredReply } from './steered.ts';

/** POST /api/requests/:id/withdraw: takes a request back. */
export const postWithdraw =
  (parts: ApiParts) =>
  async (turn: Turn): Promise<RequestReply> => {
    const requestId = idIn(turn.request, 'id', apiWords.noRequest);
    const { comment } = bodyOf(shape, turn.request.body);
    const input = { requestId, comment };
    return steeredReply(parts, turn, await withdrawRequest(parts.deps, turn.actor, input));
  };
