import {
  isNumberSetting,
  type RuleKey,
  type RuleValues,
  rules,
} from '#shared/domain/ruleSettings.ts';

/** What stands in each field, as it is written. */
export type RulesDraft = Readonly<Record<RuleKey, string>>;

const isCounted = (key: RuleKey): boolean => 'least' in rules[key];

/** Amounts as people write them, with a point for each thousand. */
const shown = (key: RuleKey, value: number | string): string =>
  isCounted(key) && typeof value === 'number' ? value.toLocaleString('da-DK') : String(value);

export const rulesDraftOf = (values: RuleValues): RulesDraft =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, shown(key as RuleKey, value)]),
  ) as RulesDraft;

/** A whole number, with or without points between the thousands; anything else is none. */
const numberIn = (text: string): number => {
  const plain = text.trim();
  return /^\d{1,3}(?:\.\d{3})+$|^\d+$/.test(plain) ? Number(plain.replaceAll('.', '')) : Number.NaN;
};

/** What was written, each as what it is; what is no number is NaN, and refused as such. */
export const valuesIn = (draft: RulesDraft): RuleValues =>
  Object.fromEntries(
    Object.entries(draft).map(([key, text]) => [
      key,
      isNumberSetting(key as RuleKey) || isCounted(key as RuleKey) ? numberIn(text) : text,
    ]),
  ) as RuleValues;
