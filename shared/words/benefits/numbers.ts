import {
  type BenefitMeasure,
  largestAmount,
  type NumberProblem,
  type TypedNumber,
} from '#shared/domain/benefits/measure.ts';
import { nbsp } from '../money.ts';

/* Numbers of benefits as Danes write them, both ways. */

const minus = '\u2212';

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '.');

/** "1.250,5", "−2": as many decimals as there are, at most two. */
export const numberText = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  const rest = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const text = grouped(Math.trunc(size / 100)) + (rest === '' ? '' : `,${rest}`);
  return hundredths < 0 ? minus + text : text;
};

/** "1.250,5 \u00b1 40"; the number alone where nobody has said how sure it is. */
export const plusMinus = (hundredths: number): string => `\u00b1${nbsp}${numberText(hundredths)}`;

/** Of a sum nobody knows its last figures: two that count, as "\u00b1 550" of 552,27. */
export const roughly = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  const step = size < 100 ? 1 : 10 ** (Math.floor(Math.log10(size)) - 1);
  return plusMinus(Math.round(size / step) * step);
};

const units: Record<BenefitMeasure, string> = {
  hoursAYear: 'timer om året',
  hours: 'timer',
  krAYear: 'kr. om året',
  kr: 'kr.',
  percent: '%',
  countAYear: 'om året',
  count: '',
  daysAYear: 'dage om året',
  days: 'dage',
};

/** What a measure is called where it is chosen, and over its rows. */
export const measureNames: Record<BenefitMeasure, string> = {
  hoursAYear: 'Timer om året',
  hours: 'Timer i alt',
  krAYear: 'Kroner om året',
  kr: 'Kroner i alt',
  percent: 'Procent',
  countAYear: 'Antal om året',
  count: 'Antal',
  daysAYear: 'Dage om året',
  days: 'Dage',
};

/** What stands behind the number: "timer om året", "besøg om året". */
export const unitText = (measure: BenefitMeasure, unitName: string): string =>
  [unitName, units[measure]].filter((part) => part !== '').join(' ');

/** "3.400 timer om året", "60 %", "−2 besøg". */
export const amountText = (
  { measure, unitName }: { readonly measure: BenefitMeasure; readonly unitName: string },
  hundredths: number,
): string => {
  const unit = unitText(measure, unitName);
  return unit === '' ? numberText(hundredths) : `${numberText(hundredths)}${nbsp}${unit}`;
};

/** The words of its own unit that people write behind a number; another unit's are no number. */
const own: Record<BenefitMeasure, RegExp | null> = {
  hoursAYear: /\s*(?:timer|time|t\.?)$/i,
  hours: /\s*(?:timer|time|t\.?)$/i,
  krAYear: /\s*(?:,-+|kr\.?|kroner|dkk)$/i,
  kr: /\s*(?:,-+|kr\.?|kroner|dkk)$/i,
  percent: /\s*(?:%|procent|pct\.?)$/i,
  countAYear: null,
  count: null,
  daysAYear: /\s*(?:dage|dag)$/i,
  days: /\s*(?:dage|dag)$/i,
};

const yearly = /\s*(?:om året|pr\.? år|årligt|\/ ?år)$/i;

const isYearly = (measure: BenefitMeasure): boolean => measure.endsWith('AYear');

const withoutEnding = (text: string, ending: string): string =>
  ending !== '' && text.toLowerCase().endsWith(ending.toLowerCase())
    ? text.slice(0, -ending.length).trim()
    : text;

/** The number without what is said around it: its own unit, "om året", a kr. in front. */
const bareNumber = (typed: string, measure: BenefitMeasure, unitName: string): string => {
  const spaced = typed.replace(/[\u00a0\u202f\s]+/g, ' ').trim();
  const text = isYearly(measure) ? spaced.replace(yearly, '') : spaced;
  const unit = own[measure];
  const plain = unit === null ? withoutEnding(text, unitName) : text.replace(unit, '');
  // "1.250,- kr." has two endings.
  const again = measure.startsWith('kr') ? plain.replace(/,-+$/, '') : plain;
  return measure.startsWith('kr') ? again.replace(/^(?:kr\.?|dkk)\s*/i, '') : again;
};

const whole = /^(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)$/;

/** Written with a dot or a comma where a Dane and others mean different numbers: "1.5", "1,250". */
const isTwoWays = (text: string): boolean =>
  /^\d+\.\d+$/.test(text) ||
  /^[1-9]\d{0,2},\d{3}$/.test(text) ||
  /^\d+(?:,\d{3})+\.\d+$/.test(text);

const no = (text: string): NumberProblem => {
  if (isTwoWays(text)) return 'twoWays';
  return /^[\d. ]+,\d{3,}$/.test(text) ? 'tooFine' : 'notANumber';
};

/**
 * Reads what people type, in hundredths: "1.250,5", "−2", "12 timer", "1 250". Never guesses: what
 * may mean two things is refused, and so is another unit.
 */
export const readNumber = (
  typed: string,
  { measure, unitName }: { readonly measure: BenefitMeasure; readonly unitName: string },
): TypedNumber => {
  const bare = bareNumber(typed, measure, unitName).trim();
  if (bare === '') return 'empty';
  const [, sign = '', text = ''] = /^([-\u2212\u2013]|minus )? ?(.*)$/i.exec(bare) ?? [];
  const [before = '', after, ...rest] = text.split(',');
  const isRead = whole.test(before) && rest.length === 0 && /^\d{1,2}$/.test(after ?? '0');
  if (!isRead) return no(text);
  const size = Number(before.replace(/[. ]/g, '')) * 100 + Number((after ?? '').padEnd(2, '0'));
  if (size > largestAmount) return 'tooLarge';
  return sign === '' || size === 0 ? size : -size;
};

/** As `readNumber`; nothing typed is nothing said. */
export const readOptional = (
  typed: string,
  of: { readonly measure: BenefitMeasure; readonly unitName: string },
): TypedNumber | null => (typed.trim() === '' ? null : readNumber(typed, of));

export const numberProblemTexts: Record<NumberProblem, string> = {
  empty: 'Skriv et tal.',
  notANumber: 'Skriv kun ét tal, for eksempel 1.250,5.',
  twoWays: 'Det kan læses på to måder. Skriv komma før decimaler og punktum ved tusinder: 1.250,5.',
  tooFine: 'Skriv højst to decimaler, for eksempel 1.250,5.',
  tooLarge: 'Tallet er for stort.',
};
