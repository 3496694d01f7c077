import { type EconomyReply, economyFilter, postingsAtOnce } from '#shared/contract/economy.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { type EconomyQuestion, economyOf } from '#shared/useCases/pages/economyPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { type ApiParts, type Handler, readAs } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** Who may see the pools at all; owners see their own project's on its page. */
export const demandPools = (actor: Actor): void => {
  if (!may(actor, 'seePools')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
};

/** A year's money as the page shows it. */
export const economyReplyOf = (
  parts: ApiParts,
  actor: Actor,
  question: EconomyQuestion,
): EconomyReply => {
  const economy = economyOf(parts.deps, question);
  const titles = new Map(
    economy.postings.flatMap((posting) =>
      posting.projectId ? [[posting.projectId, posting.projectTitle] as const] : [],
    ),
  );
  return {
    asOf: parts.freshness.asOf(),
    ...economy,
    postings: economy.postings.slice(0, postingsAtOnce),
    found: economy.postings.length,
    projects: [...titles].map(([id, title]) => ({ id, title })),
    mayEnter: may(actor, 'enterSpending'),
    mayChange: may(actor, 'changeSettings'),
  };
};

/** A year's money, filtered by what stands in the address. */
export const getEconomy: Handler<'GET /api/economy'> =
  (parts) =>
  ({ actor, request }) => {
    demandPools(actor);
    return economyReplyOf(parts, actor, readAs(economyFilter, request.query));
  };
