import { balanceIn, thisYearIn } from '../ledger/pools.ts';
import { plannedYear } from '../money/editPools.ts';
import type { Deps } from '../ports.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';

/** A pool has passed a mark: told once, and never drawn again. */
export const poolMarkMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: () => 0,
  told: (deps, { poolRow, about }) => {
    const pool = poolRow ? deps.stores.pools.get(poolRow)?.value : undefined;
    if (!pool) return undefined;
    const balance = balanceIn(deps.stores, pool.id);
    return {
      matter: { type: 'poolMark', revision: 0, pool, balance, mark: Number(about) },
      isOvertaken: false,
      isWanted: String(pool.year) === deps.clock.day().slice(0, 4),
    };
  },
};

const isYearOpened = (deps: Deps, year: number): boolean => plannedYear(deps, year).length === 0;

/** A year that the consultant is asked to open; drawn again when that has been done. */
export const yearMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: (deps, { about }) => (isYearOpened(deps, Number(about)) ? 1 : 0),
  told: (deps, { about }) => {
    const year = Number(about);
    const isOpened = isYearOpened(deps, year);
    const hasCome = year <= thisYearIn(deps);
    return {
      matter: { type: 'year', revision: isOpened ? 1 : 0, year, isOpened, hasCome },
      isOvertaken: isOpened,
      isWanted: !isOpened,
      // Every consultant has that card of their own.
    };
  },
};
