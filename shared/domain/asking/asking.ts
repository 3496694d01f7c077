import type { AreaId } from '../area.ts';
import { holdersOf, type Person, type PersonId, standInsFor } from '../person.ts';

/* What is alike in everything that one person is asked about beside a gate: numbered events, a clock, questions back. */

/** What every numbered event says, whatever was asked. Never edited. */
export type AskingEvent = {
  /** `<what is asked>:<seq>`: the unique key that lets one of those who act at once through. */
  readonly id: string;
  /** Unique: the press it follows from, however often it is delivered. */
  readonly cause: string;
  readonly seq: number;
  readonly byId: PersonId;
  readonly byName: string;
  /** The seat a deputy answers for. */
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
  readonly at: string;
  readonly comment: string;
  readonly dueAt: string | null;
  readonly nudgeAt: string | null;
  /** The number of the question that a reply answers. */
  readonly about: number | null;
};

/** Somebody is asked, and by when. */
export type Ask = {
  /** The event that asked. */
  readonly seq: number;
  /** The event that asked first since the last answer: asking anew before it is no new question. */
  readonly round: number;
  readonly at: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly dueAt: string;
  readonly nudgeAt: string;
};

/** A question back, with the reply when there is one. */
export type Exchange<E> = { readonly question: E; readonly reply: E | null };

/** Who may answer, and for which seat when it is a deputy. */
export type Answerer = {
  readonly id: PersonId;
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
};

/** What follows a number that is not known (yet) cannot be judged. */
export const unbroken = <E extends Pick<AskingEvent, 'seq'>>(
  events: readonly E[],
): readonly E[] => {
  const ordered = [...events].sort((a, b) => a.seq - b.seq);
  const hole = ordered.findIndex((event, at) => event.seq !== at + 1);
  return hole < 0 ? ordered : ordered.slice(0, hole);
};

/** The ask an event makes; `waiting` is the one that has no answer yet. */
export const askIn = (event: AskingEvent, waiting: Ask | null): Ask => ({
  seq: event.seq,
  round: waiting?.round ?? event.seq,
  at: event.at,
  byId: event.byId,
  byName: event.byName,
  dueAt: event.dueAt ?? event.at,
  nudgeAt: event.nudgeAt ?? event.at,
});

/** A question is replied to once. */
export const withReply = <E extends AskingEvent>(
  exchanges: readonly Exchange<E>[],
  reply: E,
): readonly Exchange<E>[] =>
  exchanges.map((one) =>
    one.question.seq === reply.about && !one.reply ? { ...one, reply } : one,
  );

/** The first question that nobody has replied to; null when there is none. */
export const unreplied = <E extends AskingEvent>(
  exchanges: readonly Exchange<E>[],
): number | null => exchanges.find(({ reply }) => reply === null)?.question.seq ?? null;

/** Those who stand in for a seat today, each on its behalf. */
export const deputiesFor = (
  seat: AreaId,
  people: readonly Person[],
  day: string,
): readonly Answerer[] =>
  holdersOf(seat, people, day).deputies.map(({ id }) => ({ id, seat, onBehalf: true }));

/** A leder who is asked by name, and while they are away whoever answers for them. */
export const lederAnswerers = (
  leder: Person,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => [
  { id: leder.id, seat: null, onBehalf: false },
  ...standInsFor(leder, people, day).map(({ id }) => ({ id, seat: null, onBehalf: true })),
];

/** The chef of an area, and while it lasts the deputy; nobody where there is no area. */
export const seatAnswerers = (
  seat: AreaId | null,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  if (seat === null) return [];
  const { chef } = holdersOf(seat, people, day);
  const own = chef ? [{ id: chef.id, seat: null, onBehalf: false }] : [];
  return [...own, ...deputiesFor(seat, people, day)];
};

export const longestComment = 2_000;

/** Since when somebody is waited for: the ask, or the first question nobody has replied to. */
export const waitsSince = (
  now: {
    readonly ask: Ask | null;
    readonly exchanges: readonly Exchange<Pick<AskingEvent, 'at'>>[];
  },
  waits: 'answer' | 'reply',
): string => {
  const open = now.exchanges.find(({ reply }) => reply === null);
  return (waits === 'reply' ? open?.question.at : now.ask?.at) ?? '';
};
