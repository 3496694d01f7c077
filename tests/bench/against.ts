import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFrom } from '../../infra/root.ts';
import { run } from '../../infra/run.ts';
import { type BenchRow, isBroken, medianOf, type Outcome } from './row.ts';

const root = rootFrom(new URL('..', import.meta.url).href);

const must = async (program: string, args: readonly string[]): Promise<string> => {
  const { code, output } = await run(program, args, { cwd: root });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${output}`);
  return output.trim();
};

/** Another commit's tree in a folder under this one, so that it finds the packages that are here. */
const checkedOut = async (commit: string): Promise<string> => {
  const full = await must('git', ['rev-parse', '--verify', `${commit}^{commit}`]);
  const folder = join(root, 'dist/bench', full.slice(0, 12));
  if (existsSync(folder)) return folder;
  const archive = `${folder}.tar`;
  mkdirSync(folder, { recursive: true });
  await must('git', ['archive', '--output', archive, full]);
  await must('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
  return folder;
};

/** One run of a part in a process of its own, with the bench that its tree has. */
const outcomesIn = async (folder: string, part: string): Promise<readonly Outcome[] | string> => {
  const file = join(folder, 'bench.json');
  rmSync(file, { force: true });
  const args = ['--import', 'tsx', 'tests/bench/main.ts', part];
  const { output } = await run(process.execPath, args, { cwd: folder });
  if (!existsSync(file)) return /^\w*Error: .*$/m.exec(output)?.[0] ?? 'it gave no figures';
  return (JSON.parse(await readFile(file, 'utf8')) as { readonly rows: readonly Outcome[] }).rows;
};

export type Pairing = {
  readonly id: string;
  readonly what: string;
  /** The median over the pairs of today's figure to the other's; null when nothing was paired. */
  readonly ratio: number | null;
  readonly pairs: number;
  readonly problem: string;
};

/** One run here and one there, straight after each other. */
export type Pair = {
  readonly ours: readonly Outcome[] | string;
  readonly theirs: readonly Outcome[] | string;
};

const figureIn = (side: Pair['ours'], row: BenchRow): number | string => {
  if (typeof side === 'string') return side;
  const found = side.find(
    (one): one is BenchRow => !isBroken(one) && one.id === row.id && one.what === row.what,
  );
  if (found) return found.value;
  const broken = side.find((one) => isBroken(one) && one.id.includes(row.id));
  return broken && isBroken(broken) ? broken.problem : 'that tree has no such line';
};

/** Nothing against nothing is as before. */
const quotientOf = (ours: number, theirs: number): number => (ours === theirs ? 1 : ours / theirs);

const pairingOf = (row: BenchRow, pairs: readonly Pair[]): Pairing => {
  const ratios: number[] = [];
  let problem = '';
  for (const pair of pairs) {
    const [ours, theirs] = [figureIn(pair.ours, row), figureIn(pair.theirs, row)];
    if (typeof ours === 'string') problem = `here: ${ours}`;
    else if (typeof theirs === 'string') problem = `there: ${theirs}`;
    else ratios.push(quotientOf(ours, theirs));
  }
  const ratio = ratios.length > 0 ? medianOf(ratios) : null;
  return { id: row.id, what: row.what, ratio, pairs: ratios.length, problem };
};

/** Every line that today has, paired where the other tree has it too, and why not where it has not. */
export const pairingsOf = (pairs: readonly Pair[]): readonly Pairing[] => {
  const ours = pairs.flatMap((pair) => (typeof pair.ours === 'string' ? [] : pair.ours));
  const rows = ours.filter((one): one is BenchRow => !isBroken(one));
  const lines = new Map(rows.map((row) => [`${row.id} ${row.what}`, row]));
  return [...lines.values()].map((row) => pairingOf(row, pairs));
};

/** A part here and at the other commit, in turns, each with its own bench on its own build. */
export const pairPart = async (
  part: string,
  commit: string,
  times: number,
): Promise<readonly Pairing[]> => {
  const there = await checkedOut(commit);
  const pairs: Pair[] = [];
  for (let time = 0; time < times; time += 1) {
    const theirsFirst = time % 2 === 1 ? await outcomesIn(there, part) : undefined;
    const ours = await outcomesIn(root, part);
    pairs.push({ ours, theirs: theirsFirst ?? (await outcomesIn(there, part)) });
  }
  return pairingsOf(pairs);
};
