import { type Found, foundThen, type Told } from './told.ts';

/** Entries of the history that belong to one span of time, oldest first, looked at many times. */
export class Span {
  readonly entries: readonly Told[];
  #found: ReadonlyMap<string, Found> | undefined;
  #causes: ReadonlySet<string> | undefined;

  constructor(entries: readonly Told[]) {
    this.entries = entries;
  }

  /** What each row said before the span. */
  get found(): ReadonlyMap<string, Found> {
    this.#found ??= foundThen(this.entries);
    return this.#found;
  }

  has(cause: string): boolean {
    this.#causes ??= new Set(this.entries.map((entry) => entry.cause));
    return this.#causes.has(cause);
  }

  /** The place of the first entry at an instant or after it. */
  from(instant: string): number {
    const place = this.entries.findIndex(({ at }) => at >= instant);
    return place < 0 ? this.entries.length : place;
  }
}

type Finding = { readonly fields: Record<string, unknown>; readonly made: boolean };

/** What is found first is what counts: the older span's word goes before a newer one's. */
const addFields = (to: Record<string, unknown>, newer: Found['fields']): void => {
  for (const field in newer) if (!(field in to)) to[field] = newer[field];
};

const addFound = (to: Map<string, Finding>, newer: ReadonlyMap<string, Found>): void => {
  for (const [row, { fields, made }] of newer) {
    const known = to.get(row);
    if (known) addFields(known.fields, fields);
    else to.set(row, { fields: { ...fields }, made });
  }
};

/** What each row said at an instant, of the fields that have been changed since; spans oldest first. */
export const foundAt = (spans: readonly Span[], instant: string): ReadonlyMap<string, Found> => {
  const found = new Map<string, Finding>();
  for (const span of spans) {
    const place = span.from(instant);
    addFound(found, place === 0 ? span.found : foundThen(span.entries.slice(place)));
  }
  return found;
};

/** Walks back from an instant through what was told before it, until `see` has seen enough. */
export const walkBack = (
  spans: readonly Span[],
  instant: string,
  see: (entry: Told) => 'enough' | undefined,
): void => {
  for (const span of [...spans].reverse())
    for (let place = span.from(instant) - 1; place >= 0; place -= 1) {
      const entry = span.entries[place];
      if (entry && see(entry) === 'enough') return;
    }
};

/** What is told of some subjects, by subject, each in order. */
export const toldOf = (
  spans: readonly Span[],
  subjects: ReadonlySet<string>,
): ReadonlyMap<string, readonly Told[]> => {
  const told = new Map<string, Told[]>();
  for (const { entries } of spans)
    for (const entry of entries) {
      if (!subjects.has(entry.subject)) continue;
      const known = told.get(entry.subject);
      if (known) known.push(entry);
      else told.set(entry.subject, [entry]);
    }
  return told;
};
