import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AlikeIndex } from '#shared/text/alike.ts';
import { inOwnWords } from '../builders/alikeIdeas.ts';
import { alikePortfolio } from './alikePortfolio.ts';
import { cpuEach } from './cpu.ts';
import { atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { projects: 5_000, times: 10, pairs: 9, first: 6, more: 12 },
  small: { projects: 200, times: 1, pairs: 1, first: 1, more: 1 },
} as const satisfies Record<Size, unknown>;

/** One idea after the other, each in somebody's own words. */
const asked = (projects: number) => {
  const rows = alikePortfolio(projects);
  const index = new AlikeIndex();
  index.follow(rows);
  return async (at: number): Promise<void> => {
    const { title = '', purpose = '' } = inOwnWords[at % inOwnWords.length] ?? {};
    index.among(rows, { title, purpose });
  };
};

/** Milliseconds of the processor, and how that grows when there are ten times as many. */
const found = async (size: Size): Promise<readonly BenchRow[]> => {
  const { projects, times, pairs } = amounts[size];
  const [many, few] = [asked(projects), asked(projects / 10)];
  const ofAll = times * inOwnWords.length;
  await cpuEach(ofAll, many);
  const ms = (await cpuEach(ofAll, many)) / 1_000;
  const ratio = await ratioOf(
    () => cpuEach(inOwnWords.length, many),
    () => cpuEach(inOwnWords.length, few),
    pairs,
  );
  const among = `what is alike among ${projects.toLocaleString('en')}`;
  return [
    atMost({ id: 'S1', what: `${among}, CPU`, value: ms, gate: 10, aim: 5, unit: 'ms' }),
    atMost({
      id: 'S2',
      what: `${among}, as among a tenth`,
      value: ratio,
      gate: 6,
      aim: 3,
      unit: '×',
    }),
  ];
};

const held = async (size: Size): Promise<readonly BenchRow[]> => {
  const { projects, first, more } = amounts[size];
  const file = new URL('alikeOnce.ts', import.meta.url).pathname;
  const args = ['--expose-gc', '--import', 'tsx', file, ...[projects, first, more].map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { mb, found } = JSON.parse(stdout) as { readonly mb: number; readonly found: number };
  if (found === 0) throw new Error('Nothing is found in what is held');
  const what = `memory of an index of ${projects.toLocaleString('en')} projects`;
  return [atMost({ id: 'S3', what, value: mb, gate: 3, aim: 2, unit: 'MB' })];
};

/** What is shown beside an idea while it is typed. */
export async function* benchAlike(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'S1', measure: () => found(size) };
  yield { id: 'S3', measure: () => held(size) };
}
