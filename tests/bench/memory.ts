import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startDeltaService } from './deltaServiceBeside.ts';
import { atMost, type BenchLine, type BenchRow, medianOf, type Size } from './row.ts';

const amounts = {
  full: { few: 10_000, many: 50_000, rounds: 3, first: 2_000, times: 6, turns: 500 },
  small: { few: 10, many: 100, rounds: 1, first: 1, times: 1, turns: 10 },
} as const satisfies Record<Size, unknown>;

const run = async (script: string, ...given: readonly string[]): Promise<unknown> => {
  const file = new URL(script, import.meta.url).pathname;
  const args = ['--expose-gc', '--import', 'tsx', file, ...given];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
};

type Held = { readonly rows: number; readonly mb: number };

const heldBy = async (size: number): Promise<number> => {
  const { rows, mb } = (await run('heldOnce.ts', String(size))) as Held;
  if (rows !== size) throw new Error(`${rows} of ${size} projects are held`);
  return mb;
};

/**
 * P22: what each 10,000 projects more cost the server in memory. The heap after it was collected:
 * what the process has of the machine beside it follows the collector, not the portfolio.
 */
const perTenThousand = async (size: Size): Promise<readonly BenchRow[]> => {
  const { few, many, rounds } = amounts[size];
  const seen: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    seen.push(((await heldBy(many)) - (await heldBy(few))) / ((many - few) / 10_000));
  const what = 'heap of the mirror for each 10,000 projects more';
  return [atMost({ id: 'P22', what, value: medianOf(seen), gate: 15, aim: 5, unit: 'MB' })];
};

/** What a line through the values rises from one to the next: the middle of all pairs' slopes. */
const slopeOf = (values: readonly number[]): number =>
  medianOf(
    values.flatMap((from, at) =>
      values.slice(at + 1).map((to, further) => (to - from) / (further + 1)),
    ),
  );

/** Fifty chefs, each of whom does something once a minute. */
const turnsOfHour = 3_000;

/**
 * R26: how the heap rises with an hour's work. Not the eight hours of the goal, and nothing goes
 * wrong meanwhile: what is seen is that nothing is kept of what is over.
 */
const heapSlope = async (size: Size): Promise<readonly BenchRow[]> => {
  const { first, times, turns } = amounts[size];
  const service = await startDeltaService();
  try {
    const given = [service.url, ...[first, times, turns].map(String)];
    const { heaps } = (await run('soakOnce.ts', ...given)) as { readonly heaps: readonly number[] };
    const value = (slopeOf(heaps) * turnsOfHour) / turns;
    const what = `heap an hour of fifty chefs leaves, from ${times} × ${turns.toLocaleString('en')} turns`;
    return [atMost({ id: 'R26', what, value, gate: 1, aim: 1, unit: 'MB' })];
  } finally {
    service.stop();
  }
};

export async function* benchMemory(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'P22', measure: () => perTenThousand(size) };
  yield { id: 'R26', measure: () => heapSlope(size) };
}
