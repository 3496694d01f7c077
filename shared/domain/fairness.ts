import type { AreaId } from './area.ts';

/**
 * What the areas have had of what there is to share (features N42): added up by area and year,
 * never by person.
 */
export const fairMeasures = ['money', 'hours', 'visits', 'stories'] as const;
export type FairMeasure = (typeof fairMeasures)[number];

/** So much of something, of an area in a year; no area is the projects across them. */
export type Share = {
  readonly measure: FairMeasure;
  readonly area: AreaId | null;
  readonly year: number;
  /** Øre, hours or a count. */
  readonly amount: number;
};

/** A measure by area: a figure for each year, and their sum. */
export type FairTable = {
  readonly measure: FairMeasure;
  readonly rows: readonly {
    readonly area: AreaId | null;
    readonly byYear: readonly number[];
    readonly total: number;
  }[];
  readonly byYear: readonly number[];
  readonly total: number;
};

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);

/**
 * Each amount falls in its year; what is older than the first year shown, in that one, so that
 * nothing is left out of a sum. Every area has its row, also where it has had nothing; what lies across them only where there is any.
 */
export const fairTables = (
  shares: readonly Share[],
  areas: readonly AreaId[],
  years: readonly number[],
): readonly FairTable[] =>
  fairMeasures.map((measure) => {
    const first = Math.min(...years);
    const here = shares
      .filter((share) => share.measure === measure)
      .map((share) => ({ ...share, year: Math.max(first, share.year) }));
    const amounts = (area: AreaId | null): readonly number[] =>
      years.map((year) =>
        sumOf(
          here
            .filter((share) => share.area === area && share.year === year)
            .map(({ amount }) => amount),
        ),
      );
    const rowOf = (area: AreaId | null) => {
      const byYear = amounts(area);
      return { area, byYear, total: sumOf(byYear) };
    };
    const across = rowOf(null);
    const rows = [...areas.map(rowOf), ...(across.total > 0 ? [across] : [])];
    const byYear = years.map((_, at) => sumOf(rows.map((row) => row.byYear[at] ?? 0)));
    return { measure, rows, byYear, total: sumOf(byYear) };
  });
