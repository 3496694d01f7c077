import { resend } from '#shared/useCases/outbox/resend.ts';
import { resentText } from '#shared/words/screens/reach.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** Tries at once what could not be brought to somebody. */
export const postSendAgain: Handler<'POST /api/people/:id/send-again'> =
  ({ deps, messenger }) =>
  async ({ actor, idIn, body }) => {
    const personId = idIn('id', apiWords.noPerson);
    body();
    const result = await resend(deps, messenger, actor, personId);
    if (result.type === 'notAllowed') throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return { outcome: result.outcome.type, message: resentText(result.name, result.outcome) };
  };
