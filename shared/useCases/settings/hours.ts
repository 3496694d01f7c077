import { isWithin, type Rhythm } from '#shared/domain/rhythm.ts';
import type { WorkCalendar } from '#shared/domain/workday.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from './settingsOf.ts';

/** The rhythm as it is set, and the days it goes by. */
export const rhythmIn = (
  deps: Deps,
): { readonly rhythm: Rhythm; readonly calendar: WorkCalendar } => {
  const { rhythm, closingDays } = settingsOf(deps.stores);
  return { rhythm, calendar: deps.calendarOf(closingDays) };
};

/** Whether what is for the morning may be told now: from its hour until nobody is written to any more. */
export const isTellingHour = (deps: Deps): boolean => {
  const { rhythm, calendar } = rhythmIn(deps);
  return isWithin(deps.clock.now(), { ...rhythm, from: rhythm.digestTime }, calendar);
};

/** When a day's morning began; a message of that morning tells of what came before. */
export const morningOf = (deps: Deps, day: string): string => {
  const { rhythm, calendar } = rhythmIn(deps);
  return calendar.instantAt(day, rhythm.digestTime);
};
