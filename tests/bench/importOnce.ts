import { readFile } from 'node:fs/promises';
import { defaultAreas } from '#shared/domain/area.ts';
import { planOf } from '../../infra/import/plan.ts';
import { prepareReader, readTable } from '../../infra/import/readTable.ts';

/** What reads a file once: rows, so that everybody is seen to have read it. */
type Reader = (bytes: Uint8Array) => Promise<number>;

/** Readers that are kept on npm, in the shortest way they offer. */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  hucre: async () => {
    const { readXlsx } = await import('hucre/xlsx');
    return async (bytes) => (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0;
  },
  'read-excel-file': async () => {
    const { readSheet } = await import('read-excel-file/node');
    return async (bytes) => (await readSheet(Buffer.from(bytes))).length;
  },
  ours: async () => {
    // The command gets the reader ready while it fetches the lists.
    await prepareReader();
    return async (bytes) => {
      const read = await readTable(bytes);
      if (!read.ok) throw new Error(read.problem);
      const around = { areas: defaultAreas, people: [], existing: [], at: '', by: 'Import' };
      const planning = planOf(read.table, around);
      if (!planning.ok) throw new Error(planning.problem);
      return planning.plan.rows.filter((row) => row.type === 'created').length + 1;
    };
  },
};

/** One reading in a process of its own, as the command does it: nothing is warm. */
const [name = '', file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(await readFile(file));
const reader = await readers[name]?.();
const started = performance.now();
const used = process.cpuUsage();
const rows = (await reader?.(bytes)) ?? 0;
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(used);
const cpuMs = (user + system) / 1_000;
console.log(JSON.stringify({ rows, ms, cpuMs, mb: process.resourceUsage().maxRSS / 1_024 }));
