import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatKr } from '#shared/messages/money.ts';
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
    'ca. 5000',
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
    [46_329, '2026-11-03'],
    ['46329', '2026-11-03'],
    ['29.2.2028', '2028-02-29'],
    ['', null],
  ] as const)('%s', (cell, day) => {
    expect(readOf(dayIn(cell, 'frist'))).toBe(day);
  });

  it.each(['32.13.2026', '29.2.2026', '2026-13-01', '11/03/26/1', 'i morgen', 3, 1e9, '3.11'])(
    'refuses %s',
    (cell) => {
      expect(dayIn(cell, 'frist').ok).toBe(false);
    },
  );

  it.each([
    ['2019', 2019],
    [2019, 2019],
    ['1.3.2019', 2019],
    ['', null],
  ] as const)('takes the year out of %s', (cell, year) => {
    expect(readOf(yearIn(cell, 'start'))).toBe(year);
  });

  it.each(['19', '20199', '1066', 'snart'])('refuses the year %s', (cell) => {
    expect(yearIn(cell, 'start').ok).toBe(false);
  });
});
