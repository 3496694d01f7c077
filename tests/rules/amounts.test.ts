import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountProblems,
  formatKr,
  formatKroner,
  largestOre,
  parseKr,
} from '#shared/words/money.ts';

describe('an amount as Danes type it', () => {
  it.each([
    ['1.250.000,00 kr.', 1_250_000_00],
    ['1250000', 1_250_000_00],
    ['kr. 8.000,-', 8_000_00],
    ['kr 8.000', 8_000_00],
    ['8.000,–', 8_000_00],
    ['8.000,--', 8_000_00],
    ['1,5 mio', 1_500_000_00],
    ['1,5 mio.', 1_500_000_00],
    ['1,5 mio. kr.', 1_500_000_00],
    ['1,1 mio. kr.', 1_100_000_00],
    ['kr. 2 mio.', 2_000_000_00],
    ['2 millioner kroner', 2_000_000_00],
    ['1 million', 1_000_000_00],
    ['0,000001 mio', 1_00],
    ['250 t.kr.', 250_000_00],
    ['250 tkr', 250_000_00],
    ['1.250 tkr.', 1_250_000_00],
    ['12,5 tusind kr.', 12_500_00],
    ['1 250 000 kr', 1_250_000_00],
    ['1 250 000 kr.', 1_250_000_00],
    ['  45.000  ', 45_000_00],
    ['45.000 DKK', 45_000_00],
    ['99,5', 99_50],
    ['0,05', 5],
    ['0', 0],
    ['1.000.000.000', largestOre],
  ])('reads %s', (typed, ore) => {
    expect(parseKr(typed)).toEqual({ ok: true, ore });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['kr.', 'empty'],
    ['-5', 'negative'],
    ['−5 kr.', 'negative'],
    ['- 1.000', 'negative'],
    ['-kr. 5', 'negative'],
    ['minus 5', 'negative'],
    ['-1,5 mio', 'negative'],
    ['NaN', 'notAnAmount'],
    ['Infinity', 'notAnAmount'],
    ['10^15', 'notAnAmount'],
    ['1e15', 'notAnAmount'],
    ['1.5', 'notAnAmount'],
    ['1.5 mio', 'notAnAmount'],
    ['1,5 mio. 500', 'notAnAmount'],
    ['1,1234567 mio', 'notAnAmount'],
    ['1,2345 tkr', 'notAnAmount'],
    ['1,', 'notAnAmount'],
    ['1, mio', 'notAnAmount'],
    ['mio', 'notAnAmount'],
    ['12.50', 'notAnAmount'],
    ['1.25.000', 'notAnAmount'],
    ['0.500', 'notAnAmount'],
    ['1,250,000', 'notAnAmount'],
    ['1,250', 'notAnAmount'],
    ['1,555', 'notAnAmount'],
    ['100+50', 'notAnAmount'],
    ['0x10', 'notAnAmount'],
    ['٥', 'notAnAmount'],
    ['45.000 €', 'notAnAmount'],
    ['1000000000000000', 'tooLarge'],
    ['1.000.000.000.000.000', 'tooLarge'],
    ['1.000.000.000,01', 'tooLarge'],
    ['1.001 mio', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ] as const)('refuses %s in a sentence', (typed, reason) => {
    expect(parseKr(typed)).toEqual({ ok: false, reason });
    expect(amountProblems[reason]).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  it('reads back every amount it writes, in columns and in sentences', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestOre }), (ore) => {
        expect(parseKr(formatKr(ore))).toEqual({ ok: true, ore });
        expect(parseKr(formatKroner(ore))).toEqual({ ok: true, ore });
      }),
    );
  });

  it('never answers with anything but whole øre, whatever is typed', () => {
    const typed = fc.stringMatching(/^[-−0-9., krmiotusnd^eE]{0,24}$/);
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseKr(text);
        if (parsed.ok) {
          expect(Number.isSafeInteger(parsed.ore)).toBe(true);
          expect(parsed.ore).toBeGreaterThanOrEqual(0);
          expect(parsed.ore).toBeLessThanOrEqual(largestOre);
        }
      }),
    );
  });
});
