import { tzOffset } from '@date-fns/tz';
import Holidays from 'date-holidays';
import type { WorkCalendar } from '#shared/domain/workday.ts';

const zone = 'Europe/Copenhagen';
const minuteMs = 60_000;
const dayMs = 86_400_000;

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

/**
 * The same everywhere, whatever zone the server itself runs in. An hour that comes twice in October
 * means the first; one that is skipped in March means the clock an hour on.
 */
const instantAt = (day: string, time: string): string => {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((at) => tzOffset(zone, new Date(at)));
  const fits = offsets
    .map((offset) => ({ offset, at: asUtc - offset * minuteMs }))
    .filter(({ offset, at }) => tzOffset(zone, new Date(at)) === offset)
    .map(({ at }) => at);
  const at = fits.length > 0 ? Math.min(...fits) : asUtc - Math.min(...offsets) * minuteMs;
  return new Date(at).toISOString().replace('.000Z', 'Z');
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
