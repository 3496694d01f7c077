import { findIana } from 'windows-iana';
import { instantOf } from '#shared/calendar/zonedTime.ts';

/*
 * A time in Graph is a clock's, and the zone the clock stands in: `dateTimeTimeZone`. We ask for UTC,
 * and take what comes: Windows' names of zones, everybody else's, and one that is Graph's alone.
 */
const zoneOf = (name: string): string =>
  name === 'tzone://Microsoft/Utc' ? 'UTC' : (findIana(name)[0] ?? name);

/** The instant of a `dateTimeTimeZone`; undefined when it is none that makes sense. */
export const instantIn = (value: unknown): string | undefined => {
  const { dateTime, timeZone } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof dateTime !== 'string' || typeof timeZone !== 'string') return undefined;
  const clock = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/.exec(dateTime)?.[1];
  return clock && instantOf(zoneOf(timeZone), clock);
};
