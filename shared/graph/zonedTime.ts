/*
 * A time in Graph is a clock's, and the zone the clock stands in: `dateTimeTimeZone`. We ask for UTC,
 * and take what comes.
 */

/** Windows' names of the zones in and around Europe; Node knows the others' names by itself. */
const windowsZones: Readonly<Record<string, string>> = {
  'tzone://Microsoft/Utc': 'UTC',
  'Romance Standard Time': 'Europe/Copenhagen',
  'Romance Daylight Time': 'Europe/Copenhagen',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Greenland Standard Time': 'America/Nuuk',
};

const formats = new Map<string, Intl.DateTimeFormat | null>();

const formatOf = (zone: string): Intl.DateTimeFormat | null => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    });
  } catch {
    // A zone that Node does not know: a time in it is none that we can read.
  }
  formats.set(zone, format);
  return format;
};

/** How far the zone's clocks are ahead of UTC at an instant. */
const offsetAt = (format: Intl.DateTimeFormat, at: number): number =>
  Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at;

const wholeSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** The instant of a `dateTimeTimeZone`; undefined when it is none that makes sense. */
export const instantIn = (value: unknown): string | undefined => {
  const { dateTime, timeZone } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof dateTime !== 'string' || typeof timeZone !== 'string') return undefined;
  const clock = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/.exec(dateTime)?.[1];
  const format = formatOf(windowsZones[timeZone] ?? timeZone);
  const shown = Date.parse(`${clock}Z`);
  if (clock === undefined || !format || Number.isNaN(shown)) return undefined;
  // Twice: the first guess may lie on the other side of the night in which clocks are changed.
  const guess = shown - offsetAt(format, shown);
  return wholeSeconds(shown - offsetAt(format, guess));
};
