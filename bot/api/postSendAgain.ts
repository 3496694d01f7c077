import { type SendAgainReply, postSendAgain as shape } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { resentText } from '#shared/messages/reach.ts';
import { resend } from '#shared/useCases/resend.ts';
import { type ApiParts, bodyOf, idIn, type Turn } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** POST /api/people/:id/send-again: tries at once what could not be brought to somebody. */
export const postSendAgain =
  ({ deps, messenger }: ApiParts) =>
  async ({ actor, request }: Turn): Promise<SendAgainReply> => {
    const personId = idIn(request, 'id', apiWords.noPerson);
    bodyOf(shape, request.body);
    const result = await resend(deps, messenger, actor, personId);
    if (result.type === 'notAllowed') throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return { outcome: result.outcome.type, message: resentText(result.name, result.outcome) };
  };
