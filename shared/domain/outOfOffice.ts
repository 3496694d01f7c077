import { answersForSomething, longestDays, standingOf } from './absence.ts';
import { dayOf } from './day.ts';
import type { Absence, Days, Person } from './person.ts';
import { daysAfter, nextDay, previousDay } from './workday.ts';

/*
 * Who answers for somebody whose automatic replies say that they are away: an absence like any other,
 * of their standing deputy, which follows the replies until a person ends it.
 */

/** What somebody's automatic replies say, without a word of what they reply. */
export type Replies =
  | { readonly type: 'off' }
  /** Until somebody turns them off. */
  | { readonly type: 'on' }
  /** Two instants. */
  | { readonly type: 'scheduled'; readonly start: string; readonly end: string };

/** What came of reading somebody's mailbox. */
export type MailboxRead =
  | Replies
  /** We may not. */
  | { readonly type: 'denied' }
  /** They have none that is kept in Microsoft 365. */
  | { readonly type: 'noMailbox' }
  /** There was no answer, or none that makes sense; with how long we are asked to wait. */
  | { readonly type: 'failed'; readonly problem: string; readonly waitMs: number };

/** How the reading goes, for whoever has turned it on. */
export type MailboxesView =
  | { readonly type: 'off' }
  /** Nobody whom anything is asked of has a standing deputy. */
  | { readonly type: 'nobody' }
  /** Not read yet since this server started. */
  | { readonly type: 'unread' }
  | {
      readonly type: 'read';
      readonly at: string;
      readonly people: number;
      readonly denied: number;
      readonly noMailbox: number;
      readonly failed: number;
    };

/** What is on until it is turned off is an absence of a week, moved on day by day while it is on. */
const openDays = 7;
/** It is moved on when no more of it is left, so that it is written twice a week and not each day. */
const leastOpenDays = 3;

const halfDayMs = 12 * 3_600_000;

type Period = Days & { readonly start: string | null };

/**
 * The days that the replies mean: the day on which they end is one of them when they end after noon.
 * Null when they are off or over, or are on for less than half a day.
 */
export const periodOf = (replies: Replies, today: string): Period | null => {
  if (replies.type === 'off') return null;
  if (replies.type === 'on') return { start: null, from: today, to: daysAfter(today, openDays) };
  const { start, end } = replies;
  const [from, to] = [dayOf(start), dayOf(Date.parse(end) - halfDayMs)];
  return start < end && from <= to && today <= to ? { start, from, to } : null;
};

type Around = {
  readonly people: readonly Person[];
  readonly today: string;
  readonly now: string;
  /** For an absence that has to be made. */
  readonly id: string;
};

/** The first of the days that nobody has set by hand, until the next that somebody has. */
const freeOf = (period: Days, taken: readonly Days[], today: string): Days | null => {
  let from = period.from < today ? today : period.from;
  for (const one of [...taken].sort((a, b) => a.from.localeCompare(b.from)))
    if (one.from <= from && from <= one.to) from = nextDay(one.to);
  const next = taken.map((one) => one.from).filter((day) => day > from);
  const [to = period.to] = [
    period.to,
    daysAfter(from, longestDays),
    ...next.map((day) => previousDay(day)),
  ].sort();
  return from <= to ? { from, to } : null;
};

const isLive = ({ replies }: Absence): boolean => replies !== undefined && !replies.isOver;

type Live = Absence & { readonly replies: NonNullable<Absence['replies']> };

/** Nothing changes it any more; what has not been ended by a person ends with the replies. */
const closed = (live: Live, { today, now }: Around): Absence => ({
  ...live,
  replies: { ...live.replies, isOver: true },
  ended: live.ended ?? (live.to < today ? null : { byId: '', byName: '', at: now }),
});

/** The absence with the days that the replies have now. */
const moved = (live: Live, period: Period, days: Days, { today, now }: Around): Absence => {
  const { start } = period;
  const from = live.from <= today ? live.from : days.from;
  const isOpen = start === null && live.replies.start === null;
  if (isOpen && daysAfter(today, leastOpenDays) <= live.to && live.to <= days.to) return live;
  const same = from === live.from && days.to === live.to;
  if (same && start === live.replies.start) return live;
  const was = same || isOpen ? [] : [{ from: live.from, to: live.to, at: now }];
  const moves = [...live.replies.moves, ...was];
  return { ...live, from, to: days.to, replies: { ...live.replies, start, moves } };
};

/** What the replies mean, and of it the days that nobody has set by hand. */
type Meant = { readonly period: Period; readonly days: Days | null };

/** Whether the absence is still that of the replies: a day that has begun for a deputy is never unsaid. */
const holds = (live: Live, { period, days }: Meant, away: Person, around: Around): boolean => {
  // Ended by a person, it stays so for as long as it is the same time away.
  if (live.ended !== null) return live.replies.start === period.start;
  if (days === null || live.deputyId !== standingOf(away) || live.to < around.today) return false;
  return live.from > around.today || days.from <= around.today;
};

/** Also where they are away on some of the days themselves: they answer on the rest (uncovered.ts). */
const made = (away: Person, period: Period, days: Days, around: Around): Absence | null => {
  const deputyId = standingOf(away);
  const deputy = around.people.find(({ id }) => id === deputyId);
  if (!deputy || deputy.id === away.id) return null;
  return {
    ...{ id: around.id, deputyId: deputy.id, from: days.from, to: days.to },
    ...{ byId: '', byName: '', at: around.now, ended: null },
    replies: { start: period.start, isOver: false, moves: [] },
  };
};

const byFirstDay = (absences: readonly Absence[]): readonly Absence[] =>
  [...absences].sort((a, b) => a.from.localeCompare(b.from));

const meantBy = (
  away: Person,
  replies: Replies | null,
  others: readonly Absence[],
  today: string,
): Meant | null => {
  const period = replies && answersForSomething(away) ? periodOf(replies, today) : null;
  if (!period) return null;
  const taken = others.filter(({ ended }) => ended === null);
  return { period, days: freeOf(period, taken, today) };
};

/** The absence as it is from now on: as it was, moved, or over. */
const followed = (live: Live, meant: Meant | null, away: Person, around: Around): Absence => {
  if (!meant || !holds(live, meant, away, around)) return closed(live, around);
  const { period, days } = meant;
  return live.ended === null && days ? moved(live, period, days, around) : live;
};

/**
 * Somebody's absences as their automatic replies would have them; null when they are so already.
 * `replies` is null for whoever has no standing deputy: theirs are not read.
 */
export const followReplies = (
  away: Person,
  replies: Replies | null,
  around: Around,
): readonly Absence[] | null => {
  const live = away.absences.find((one): one is Live => isLive(one));
  // What a person ended waits for what the replies say.
  if (replies === null && live?.ended) return null;
  const others = away.absences.filter((one) => one !== live);
  const meant = meantBy(away, replies, others, around.today);
  const now = live && followed(live, meant, away, around);
  const isHeld = now !== undefined && isLive(now);
  const next = isHeld || !meant?.days ? null : made(away, meant.period, meant.days, around);
  if (now === live && !next) return null;
  return byFirstDay([...others, ...(now ? [now] : []), ...(next ? [next] : [])]);
};

/** Whose automatic replies say anything: of whom something is asked, and who has a standing deputy. */
export const isFollowed = (person: Person): boolean =>
  answersForSomething(person) && standingOf(person) !== null;
