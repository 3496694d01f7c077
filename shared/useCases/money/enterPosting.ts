import { bookOf } from '#shared/domain/book.ts';
import type { Posting } from '#shared/domain/funding.ts';
import { isReason } from '#shared/domain/gates.ts';
import { type Ore, sumOf } from '#shared/domain/money.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { appendPosting } from '../ledger/pools.ts';
import type { Deps } from '../ports.ts';

export type Entry = {
  /** Made by whoever enters it, so that a double press is one posting. */
  readonly key: string;
  readonly poolRow: string;
  readonly text: string;
} & (
  | { readonly type: 'spending'; readonly requestId: string; readonly ore: Ore }
  | { readonly type: 'purchase'; readonly ore: Ore }
  /** More (positive) or less (negative) than the posting it puts right said. */
  | { readonly type: 'correction'; readonly corrects: string; readonly ore: Ore }
  /** What a grant will not use goes back to its pool. */
  | { readonly type: 'release'; readonly requestId: string; readonly ore: Ore }
);

export type EntryRefusal =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'unknownPool' }
  | { readonly type: 'unknownGrant' }
  | { readonly type: 'unknownPosting' }
  | { readonly type: 'amountMissing' }
  | { readonly type: 'textMissing' }
  | { readonly type: 'tooMuch'; readonly mostOre: Ore };

const corrected = (deps: Deps, entry: Entry): Posting | undefined =>
  entry.type === 'correction' ? deps.stores.ledger.get(entry.corrects)?.value : undefined;

const grantRefusal = (deps: Deps, entry: Entry): EntryRefusal | null => {
  if (entry.type !== 'spending' && entry.type !== 'release') return null;
  const granted = deps.stores.ledger
    .where('requestId', entry.requestId)
    .some((row) => row.value.kind === 'granted' && row.value.poolRow === entry.poolRow);
  if (!granted) return { type: 'unknownGrant' };
  return null;
};

const correctionRefusal = (deps: Deps, entry: Entry): EntryRefusal | null => {
  if (entry.type !== 'correction') return entry.ore > 0 ? null : { type: 'amountMissing' };
  const posting = corrected(deps, entry);
  const spends = posting?.kind === 'spent' && posting.poolRow === entry.poolRow;
  if (!posting || !spends) return { type: 'unknownPosting' };
  return entry.ore === 0 ? { type: 'amountMissing' } : null;
};

/** What two may not give back twice: asked of the very postings that the new one comes after. */
const tooMuchIn = (before: readonly Posting[], entry: Entry): EntryRefusal | null => {
  if (entry.type === 'release') {
    const mostOre = bookOf(before).unspentOf(entry.requestId);
    return entry.ore > mostOre ? { type: 'tooMuch', mostOre } : null;
  }
  if (entry.type !== 'correction') return null;
  const soFar = sumOf(
    before
      .filter((posting) => posting.id === entry.corrects || posting.corrects === entry.corrects)
      .map((posting) => posting.ore),
  );
  return soFar + entry.ore < 0 ? { type: 'tooMuch', mostOre: soFar } : null;
};

const refusalOf = (deps: Deps, actor: Actor, entry: Entry): EntryRefusal | null => {
  if (!may(actor, 'enterSpending')) return { type: 'notAllowed' };
  if (!deps.stores.pools.get(entry.poolRow)) return { type: 'unknownPool' };
  if (!isReason(entry.text)) return { type: 'textMissing' };
  return correctionRefusal(deps, entry) ?? grantRefusal(deps, entry);
};

const kinds = {
  spending: 'spent',
  purchase: 'spent',
  correction: 'correction',
  release: 'released',
} as const;

type Purchase = {
  readonly key: string;
  readonly poolRow: string;
  readonly text: string;
  readonly ore: Ore;
  readonly projectId: string;
};

const requestIn = (deps: Deps, entry: Entry): string | null => {
  if (entry.type === 'spending' || entry.type === 'release') return entry.requestId;
  return corrected(deps, entry)?.requestId ?? null;
};

/** What an idea that was a purchase came to: posted once, whoever finishes it. */
export const postPurchase = (
  deps: Deps,
  byName: string,
  { key, poolRow, text, ore, projectId }: Purchase,
): Promise<Posting | null> => {
  const cause = `entry:${key}`;
  return appendPosting(deps, poolRow, cause, () => ({
    ...{ cause, kind: kinds.purchase, ore, projectId, requestId: null, corrects: null },
    ...{ text, by: byName },
  }));
};

/** Enters spending, a purchase, a correction or a release: always a new posting, never an edit. */
export const enterPosting = async (
  deps: Deps,
  actor: Actor,
  entry: Entry,
): Promise<Result<Posting, EntryRefusal>> => {
  const cause = `entry:${entry.key}`;
  const refusal = refusalOf(deps, actor, entry);
  const known = deps.stores.ledger
    .where('poolRow', entry.poolRow)
    .find((row) => row.value.cause === cause);
  if (known) return done(known.value);
  if (refusal) return refused(refusal);
  const requestId = requestIn(deps, entry);
  const projectId = requestId ? deps.stores.requests.get(requestId)?.value.projectId : undefined;
  let tooMuch: EntryRefusal | null = null;
  const posting = await appendPosting(deps, entry.poolRow, cause, (before) => {
    tooMuch = tooMuchIn(before, entry);
    if (tooMuch) return null;
    return {
      cause,
      kind: kinds[entry.type],
      ore: entry.ore,
      projectId: projectId ?? null,
      requestId,
      corrects: entry.type === 'correction' ? entry.corrects : null,
      text: entry.text.trim(),
      by: actor.name,
    };
  });
  return posting ? done(posting) : refused(tooMuch ?? { type: 'unknownPool' });
};
