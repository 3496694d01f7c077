import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatKr } from '#shared/words/money.ts';
import { amountIn, dayIn, yearIn } from '../../infra/import/cells.ts';

const readOf = (read: { ok: boolean; value?: unknown }): unknown =>
  read.ok ? read.value : 'refused';

describe('amounts as Danes write them', () => {
  it.each([
    ['1.250.000,00 kr.', 125_000_000],
    ['kr. 8.000,-', 800_000],
    ['8000', 800_000],
    ['1 250 000', 125_000_000],
    ['1\u00a0250\u00a0000 kr', 125_000_000],
    ['45.000,5 kr.', 4_500_050],
    ['DKK 99', 9_900],
    ['1,5 mio.', 150_000_000],
    ['kr. 2 mio. kr.', 200_000_000],
    ['3 millioner', 300_000_000],
    ['250 t.kr.', 25_000_000],
    ['0', 0],
    ['', null],
    ['   ', null],
    [8_000, 800_000],
    [1_250_000.5, 125_000_050],
    ['ca. 52.000 kr.', 5_200_000],
    ['Cirka 52.000', 5_200_000],
    ['~ 52.000 kr', 5_200_000],
    ['52.000,-', 5_200_000],
    ['kr. 52.000,00', 5_200_000],
    ['52 t.kr.', 5_200_000],
    ['52 tkr', 5_200_000],
    ['0,5 mio. kr.', 50_000_000],
    ['1.2 mio', 120_000_000],
    ['0,29 mio. kr.', 29_000_000],
    ['52.000 kr. ekskl. moms', 5_200_000],
    ['52,000.00', 5_200_000],
    ['–', null],
    ['-', null],
  ] as const)('%s', (cell, ore) => {
    expect(readOf(amountIn(cell, 'beløb'))).toBe(ore);
  });

  it.each([
    '-5',
    '−3.000',
    'NaN',
    'Infinity',
    '1000000000000000',
    '1e6',
    '12.34',
    '1.2.3',
    '1,234,567',
    '100\n200',
    '50-60.000',
    '50.000 - 60.000',
    '50.000 + 20.000',
    '(5.000)',
    '52,000',
    '50.000 årligt',
    '5000?',
    'mange',
    '0x10',
    -5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e15,
    0.001,
  ])('refuses %s in a sentence', (cell) => {
    const read = amountIn(cell, 'beløb');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.reason).toMatch(/^"beløb" er ".*"\. .*$/);
  });

  it.each([
    ['52', 5_200_000],
    [52.5, 5_250_000],
    ['0', 0],
    ['52.000 kr.', 5_200_000],
    ['1,5 mio.', 150_000_000],
  ] as const)('%s in thousands, unless it says its own unit', (cell, ore) => {
    expect(readOf(amountIn(cell, 'Budget (t.kr.)', 't.kr.'))).toBe(ore);
  });

  it('reads back every amount it would write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (ore) => {
        expect(readOf(amountIn(formatKr(ore), 'beløb'))).toBe(ore);
      }),
    );
  });

  it('never turns a text into an amount outside the range', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = amountIn(text, 'beløb');
        if (read.ok && read.value !== null) {
          expect(Number.isSafeInteger(read.value)).toBe(true);
          expect(read.value).toBeGreaterThanOrEqual(0);
          expect(read.value).toBeLessThanOrEqual(100_000_000_000);
        }
      }),
    );
  });
});

describe('dates as Danes write them', () => {
  it.each([
    ['3.11.2026', '2026-11-03'],
    ['03.11.2026', '2026-11-03'],
    ['3/11-26', '2026-11-03'],
    ['3-11-2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['2026-11-03T00:00:00Z', '2026-11-03'],
    ['2026-12-02T23:00:00Z', '2026-12-03'],
    ['2026-12-02T22:59:59Z', '2026-12-02'],
    ['2027-06-30T22:00:00.000Z', '2027-07-01'],
    ['2026-12-02T23:00:00+01:00', '2026-12-02'],
    ['2026-12-02 23:00:00Z', '2026-12-03'],
    ['2026-12-03 00:00:00', '2026-12-03'],
    ['2026-12-03T00:00:00', '2026-12-03'],
    ['03-12-2026 00:00', '2026-12-03'],
    ['03-12-2026 kl. 14.30', '2026-12-03'],
    ['3. dec 2026', '2026-12-03'],
    ['3. december 2026', '2026-12-03'],
    ['3 Dec. 2026', '2026-12-03'],
    ['3/12 2026', '2026-12-03'],
    ['3. 12. 2026', '2026-12-03'],
    ['torsdag den 3. december 2026', '2026-12-03'],
    ['2026/12/03', '2026-12-03'],
    [46_329, '2026-11-03'],
    ['46329', '2026-11-03'],
    ['29.2.2028', '2028-02-29'],
    ['', null],
  ] as const)('%s', (cell, day) => {
    expect(readOf(dayIn(cell, 'frist'))).toBe(day);
  });

  it.each([
    '32.13.2026',
    '29.2.2026',
    '2026-13-01',
    '11/03/26/1',
    'i morgen',
    3,
    1e9,
    '3.11',
    'dec 2026',
    '3. abc 2026',
    'uge 49 2026',
    '2026-12-03T99:00:00Z',
  ])('refuses %s', (cell) => {
    expect(dayIn(cell, 'frist').ok).toBe(false);
  });

  it.each([
    ['2019', 2019],
    [2019, 2019],
    ['1.3.2019', 2019],
    ['2025-12-31T23:00:00Z', 2026],
    ['Q3 2019', 2019],
    ['ultimo 2019', 2019],
    ['efteråret 2019', 2019],
    ['dec. 2019', 2019],
    ['3. kvartal 2019', 2019],
    ['', null],
  ] as const)('takes the year out of %s', (cell, year) => {
    expect(readOf(yearIn(cell, 'start'))).toBe(year);
  });

  it.each(['19', '20199', '1066', 'snart', '2019-2021', 'kode 2019'])(
    'refuses the year %s',
    (cell) => {
      expect(yearIn(cell, 'start').ok).toBe(false);
    },
  );
});
