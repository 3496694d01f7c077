import { isYearEnd, yearOf } from '#shared/domain/economy.ts';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
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
const remindersDue = (deps: Deps): readonly Message[] => {
  const waiting = yearWaiting(deps);
  const day = deps.clock.day();
  const isLate = waiting?.year === yearOf(day);
  if (!waiting || (!isLate && !isYearEnd(day)) || !isTellingHour(deps)) return [];
  return peopleIn(deps)
    .filter((person) => person.roles.includes('consultant'))
    .map(({ id }) => reminder(waiting.year, isLate ? 'late' : 'ahead', id, deps.clock.now()));
};

/** Reminds the consultants that a year waits to be opened. A message's key lets it in once. */
export const tellYear = async (deps: Deps): Promise<void> => {
  for (const message of remindersDue(deps))
    if (!deps.stores.messages.get(message.id)) await deps.stores.messages.insert(message);
};
