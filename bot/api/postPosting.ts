import { enterPosting } from '#shared/useCases/money/enterPosting.ts';
import { entryRefusalText } from '#shared/words/screens/economy.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { economyReplyOf } from './getEconomy.ts';
import { ApiRefusal } from './reply.ts';

/** Spending, a purchase, a correction or a release; never an edit. */
export const postPosting: Handler<'POST /api/economy/postings'> =
  (parts) =>
  async ({ actor, reply, body }) => {
    const entry = body();
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
