import { dayOf } from '#shared/domain/day.ts';
import { isYearEnd, yearOf } from '#shared/domain/economy.ts';
import { type Message, messageAbout, reminderKinds, unsent } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { isTellingHour } from '../settings/hours.ts';
import { yearWaiting } from './editPools.ts';

const reminder = (year: number, when: 'ahead' | 'late', to: PersonId, at: string): Message => ({
  id: `year:${year}:${when}:${to}`,
  kind: 'yearNotOpened',
  ...messageAbout.year(year),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** Each consultant once in December, and once more when the year has come and is still not opened. */
export const yearReminders = (deps: Deps): readonly Message[] => {
  const waiting = yearWaiting(deps);
  const day = deps.clock.day();
  const isLate = waiting?.year === yearOf(day);
  if (!waiting || (!isLate && !isYearEnd(day)) || !isTellingHour(deps)) return [];
  return peopleIn(deps)
    .filter((person) => person.roles.includes('consultant'))
    .map(({ id }) => reminder(waiting.year, isLate ? 'late' : 'ahead', id, deps.clock.now()))
    .filter(({ id }) => !deps.stores.messages.get(id));
};

/** A morning of another day is dropped as it would leave; a year told of before is told of. */
const ownWay: readonly Message['kind'][] = ['morning', 'yearNotOpened'];

/** Whom something has reminded already today: the year can wait till tomorrow. */
const remindedOn = ({ stores }: Deps, day: string): ReadonlySet<string> =>
  new Set(
    stores.messages
      .all()
      .filter(({ value }) => reminderKinds.includes(value.kind) && value.state !== 'dropped')
      .filter(
        ({ value: { createdAt, kind, state } }) =>
          dayOf(createdAt) === day ||
          (!ownWay.includes(kind) && (state === 'queued' || state === 'sending')),
      )
      .flatMap(({ value: { to } }) => (to.type === 'person' ? [to.id] : [])),
  );

/** Reminds the consultants that a year waits to be opened. A message's key lets it in once. */
export const tellYear = async (deps: Deps): Promise<void> => {
  const due = yearReminders(deps);
  if (due.length === 0) return;
  const reminded = remindedOn(deps, deps.clock.day());
  for (const message of due)
    if (message.to.type === 'person' && !reminded.has(message.to.id))
      await deps.stores.messages.insert(message);
};
