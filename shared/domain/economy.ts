import type { Balance } from './book.ts';
import type { Pool } from './funding.ts';
import { type Ore, sumOf } from './money.ts';

/**
 * The total the frame states for memberships, staff etc. (seeds 000:81). The five lines add to
 * another figure; both are shown, and so is the difference. They are never made to agree.
 */
export const statedFixedOre: Ore = 2_416_600_00;

export type PoolLine = { readonly pool: Pool; readonly balance: Balance };

export type FixedLines = {
  readonly lines: readonly Pool[];
  readonly computedOre: Ore;
  readonly statedOre: Ore;
  readonly differenceOre: Ore;
};

export const fixedLinesOf = (pools: readonly Pool[]): FixedLines => {
  const lines = pools.filter((pool) => pool.kind === 'fixed');
  const computedOre = sumOf(lines.map((line) => line.budgetOre));
  return {
    lines,
    computedOre,
    statedOre: statedFixedOre,
    differenceOre: computedOre - statedFixedOre,
  };
};

/** How much of a pool is used or promised, in whole per cent of its budget. */
export const usedPercentOf = (balance: Balance): number =>
  balance.budgetOre === 0
    ? 0
    : Math.floor(((balance.budgetOre - balance.availableOre) * 100) / balance.budgetOre);

/** The marks a consultant is told about, once each. */
export const marks = [80, 100] as const;

export const passedMarksOf = (balance: Balance): readonly number[] =>
  marks.filter((mark) => usedPercentOf(balance) >= mark);

const rowIn = (year: number, pool: Pool): string =>
  `${year}:${pool.id.slice(pool.id.indexOf(':') + 1)}`;

/**
 * The rows a new year needs: the same pools with the same budgets, each once. Nothing is carried
 * over, and running grants keep their year (domain.md, Money). Empty when the year is there.
 */
export const newYearOf = (year: number, pools: readonly Pool[]): readonly Pool[] => {
  const known = new Set(pools.map((pool) => pool.id));
  const latest = Math.max(...pools.map((pool) => pool.year).filter((one) => one < year));
  return pools
    .filter((pool) => pool.year === latest)
    .map((pool) => ({ ...pool, id: rowIn(year, pool), year, lastChange: null }))
    .filter((pool) => !known.has(pool.id));
};
