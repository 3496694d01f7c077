import { dayOf } from './day.ts';
import { isWorkday, previousDay, type WorkCalendar, workdaysAfter } from './workday.ts';

/* When people are told what: the one rule of the clock for reminders, mornings and quiet hours (domain.md, Rhythm). */

/** What DigiTek may set (⚙). */
export type Rhythm = {
  /** Working days after which what waits for somebody is named to them. */
  readonly remindAfterDays: number;
  /** Working days after which it is named to the consultant too. */
  readonly consultantAfterDays: number;
  /** `HH:MM` in Copenhagen: when the morning's message goes out. */
  readonly digestTime: string;
  /** Nobody is written to before the one, or from the other on. */
  readonly from: string;
  readonly until: string;
  /** Whether a question to somebody waits for these hours too, or comes when it is asked. */
  readonly asks: 'inHours' | 'anyTime';
};

export const defaultRhythm: Rhythm = {
  remindAfterDays: 2,
  consultantAfterDays: 10,
  digestTime: '08:00',
  from: '07:00',
  until: '17:00',
  asks: 'inHours',
};

type Hours = Pick<Rhythm, 'from' | 'until'>;

/** Whether people may be written to: between two hours of a working day. */
export const isWithin = (at: string, { from, until }: Hours, calendar: WorkCalendar): boolean => {
  const day = dayOf(at);
  return (
    isWorkday(day, calendar) &&
    at >= calendar.instantAt(day, from) &&
    at < calendar.instantAt(day, until)
  );
};

/** The next moment at which people may be written to; at once, when they may be now. */
export const opensAt = (at: string, hours: Hours, calendar: WorkCalendar): string => {
  if (isWithin(at, hours, calendar)) return at;
  const day = dayOf(at);
  const isBefore = isWorkday(day, calendar) && at < calendar.instantAt(day, hours.from);
  return calendar.instantAt(isBefore ? day : workdaysAfter(day, 1, calendar), hours.from);
};

/**
 * Whether a message that asks something waits for the hours. What is due before they begin again does
 * not; what is due after that, or was due before, loses nothing by waiting till seven.
 */
export const waitsForHours = (
  at: string,
  dueAt: string | null,
  rhythm: Rhythm,
  calendar: WorkCalendar,
): boolean => {
  if (rhythm.asks === 'anyTime' || isWithin(at, rhythm, calendar)) return false;
  const isDueMeanwhile = dueAt !== null && dueAt > at && dueAt < opensAt(at, rhythm, calendar);
  return !isDueMeanwhile;
};

/** The first working day of the week of a working day: Monday, or what stands in for it. */
export const weekBegins = (day: string, calendar: WorkCalendar): string => {
  let first = day;
  const weekday = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let at = day; weekday(at) > 0; ) {
    at = previousDay(at);
    if (isWorkday(at, calendar)) first = at;
  }
  return first;
};

/**
 * What has waited since a day is named so many working days later, and then as each week begins: the
 * day from which a message must have named it; null when none needs to have, yet.
 */
export const namedFrom = (
  since: string,
  days: number,
  day: string,
  calendar: WorkCalendar,
): string | null => {
  const first = workdaysAfter(since, days, calendar);
  if (first > day) return null;
  return [first, weekBegins(day, calendar)].sort().at(-1) ?? first;
};
