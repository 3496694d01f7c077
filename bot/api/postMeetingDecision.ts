import { apiWords } from '#shared/messages/api.ts';
import { recordMeetingDecision } from '#shared/useCases/requests/steerRequest.ts';
import type { Handler } from './context.ts';
import { steeredReply } from './steered.ts';

/** Writes down what the chefgruppe decided at its meeting. */
export const postMeetingDecision: Handler<'POST /api/requests/:id/meeting'> =
  (parts) => async (turn) => {
    const requestId = turn.idIn('id', apiWords.noRequest);
    const { comment, ...choice } = turn.body();
    const input = { requestId, choice, comment };
    return steeredReply(parts, turn, await recordMeetingDecision(parts.deps, turn.actor, input));
  };
