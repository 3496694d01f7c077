import { type Balance, bookOf, poolViewOf } from '#shared/domain/book.ts';
import { postingsAfter } from '#shared/domain/consequences.ts';
import { dayOf } from '#shared/domain/day.ts';
import { yearOf } from '#shared/domain/economy.ts';
import {
  askedShares,
  type PoolId,
  type PoolView,
  type Posting,
  poolRowId,
  type Share,
} from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Decision, GateRequest } from '#shared/domain/request.ts';
import { type Deps, Fault, type Stores } from '../ports.ts';
import { bookIn } from './books.ts';

const postingsIn = (stores: Stores, poolRow: string): readonly Posting[] =>
  stores.ledger.where('poolRow', poolRow).map((row) => row.value);

export const balanceIn = (stores: Stores, poolRow: string): Balance =>
  bookIn(stores, poolRow).balance(stores.pools.get(poolRow)?.value.budgetOre ?? 0);

/** The year we are in, Copenhagen's. */
export const thisYearIn = (deps: Deps): number => yearOf(deps.clock.day());

/** Every row of a pool, whichever year it is of, that a request has been posted in. */
const rowsPosted = (deps: Deps, requestId: string, pool: PoolId): readonly string[] => {
  const rows = deps.stores.ledger
    .where('requestId', requestId)
    .map(({ value }) => value.poolRow)
    .filter((row) => row === poolRowId(yearOf(row), pool));
  return [...new Set(rows)];
};

/**
 * What is asked of each of a year's pools, from memory. `requestId` = whose reservation not to
 * count. What is open is asked of the year we are in, wherever its money still stands.
 */
export const poolViewsFor = (
  deps: Deps,
  asked: Pick<GateRequest, 'askOre' | 'shares'>,
  requestId: string | null,
  year: number = thisYearIn(deps),
): readonly PoolView[] =>
  askedShares(asked).map((share) => {
    const poolRow = poolRowId(year, share.pool);
    const own = requestId ? bookIn(deps.stores, poolRow).reservedFor(requestId) : 0;
    const isOpened = deps.stores.pools.get(poolRow) !== undefined;
    return poolViewOf(share, balanceIn(deps.stores, poolRow), own, {
      year,
      ...(isOpened ? {} : { notOpened: true as const }),
    });
  });

const mostTries = 200;

type NewPosting = Omit<Posting, 'id' | 'seq' | 'at' | 'poolRow'>;

const lastSeqIn = (postings: readonly Posting[]): number =>
  postings.reduce((last, { seq }) => Math.max(last, seq), 0);

/** What the query gives is in memory then, beside what it does not know of yet. */
const postingsAnew = async (deps: Deps, poolRow: string): Promise<readonly Posting[]> => {
  await deps.stores.ledger.readWhere('poolRow', poolRow);
  return postingsIn(deps.stores, poolRow);
};

