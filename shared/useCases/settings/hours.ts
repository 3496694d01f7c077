import { isWorkday } from '#shared/domain/workday.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from './settingsOf.ts';

/** Nobody is told outside a working day's hours (domain.md, Rhythm), and this is for the morning. */
const hours = { from: '09:00', until: '17:00' } as const;

/** Whether what is for the morning may be told now. */
export const isTellingHour = (deps: Deps): boolean => {
  const calendar = deps.calendarOf(settingsOf(deps.stores).closingDays);
  const [day, now] = [deps.clock.day(), deps.clock.now()];
  return (
    isWorkday(day, calendar) &&
    now >= calendar.instantAt(day, hours.from) &&
    now < calendar.instantAt(day, hours.until)
  );
};

/** When a day's morning began; a message of that morning tells of what came before. */
export const morningOf = (deps: Deps, day: string): string =>
  deps.calendarOf(settingsOf(deps.stores).closingDays).instantAt(day, hours.from);
