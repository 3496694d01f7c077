import { type RequestReply, postReroute as shape } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { rerouteRequest } from '#shared/useCases/steerRequest.ts';
import { type ApiParts, bodyOf, idIn, type Turn } from './context.ts';
import { steeredReply } from './steered.ts';

/** POST /api/requests/:id/reroute: sends a request on to somebody else. */
export const postReroute =
  (parts: ApiParts) =>
  async (turn: Turn): Promise<RequestReply> => {
    const requestId = idIn(turn.request, 'id', apiWords.noRequest);
    const { to, comment } = bodyOf(shape, turn.request.body);
    const input = { requestId, to, comment };
    return steeredReply(parts, turn, await rerouteRequest(parts.deps, turn.actor, input));
  };
