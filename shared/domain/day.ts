const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const hourMs = 3_600_000;
/** A year and more of hours; then it begins anew. */
const mostKnown = 10_000;
const known = new Map<number, string>();

/**
 * The day an instant falls on in Europe/Copenhagen, YYYY-MM-DD. Clocks there differ from UTC by whole
 * hours, so a day is that of all its hour: it is asked for so often that it is remembered.
 */
export const dayOf = (instant: string | number): string => {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant;
  const hour = Math.floor(at / hourMs);
  const day = known.get(hour) ?? copenhagen.format(at);
  if (known.size >= mostKnown) known.clear();
  known.set(hour, day);
  return day;
};

const dayMs = 24 * hourMs;

/** How many days there are from one day to another. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / dayMs);
