import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cprLikeIn,
  doubtfulIn,
  gapsIn,
  withoutNumbers,
  wordsIn,
} from '#shared/domain/stories/privacy.ts';
import { workedMs } from '../builders/work.ts';

const today = '2026-11-23';
const textsIn = (text: string): readonly string[] =>
  cprLikeIn(text, today).map((found) => found.text);

/* 070761-4285 is the register's own example: 154 = 14 × 11. 070761-4286 has no checksum. */

describe('a number like a CPR number is found', () => {
  it.each([
    ['with checksum, plain', '0707614285'],
    ['with a hyphen', '070761-4285'],
    ['with a space', '070761 4285'],
    ['with a non-breaking space', '070761\u00a04285'],
    ['with a narrow space', '070761\u202f4285'],
    ['with a non-breaking hyphen', '070761\u20114285'],
    ['with an en dash', '070761–4285'],
    ['with a minus', '070761−4285'],
    ['with a slash', '070761/4285'],
    ['with a wide slash', '070761／4285'],
    ['with a dot', '070761.4285'],
    ['with spaces about the hyphen', '070761 - 4285'],
    ['with an invisible mark in it', '070761\u200b-\u20604285'],
    ['with a soft hyphen', '070761\u00ad4285'],
    ['in full-width digits', '０７０７６１-４２８５'],
    ['in Arabic digits', '٠٧٠٧٦١-٤٢٨٥'],
    ['in Devanagari digits', '०७०७६१४२८५'],
    ['in mathematical digits', '𝟎𝟕𝟎𝟕𝟔𝟏𝟒𝟐𝟖𝟓'],
    ['with a line break', '070761\n4285'],
    ['with a line break of Windows', '070761\r\n4285'],
    ['with a tab', '070761\t4285'],
    ['with a blank line', '070761\n\n4285'],
    ['with a hyphen at the end of the line', '070761-\n4285'],
    ['with an underscore', '070761_4285'],
    ['with a colon', '070761: 4285'],
    ['with a bullet', '070761 · 4285'],
    ['with a bracket', '070761 (4285'],
    ['with a bar between tabs', '070761\t|\t4285'],
    ['with an arrow', '070761→4285'],
    ['in pairs by tabs', '07\t07\t61\t42\t85'],
    ['in pairs by line breaks', '07\n07\n61\n4285'],
    ['with a dotted date and a line break', '07.07.61\n4285'],
    ['a replacement number with a line break', '670761\n4286'],
    ['broken in pairs', '07 07 61-4285'],
    ['broken in pairs all through', '07 07 61 42 85'],
    ['with a dotted date', '07.07.61-4285'],
    ['with the last four in pairs', '070761 42 85'],
    ['without checksum, with a hyphen', '070761-4286'],
    ['without checksum, an old year, with a hyphen', '070741-1234'],
    ['without checksum, broken, with a hyphen', '07 07 61-4286'],
    ['without checksum, 1 January 1965, plain', '0101651234'],
    ['without checksum, 1 January 1965, in pairs', '01 01 65 12 34'],
    ['without checksum, born 1992, plain', '1503921111'],
    ['a child of 2020', '150320-4111'],
    ['a replacement number', '670761-4286'],
    ['a replacement number, plain, of an old year', '6707411235'],
    ['29 February 2004', '290204-5111'],
    ['born today', '231126-4111'],
    ['somebody born in 1899', '311299-5111'],
  ])('%s', (_how, number) => {
    expect(textsIn(`Hun, ${number}, fik besøg.`)).toEqual([number]);
    expect(textsIn(number)).toEqual([number]);
    expect(textsIn(`cpr${number}a`)).toEqual([number]);
  });

  it('is marked where it stands, after signs of two units as well', () => {
    const text = '👩‍👩‍👧 ligger på 070761-4285 og 150392-1111.';
    for (const { at, length, text: found } of cprLikeIn(text, today)) {
      expect(text.slice(at, at + length)).toBe(found);
    }
    expect(textsIn(text)).toEqual(['070761-4285', '150392-1111']);
  });
});

describe('other numbers are let through', () => {
  it.each([
    ['an order number with an impossible month', '1234567890'],
    ['an impossible day', '320161-1234'],
    ['day 0', '000161-1234'],
    ['day 60', '600161-1234'],
    ['day 92', '920161-1234'],
    ['29 February 1900', '290200-1111'],
    ['29 February 2001', '290201-4111'],
    ['31 April', '310461-1234'],
    ['born tomorrow', '241126-4111'],
    ['born in 2057', '010157-5111'],
    ['eleven digits', '07076142851'],
    ['eleven digits, the first too many', '10707614285'],
    ['a number of thirteen digits', '5790070761428'],
    ['five digits at the end', '070761-42851'],
    ['a phone number', 'tlf. 87 87 87 87'],
    ['two phone numbers', '20 12 60 12, 30 11 70 14'],
    ['pairs of digits, another day than 1 January', '12 03 65 12 34'],
    ['a date and a year', '01.03.2020-2024'],
    ['a date and a number of people', '12.11.26 1300 borgere'],
    ['a date, a dash and a number', '16.11.26 – 1200 borgere'],
    ['an instant', '2026-11-22T10:30:15'],
    ['an amount', '1.372.000 kr. og 45.000 kr.'],
    ['a date and a number on the next line', '16.11.26\n1200 borgere'],
    ['an impossible day on two lines', '320161\n1234'],
    ['born tomorrow, on two lines', '241126\n4111'],
    ['a day and a time', '2026-11-22 10:30'],
    ['six digits on two lines', '070761\n428500'],
    ['digits with a word between', '070761 og 4285'],
    ['nothing', ''],
  ])('%s', (_why, text) => {
    expect(textsIn(text)).toEqual([]);
  });
});

