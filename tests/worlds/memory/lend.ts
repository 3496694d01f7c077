import type { MemoryStores, TestDeps } from './memoryStores.ts';

type Held = { readonly value: Readonly<Record<string, unknown>> };
type Column = Map<unknown, readonly Held[]>;
type Lent = {
  readonly rows: Map<string, Held>;
  all: () => readonly Held[];
  where: (field: string, value: unknown) => readonly Held[];
};

/** A row that came, or came in another's place: the column's other rows are as they were. */
const placed = (column: Column, field: string, row: Held, before: Held | undefined): boolean => {
  const key = row.value[field];
  if (before && before.value[field] !== key) return false;
  const rows = column.get(key) ?? [];
  column.set(key, before ? rows.map((one) => (one === before ? row : one)) : [...rows, row]);
  return true;
};

/** What a list holds is the same array until something is written in it: what is kept can tell. */
const lend = (table: Lent): void => {
  const anew = table.all.bind(table);
  const columns = new Map<string, Column>();
  let lent: readonly Held[] | undefined;
  const set = table.rows.set.bind(table.rows);
  table.rows.set = (id, row) => {
    const before = table.rows.get(id);
    lent = undefined;
    for (const [field, column] of columns)
      if (!placed(column, field, row, before)) columns.delete(field);
    set(id, row);
    return table.rows;
  };
  table.all = () => {
    lent ??= anew();
    return lent;
  };
  table.where = (field, value) => {
    const known = columns.get(field);
    if (known) return known.get(value) ?? [];
    const column: Column = new Map();
    for (const row of table.all()) placed(column, field, row, undefined);
    columns.set(field, column);
    return column.get(value) ?? [];
  };
  const remove = table.rows.delete.bind(table.rows);
  table.rows.delete = (id) => {
    lent = undefined;
    columns.clear();
    return remove(id);
  };
};

/** The same of every list: long plays look at them again and again. */
export const lendAll = ({ stores }: Pick<TestDeps, 'stores'>): void => {
  for (const table of Object.values(stores) as readonly MemoryStores[keyof MemoryStores][])
    lend(table as unknown as Lent);
};