/** From memory, unless a number is missing there. */
const wholePostings = async (deps: Deps, poolRow: string): Promise<readonly Posting[]> => {
  const known = postingsIn(deps.stores, poolRow);
  return lastSeqIn(known) === known.length ? known : postingsAnew(deps, poolRow);
};

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
  let before = await wholePostings(deps, poolRow);
  for (let tries = 0; tries < mostTries; tries += 1) {
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
    before = await postingsAnew(deps, poolRow);
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

const reserve = async (
  deps: Deps,
  request: GateRequest,
  share: Share,
  year: number,
): Promise<boolean> => {
  const poolRow = poolRowId(year, share.pool);
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
export const reserveFor = async (
  deps: Deps,
  request: GateRequest,
  year: number = thisYearIn(deps),
): Promise<boolean> => {
  const reserved = [];
  for (const share of askedShares(request))
    reserved.push(await reserve(deps, request, share, year));
  return reserved.every((done) => done);
};

/** The budgets of a request's pools as the list holds them now: the views are true then. */
export const readPools = async (
  deps: Deps,
  request: GateRequest,
  year: number = thisYearIn(deps),
): Promise<void> => {
  const rows = askedShares(request).map(({ pool }) => poolRowId(year, pool));
  await Promise.all(rows.map((row) => deps.stores.pools.read(row)));
};

type Matter = Pick<NewPosting, 'projectId' | 'requestId' | 'by'>;

/** Takes back what is reserved in a row; posted even when that is nothing (see settlePools). */
const release = async (deps: Deps, poolRow: string, cause: string, of: Matter): Promise<void> => {
  await appendPosting(deps, poolRow, cause, (before) => ({
    ...of,
    cause,
    kind: 'released',
    ore: bookOf(before).reservedFor(of.requestId ?? ''),
    corrects: null,
    text: '',
  }));
};

/** Of another year. One cause, so that whoever does it, and for whatever reason, it is once. */
const releaseIn = async (deps: Deps, poolRow: string, of: Matter): Promise<void> =>
  release(deps, poolRow, `${of.requestId}:released:${poolRow}`, of);

/** Rows of a pool, whichever year they are of, where a request has money reserved. */
const reservedRows = (deps: Deps, requestId: string, pool: PoolId): readonly string[] =>
  rowsPosted(deps, requestId, pool).filter(
    (row) => bookIn(deps.stores, row).reservedFor(requestId) > 0,
  );

/** Only of years that are over: a server whose clock is a little behind moves nothing back. */
const leftBehind = (deps: Deps, requestId: string, pool: PoolId, year: number): readonly string[] =>
  reservedRows(deps, requestId, pool).filter((row) => yearOf(row) < year);

/**
 * A reservation still open at New Year moves to the new year's pool (domain.md, Money), as soon
 * as that year has been opened. Released there and reserved here are two postings with a cause
 * each: whoever is cut off between them, the next finds what is missing.
 */
const moveToThisYear = async (deps: Deps, request: GateRequest, share: Share): Promise<void> => {
  const year = thisYearIn(deps);
  if (!deps.stores.pools.get(poolRowId(year, share.pool))) return;
  const of = { projectId: request.projectId, requestId: request.id, by: request.askedByName };
  for (const row of leftBehind(deps, request.id, share.pool, year)) await releaseIn(deps, row, of);
};

/** Keeps an open request's money where it belongs: in this year's pools, and reserved if it can be. */
export const keepReserved = async (deps: Deps, request: GateRequest): Promise<boolean> => {
  for (const share of askedShares(request)) await moveToThisYear(deps, request, share);
  return reserveFor(deps, request);
};

/**
 * Whether an open request's money is not reserved, or in a year that is over. While this year is
 * not opened, there is nothing that could be done about it.
 */
export const needsReserving = (deps: Deps, request: GateRequest): boolean => {
  const year = thisYearIn(deps);
  return askedShares(request).some(({ pool, ore }) => {
    const row = poolRowId(year, pool);
    return (
      deps.stores.pools.get(row) !== undefined &&
      (bookIn(deps.stores, row).reservedFor(request.id) < ore ||
        leftBehind(deps, request.id, pool, year).length > 0)
    );
  });
};

/**
 * Posts what a decision does to the pools, in the year it was taken, whenever this is done. A
 * release is posted even when nothing was reserved, so that a reservation that is still on its way
 * finds the matter settled and is not made; in other years what is left is given back.
 */
export const settlePools = async (deps: Deps, decision: Decision): Promise<void> => {
  const year = yearOf(dayOf(decision.at));
  const of = { projectId: decision.projectId, requestId: decision.id, by: decision.byName };
  for (const { pool, kind, ore, cause } of postingsAfter(decision)) {
    const poolRow = poolRowId(year, pool);
    if (kind === 'released') await release(deps, poolRow, cause, of);
    else
      await appendPosting(deps, poolRow, cause, () => ({
        ...of,
        ...{ cause, kind, ore, corrects: null, text: '' },
      }));
    for (const row of reservedRows(deps, decision.id, pool))
      if (yearOf(row) !== year) await releaseIn(deps, row, of);
  }
};

/**
 * Decisions that have been followed to their end and whose requests have money reserved all the
 * same: another server's clock, or its memory, was a moment behind when the matter was closed.
 */
export const decidedWithReserves = (deps: Deps): readonly Decision[] => {
  const { pools, decisions, requests } = deps.stores;
  const ids = pools.all().flatMap(({ value }) => bookIn(deps.stores, value.id).reservedRequests);
  return [...new Set(ids)].flatMap((id) => {
    const decision = decisions.get(id)?.value;
    return decision && requests.get(id)?.value.closedAt ? [decision] : [];
  });
};
