import { type Balance, bookOf } from '#shared/domain/book.ts';
import { postingsAfter } from '#shared/domain/consequences.ts';
import {
  askedShares,
  type PoolId,
  type PoolView,
  type Posting,
  poolRowId,
  poolViewOf,
  type Share,
} from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Decision, GateRequest } from '#shared/domain/request.ts';
import { bookIn } from './books.ts';
import { type Deps, Fault, type Stores } from './ports.ts';

/** Of a day, and of a pool row: both begin with it. */
const yearOf = (day: string): number => Number(day.slice(0, 4));

const postingsIn = (stores: Stores, poolRow: string): readonly Posting[] =>
  stores.ledger.where('poolRow', poolRow).map((row) => row.value);

export const balanceIn = (stores: Stores, poolRow: string): Balance =>
  bookIn(stores, poolRow).balance(stores.pools.get(poolRow)?.value.budgetOre ?? 0);

/** The pool row a request's money stands in: where it was posted last, unless it was released. */
const poolRowFor = (deps: Deps, requestId: string | null, pool: PoolId): string => {
  const posted = requestId
    ? deps.stores.ledger
        .where('requestId', requestId)
        .findLast(({ value }) => value.poolRow === poolRowId(yearOf(value.poolRow), pool))
    : undefined;
  return posted && posted.value.kind !== 'released'
    ? posted.value.poolRow
    : poolRowId(yearOf(deps.clock.day()), pool);
};

/** What is asked of each pool, from memory. `requestId` = whose reservation not to count. */
export const poolViewsFor = (
  deps: Deps,
  asked: Pick<GateRequest, 'askOre' | 'shares'>,
  requestId: string | null,
): readonly PoolView[] =>
  askedShares(asked).map((share) => {
    const poolRow = poolRowFor(deps, requestId, share.pool);
    const own = requestId ? bookIn(deps.stores, poolRow).reservedFor(requestId) : 0;
    return poolViewOf(share, balanceIn(deps.stores, poolRow), own);
  });

const mostTries = 200;

type NewPosting = Omit<Posting, 'id' | 'seq' | 'at' | 'poolRow'>;

const lastSeqIn = (postings: readonly Posting[]): number =>
  postings.reduce((last, { seq }) => Math.max(last, seq), 0);

/**
 * Appends one posting to a pool, once. `build` sees every posting before it: the number in the
 * unique key is taken by exactly one writer, so nobody can post on an old balance. Null = nothing
 * to post.
 */
export const appendPosting = async (
  deps: Deps,
  poolRow: string,
  cause: string,
  build: (before: readonly Posting[]) => NewPosting | null,
): Promise<Posting | null> => {
  const { ledger } = deps.stores;
  let before = postingsIn(deps.stores, poolRow);
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (lastSeqIn(before) !== before.length || tries > 0) {
      // What the query gives is in memory then, beside what it does not know of yet.
      await ledger.readWhere('poolRow', poolRow);
      before = postingsIn(deps.stores, poolRow);
    }
    const known = before.find((posting) => posting.cause === cause);
    if (known) return known;
    const posting = build(before);
    if (!posting) return null;
    // A row that makes no sense is left out of the figures, and its number stays taken.
    const seq = lastSeqIn(before) + 1;
    const id = `${poolRow}:${seq}`;
    const inserted = await ledger.insert({ ...posting, id, poolRow, seq, at: deps.clock.now() });
    if (inserted.type === 'inserted' || inserted.row.value.cause === cause)
      return inserted.row.value;
  }
  throw new Fault('graph.unavailable', { poolRow, cause, tries: mostTries });
};

const reservation = (request: GateRequest, ore: Ore, cause: string): NewPosting => ({
  cause,
  kind: 'reserved',
  ore,
  projectId: request.projectId,
  requestId: request.id,
  corrects: null,
  text: '',
  by: request.askedByName,
});

const isSettled = (requestId: string, before: readonly Posting[]): boolean =>
  before.some((posting) => posting.requestId === requestId && posting.kind !== 'reserved');

const reserve = async (deps: Deps, request: GateRequest, share: Share): Promise<boolean> => {
  const poolRow = poolRowFor(deps, request.id, share.pool);
  const cause = `${request.id}:reserved:${poolRow}`;
  if (postingsIn(deps.stores, poolRow).some((posting) => posting.cause === cause)) return true;
  // A budget that was lowered a moment ago counts: nothing is promised on what memory remembers.
  const budget = (await deps.stores.pools.read(poolRow))?.value.budgetOre ?? 0;
  const posting = await appendPosting(deps, poolRow, cause, (before) =>
    isSettled(request.id, before) || bookOf(before).balance(budget).availableOre < share.ore
      ? null
      : reservation(request, share.ore, cause),
  );
  return posting !== null;
};

/**
 * Reserves what a request asks for, pool by pool and only in full. False when a pool is short;
 * doing it again is a no-op for what is reserved already.
 */
export const reserveFor = async (deps: Deps, request: GateRequest): Promise<boolean> => {
  const reserved = [];
  for (const share of askedShares(request)) reserved.push(await reserve(deps, request, share));
  return reserved.every((done) => done);
};

/** The budgets of a request's pools as the list holds them now: the views are true then. */
export const readPools = async (deps: Deps, request: GateRequest): Promise<void> => {
  const rows = askedShares(request).map(({ pool }) => poolRowFor(deps, request.id, pool));
  await Promise.all(rows.map((row) => deps.stores.pools.read(row)));
};

/**
 * A reservation still open at New Year moves to the new year's pool (domain.md, Money), as soon
 * as that year has been opened. A grant keeps its year.
 */
const moveToThisYear = async (deps: Deps, request: GateRequest, share: Share): Promise<void> => {
  const from = poolRowFor(deps, request.id, share.pool);
  const to = poolRowId(yearOf(deps.clock.day()), share.pool);
  const ore = bookIn(deps.stores, from).reservedFor(request.id);
  if (from === to || ore === 0 || !deps.stores.pools.get(to)) return;
  const cause = `${request.id}:released:${from}`;
  await appendPosting(deps, from, cause, () => ({
    ...reservation(request, ore, cause),
    kind: 'released',
  }));
};

/** Keeps an open request's money where it belongs: in this year's pools, and reserved if it can be. */
export const keepReserved = async (deps: Deps, request: GateRequest): Promise<boolean> => {
  for (const share of askedShares(request)) await moveToThisYear(deps, request, share);
  return reserveFor(deps, request);
};

/** Whether an open request's money is not reserved, or in a year that is over. */
export const needsReserving = (deps: Deps, request: GateRequest): boolean =>
  askedShares(request).some((share) => {
    const row = poolRowFor(deps, request.id, share.pool);
    return (
      row !== poolRowId(yearOf(deps.clock.day()), share.pool) ||
      bookIn(deps.stores, row).reservedFor(request.id) < share.ore
    );
  });

/**
 * Posts what a decision does to the pools. A release is posted even when nothing was reserved, so
 * that a reservation that is still on its way finds the matter settled and is not made.
 */
export const settlePools = async (deps: Deps, decision: Decision): Promise<void> => {
  for (const due of postingsAfter(decision)) {
    const poolRow = poolRowFor(deps, decision.id, due.pool);
    await appendPosting(deps, poolRow, due.cause, (before) => ({
      cause: due.cause,
      kind: due.kind,
      ore: due.kind === 'granted' ? due.ore : bookOf(before).reservedFor(decision.id),
      projectId: decision.projectId,
      requestId: decision.id,
      corrects: null,
      text: '',
      by: decision.byName,
    }));
  }
};
