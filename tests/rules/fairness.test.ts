import { describe, expect, it } from 'vitest';
import { fairTables, type Share } from '#shared/domain/fairness.ts';

const share = (
  measure: Share['measure'],
  area: string | null,
  year: number,
  amount: number,
): Share => ({
  ...{ measure, area, year, amount },
});

const areas = ['social', 'sundhed', 'omsorg'];

describe('what the areas have had (features N42)', () => {
  const tables = fairTables(
    [
      share('money', 'omsorg', 2025, 100),
      share('money', 'omsorg', 2026, 50),
      share('money', 'social', 2026, 25),
      share('money', null, 2026, 5),
      // Older than the first year that is shown: it falls in that one, and no sum lacks it.
      share('money', 'omsorg', 2019, 900),
      share('hours', 'omsorg', 2026, 40),
    ],
    areas,
    [2025, 2026],
  );

  it('is added up by area and year, never one measure with another', () => {
    const [money, hours] = tables;
    expect(money).toEqual({
      measure: 'money',
      rows: [
        { area: 'social', byYear: [0, 25], total: 25 },
        { area: 'sundhed', byYear: [0, 0], total: 0 },
        { area: 'omsorg', byYear: [1_000, 50], total: 1_050 },
        { area: null, byYear: [0, 5], total: 5 },
      ],
      byYear: [1_000, 80],
      total: 1_080,
    });
    expect(hours?.total).toBe(40);
  });

  it('shows an area that has had nothing, and nothing across them where there is none', () => {
    const visits = tables.find(({ measure }) => measure === 'visits');
    expect(visits?.rows.map(({ area, total }) => [area, total])).toEqual(
      areas.map((area) => [area, 0]),
    );
  });
});
