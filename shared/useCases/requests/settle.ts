import { settlementOf } from '#shared/domain/request.ts';
import type { Deps } from '../ports.ts';
import { endFrom, endRequest } from './endRequest.ts';
import { type FreshRequest, readRequest } from './views.ts';

/** Ends a request that what was said settles; the request with its end, or null when nothing does. */
const settleRequest = async (deps: Deps, fresh: FreshRequest): Promise<FreshRequest | null> => {
  const settlement = settlementOf(fresh.request.decider, fresh.statements);
  if (settlement.type !== 'decided' && settlement.type !== 'lifted') return null;
  const choice = settlement.type === 'decided' ? settlement.choice : null;
  const end = endFrom(settlement.last, settlement.type, choice);
  const { row } = await endRequest(deps, fresh.request, end);
  return { ...fresh, decision: row.value };
};

/**
 * A request as the lists have it now. What was settled while nobody wrote down the end is ended
 * first: whatever is said or done after it is too late.
 */
export const readSettled = async (
  deps: Deps,
  requestId: string,
): Promise<FreshRequest | undefined> => {
  const fresh = await readRequest(deps, requestId);
  if (!fresh || fresh.decision) return fresh;
  return (await settleRequest(deps, fresh)) ?? fresh;
};
