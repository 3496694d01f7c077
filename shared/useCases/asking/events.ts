import type { AskingEvent } from '#shared/domain/asking/asking.ts';
import type { Row, Table } from '../ports.ts';

export const eventsOf = <E>(rows: readonly Row<E>[]): readonly E[] => rows.map((row) => row.value);

/** The events of one matter; what either the lists or memory know has happened. */
export const readEvents = async <E extends AskingEvent, K extends keyof E & string>(
  table: Table<E>,
  field: K,
  id: E[K] & string,
): Promise<readonly E[]> => {
  const read = await table.readWhere(field, id);
  const events = eventsOf([...table.where(field, id), ...read]);
  return [...new Map(events.map((event) => [event.id, event])).values()];
};

/**
 * Every matter of a list of events, folded. The same rows are the same matters: a list in memory is
 * another one after any change.
 */
export const foldedBy = <E, N>(
  keyOf: (event: E) => string,
  fold: (first: E, events: readonly E[]) => N,
): ((rows: readonly Row<E>[]) => readonly N[]) => {
  const grouped = new WeakMap<readonly Row<E>[], readonly N[]>();
  return (rows) => {
    const known = grouped.get(rows);
    if (known) return known;
    const byKey = new Map<string, [E, ...E[]]>();
    for (const event of eventsOf(rows)) {
      const held = byKey.get(keyOf(event));
      if (held) held.push(event);
      else byKey.set(keyOf(event), [event]);
    }
    const all = [...byKey.values()].map((events) => fold(events[0], events));
    grouped.set(rows, all);
    return all;
  };
};
