import type { MemoryStores, TestDeps, Writes } from './memoryStores.ts';

/** What a list holds is the same array until something is written: what is kept can tell. */
const lend = (table: MemoryStores[keyof MemoryStores], writes: Writes): void => {
  const anew = table.all.bind(table) as () => readonly never[];
  let lent = { at: '', rows: anew() };
  table.all = (() => {
    const at = `${writes.count} ${table.rows.size}`;
    if (lent.at !== at) lent = { at, rows: anew() };
    return lent.rows;
  }) as typeof table.all;
};

/** The same of every list: long plays look at them again and again. */
export const lendAll = ({ stores, writes }: Pick<TestDeps, 'stores' | 'writes'>): void => {
  for (const table of Object.values(stores)) lend(table, writes);
};
