import type { Deps, Row, Stores, Table } from '../ports.ts';

/** The lists that are in memory. */
export type ListName = Exclude<keyof Stores, 'history'>;

type Held = { readonly id: string };

/** Something that was looked at: rows by a value, a whole list, the day or the very moment. */
export type Read =
  | { readonly list: ListName; readonly field: string; readonly value: string }
  | { readonly list: ListName }
  | 'day'
  | 'moment';

export const keyOfRead = (read: Read): string => {
  if (typeof read === 'string') return read;
  return 'field' in read ? `${read.list}.${read.field}=${read.value}` : read.list;
};

export const valueIn = (row: Row<Held>, field: string): unknown => row.value[field as 'id'];

export const rowsOf = (stores: Stores, list: ListName): readonly Row<Held>[] =>
  (stores[list] as Table<Held>).all();

const toSource = (): never => {
  throw new TypeError('What is kept is worked out from memory, and asks nobody');
};

const notingTable = (
  table: Table<Held>,
  list: ListName,
  note: (read: Read) => void,
): Table<Held> => ({
  all() {
    note({ list });
    return table.all();
  },
  get(id) {
    note({ list, field: 'id', value: id });
    return table.get(id);
  },
  where(field, value) {
    note({ list, field, value });
    return table.where(field, value);
  },
  ...{ read: toSource, readWhere: toSource, insert: toSource, update: toSource },
});

/** The same world, noting all that is looked at in memory and on the clock. */
export const noting = (deps: Deps, note: (read: Read) => void): Deps => {
  const { history, ...tables } = deps.stores;
  const noted = Object.entries(tables).map(([name, table]) => [
    name,
    notingTable(table as Table<Held>, name as ListName, note),
  ]);
  return {
    ...deps,
    stores: { ...Object.fromEntries(noted), history } as Stores,
    clock: {
      now() {
        note('moment');
        return deps.clock.now();
      },
      day() {
        note('day');
        return deps.clock.day();
      },
    },
  };
};
