import {
  followReplies,
  isFollowed,
  type MailboxRead,
  type Replies,
} from '#shared/domain/outOfOffice.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import { done } from '#shared/domain/result.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { readingsOf, readsReplies } from '../settings/mailboxes.ts';
import { changeAbsences } from './absences.ts';

/** A mailbox is read this seldom: nobody's absence is told on the minute. */
const readEveryMs = 10 * 60_000;

const repliesIn = (read: MailboxRead): Replies | undefined =>
  read.type === 'off' || read.type === 'on' || read.type === 'scheduled' ? read : undefined;

/** Makes, moves or ends the absence that somebody's replies mean. Returns whether it changed anything. */
const followed = async (
  deps: Deps,
  personId: PersonId,
  replies: Replies | null,
): Promise<boolean> => {
  const id = `absence-${deps.newId()}`;
  const result = await changeAbsences(deps, personId, (away) => {
    const { clock } = deps;
    const around = { people: peopleIn(deps), today: clock.day(), now: clock.now(), id };
    const absences = away ? followReplies(away, replies, around) : null;
    return { result: done(absences !== null), changes: absences && { absences } };
  });
  return result.ok && result.value;
};

const readDue = async (deps: Deps, due: readonly Person[]): Promise<number> => {
  const known = readingsOf(deps);
  const read = await deps.mailboxes.read(due.map(({ id }) => id));
  const now = Date.parse(deps.clock.now());
  let changed = 0;
  for (const [id, one] of read) {
    const wait = Math.max(readEveryMs, one.type === 'failed' ? one.waitMs : 0);
    const replies = repliesIn(one);
    if (replies && (await followed(deps, id, replies))) changed += 1;
    // Last: what could not be written is read again.
    known.set(id, { at: deps.clock.now(), nextAt: now + wait, type: one.type });
  }
  return changed;
};

/** Whoever has no standing deputy any more has nobody of theirs. */
const endUnfollowed = async (deps: Deps): Promise<number> => {
  let changed = 0;
  for (const person of peopleIn(deps)) {
    const live = person.absences.some(({ replies, ended }) => replies?.isOver === false && !ended);
    if (live && !isFollowed(person) && (await followed(deps, person.id, null))) changed += 1;
  }
  return changed;
};

/**
 * Reads the automatic replies of those who can be asked something and have a standing deputy, where
 * that is turned on, and makes their absences what they say. What cannot be read changes nothing.
 * Any number of servers may do it: a row is written as it was read, and what stands there is not
 * made again. Returns how many changed.
 */
export const followOutOfOffice = async (deps: Deps): Promise<number> => {
  const known = readingsOf(deps);
  if (!readsReplies(deps)) {
    known.clear();
    return 0;
  }
  const now = Date.parse(deps.clock.now());
  const due = peopleIn(deps)
    .filter(isFollowed)
    .filter(({ id }) => (known.get(id)?.nextAt ?? now) <= now);
  return (due.length === 0 ? 0 : await readDue(deps, due)) + (await endUnfollowed(deps));
};
