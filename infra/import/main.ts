import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { peopleIn } from '#shared/useCases/people.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { openRequests } from '#shared/useCases/requests/views.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { importWords as words } from '#shared/words/server/import.ts';
import { provisionWords } from '#shared/words/server/provision.ts';
import { type Config, configOrExit } from '../../bot/config.ts';
import { type Wired, wire } from '../../bot/wiring.ts';
import { commandEnvironment } from '../environment.ts';
import { applyPlan } from './apply.ts';
import { heldRows } from './held.ts';
import { linesOf } from './linesOf.ts';
import { type Plan, type Planned, type Planning, planOf } from './plan.ts';
import { prepareReader, readTable } from './readTable.ts';
import type { Table } from './table.ts';
import { teach } from './teach.ts';

const say = (...lines: readonly string[]): void => {
  for (const line of lines) console.log(line);
};

const end = (problem: string, code = 1): never => {
  process.stderr.write(`${problem}\n`);
  process.exit(code);
};

const asked = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        hidden: { type: 'boolean', default: false },
        key: { type: 'string' },
        teach: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch {
    // An option nobody knows: then how it is written is what there is to say.
    return end(words.usage);
  }
};

const configured = async (): Promise<Config> => {
  const environment = await commandEnvironment();
  const isNamed = ['TENANT_ID', 'GRAPH_URL'].some((name) => environment[name] !== undefined);
  return isNamed ? configOrExit(environment) : end(words.needsTenant, 78);
};

const explain = (cause: unknown): string => {
  if (!(cause instanceof Fault)) throw cause;
  return cause.code === 'graph.unavailable' || cause.code === 'graph.throttled'
    ? provisionWords.unreachable
    : words.notReady;
};

const loaded = async (config: Config): Promise<Wired> => {
  const wired = wire(config);
  await wired.mirror.load().catch((cause: unknown) => end(explain(cause)));
  return wired;
};

const { values: options, positionals } = asked();
const [path, ...more] = positionals;
if (more.length > 0 || (path === undefined && options.teach.length === 0)) end(words.usage);

const tableIn = async (wired: Wired, file: string): Promise<Table> => {
  const bytes = await readFile(file).catch(() => end(words.noFile(file)));
  const wanted = { words: settingsOf(wired.stores).importWords, withHidden: options.hidden };
  const read = await readTable(bytes, wanted);
  return read.ok ? read.table : end(read.problem);
};

const planFor = (wired: Wired, table: Table): Planning => {
  const { areas, importWords } = settingsOf(wired.stores);
  return planOf(table, {
    areas,
    people: peopleIn(wired.deps),
    existing: wired.stores.projects.all().map((row) => row.value),
    open: new Set(openRequests(wired.deps).map((request) => request.projectId)),
    at: wired.deps.clock.now(),
    by: 'Import',
    words: importWords,
    key: options.key ?? null,
    strict: options.strict,
  });
};

const titleOf = (row: Planned): string => (row.type === 'created' ? row.project.title : row.title);

/** Does it, and says what the lists hold afterwards, read anew. */
const done = async (config: Config, wired: Wired, plan: Plan): Promise<boolean> => {
  await applyPlan(wired, plan);
  const { stores } = await loaded(config);
  const projects = stores.projects.all().map((row) => row.value);
  const held = heldRows(plan, projects);
  for (const row of plan.rows)
    if (row.type !== 'refused' && !held.has(row)) say(words.notStored(row.line, titleOf(row)));
  const left = plan.unread.length;
  const sum = words.applied(held.size, plan.rows.length, projects.length);
  say(left === 0 ? sum : sum + words.leftUnread(left));
  return held.size === plan.rows.length;
};

const importFile = async (config: Config, wired: Wired, file: string): Promise<boolean> => {
  const planning = planFor(wired, await tableIn(wired, file));
  if (!planning.ok) return end(planning.problem);
  const { plan } = planning;
  say(...linesOf(plan, settingsOf(wired.stores).areas));
  if (options.apply) return done(config, wired, plan);
  say(words.dryRun);
  return plan.rows.every((row) => row.type !== 'refused');
};

// The reader gets ready while the lists are fetched.
if (path !== undefined) void prepareReader();
const config = await configured();
const wired = await loaded(config);
for (const given of options.teach) {
  const taught = await teach(wired, given);
  if (!taught.ok) end(taught.problem);
  else say(taught.said);
}
await wired.settled();
if (path !== undefined) process.exitCode = (await importFile(config, wired, path)) ? 0 : 1;
