/* What somebody has typed and not sent lies on their device until it is: their own, at its place. */

/** How long it lies there. */
const keptDays = 30;
const keptMs = keptDays * 24 * 60 * 60 * 1_000;

export const typedKey = (personId: string, ...place: readonly string[]): string =>
  `digitek-typed:${[personId, ...place].join(':')}`;

const isTypedKey = (key: string): boolean => /^digitek(360)?-typed:/.test(key);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lies under a key; null where nothing does, or nothing that can be read. */
const fieldsAt = (key: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isFields(value) ? value : null;
  } catch {
    // Storage that is closed keeps nothing, and the page is as good without.
    return null;
  }
};

/** Not known of what a release before this one kept. */
const keptAtOf = ({ at }: Fields): number => (typeof at === 'string' ? Date.parse(at) : Number.NaN);

/** Kept too long to be what anybody means now. */
const isOld = (fields: Fields, now: number): boolean => now - keptAtOf(fields) > keptMs;

/** What was typed when the tab was closed; null when nothing was, or when it is not of that shape. */
export const typedAt = <T>(key: string, isShape: (value: unknown) => value is T): T | null => {
  const fields = fieldsAt(key);
  if (fields === null || isOld(fields, Date.now())) return null;
  return isShape(fields) ? fields : null;
};

const put = (key: string, fields: object | null, now: number): void => {
  try {
    if (fields === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ ...fields, at: new Date(now).toISOString() }));
  } catch {
    // As above: what is typed stands on the page.
  }
};

/** Kept at every key, and forgotten when it is sent or given up. */
export const keepTyped = (key: string, fields: object | null): void => put(key, fields, Date.now());

const keys = (): readonly string[] => {
  try {
    return Object.keys(localStorage).filter(isTypedKey);
  } catch {
    return [];
  }
};

/** Forgets what is old or cannot be read; what says no time is of the day it is first seen. */
export const forgetOld = (now: number): void => {
  for (const key of keys()) {
    const fields = fieldsAt(key);
    if (fields === null || isOld(fields, now)) put(key, null, now);
    else if (Number.isNaN(keptAtOf(fields))) put(key, fields, now);
  }
};
