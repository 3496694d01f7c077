import type { Change, HistoryEntry } from '../history.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the past is rebuilt from: an entry of the history, read once. */
export type Told = Pick<HistoryEntry, 'subject' | 'seq' | 'cause' | 'kind' | 'byName' | 'at'> & {
  /** What its fields said before, and after. */
  readonly was: Fields;
  readonly is: Fields;
};

/** What cannot be read, because somebody wrote in the list, says nothing. */
const fieldsIn = (json: string): Fields => {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Fields) : {};
  } catch {
    return {};
  }
};

/** What the entry was, as a change. */
export const changeIn = ({ cause, kind, byName, at, was, is }: Told): Change => ({
  ...{ cause, kind, byId: '', byName, at },
  ...{ before: JSON.stringify(was), after: JSON.stringify(is) },
});

export const toldBy = (
  subject: string,
  entry: Pick<HistoryEntry, 'cause' | 'kind' | 'byName' | 'at' | 'before' | 'after'>,
  seq: number,
): Told => ({
  ...{ subject, seq, cause: entry.cause, kind: entry.kind, byName: entry.byName, at: entry.at },
  was: fieldsIn(entry.before),
  is: fieldsIn(entry.after),
});

/** By time, and among those of one second by their number in the chain. */
export const oldestFirst = (one: Told, other: Told): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.seq - other.seq;

/**
 * The row that an entry tells of. The history is kept by project; a step says its code, and a unit
 * that it is spread to has its key first in the cause.
 */
const rowOf = ({ subject, kind, cause, is }: Told): string => {
  if (kind === 'stepChanged') return `${subject}:${String(is['code'])}`;
  return kind === 'spread' ? cause.slice(0, cause.lastIndexOf(':')) : subject;
};

/** What was found in a row the first time that it was changed. */
export type Found = {
  readonly fields: Fields;
  /** That was when it was made: before, it was not there. */
  readonly made: boolean;
};

/**
 * From entries since some moment, oldest first: what each row said at that moment, of the fields that
 * have been changed since. The others say what they say now.
 */
export const foundThen = (entries: Iterable<Told>): ReadonlyMap<string, Found> => {
  const found = new Map<string, { fields: Record<string, unknown>; made: boolean }>();
  for (const entry of entries) {
    const row = rowOf(entry);
    let known = found.get(row);
    if (!known) {
      known = { fields: {}, made: entry.cause === `${row}:made` };
      found.set(row, known);
    }
    for (const field in entry.was)
      if (!(field in known.fields)) known.fields[field] = entry.was[field];
  }
  return found;
};

/** A row with what was found in it; what the row does not have is somebody else's field. */
export const asFound = <T extends object>(row: T, found: Found | undefined): T => {
  if (!found) return row;
  const fields = Object.entries(found.fields).filter(([field]) => Object.hasOwn(row, field));
  return fields.length === 0 ? row : { ...row, ...Object.fromEntries(fields) };
};

/** It changed the row itself, and not a step of it or what somebody was asked. */
export const tellsOf = ({ is }: Told, row: object): boolean =>
  Object.keys(is).some((field) => Object.hasOwn(row, field));
