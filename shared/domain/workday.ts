import { dayOf } from './day.ts';

/** What a calendar must know; where it knows it from is none of the rules' business. */
export type WorkCalendar = {
  /** A public holiday, or a local closing day. Weekends are known here. */
  readonly isClosed: (day: string) => boolean;
  /** The instant (UTC, whole seconds) at which clocks in Copenhagen show this time on this day. */
  readonly instantAt: (day: string, time: string) => string;
};

/** An answer is due some working days later, with a nudge the same day. */
export type DueRule = {
  readonly days: number;
  readonly dueTime: string;
  readonly nudgeTime: string;
};

/** Closing days are data: with every day closed the count must still end. */
const longestSearch = 366;

const dayMs = 86_400_000;

const dayAt = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export const nextDay = (day: string): string => dayAt(day, 1);
export const previousDay = (day: string): string => dayAt(day, -1);
export const daysAfter = (day: string, count: number): string => dayAt(day, count);
export const daysBefore = (day: string, count: number): string => dayAt(day, -count);

const isWeekend = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

export const isWorkday = (day: string, calendar: WorkCalendar): boolean =>
  !isWeekend(day) && !calendar.isClosed(day);

/** The count-th working day on one side of a day; the last day searched when there are too few. */
const workdayFrom = (
  day: string,
  count: number,
  calendar: WorkCalendar,
  step: (day: string) => string,
): string => {
  let at = day;
  let left = Math.max(1, Math.trunc(count));
  for (let searched = 0; left > 0 && searched < longestSearch; searched += 1) {
    at = step(at);
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
};

/** The count-th working day strictly after a day. */
export const workdaysAfter = (day: string, count: number, calendar: WorkCalendar): string =>
  workdayFrom(day, count, calendar, nextDay);

/** How many working days there are after a day, up to and with another; far beyond them it stops counting. */
export const workdaysBetween = (after: string, until: string, calendar: WorkCalendar): number => {
  let count = 0;
  let day = after;
  for (let searched = 0; day < until && searched < longestSearch; searched += 1) {
    day = nextDay(day);
    if (isWorkday(day, calendar)) count += 1;
  }
  return count;
};

/** The count-th working day strictly before a day. */
export const workdayBefore = (day: string, count: number, calendar: WorkCalendar): string =>
  workdayFrom(day, count, calendar, previousDay);

/** Asked at any hour of a day in Copenhagen, due on the rule's working day after that day. */
export const dueOf = (
  askedAt: string,
  rule: DueRule,
  calendar: WorkCalendar,
): { readonly dueAt: string; readonly nudgeAt: string } => {
  const day = workdaysAfter(dayOf(askedAt), rule.days, calendar);
  return {
    dueAt: calendar.instantAt(day, rule.dueTime),
    nudgeAt: calendar.instantAt(day, rule.nudgeTime),
  };
};
