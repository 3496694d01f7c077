import { describe, expect, it } from 'vitest';
import { formatKr, formatKroner, parseKr } from '#shared/messages/money.ts';

describe('an amount as Danes type it', () => {
  it.each([
    ['45.000', 4_500_000],
    ['kr. 8.000,-', 800_000],
    ['1250000', 125_000_000],
    ['1.250,50 kr', 125_050],
    ['1.250,5', 125_050],
    ['12 500 kroner', 1_250_000],
    ['0', 0],
    ['DKK 75', 7_500],
    [' 45.000 kr.', 4_500_000],
    ['1.372.000', 137_200_000],
  ])('reads %s', (typed, ore) => {
    expect(parseKr(typed)).toEqual({ ok: true, ore });
  });

  it.each([
    ['', 'empty'],
    ['kr.', 'empty'],
    ['mange', 'notAnAmount'],
    ['45.00', 'notAnAmount'],
    ['4.5000', 'notAnAmount'],
    ['1,234', 'notAnAmount'],
    ['12 kr 50', 'notAnAmount'],
    ['1e6', 'notAnAmount'],
    ['-500', 'negative'],
    ['−500', 'negative'],
    ['99.999.999.999', 'tooLarge'],
  ])('does not guess at "%s"', (typed, reason) => {
    expect(parseKr(typed)).toEqual({ ok: false, reason });
  });

  it('reads back every amount it writes', () => {
    for (const ore of [0, 1, 99, 100, 4_500_000, 125_050, 137_200_000])
      expect(parseKr(formatKr(ore))).toEqual({ ok: true, ore });
  });

  it('writes a true minus and keeps the unit on the line', () => {
    expect(formatKr(-300_000)).toBe('−3.000\u00a0kr.');
    expect(formatKroner(105)).toBe('1,05');
  });
});
