import { firstOfMonth, type SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';

/* Where things stand on the line of months. */

/** More is too narrow to read, and what is older is told in words. */
const mostMonths = 18;
const leastMonths = 9;

const monthNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const dayOfNumber = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

const daysOf = ({ planned, firstPlanned, startedOn, givenUpOn }: SpreadUnit): readonly string[] =>
  [planned, firstPlanned, startedOn, givenUpOn].filter((day) => day !== null);

/** The months that are drawn, as their first days: all that is said, and a little ahead. */
export const monthsOf = (units: readonly SpreadUnit[], today: string): readonly string[] => {
  const said = [...units.flatMap(daysOf), today].map(monthNumber);
  const last = Math.max(...said, monthNumber(today) + 2);
  const first = Math.max(Math.min(...said, last - leastMonths + 1), last - mostMonths + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => dayOfNumber(first + at));
};

/** How far along the line a day is, in percent; what is before the line is at its beginning. */
export const placeOn = (months: readonly string[], day: string): number => {
  const [first = day] = months;
  const whole = monthNumber(day) - monthNumber(first);
  const part = (Number(day.slice(8, 10)) - 1) / 31;
  return Math.min(100, Math.max(0, ((whole + part) / months.length) * 100));
};

/** The middle of a day's month: a plan is for a month, not for a day. */
export const middleOf = (months: readonly string[], day: string): number =>
  placeOn(months, `${firstOfMonth(day).slice(0, 8)}16`);
