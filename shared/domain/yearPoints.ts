import type { AreaId } from './area.ts';
import { isRecurringDay } from './recurringDay.ts';
import { isSecureLink } from './secureLink.ts';
import {
  isWorkday,
  previousDay,
  type WorkCalendar,
  workdayBefore,
  workdaysAfter,
} from './workday.ts';

/*
 * Fixed points of the årshjul: what comes back and is no kvartalsstatus, story or visit, such as the
 * strategic dialogue of IT and a chef's area about needs, new technology and money.
 */

export type YearPoint = {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`, or `MM-DD` each year. */
  readonly day: string;
  /** Whose it is; null when it is everybody's. */
  readonly area: AreaId | null;
  /** The agenda or the plan of action; empty when there is none. */
  readonly link: string;
};

export const longestPointTitle = 120;
export const mostYearPoints = 60;

export type YearPointsProblem =
  | { readonly type: 'noTitle' | 'tooMany' }
  | { readonly type: 'titleTooLong'; readonly title: string }
  | { readonly type: 'notADay'; readonly day: string }
  | { readonly type: 'notALink'; readonly link: string };

const problemOf = ({ title, day, link }: YearPoint): YearPointsProblem | null => {
  if (title === '') return { type: 'noTitle' };
  if (title.length > longestPointTitle) return { type: 'titleTooLong', title };
  if (!isRecurringDay(day)) return { type: 'notADay', day };
  return link === '' || isSecureLink(link) ? null : { type: 'notALink', link };
};

/** Why they cannot be stored; null when they can. */
export const yearPointsProblem = (points: readonly YearPoint[]): YearPointsProblem | null => {
  if (points.length > mostYearPoints) return { type: 'tooMany' };
  return points.map(problemOf).find((problem) => problem !== null) ?? null;
};

const isPoint = (value: unknown): value is YearPoint => {
  const given = (typeof value === 'object' ? value : null) as Partial<YearPoint> | null;
  return (
    given !== null &&
    [given.id, given.title, given.day, given.link].every((one) => typeof one === 'string') &&
    (given.area === null || typeof given.area === 'string')
  );
};

/** One of two with the same id would be lost when they are next written. */
export const haveOwnIds = (points: readonly { readonly id: string }[]): boolean =>
  new Set(points.map(({ id }) => id)).size === points.length;

/** Whether the list says points that make sense. */
export const areYearPoints = (value: unknown): value is readonly YearPoint[] =>
  Array.isArray(value) &&
  value.every(isPoint) &&
  haveOwnIds(value) &&
  yearPointsProblem(value) === null;

/** On the day itself when people are at work, else the next day they are; the year's last are brought forward. */
const heldOn = (day: string, calendar: WorkCalendar): string => {
  if (isWorkday(day, calendar)) return day;
  const next = workdaysAfter(day, 1, calendar);
  return next.slice(0, 4) === day.slice(0, 4) ? next : workdayBefore(day, 1, calendar);
};

/** The points of a year on their days, in order. A day that a year has not, 29 February, is not in it. */
export const pointsOfYear = (
  points: readonly YearPoint[],
  year: number,
  calendar: WorkCalendar,
): readonly YearPoint[] =>
  points
    .flatMap((point): readonly YearPoint[] => {
      if (point.day.length > 5) return point.day.startsWith(`${year}-`) ? [point] : [];
      const day = `${year}-${point.day}`;
      return isRecurringDay(day) ? [{ ...point, day: heldOn(day, calendar) }] : [];
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title, 'da'));

/** A point that is near. */
export type NearPoint = YearPoint & {
  /** The day before the one from which it is named: what is waited with since a day is named the next. */
  readonly since: string;
};

/** The points of which people are reminded on a day: from some working days before until they are held. */
export const nearPoints = (
  points: readonly YearPoint[],
  {
    day,
    days,
    calendar,
  }: { readonly day: string; readonly days: number; readonly calendar: WorkCalendar },
): readonly NearPoint[] => {
  const year = Number(day.slice(0, 4));
  return [year, year + 1]
    .flatMap((one) => pointsOfYear(points, one, calendar))
    .flatMap((point) => {
      const from = workdayBefore(point.day, days, calendar);
      return from <= day && day <= point.day ? [{ ...point, since: previousDay(from) }] : [];
    });
};
