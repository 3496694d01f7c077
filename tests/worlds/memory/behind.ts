import type { Row, Table } from '#shared/useCases/ports.ts';

/**
 * A list as another server holds it: in memory as it was when this was called, and as the source
 * has it in everything that is read or written.
 */
export const behind = <T extends { readonly id: string }>(source: Table<T>): Table<T> => {
  const held = new Map<string, Row<T>>(source.all().map((row) => [row.value.id, row]));
  const keep = (row: Row<T>): Row<T> => {
    held.set(row.value.id, row);
    return row;
  };
  return {
    all: () => [...held.values()].sort((a, b) => a.seq - b.seq),
    get: (id) => held.get(id),
    where: (field, value) => [...held.values()].filter((row) => row.value[field] === value),
    read: async (id) => {
      const row = await source.read(id);
      if (row) keep(row);
      else held.delete(id);
      return row;
    },
    readWhere: async (field, value) => (await source.readWhere(field, value)).map(keep),
    insert: async (value) => {
      const inserted = await source.insert(value);
      keep(inserted.row);
      return inserted;
    },
    update: async (row, changes) => {
      const updated = await source.update(row, changes);
      if (updated.type === 'gone') held.delete(row.value.id);
      else keep(updated.row);
      return updated;
    },
  };
};
