import { wordForm } from '../wordForm.ts';

/** A place in a text, in UTF-16 units of the text as it was written, so that it can be marked. */
export type Found = { readonly at: number; readonly length: number; readonly text: string };

/* What must never be published: numbers like a CPR number, words that the settings name, gaps. */

type Digit = {
  readonly value: number;
  readonly at: number;
  readonly end: number;
  /** What stands between this digit and the one before, cleaned; '' when nothing does. */
  readonly before: string;
};

/** No separator is as long as this; what is longer parts the digits for good. */
const longestGap = 24;
const apart = '\u0000';

/** Invisible marks part nothing, and a wide slash is a slash. */
const cleaned = (gap: string): string =>
  gap.length > longestGap ? apart : gap.replace(/\p{Cf}/gu, '').normalize('NFKC');

/** The value of any script's decimal digit: full-width and mathematical ones fold, others count from their zero. */
const digitValue = (digit: string): number => {
  const folded = digit.normalize('NFKC');
  if (/^[0-9]$/.test(folded)) return Number(folded);
  const code = folded.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
};

const digitsIn = (text: string): readonly Digit[] => {
  const digits: Digit[] = [];
  let end = 0;
  for (const match of text.matchAll(/\p{Nd}/gu)) {
    const before = digits.length === 0 ? apart : cleaned(text.slice(end, match.index));
    end = match.index + match[0].length;
    digits.push({ value: digitValue(match[0]), at: match.index, end, before });
  }
  return digits;
};

/** What may part the halves: a line break, a tab, any signs, as long as no word stands between. */
const separator = /^[^\p{L}\p{N}]{0,12}$/u;
const tightSeparator = /^[\p{Pd}\u2212/.]$/u;
const datePart = /^(?:\r\n|[^\p{L}\p{N}])?$/u;
const space = /^(?:\r\n|\s)?$/u;

type Writing = 'plain' | 'separated' | 'broken';

/** How ten digits are written, or null when they do not stand like a CPR number. */
const writingOf = (ten: readonly Digit[]): Writing | null => {
  const gap = (index: number): string => ten[index]?.before ?? apart;
  if ([1, 3, 5, 7, 9].some((index) => gap(index) !== '')) return null;
  if (!separator.test(gap(6)) || !space.test(gap(8))) return null;
  if (!datePart.test(gap(2)) || gap(2) !== gap(4)) return null;
  if (gap(2) === '' && gap(8) === '') return gap(6) === '' ? 'plain' : 'separated';
  return tightSeparator.test(gap(6)) ? 'separated' : 'broken';
};

/** The century by the seventh digit, as the CPR office lays it down. */
const yearOf = (twoDigits: number, seventh: number): number => {
  if (seventh <= 3) return 1900 + twoDigits;
  if (seventh === 4 || seventh === 9) return (twoDigits <= 36 ? 2000 : 1900) + twoDigits;
  return (twoDigits <= 57 ? 2000 : 1800) + twoDigits;
};

type Birth = { readonly year: number; readonly newYearsDay: boolean; readonly replaced: boolean };

/** The birth date in the number; null when there is no such day, or it has not been yet. */
const birthOf = (values: readonly number[], today: string): Birth | null => {
  const [d1 = 0, d2 = 0, m1 = 0, m2 = 0, y1 = 0, y2 = 0, seventh = 0] = values;
  const replaced = d1 >= 6;
  const day = d1 * 10 + d2 - (replaced ? 60 : 0);
  const month = m1 * 10 + m2;
  const year = yearOf(y1 * 10 + y2, seventh);
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) > today) return null;
  return { year, newYearsDay: day === 1 && month === 1, replaced };
};

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

const hasChecksum = (values: readonly number[]): boolean =>
  weights.reduce<number>((sum, weight, index) => sum + weight * (values[index] ?? 0), 0) % 11 === 0;

/**
 * Since 2007 numbers are given without a checksum where a birth date has run out: so far to people
 * born on 1 January from 1960 on (cpr.dk), but the office says that its list is not complete.
 */
const firstYearWithoutChecksum = 1960;

/**
 * Does it look like a person's number? One number too many is a sentence to the author, one too few
 * is a person's number on the internet; so a checksum is asked for only where the way it is written
 * says something else: plain digits of the older years, and a date followed by a number.
 */
