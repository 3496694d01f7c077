import { withdrawRequest } from '#shared/useCases/requests/steerRequest.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { steeredReply } from './steered.ts';

/** Takes a request back. */
export const postWithdraw: Handler<'POST /api/requests/:id/withdraw'> = (parts) => async (turn) => {
  const requestId = turn.idIn('id', apiWords.noRequest);
  const { comment } = turn.body();
  const input = { requestId, comment };
  return steeredReply(parts, turn, await withdrawRequest(parts.deps, turn.actor, input));
};
