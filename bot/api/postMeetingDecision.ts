import { recordMeetingDecision } from '#shared/useCases/requests/steerRequest.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { steeredReply } from './steered.ts';

/** Writes down what the chefgruppe decided at its meeting. */
export const postMeetingDecision: Handler<'POST /api/requests/:id/meeting'> =
  (parts) => async (turn) => {
    const requestId = turn.idIn('id', apiWords.noRequest);
    const { comment, noted, ...choice } = turn.body();
    const input = { requestId, choice, comment, noted };
    return steeredReply(parts, turn, await recordMeetingDecision(parts.deps, turn.actor, input));
  };
