import { at } from '#shared/contract/at.ts';
import type { EconomyReply } from '#shared/contract/economy.ts';
import type { Pool } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Api } from '../remote/api.ts';

export type BudgetLine = { readonly pool: Pool; readonly revision: string };

export type BudgetSaved =
  | { readonly type: 'saved'; readonly reply: EconomyReply }
  | { readonly type: 'refused'; readonly message: string }
  /** Somebody else changed the budget; the line as it stands now. */
  | { readonly type: 'clash'; readonly line: BudgetLine };

const linesIn = (reply: EconomyReply): readonly BudgetLine[] => [
  ...reply.pools,
  ...reply.fixed.lines,
];

const patch = (api: Api, line: BudgetLine, budgetOre: Ore) =>
  api.send(at('PATCH /api/economy/pools/:id', { id: line.pool.id }), {
    revision: line.revision,
    budgetOre,
  });

const lineNow = async (api: Api, line: BudgetLine): Promise<BudgetLine | string> => {
  const fresh = await api.read(at('GET /api/economy', {}, `year=${line.pool.year}`));
  if (fresh.type === 'failed') return fresh.message;
  const lines = fresh.type === 'done' ? linesIn(fresh.value) : [];
  return lines.find(({ pool }) => pool.id === line.pool.id) ?? line;
};

/**
 * Saves a budget on the figure that was seen. When the row moved but its budget did not, it is
 * saved again on the new row; when the budget did, the new figure is handed back.
 */
export const saveBudget = async (
  api: Api,
  line: BudgetLine,
  budgetOre: Ore,
): Promise<BudgetSaved> => {
  let reply = await patch(api, line, budgetOre);
  if (reply.type === 'failed' && reply.status === 409) {
    const now = await lineNow(api, line);
    if (typeof now === 'string') return { type: 'refused', message: now };
    if (now.pool.budgetOre !== line.pool.budgetOre) return { type: 'clash', line: now };
    reply = await patch(api, now, budgetOre);
  }
  if (reply.type === 'failed') return { type: 'refused', message: reply.message };
  return reply.type === 'done'
    ? { type: 'saved', reply: reply.value }
    : { type: 'refused', message: '' };
};
