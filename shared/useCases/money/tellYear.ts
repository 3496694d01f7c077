import { isYearEnd, yearOf } from '#shared/domain/economy.ts';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { isWorkday } from '#shared/domain/workday.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { yearWaiting } from './editPools.ts';

/** Nobody is told outside a working day's hours (domain.md, Rhythm), and this is for the morning. */
const hours = { from: '09:00', until: '17:00' } as const;

const isHour = (deps: Deps): boolean => {
  const calendar = deps.calendarOf(settingsOf(deps.stores).closingDays);
  const [day, now] = [deps.clock.day(), deps.clock.now()];
  return (
    isWorkday(day, calendar) &&
    now >= calendar.instantAt(day, hours.from) &&
    now < calendar.instantAt(day, hours.until)
  );
};

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
  if (!waiting || (!isLate && !isYearEnd(day)) || !isHour(deps)) return [];
  return peopleIn(deps)
    .filter((person) => person.roles.includes('consultant'))
    .map(({ id }) => reminder(waiting.year, isLate ? 'late' : 'ahead', id, deps.clock.now()));
};

/** Reminds the consultants that a year waits to be opened. A message's key lets it in once. */
export const tellYear = async (deps: Deps): Promise<void> => {
  for (const message of remindersDue(deps))
    if (!deps.stores.messages.get(message.id)) await deps.stores.messages.insert(message);
};
