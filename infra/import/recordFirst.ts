import { type Change, firstHash, type HistoryEntry, sealedTextOf } from '#shared/domain/history.ts';
import { recordHistory } from '#shared/useCases/record/recordHistory.ts';
import type { Wired } from '../../bot/wiring.ts';

type First = { readonly subject: string; readonly change: Change };

/**
 * The first entries of many chains at once. A chain that somebody has begun meanwhile refuses its
 * key and is appended to in the ordinary way.
 */
export const recordFirst = async (wired: Wired, firsts: readonly First[]): Promise<void> => {
  const entries = firsts.map(({ subject, change }): HistoryEntry => {
    const unsealed = { ...change, id: `${subject}:1`, subject, seq: 1, previousHash: firstHash };
    return { ...unsealed, hash: wired.deps.hashOf(sealedTextOf(unsealed)) };
  });
  const inserted = await wired.stores.history.insertMany(entries);
  for (const [at, { type, row }] of inserted.entries()) {
    const first = firsts[at];
    if (type === 'exists' && first && row.value.cause !== first.change.cause)
      await recordHistory(wired.deps, first.subject, first.change);
  }
};
