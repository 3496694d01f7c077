import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { benchApi } from './api.ts';
import { benchBot } from './bot.ts';
import { benchGraph } from './graph.ts';
import { benchImport } from './import.ts';
import { benchLedger } from './ledger.ts';
import type { BenchRow } from './row.ts';
import { benchStories } from './stories.ts';
import { benchTab } from './tab.ts';

const parts: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  graph: benchGraph,
  api: benchApi,
  bot: benchBot,
  ledger: benchLedger,
  stories: benchStories,
  import: benchImport,
  tab: benchTab,
};

const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(2);

const lineOf = (row: BenchRow): string =>
  [
    row.ok ? 'ok  ' : 'FAIL',
    row.id.padEnd(4),
    row.what.padEnd(64),
    `${short(row.value)} ${row.unit}`.padStart(14),
    `gate ${short(row.gate)}`.padStart(12),
    `aim ${short(row.aim)}`.padStart(12),
  ].join(' ');

/** `npm run bench` runs all; `npm run bench -- api` one part. */
const wanted = process.argv.slice(2);
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const row of await bench()) {
    rows.push(row);
    console.log(lineOf(row));
  }
}
const about = { node: process.version, cpus: availableParallelism(), at: new Date().toISOString() };
await writeFile('bench.json', `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
const failed = rows.filter((row) => !row.ok).length;
console.log(`${rows.length - failed} goals held, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