const likenessOf = (ten: readonly Digit[], today: string): Likeness | null => {
  const writing = writingOf(ten);
  if (writing === null) return null;
  const values = ten.map(({ value }) => value);
  const birth = birthOf(values, today);
  if (birth === null) return null;
  if (hasChecksum(values) || writing === 'separated') return 'cpr';
  const recent = birth.year >= firstYearWithoutChecksum;
  if (writing === 'broken') return recent && birth.newYearsDay ? 'cpr' : null;
  // A replacement number never had a checksum.
  return recent || birth.replaced ? 'cpr' : 'doubtful';
};

/** Ten plain digits of an older year without a checksum are as likely an order number. */
export type Likeness = 'cpr' | 'doubtful';
type Numeral = Found & { readonly likeness: Likeness };

const numbersIn = (text: string, today: string): readonly Numeral[] => {
  const digits = digitsIn(text);
  const found: Numeral[] = [];
  for (let start = 0; start + 10 <= digits.length; start += 1) {
    const ten = digits.slice(start, start + 10);
    const [first, last] = [ten[0], ten[9]];
    if (first === undefined || last === undefined) break;
    // Part of a longer run of digits: an order number, not a person's.
    if (first.before === '' || digits[start + 10]?.before === '') continue;
    const likeness = likenessOf(ten, today);
    if (likeness === null) continue;
    found.push({
      likeness,
      at: first.at,
      length: last.end - first.at,
      text: text.slice(first.at, last.end),
    });
    start += 9;
  }
  return found;
};

const alike =
  (wanted: Likeness) =>
  (text: string, today: string): readonly Found[] =>
    numbersIn(text, today)
      .filter(({ likeness }) => likeness === wanted)
      .map(({ at, length, text: number }) => ({ at, length, text: number }));

/** Numbers like a CPR number, however they are written. `today` is a day, YYYY-MM-DD. */
export const cprLikeIn = alike('cpr');

/** Numbers that may be one or may not: whoever writes says which. */
export const doubtfulIn = alike('doubtful');

/** The text with a dot for each digit of such a number: shown to others before anybody has judged it. */
export const withoutNumbers = (text: string, today: string): string =>
  numbersIn(text, today).reduce(
    (said, { at, length, text: number }) =>
      said.slice(0, at) +
      number.replace(/\p{Nd}/gu, (digit) => '•'.repeat(digit.length)) +
      said.slice(at + length),
    text,
  );

const foundIn = (text: string, pattern: RegExp): readonly Found[] =>
  [...text.matchAll(pattern)].map((match) => ({
    at: match.index,
    length: match[0].length,
    text: match[0],
  }));

const plainSign = /^[!-~]$/;

/** A sign with the marks that belong to it, in the form in which words are compared. */
const formOf = (sign: string): string => {
  if (plainSign.test(sign)) return sign.toLowerCase();
  return /^\s/.test(sign) ? ' ' : wordForm(sign);
};

type Compared = { readonly form: string; readonly starts: readonly number[] };

/** A text in the form in which words are compared, and where each of its signs began. */
const comparedOf = (text: string): Compared => {
  const starts: number[] = [];
  let form = '';
  for (const { 0: sign, index } of text.matchAll(/\P{M}[\p{M}\p{Cf}]*|[\p{M}\p{Cf}]+/gu)) {
    const said = formOf(sign);
    for (let part = 0; part < said.length; part += 1) starts.push(index);
    form += said;
  }
  return { form, starts: [...starts, text.length] };
};

const asPattern = (form: string): string =>
  form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', ' +');

/** Whole words or phrases, however they are spelt (`wordForm`); the longest where several begin at one place. */
export const wordsIn = (text: string, words: readonly string[]): readonly Found[] => {
  const wanted = [...new Set(words.map(wordForm))]
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return [];
  const any = wanted.map(asPattern).join('|');
  const { form, starts } = comparedOf(text);
  return foundIn(form, new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'gu')).map(
    (found) => {
      const at = starts[found.at] ?? 0;
      const end = starts[found.at + found.length] ?? text.length;
      return { at, length: end - at, text: text.slice(at, end) };
    },
  );
};

/** What a draft leaves to be written, as "[Skriv, hvad der er blevet lettere]". */
export const gapsIn = (text: string): readonly Found[] =>
  foundIn(text, /\[skriv(?![\p{L}\p{N}])[^[\]]{0,300}\]/giu);
