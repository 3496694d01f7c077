import type { Area } from './area.ts';
import type { Balance } from './book.ts';
import { type Pool, seededPools } from './funding.ts';
import { type Ore, sumOf } from './money.ts';

/**
 * The total the frame states for memberships, staff etc. (seeds 000:81). The five lines add to
 * another figure; both are shown, and so is the difference. They are never made to agree.
 */
export const statedFixedOre: Ore = 2_416_600_00;

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

/** The year before as it is budgeted; where nothing is, the frame's own figures. */
const budgetedBefore = (year: number, pools: readonly Pool[]): readonly Pool[] => {
  const earlier = pools.map((pool) => pool.year).filter((one) => one < year);
  const latest = Math.max(...earlier);
  return pools.filter((pool) => pool.year === latest);
};

/**
 * The rows a new year needs: the same pools with the same budgets, each once, and one for an area
 * that had none. Nothing is carried over, and running grants keep their year (domain.md, Money).
 * Empty when the year is there.
 */
export const newYearOf = (
  year: number,
  pools: readonly Pool[],
  areas: readonly Area[],
): readonly Pool[] => {
  const known = new Set(pools.map((pool) => pool.id));
  const before = budgetedBefore(year, pools).map((pool) => ({
    ...pool,
    id: rowIn(year, pool),
    year,
    lastChange: null,
  }));
  const planned = new Set(before.map((pool) => pool.id));
  const lacking = seededPools(year, areas).filter(
    (pool) => !planned.has(pool.id) && (before.length === 0 || pool.kind !== 'fixed'),
  );
  return [...before, ...lacking].filter((pool) => !known.has(pool.id));
};

/** Of a day in Copenhagen, and of a pool row: both begin with it. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** From 1 December the consultant is reminded of the year ahead. */
export const isYearEnd = (day: string): boolean => day.slice(5, 7) === '12';

/**
 * The year that waits to be opened, with the rows it lacks: the one we are in before the one
 * ahead. Null when both are there.
 */
export const yearToOpen = (
  day: string,
  pools: readonly Pool[],
  areas: readonly Area[],
): { readonly year: number; readonly pools: readonly Pool[] } | null => {
  const thisYear = yearOf(day);
  for (const year of [thisYear, thisYear + 1]) {
    const lacking = newYearOf(year, pools, areas);
    if (lacking.length > 0) return { year, pools: lacking };
  }
  return null;
};
