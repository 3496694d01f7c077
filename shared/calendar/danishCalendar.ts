import Holidays from 'date-holidays';
import type { WorkCalendar } from '#shared/domain/workday.ts';
import { instantOf } from './zonedTime.ts';

const zone = 'Europe/Copenhagen';

const denmark = new Holidays('DK', { types: ['public'] });
const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** The library knows the moving days, and that store bededag became a working day in 2024. */
const holidaysIn = (year: number): ReadonlySet<string> => {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const found = new Set(denmark.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
  holidaysByYear.set(year, found);
  return found;
};

const instantAt = (day: string, time: string): string => {
  const instant = instantOf(zone, `${day}T${time}:00`);
  if (instant === undefined) throw new RangeError(`no such moment: ${day} ${time}`);
  return instant;
};

/** Closing days: 'YYYY-MM-DD' is that day, 'MM-DD' the day of every year. */
export const danishCalendar = (closingDays: readonly string[]): WorkCalendar => {
  const closed = new Set(closingDays);
  return {
    isClosed: (day) =>
      closed.has(day) || closed.has(day.slice(5)) || holidaysIn(Number(day.slice(0, 4))).has(day),
    instantAt,
  };
};
