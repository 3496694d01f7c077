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

const asWritten = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(\d{1,2}|-+|\u2013))?$/;

const no = (reason: AmountProblem): ParsedAmount => ({ ok: false, reason });

/** Reads what people type: "45.000", "kr. 8.000,-", "1250000", "1.250,50 kr". Never guesses. */
export const parseKr = (typed: string): ParsedAmount => {
  const bare = typed
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .trim()
    .replace(/^(?:kr\.?|dkk)\s*/i, '')
    .replace(/\s*(?:kr\.?|kroner|dkk)$/i, '')
    .trim();
  if (bare === '') return no('empty');
  if (/^[-\u2212\u2013]\s*\d/.test(bare)) return no('negative');
  const match = asWritten.exec(bare);
  if (!match) return no('notAnAmount');
  const [whole = ''] = bare.split(',');
  const cents = /^\d+$/.test(match[1] ?? '') ? (match[1] ?? '').padEnd(2, '0') : '00';
  const ore = Number(whole.replace(/[. ]/g, '')) * 100 + Number(cents);
  return ore > largestOre ? no('tooLarge') : { ok: true, ore };
};

export const amountProblems: Record<AmountProblem, string> = {
  empty: 'Skriv et beløb.',
  notAnAmount: 'Skriv beløbet med tal, for eksempel 45.000.',
  negative: 'Beløbet skal være 0 eller mere.',
  tooLarge: 'Beløbet er for stort.',
};
