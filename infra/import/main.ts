import { readFile } from 'node:fs/promises';
import { importWords as words } from '#shared/messages/import.ts';
import { settingsOf } from '#shared/useCases/settingsOf.ts';
import { peopleIn } from '#shared/useCases/views.ts';
import { type Wired, wire } from '../../bot/wiring.ts';
import { commandConfig } from '../environment.ts';
import { applyPlan } from './apply.ts';
import { linesOf } from './linesOf.ts';
import { type Planning, planOf } from './plan.ts';
import { readTable } from './readTable.ts';
import type { Table } from './table.ts';

const say = (...lines: readonly string[]): void => {
  for (const line of lines) console.log(line);
};

const end = (problem: string): never => {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
};

const tableIn = async (path: string): Promise<Table> => {
  const bytes = await readFile(path).catch(() => end(words.noFile(path)));
  const read = await readTable(bytes);
  return read.ok ? read.table : end(read.problem);
};

const planFor = (wired: Wired, table: Table): Planning => {
  const at = wired.deps.clock.now();
  return planOf(table, {
    areas: settingsOf(wired.stores).areas,
    people: peopleIn(wired.deps),
    existing: wired.stores.projects.all().map((row) => row.value),
    at,
    by: 'Import',
  });
};

const [path, ...flags] = process.argv.slice(2);
const unknown = flags.filter((flag) => flag !== '--apply');
if (path === undefined || path.startsWith('--') || unknown.length > 0) end(words.usage);
const table = await tableIn(path ?? '');
const wired = wire(await commandConfig());
await wired.mirror.load().catch(() => end(words.notReady));
const planning = planFor(wired, table);
if (!planning.ok) end(planning.problem);
else {
  say(...linesOf(planning.plan));
  const apply = flags.includes('--apply');
  if (apply) await applyPlan(wired, planning.plan);
  say(apply ? words.applied : words.dryRun);
  process.exitCode = planning.plan.rows.some((row) => row.type === 'refused') ? 1 : 0;
}
