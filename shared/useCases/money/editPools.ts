import { newYearOf, yearToOpen } from '#shared/domain/economy.ts';
import type { Pool } from '#shared/domain/funding.ts';
import { differenceOf } from '#shared/domain/history.ts';
import { isOre, type Ore } from '#shared/domain/money.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { keepReserved, needsReserving, thisYearIn } from '../ledger/pools.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { openRequests } from '../requests/views.ts';
import { settingsOf } from '../settings/settingsOf.ts';

export type PoolRefusal =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'unknown' }
  | { readonly type: 'notAnAmount' }
  /** Neither the year we are in nor the one ahead. */
  | { readonly type: 'notAYearToOpen'; readonly years: readonly [number, number] }
  | { readonly type: 'changed'; readonly current: Pool };

export const poolSubject = (poolRow: string): string => `pool:${poolRow}`;

/** Changes a pool's budget on the revision that was read; the change is in the pool's history. */
export const editPool = async (
  deps: Deps,
  actor: Actor,
  input: { readonly id: string; readonly revision: string; readonly budgetOre: Ore },
): Promise<Result<Row<Pool>, PoolRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  if (!isOre(input.budgetOre) || input.budgetOre < 0) return refused({ type: 'notAnAmount' });
  let clash: Pool | null = null;
  const subject = poolSubject(input.id);
  const row = await changeRow(deps, deps.stores.pools, input.id, subject, (pool, etag) => {
    clash = null;
    if (pool.budgetOre === input.budgetOre) return null;
    if (etag !== input.revision) {
      clash = pool;
      return null;
    }
    const changes = { budgetOre: input.budgetOre };
    const cause = `${pool.id}:edit:${etag}`;
    const difference = differenceOf(pool, changes);
    return { changes, change: changeBy(actor, 'edited', cause, deps.clock.now(), difference) };
  });
  if (!row) return refused({ type: 'unknown' });
  return clash ? refused({ type: 'changed', current: clash }) : done(row);
};

export const poolsIn = (deps: Deps): readonly Pool[] =>
  deps.stores.pools.all().map((row) => row.value);

/** What opening a year would make; nothing is written. */
export const plannedYear = (deps: Deps, year: number): readonly Pool[] =>
  newYearOf(year, poolsIn(deps), settingsOf(deps.stores).areas);

/** The year that waits to be opened, with the rows it lacks; null when none does. */
export const yearWaiting = (deps: Deps): ReturnType<typeof yearToOpen> =>
  yearToOpen(deps.clock.day(), poolsIn(deps), settingsOf(deps.stores).areas);

/**
 * Opens the year we are in or the one ahead: the same pools and budgets, each row once whoever
 * presses and how often. Cut off, the next press makes the rows that are missing.
 */
export const openYear = async (
  deps: Deps,
  actor: Actor,
  year: number,
): Promise<Result<readonly Pool[], PoolRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const thisYear = thisYearIn(deps);
  if (year !== thisYear && year !== thisYear + 1)
    return refused({ type: 'notAYearToOpen', years: [thisYear, thisYear + 1] });
  const made: Pool[] = [];
  for (const pool of plannedYear(deps, year)) {
    const after = JSON.stringify({ title: pool.title, budgetOre: pool.budgetOre });
    const change = changeBy(actor, 'created', `${pool.id}:created`, deps.clock.now(), {
      before: '{}',
      after,
    });
    const inserted = await deps.stores.pools.insert({ ...pool, lastChange: change });
    await recordHistory(deps, poolSubject(pool.id), inserted.row.value.lastChange ?? change);
    made.push(inserted.row.value);
  }
  for (const request of openRequests(deps).filter((one) => needsReserving(deps, one)))
    deps.later('keepReserved', async () => {
      await keepReserved(deps, request);
    });
  return done(made);
};
