import { wholeOrder } from '#shared/domain/quarter/order.ts';
import {
  isNumberSetting,
  type RuleKey,
  type RuleValues,
  rules,
} from '#shared/domain/ruleSettings.ts';

/** What stands in each field, as it is written. */
export type RulesDraft = Readonly<Record<RuleKey, string>>;

const isCounted = (key: RuleKey): boolean => 'least' in rules[key];

/** A list as it stands in a draft. */
export const listed = (parts: readonly (string | number)[]): string => parts.join(', ');

/** Amounts as people write them, with a point for each thousand, and lists one after another. */
const shown = (key: RuleKey, value: RuleValues[RuleKey]): string => {
  if (typeof value === 'object') return listed(value);
  return isCounted(key) && typeof value === 'number'
    ? value.toLocaleString('da-DK')
    : String(value);
};

export const rulesDraftOf = (values: RuleValues): RulesDraft =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, shown(key as RuleKey, value)]),
  ) as RulesDraft;

/** A whole number, with or without points between the thousands; anything else is none. */
const numberIn = (text: string): number => {
  const plain = text.trim();
  return /^\d{1,3}(?:\.\d{3})+$|^\d+$/.test(plain) ? Number(plain.replaceAll('.', '')) : Number.NaN;
};

/** Months as they are written, rising: "3, 6 og 12"; what is no month is NaN. */
const monthsIn = (text: string): readonly number[] =>
  text
    .split(/[\s,;]+|\bog\b/)
    .filter((part) => part !== '')
    .map(numberIn)
    .sort((a, b) => a - b);

/** The codes of a list, in its order. */
const codesIn = (text: string): readonly string[] => text.split(', ').filter((code) => code !== '');

const valueIn = (key: RuleKey, text: string): RuleValues[RuleKey] => {
  if (rules[key].kind === 'months') return monthsIn(text);
  if (rules[key].kind === 'agenda') return wholeOrder(codesIn(text));
  return isNumberSetting(key) || isCounted(key) ? numberIn(text) : text;
};

/** What was written, each as what it is; what is no number is NaN, and refused as such. */
export const valuesIn = (draft: RulesDraft): RuleValues =>
  Object.fromEntries(
    Object.entries(draft).map(([key, text]) => [key, valueIn(key as RuleKey, text)]),
  ) as RuleValues;
