import { type RequestReply, postMeetingDecision as shape } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { recordMeetingDecision } from '#shared/useCases/steerRequest.ts';
import { type ApiParts, bodyOf, idIn, type Turn } from './context.ts';
import { steeredReply } from './steered.ts';

/** POST /api/requests/:id/meeting: writes down what the chefgruppe decided at its meeting. */
export const postMeetingDecision =
  (parts: ApiParts) =>
  async (turn: Turn): Promise<RequestReply> => {
    const requestId = idIn(turn.request, 'id', apiWords.noRequest);
    const { comment, ...choice } = bodyOf(shape, turn.request.body);
    const input = { requestId, choice, comment };
    return steeredReply(parts, turn, await recordMeetingDecision(parts.deps, turn.actor, input));
  };
