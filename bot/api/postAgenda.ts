import { putOnAgenda } from '#shared/useCases/requests/steerRequest.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { steeredReply } from './steered.ts';

/** Puts a hearing on the agenda of the meeting. */
export const postAgenda: Handler<'POST /api/requests/:id/agenda'> = (parts) => async (turn) => {
  const requestId = turn.idIn('id', apiWords.noRequest);
  const { comment } = turn.body();
  const input = { requestId, comment };
  return steeredReply(parts, turn, await putOnAgenda(parts.deps, turn.actor, input));
};
