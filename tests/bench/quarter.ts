import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { firstHash, type HistoryEntry } from '#shared/domain/history.ts';
import { type Told, toldBy } from '#shared/domain/past/told.ts';
import type { Project } from '#shared/domain/project.ts';
import { pastPage } from '#shared/useCases/pages/pastPage.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { largePortfolio } from './largePortfolio.ts';
import { atMost, type BenchLine, type BenchRow, medianOf, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { projects: 5_000, entries: 100_000, pairs: 9, gates: 200 },
  small: { projects: 50, entries: 200, pairs: 1, gates: 5 },
} as const satisfies Record<Size, unknown>;

const today = '2026-11-23T09:14:00Z';
const day = '2026-09-15';
const monthMs = 30 * 86_400_000;

/** A change of a project as people make them, at some moment of the last five months. */
const entryOf = (project: Project, seq: number, share: number): HistoryEntry => ({
  ...{ id: `${project.id}:${seq}`, subject: project.id, seq, hash: '', previousHash: firstHash },
  ...{ cause: `${project.id}:edit:${seq}`, kind: 'edited', byId: 'consultant' },
  byName: 'Konsulent, DigiTek',
  at: `${new Date(Date.parse(today) - share * 5 * monthMs).toISOString().slice(0, 19)}Z`,
  before: JSON.stringify({ nextStep: `Aftal prøve nummer ${seq}`, firstPriority: 'medium' }),
  after: JSON.stringify({ nextStep: `Aftal prøve nummer ${seq + 1}`, firstPriority: 'high' }),
});

const changedPortfolio = (size: Size): TestDeps => {
  const { projects, entries } = amounts[size];
  const deps = testDeps(largePortfolio(projects));
  deps.clock.at = today;
  const all = deps.stores.projects.all().map(({ value }) => value);
  const each = entries / projects;
  deps.stores.history.put(
    ...all.flatMap((project, place) =>
      Array.from({ length: each }, (_, seq) =>
        entryOf(project, seq + 1, 1 - (seq + place / projects) / each),
      ),
    ),
  );
  return deps;
};

const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** Each entry is looked at once, with what it says: the least that a look back can do. */
const plainPass = (told: readonly Told[]): number => {
  const seen = new Map<string, unknown>();
  for (const { subject, was } of told)
    for (const field in was) seen.set(`${subject} ${field}`, was[field]);
  return seen.size;
};

/** The whole board as it was, drawn beside today's, once the months are read. */
const asOf = async (size: Size): Promise<readonly BenchRow[]> => {
  const { projects, entries, pairs } = amounts[size];
  const deps = changedPortfolio(size);
  const told = deps.stores.history
    .all()
    .map(({ value }) => toldBy(value.subject, value, value.seq));
  const look = async () => {
    const page = await pastPage(deps, day);
    if (!page.ok || page.value.projects.length < projects)
      throw new Error('The board of that day is not whole');
  };
  await look();
  const times: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) times.push(await millisecondsOf(look));
  const ratio = await ratioOf(
    () => millisecondsOf(look),
    () => millisecondsOf(() => plainPass(told)),
    pairs,
  );
  const what = `the board as it was, ${entries.toLocaleString('en')} changes of ${projects.toLocaleString('en')} projects`;
  return [
    atMost({ id: 'Q1', what, value: medianOf(times), gate: 300, aim: 300, unit: 'ms' }),
    atMost({
      id: 'Q2',
      what: `${what}, as one pass over them`,
      value: ratio,
      gate: 5,
      aim: 5,
      unit: '×',
    }),
  ];
};

/** Page, document and slides, in a process that does nothing else. */
const pack = async (size: Size): Promise<readonly BenchRow[]> => {
  const { gates } = amounts[size];
  const file = new URL('packOnce.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    file,
    String(gates),
  ]);
  const made = JSON.parse(stdout) as {
    readonly ms: number;
    readonly mb: number;
    readonly bytes: number;
  };
  if (made.bytes < 5_000) throw new Error('A part of the pack is empty');
  const what = `the pack of a kvartalsstatus with ${gates} gates`;
  return [
    atMost({ id: 'Q3', what, value: made.ms / 1_000, gate: 10, aim: 5, unit: 's' }),
    atMost({ id: 'Q4', what: `${what}, memory`, value: made.mb, gate: 300, aim: 150, unit: 'MB' }),
  ];
};

/** The first that a process makes, with what it takes to begin. */
const paper = async (): Promise<readonly BenchRow[]> => {
  const file = new URL('paperOnce.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file]);
  const made = JSON.parse(stdout) as Record<'s' | 'mb' | 'bytes', number>;
  if (made.bytes < 10_000) throw new Error('The paper is empty');
  const what = 'a Word paper of twenty pages';
  return [
    atMost({ id: 'Q5', what: `${what}, CPU`, value: made.s, gate: 1, aim: 0.5, unit: 's' }),
    atMost({ id: 'Q6', what: `${what}, memory`, value: made.mb, gate: 150, aim: 50, unit: 'MB' }),
  ];
};

/** What is made of the lists: the pack of a kvartalsstatus, a paper, and the board as it was. */
export async function* benchQuarter(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'Q1', measure: () => asOf(size) };
  yield { id: 'Q3', measure: () => pack(size) };
  yield { id: 'Q5', measure: paper };
}
