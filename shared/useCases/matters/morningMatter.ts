import { type Message, messageAbout, morningKey, unsent } from '#shared/domain/message.ts';
import { linesOf } from '#shared/domain/morning.ts';
import type { Morning } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { nextDay } from '#shared/domain/workday.ts';
import type { Deps } from '../ports.ts';
import { isTellingHour } from '../settings/hours.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';
import { linesLeft, morningFor, toldThisMorning } from './morning.ts';

/** A morning that a newer one has followed is drawn a last time. */
const lastRevision = 1_000_000_000;
/** Rises as what was named is answered, line by line. */
const wholeRevision = 1_000_000;

/** Days after which a morning with something left has been followed by another, holidays and all. */
const longestMs = 21 * 86_400_000;

const isPast = ({ stores, clock }: Deps, day: string, personId: PersonId): boolean => {
  const today = clock.day();
  if (Date.parse(today) - Date.parse(day) > longestMs) return true;
  for (let at = nextDay(day); at <= today; at = nextDay(at))
    if (stores.messages.get(morningKey(at, personId))) return true;
  return false;
};

const revisionOf = (lines: number): number => wholeRevision - lines;

/** What a morning says to somebody, as it stands. */
export const morningNow = (deps: Deps, day: string, personId: PersonId): Morning => ({
  ...morningFor(deps, day, personId),
  isPast: isPast(deps, day, personId),
  at: deps.clock.now(),
});

const message = (day: string, to: PersonId, at: string): Message => ({
  id: morningKey(day, to),
  kind: 'morning',
  ...messageAbout.morning(day),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** The day whose messages a server has put in; what it lacks is only ever looked for again after a fault. */
const done = new WeakMap<Deps, string>();

/**
 * Tells each in the morning, in one message, what has waited too long, what is late and what is due;
 * nothing when nothing is. The key names person and day, so any number of servers tell once.
 */
const tellMornings = async (deps: Deps): Promise<number> => {
  const day = deps.clock.day();
  if (done.get(deps) === day || !isTellingHour(deps)) return 0;
  let told = 0;
  for (const id of toldThisMorning(deps, day)) {
    const { type } = await deps.stores.messages.insert(message(day, id, deps.clock.now()));
    if (type === 'inserted') told += 1;
  }
  done.set(deps, day);
  return told;
};

/** All that waits for somebody as the day begins. */
export const morningMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: (deps, { about, to, shownRevision }) => {
    if (shownRevision === lastRevision || to.type !== 'person') return shownRevision;
    const day = about ?? '';
    if (isPast(deps, day, to.id)) return lastRevision;
    return revisionOf(linesLeft(deps, day, to.id));
  },
  told: (deps, { about, to }) => {
    if (to.type !== 'person') return undefined;
    const day = about ?? '';
    const morning = morningNow(deps, day, to.id);
    const lines = linesOf(morning);
    return {
      matter: {
        type: 'morning',
        revision: morning.isPast ? lastRevision : revisionOf(lines),
        personId: to.id,
        morning,
      },
      // What could not leave on its day is left to the next morning, so that nobody gets two.
      isOvertaken: lines === 0 || morning.isPast || day !== deps.clock.day(),
      isWanted: day === deps.clock.day() && lines > 0,
    };
  },
  byClock: tellMornings,
};
