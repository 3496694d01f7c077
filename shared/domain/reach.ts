import type { PersonId } from './person.ts';

/** Why a message could not be brought to somebody. */
export const unreachedWhys = [
  'notInstalled',
  'blocked',
  /** An administrator has switched the bot off. */
  'disabled',
  /** The conversation, or the message in it, is not there any more. */
  'gone',
  /** Teams knows nobody by that id. */
  'unknownPerson',
  /** Refused with words that we do not know. */
  'refused',
] as const;
export type UnreachedWhy = (typeof unreachedWhys)[number];

/** Somebody whom something waits for and who cannot be reached in the chat. */
export type Unreached = {
  readonly id: PersonId;
  readonly name: string;
  readonly why: UnreachedWhy;
  readonly since: string;
  /** The activity feed has told them. */
  readonly inFeed: boolean;
  /** The matter waits for them: nobody else who may answer has the card. */
  readonly holdsUp: boolean;
};

type Outages = {
  readonly unreachedSince: string | null;
  readonly unreached: UnreachedWhy | null;
  readonly reachedAt: string | null;
};

/** The outage that goes on now; null when the person can be reached. */
export const outageNow = (
  held: Outages | undefined,
): { readonly since: string; readonly why: UnreachedWhy } | null => {
  const since = held?.unreachedSince ?? null;
  if (!held || since === null || isOutageOver(held, since)) return null;
  return { since, why: held.unreached ?? 'refused' };
};

/** A copy of the row from before the outage never says that it is over. */
export const isOutageOver = (held: Outages | undefined, since: string): boolean =>
  held !== undefined && held.reachedAt !== null && held.reachedAt >= since;

/** An outage begins after the last one ended, also within the same second. */
export const outageStart = (held: Outages | undefined, now: string): string => {
  const before = held?.reachedAt ?? null;
  if (before === null || before < now) return now;
  return new Date(Date.parse(before) + 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
};

/**
 * Kinds of entries in a person's activity feed. Teams shows only those that the manifest declares,
 * with a template whose one word is `what`.
 */
export const activityTypes = ['waitsForYou', 'newsForYou'] as const;
export type ActivityType = (typeof activityTypes)[number];

/** One stay out of reach: it is told of once, and a later one is another. */
export const outageOf = (personId: PersonId, since: string): string => `${personId}@${since}`;

export const outageIn = (
  about: string | null,
): { readonly personId: PersonId; readonly since: string } => {
  const [personId = '', since = ''] = (about ?? '').split('@');
  return { personId, since };
};

const firstTryMs = 30_000;
const longestTryMs = 15 * 60_000;

/**
 * Teams says nothing when somebody lets the bot in again, so one message is tried now and then:
 * soon at first, and every quarter of an hour while it goes on.
 */
export const nextTryMs = (attempts: number): number =>
  Math.min(longestTryMs, firstTryMs * 2 ** Math.max(0, Math.min(attempts, 12) - 1));
