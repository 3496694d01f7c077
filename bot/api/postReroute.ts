import { rerouteRequest } from '#shared/useCases/requests/steerRequest.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { steeredReply } from './steered.ts';

/** Sends a request on to somebody else. */
export const postReroute: Handler<'POST /api/requests/:id/reroute'> = (parts) => async (turn) => {
  const requestId = turn.idIn('id', apiWords.noRequest);
  const { to, comment } = turn.body();
  const input = { requestId, to, comment };
  return steeredReply(parts, turn, await rerouteRequest(parts.deps, turn.actor, input));
};
