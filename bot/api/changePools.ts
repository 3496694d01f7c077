import { editPool, openYear, type PoolRefusal } from '#shared/useCases/money/editPools.ts';
import { poolRefusalText } from '#shared/words/screens/economy.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { economyReplyOf } from './getEconomy.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: PoolRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'unknown':
      return new ApiRefusal(404, 'unknown', poolRefusalText(refusal));
    case 'notAnAmount':
    case 'notAYearToOpen':
      return new ApiRefusal(422, refusal.type, poolRefusalText(refusal));
    case 'changed':
      return new ApiRefusal(409, refusal.type, poolRefusalText(refusal), {
        beside: { current: refusal.current },
      });
  }
};

/** A pool's budget, on the revision that was read. */
export const patchPool: Handler<'PATCH /api/economy/pools/:id'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noRoute);
    const changed = await editPool(parts.deps, actor, { id, ...body() });
    if (!changed.ok) throw refusalOf(changed.refusal);
    return economyReplyOf(parts, actor, { year: changed.value.value.year });
  };

/** Opens a year with the budgets of the one before. */
export const postYear: Handler<'POST /api/economy/years'> =
  (parts) =>
  async ({ actor, reply, body }) => {
    const { year } = body();
    const opened = await openYear(parts.deps, actor, year);
    if (!opened.ok) throw refusalOf(opened.refusal);
    reply.code(201);
    return economyReplyOf(parts, actor, { year });
  };
