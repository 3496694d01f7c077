import { type RequestReply, postAgenda as shape } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { putOnAgenda } from '#shared/useCases/steerRequest.ts';
import { type ApiParts, bodyOf, idIn, type Turn } from './context.ts';
import { steeredReply } from './steered.ts';

/** POST /api/requests/:id/agenda: puts a hearing on the agenda of the meeting. */
export const postAgenda =
  (parts: ApiParts) =>
  async (turn: Turn): Promise<RequestReply> => {
    const requestId = idIn(turn.request, 'id', apiWords.noRequest);
    const { comment } = bodyOf(shape, turn.request.body);
    const input = { requestId, comment };
    return steeredReply(parts, turn, await putOnAgenda(parts.deps, turn.actor, input));
  };