describe('ten plain digits of a birth before 1960 without a checksum', () => {
  const doubts = (text: string) => doubtfulIn(text, today).map((found) => found.text);

  it('may be a number or may not, and nothing else may', () => {
    expect(textsIn('Ordre 0707411234.')).toEqual([]);
    expect(doubts('Ordre 0707411234.')).toEqual(['0707411234']);
    expect(doubts('0101591234 og 3112591234')).toEqual(['0101591234', '3112591234']);
    for (const other of ['070741-1234', '0707614285', '0101601234', '6707411235', '1234567890'])
      expect(doubts(other)).toEqual([]);
  });

  it('is dotted out for whoever reads along, like every other', () => {
    const text = 'A 0707411234, b 070761-4285, c ０７０７６１\n４２８５ og 𝟎𝟕𝟎𝟕𝟔𝟏𝟒𝟐𝟖𝟓. 12 34';
    const shown = withoutNumbers(text, today);
    expect(shown).toBe(
      `A ${'•'.repeat(10)}, b ••••••-••••, c ••••••\n•••• og ${'•'.repeat(20)}. 12 34`,
    );
    expect(shown).toHaveLength(text.length);
  });
});

it('finds every plain number whose checksum and date hold', () => {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2];
  const parts = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    serial: fc.integer({ min: 0, max: 399 }),
  });
  const two = (value: number): string => String(value).padStart(2, '0');
  fc.assert(
    fc.property(parts, ({ day, month, year, serial }) => {
      const nine = `${two(day)}${two(month)}${two(year)}${String(serial).padStart(3, '0')}`;
      const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
      const last = (11 - (sum % 11)) % 11;
      fc.pre(last < 10);
      expect(textsIn(`nr ${nine}${last}.`)).toEqual([`${nine}${last}`]);
    }),
  );
});

describe('words of the settings', () => {
  const found = (text: string, words: readonly string[]): readonly string[] =>
    wordsIn(text, words).map((one) => one.text);

  it('are found whole, whatever their case', () => {
    expect(found('Diagnose, DIAGNOSE og diagnosen', ['diagnose'])).toEqual([
      'Diagnose',
      'DIAGNOSE',
    ]);
    expect(found('Årsag, øl, ål, målet, ÅL', ['ål'])).toEqual(['ål', 'ÅL']);
    expect(found('a\u030al og ål', ['ål'])).toEqual(['a\u030al', 'ål']);
    expect(found('hiv2, _hiv og (hiv)', ['hiv'])).toEqual(['hiv']);
  });

  it('are found however they are spelt: å or aa, one sign or two, accents, signs one cannot see', () => {
    expect(found('Aal, AAL, a\u030Al, ÅL og \uff41\uff41\uff4c', ['ål'])).toEqual([
      'Aal',
      'AAL',
      'a\u030Al',
      'ÅL',
      '\uff41\uff41\uff4c',
    ]);
    expect(found('ål og maal', ['AAL'])).toEqual(['ål']);
    expect(found('På Åbenrå-afdelingen', ['aabenraa-afdelingen'])).toEqual(['Åbenrå-afdelingen']);
    expect(found('Idé og ide', ['ide\u0301'])).toEqual(['Idé', 'ide']);
    expect(found('dia\u00adgnose', ['diagnose'])).toEqual(['dia\u00adgnose']);
    expect(found('ø er ikke oe, æ er ikke ae', ['oe', 'ae'])).toEqual(['oe', 'ae']);
    expect(wordsIn('Så a\u030al her', ['ål'])).toEqual([{ at: 3, length: 3, text: 'a\u030al' }]);
  });

  it('may be phrases, over a line break too, and the longest one counts', () => {
    expect(found('En psykisk\nlidelse, psykisk', ['psykisk', 'psykisk lidelse'])).toEqual([
      'psykisk\nlidelse',
      'psykisk',
    ]);
  });

  it('are never read as patterns', () => {
    expect(found('abc a.c C++ (', ['a.c', 'c++', '.*', '('])).toEqual(['a.c', 'C++', '(']);
    expect(found('tekst', ['', '  '])).toEqual([]);
    expect(found('e-bog/cd a|b', ['e-bog/cd', 'a|b'])).toEqual(['e-bog/cd', 'a|b']);
  });

  it('are marked where they stand', () => {
    expect(wordsIn('😀 kræft', ['kræft'])).toEqual([{ at: 3, length: 5, text: 'kræft' }]);
  });
});

it('finds the gaps of a draft, and no other bracket', () => {
  expect(gapsIn('Hej [Skriv, hvad\nhun ser] [kilde] [SKRIV tal] [Skrivebord].')).toEqual([
    { at: 4, length: 21, text: '[Skriv, hvad\nhun ser]' },
    { at: 34, length: 11, text: '[SKRIV tal]' },
  ]);
  expect(gapsIn('[Skriv uden ende')).toEqual([]);
});

it.each([
  ['digits', '1'.repeat(60_000)],
  ['digits and spaces', '1 '.repeat(30_000)],
  ['dates', '01.01.26-'.repeat(6_667)],
  ['hyphens', `070761${'-'.repeat(60_000)}4285`],
  ['brackets', '[Skriv'.repeat(10_000)],
  ['words', 'psykisk '.repeat(7_500)],
  ['spaces', `psykisk${' '.repeat(60_000)}x`],
])('reads 60,000 signs of %s at once', (_what, text) => {
  const began = workedMs();
  cprLikeIn(text, today);
  wordsIn(text, ['psykisk lidelse', 'diagnose', 'kræft']);
  gapsIn(text);
  expect(workedMs() - began).toBeLessThan(1_000);
});
