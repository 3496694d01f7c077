import type { Row, Table } from '../ports.ts';

export const eventsOf = <E>(rows: readonly Row<E>[]): readonly E[] => rows.map((row) => row.value);

/** The events of one matter; what either the lists or memory know has happened. */
export const readEvents = async <E extends { readonly id: string }, K extends keyof E & string>(
  table: Table<E>,
  field: K,
  id: E[K] & string,
): Promise<readonly E[]> => {
  const read = await table.readWhere(field, id);
  const events = eventsOf([...table.where(field, id), ...read]);
  return [...new Map(events.map((event) => [event.id, event])).values()];
};

type Rows<E> = readonly Row<E>[];

/** Every event that was there is there as it was: a list of events is only ever added to. */
const isLonger = <E>(rows: Rows<E>, before: Rows<E>): boolean =>
  rows.length >= before.length && before.every((row, at) => row === rows[at]);

/** A matter's events, and what they come to; nothing where they make no sense. */
type Group<E, N> = { readonly rows: Row<E>[]; now: N | undefined };
type Groups<E, N> = Map<string, Group<E, N>>;

/**
 * Every matter of a list of events, folded, the one that began first before the others. What was
 * added is folded into what was known: one event more costs its own matter and no other.
 */
export const foldedBy = <E, N>(
  keyOf: (event: E) => string,
  fold: (rows: Rows<E>) => N | undefined,
): ((rows: Rows<E>) => readonly N[]) => {
  const known = new WeakMap<Rows<E>, readonly N[]>();
  let last: { readonly rows: Rows<E>; readonly groups: Groups<E, N> } = {
    ...{ rows: [], groups: new Map() },
  };

  const added = (groups: Groups<E, N>, rows: Rows<E>): readonly N[] => {
    const touched = new Set<Group<E, N>>();
    for (const row of rows) {
      const key = keyOf(row.value);
      const group = groups.get(key) ?? { rows: [], now: undefined };
      group.rows.push(row);
      groups.set(key, group);
      touched.add(group);
    }
    for (const group of touched) group.now = fold(group.rows);
    return [...groups.values()].map(({ now }) => now).filter((now) => now !== undefined);
  };

  return (rows) => {
    const found = known.get(rows);
    if (found) return found;
    const before = isLonger(rows, last.rows) ? last : { rows: [], groups: new Map() };
    const all = added(before.groups, rows.slice(before.rows.length));
    last = { rows, groups: before.groups };
    known.set(rows, all);
    return all;
  };
};

/** How a matter is folded that is told by its first event what it is about. */
export const foldOf =
  <E, N>(fold: (first: E, events: readonly E[]) => N) =>
  (rows: Rows<E>): N => {
    const events = eventsOf(rows);
    const [first] = events;
    if (first === undefined) throw new RangeError('A matter begins with an event');
    return fold(first, events);
  };
