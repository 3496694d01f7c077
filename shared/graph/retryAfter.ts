type Headers = { get(name: string): string | null | undefined };

const secondsIn = (text: string): number | undefined => {
  const seconds = Number(text);
  return text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
};

/**
 * How long the service asks us to stay away, in ms: Retry-After as seconds (decimals too) or as a
 * date, and RateLimit-Reset where that is later (platform C4). Undefined when it does not say.
 */
export const waitAskedIn = (headers: Headers, now: () => number = Date.now): number | undefined => {
  const waits = [
    waitIn(headers.get('retry-after'), headers, now),
    resetIn(headers.get('ratelimit-reset')),
  ].filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : Math.max(...waits);
};

const resetIn = (text: string | null | undefined): number | undefined => {
  const seconds = text ? secondsIn(text) : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
};

const waitIn = (
  text: string | null | undefined,
  headers: Headers,
  now: () => number,
): number | undefined => {
  if (!text) return undefined;
  const seconds = secondsIn(text);
  if (seconds !== undefined) return seconds * 1000;
  // Without the weekday in front even "-5" would pass for a date.
  const until = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  // The service's own clock where it is told, because ours may be off.
  const said = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(said) ? now() : said));
};

export type Headroom = { readonly units: number; readonly forMs: number };

/** What is left of the budget, which the service tells from 80 % use on (platform C4). */
export const headroomIn = (headers: Headers): Headroom | undefined => {
  const units = secondsIn(headers.get('ratelimit-remaining') ?? '');
  const seconds = secondsIn(headers.get('ratelimit-reset') ?? '');
  if (units === undefined || seconds === undefined) return undefined;
  return { units, forMs: seconds * 1000 };
};
