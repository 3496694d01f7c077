import { type EconomyReply, postPosting as shape } from '#shared/contract/economy.ts';
import { apiWords } from '#shared/messages/api.ts';
import { entryRefusalText } from '#shared/messages/economy.ts';
import { enterPosting } from '#shared/useCases/enterPosting.ts';
import { type ApiParts, bodyOf, type Turn } from './context.ts';
import { economyReplyOf } from './getEconomy.ts';
import { ApiRefusal } from './reply.ts';

/** POST /api/economy/postings: spending, a purchase, a correction or a release; never an edit. */
export const postPosting =
  (parts: ApiParts) =>
  async ({ actor, request, reply }: Turn): Promise<EconomyReply> => {
    const entry = bodyOf(shape, request.body);
    const entered = await enterPosting(parts.deps, actor, entry);
    if (!entered.ok) {
      const { refusal } = entered;
      if (refusal.type === 'notAllowed')
        throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
      throw new ApiRefusal(422, refusal.type, entryRefusalText(refusal));
    }
    reply.code(201);
    return economyReplyOf(parts, actor, { year: Number(entry.poolRow.slice(0, 4)) });
  };
