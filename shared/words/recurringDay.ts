import { dayText, dayYearText, months } from './dates.ts';
import { nbsp } from './money.ts';

/* A day of one year or of each, as people write it. */

/** "5. juni" for each year, "24. december 2026" for one. */
export const recurringDayText = (day: string): string =>
  (/^\d{2}-\d{2}$/.test(day) ? dayText(`2024-${day}`) : dayYearText(day)).replaceAll(nbsp, ' ');

const two = (number: number): string => String(number).padStart(2, '0');

const monthOf = (word: string): number => {
  const asNumber = Number(word);
  if (Number.isInteger(asNumber)) return asNumber;
  const known = word.toLocaleLowerCase('da').replace(/\.$/, '');
  return known.length < 3 ? 0 : months.findIndex((name) => name.startsWith(known)) + 1;
};

/** A day as people write it: "5. juni", "5/6", "24. december 2026", "24.12.2026". */
export const readRecurringDay = (line: string): string | null => {
  const text = line.trim();
  if (/^(?:\d{4}-)?\d{2}-\d{2}$/.test(text)) return text;
  const found = /^(\d{1,2})[. /]+(\p{L}+\.?|\d{1,2})(?:[. /]+(\d{4}))?$/u.exec(text);
  const month = monthOf(found?.[2] ?? '');
  if (!found || month < 1 || month > 12) return null;
  const day = `${two(month)}-${two(Number(found[1]))}`;
  return found[3] === undefined ? day : `${found[3]}-${day}`;
};
