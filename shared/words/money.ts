import type { Ore } from '#shared/domain/money.ts';

/** Keeps an amount and its unit on one line. */
export const nbsp = '\u00a0';
const minus = '\u2212';

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '.');

/** Whole kroner without the unit, for columns whose head says it: "45.000". Øre only when there are any. */
export const formatKroner = (ore: Ore): string => {
  const size = Math.abs(ore);
  const rest = size % 100;
  const text =
    grouped(Math.trunc(size / 100)) + (rest > 0 ? `,${String(rest).padStart(2, '0')}` : '');
  return ore < 0 ? minus + text : text;
};

/** An amount as Danes write it: "45.000 kr.", "−3.000 kr.". */
export const formatKr = (ore: Ore): string => `${formatKroner(ore)}${nbsp}kr.`;

export type AmountProblem = 'empty' | 'notAnAmount' | 'negative' | 'tooLarge';
export type ParsedAmount =
  | { readonly ok: true; readonly ore: Ore }
  | { readonly ok: false; readonly reason: AmountProblem };

/** The largest amount the lists take: a milliard kroner. */
export const largestOre: Ore = 100_000_000_000;

const whole = /^(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)$/;
const ending = /^(?:\d{1,2}|-+|\u2013)$/;
const scales = [
  { word: /\s*(?:mio|mill|million|millioner)\.?$/i, kroner: 1_000_000, decimals: 6 },
  { word: /\s*(?:t|tusind|tusinde)\.?$/i, kroner: 1_000, decimals: 3 },
] as const;

const no = (reason: AmountProblem): ParsedAmount => ({ ok: false, reason });

const amountOf = (ore: number): ParsedAmount =>
  ore > largestOre ? no('tooLarge') : { ok: true, ore };

const digitsIn = (text: string): number => Number(text.replace(/[. ]/g, ''));

/** "1,5" of a million. The decimals are read as digits, because 1,1 · 1.000.000 is not exact. */
const scaled = (text: string, kroner: number, decimals: number): ParsedAmount => {
  const [before = '', after = '', ...rest] = text.split(',');
  const exact = after === '' ? !text.includes(',') : /^\d+$/.test(after);
  if (!whole.test(before) || rest.length > 0 || !exact || after.length > decimals)
    return no('notAnAmount');
  const part = (Number(after.padEnd(decimals, '0')) * kroner) / 10 ** decimals;
  return amountOf((digitsIn(before) * kroner + part) * 100);
};

const plain = (text: string): ParsedAmount => {
  const [before = '', after, ...rest] = text.split(',');
  if (!whole.test(before) || rest.length > 0) return no('notAnAmount');
  if (after !== undefined && !ending.test(after)) return no('notAnAmount');
  const cents = /^\d+$/.test(after ?? '') ? (after ?? '').padEnd(2, '0') : '00';
  return amountOf(digitsIn(before) * 100 + Number(cents));
};

/**
 * Reads what people type: "45.000", "kr. 8.000,-", "1250000", "1.250,50 kr", "1,5 mio. kr.",
 * "250 t.kr.". Never guesses: what may mean two things is refused.
 */
export const parseKr = (typed: string): ParsedAmount => {
  const bare = typed
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .trim()
    .replace(/^(?:kr\.?|dkk)\s*/i, '')
    .replace(/\s*(?:kr\.?|kroner|dkk)$/i, '')
    .trim();
  if (bare === '') return no('empty');
  if (/^(?:[-\u2212\u2013]|minus)\s*(?:kr\.?|dkk)?\s*\d/i.test(bare)) return no('negative');
  const scale = scales.find(({ word }) => word.test(bare));
  return scale ? scaled(bare.replace(scale.word, ''), scale.kroner, scale.decimals) : plain(bare);
};

export const amountProblems: Record<AmountProblem, string> = {
  empty: 'Skriv et beløb.',
  notAnAmount: 'Skriv beløbet med tal, for eksempel 45.000.',
  negative: 'Beløbet skal være 0 eller mere.',
  tooLarge: 'Beløbet er for stort.',
};
