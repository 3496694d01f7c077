import { dayOf } from '../day.ts';
import type { BenefitEvent, BenefitTerms } from './benefit.ts';
import { type BenefitNow, isAsking, isPromised, promisedDay } from './now.ts';

/* When the owner of a benefit is asked how it has gone: at so many months from the start (3, 6, 12), or on the day they gave. */

/** Months after the start, as many as make sense; DigiTek can change them. */
export const usualMonths: readonly number[] = [3, 6, 12];

export const areMonths = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= 12 &&
  value.every(
    (one, at) => Number.isInteger(one) && one >= 1 && one <= 60 && one > (value[at - 1] ?? 0),
  );

const two = (number: number): string => String(number).padStart(2, '0');

/** The same day some months later; the last of the month where it has no such day. */
export const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, last))}`;
};

/** What the follow-up goes by beside the benefit. Days are YYYY-MM-DD. */
export type FollowUp = {
  /** The day its project went into operation; null before. */
  readonly operatingSince: string | null;
  readonly months: readonly number[];
  readonly today: string;
};

/** The day the months are counted from; null before the project is in operation. */
export const startOf = (
  { startsOn }: Pick<BenefitTerms, 'startsOn'>,
  { operatingSince }: Pick<FollowUp, 'operatingSince'>,
): string | null => (operatingSince === null ? null : (startsOn ?? operatingSince));

/** The newest month whose day has come; null before the first. */
export const dueMonth = (start: string | null, { months, today }: FollowUp): number | null =>
  start === null ? null : (months.findLast((month) => monthsAfter(start, month) <= today) ?? null);

/** Whether it has been measured for a month, or since its day. */
const isMeasuredFor = (
  { answers }: Pick<BenefitNow, 'answers'>,
  month: number,
  start: string,
): boolean =>
  answers.some(({ month: of, at }: BenefitEvent) =>
    of === null ? dayOf(at) >= monthsAfter(start, month) : of >= month,
  );

export type NextAsk = {
  readonly month: number;
  /** Nothing that is asked twice has the same: the month, and the "not yet" it comes after. */
  readonly key: string;
};

type Promised = BenefitNow & { readonly terms: BenefitTerms };

/** A month whose day has come, and that nobody has asked about or measured for. */
const monthToAsk = (now: Promised, follow: FollowUp): NextAsk | null => {
  const start = startOf(now.terms, follow);
  const due = dueMonth(start, follow);
  if (start === null || due === null || due <= Math.max(0, ...now.months)) return null;
  return isMeasuredFor(now, due, start) ? null : { month: due, key: `m${due}` };
};

/** The day somebody gave has come, and the question with it. */
const promisedAsk = ({ asked, word }: BenefitNow): NextAsk | null => {
  if (word?.kind !== 'notYet' || asked === null || asked.month === null) return null;
  return { month: asked.month, key: `m${asked.month}:${word.seq}` };
};

/**
 * The question that is to be asked now; null when there is none. Whoever said a day is not asked
 * before it. A month that came while another was open takes its place; months that had passed when
 * the benefit was written are not asked about, but for the newest.
 */
export const nextAsk = (now: BenefitNow, follow: FollowUp): NextAsk | null => {
  if (!isPromised(now) || now.unmeasurable) return null;
  if ((promisedDay(now) ?? '') > follow.today) return null;
  return monthToAsk(now, follow) ?? promisedAsk(now);
};

/** The next day something is asked; null when nothing is ahead. */
export const nextDay = (now: BenefitNow, follow: FollowUp): string | null => {
  if (!isPromised(now) || now.unmeasurable) return null;
  const promised = promisedDay(now);
  if (promised !== null && promised > follow.today) return promised;
  const start = startOf(now.terms, follow);
  if (start === null) return null;
  const ahead = follow.months.map((month) => monthsAfter(start, month));
  return ahead.find((day) => day > follow.today) ?? null;
};

/** How a benefit stands, for all who look at it. */
export type BenefitStanding =
  | { readonly type: 'withdrawn' }
  /** Its project is not in operation. */
  | { readonly type: 'notStarted' }
  | { readonly type: 'unmeasurable' }
  /** In operation, and the first month has not come. */
  | { readonly type: 'ahead'; readonly on: string | null }
  /** A month has come that nobody has measured for. */
  | { readonly type: 'missing'; readonly month: number; readonly promised: string | null }
  | { readonly type: 'measured'; readonly next: string | null };

/** The month that nobody has measured for: one whose day has come, or that is asked about. */
const lackedMonth = (now: BenefitNow, start: string, follow: FollowUp): number | null => {
  const due = dueMonth(start, follow);
  if (due !== null && !isMeasuredFor(now, due, start)) return due;
  return isAsking(now) || promisedDay(now) !== null ? (now.asked?.month ?? null) : null;
};

export const standingOf = (now: BenefitNow, follow: FollowUp): BenefitStanding => {
  if (!isPromised(now)) return { type: 'withdrawn' };
  if (now.unmeasurable) return { type: 'unmeasurable' };
  const start = startOf(now.terms, follow);
  if (start === null || start > follow.today) return { type: 'notStarted' };
  const month = lackedMonth(now, start, follow);
  if (month !== null) return { type: 'missing', month, promised: promisedDay(now) };
  const next = nextDay(now, follow);
  return now.answers.length > 0 ? { type: 'measured', next } : { type: 'ahead', on: next };
};

/** Whether there is nothing left to follow: it was measured for the last month, or never can be. */
export const isFollowedToTheDoor = (now: BenefitNow, follow: FollowUp): boolean => {
  if (!isPromised(now) || now.unmeasurable) return true;
  const start = startOf(now.terms, follow);
  const last = follow.months.at(-1);
  return start !== null && last !== undefined && isMeasuredFor(now, last, start);
};

const dayMs = 86_400_000;

/** The first Monday so many days ahead or later. */
const mondayAfter = (today: string, days: number): string => {
  const at = Date.parse(`${today}T00:00:00Z`) + days * dayMs;
  const toMonday = (8 - new Date(at).getUTCDay()) % 7;
  return new Date(at + toMonday * dayMs).toISOString().slice(0, 10);
};

/** The days that are offered to whoever does not know it yet: in two, six and ten weeks. */
export const laterDays = (today: string): readonly string[] =>
  [14, 42, 70].map((days) => mondayAfter(today, days));
