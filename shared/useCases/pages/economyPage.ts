import type { GrantReply, PoolLineReply, PostingReply } from '#shared/contract/economy.ts';
import { dayOf } from '#shared/domain/day.ts';
import { fixedLinesOf } from '#shared/domain/economy.ts';
import type { Pool, Posting } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { keptBook } from '../ledger/books.ts';
import { balanceIn, poolViewsFor, thisYearIn } from '../ledger/pools.ts';
import { poolsIn, yearWaiting } from '../money/editPools.ts';
import type { Deps } from '../ports.ts';
import { openRequests } from '../requests/views.ts';

export type EconomyQuestion = {
  readonly year?: number | undefined;
  readonly pool?: string | undefined;
  readonly project?: string | undefined;
  readonly quarter?: number | undefined;
};

const titleOf = (deps: Deps, projectId: string | null): string =>
  projectId ? (deps.stores.projects.get(projectId)?.value.title ?? '') : '';

const quarterOf = (instant: string): number => Math.ceil(Number(dayOf(instant).slice(5, 7)) / 3);

const linesOf = (deps: Deps, pool: Pool): readonly PostingReply[] => {
  const { rows, usedAfter } = keptBook(deps.stores, pool.id);
  return rows.map((row, index) => ({
    ...row.value,
    poolTitle: pool.title,
    projectTitle: titleOf(deps, row.value.projectId),
    afterOre: pool.budgetOre - (usedAfter[index] ?? 0),
  }));
};

const matches =
  (question: EconomyQuestion) =>
  (posting: Posting): boolean =>
    (question.project === undefined || posting.projectId === question.project) &&
    (question.quarter === undefined || quarterOf(posting.at) === question.quarter) &&
    /* A stop of something that was never reserved leaves a mark of 0, which is for us only. */
    (posting.kind !== 'released' || posting.ore !== 0);

/** The postings behind the figures, newest first. */
export const postingsFor = (
  deps: Deps,
  pools: readonly Pool[],
  question: EconomyQuestion,
): readonly PostingReply[] =>
  pools
    .filter((pool) => question.pool === undefined || pool.id === question.pool)
    .flatMap((pool) => linesOf(deps, pool).filter(matches(question)))
    .sort((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq);

const grantsIn = (deps: Deps, pool: Pool): readonly GrantReply[] => {
  const { book, rows } = keptBook(deps.stores, pool.id);
  return rows.flatMap(({ value }) => {
    const request = value.requestId ? deps.stores.requests.get(value.requestId)?.value : undefined;
    if (value.kind !== 'granted' || !request) return [];
    return [
      {
        requestId: request.id,
        projectId: request.projectId,
        title: titleOf(deps, request.projectId),
        gate: request.gate,
        poolRow: pool.id,
        grantedOre: value.ore,
        unspentOre: book.unspentOf(request.id),
      },
    ];
  });
};

const shortBy = (deps: Deps): ReadonlyMap<string, Ore> => {
  const short = new Map<string, Ore>();
  const year = thisYearIn(deps);
  for (const request of openRequests(deps))
    for (const view of poolViewsFor(deps, request, request.id))
      if (view.missingOre > 0) {
        const row = `${year}:${view.pool}`;
        short.set(row, (short.get(row) ?? 0) + view.askedOre);
      }
  return short;
};

/** A year's money from memory: every pool with its figures, the fixed lines and the grants. */
export const economyOf = (deps: Deps, question: EconomyQuestion) => {
  const all = poolsIn(deps);
  const thisYear = thisYearIn(deps);
  const year = question.year ?? thisYear;
  const years = [...new Set(all.map((pool) => pool.year))].sort((a, b) => b - a);
  const ofYear = all.filter((pool) => pool.year === year);
  const revisionOf = (pool: Pool): string => deps.stores.pools.get(pool.id)?.etag ?? '';
  const short = shortBy(deps);
  const paying = ofYear.filter((pool) => pool.kind !== 'fixed');
  const fixed = fixedLinesOf(ofYear);
  return {
    year,
    thisYear,
    years,
    pools: paying.map(
      (pool): PoolLineReply => ({
        pool,
        revision: revisionOf(pool),
        balance: balanceIn(deps.stores, pool.id),
        shortOre: short.get(pool.id) ?? 0,
      }),
    ),
    fixed: {
      ...fixed,
      lines: fixed.lines.map((pool) => ({ pool, revision: revisionOf(pool) })),
    },
    postings: postingsFor(deps, ofYear, question),
    grants: paying.flatMap((pool) => grantsIn(deps, pool)),
    nextYear: yearWaiting(deps),
  };
};
