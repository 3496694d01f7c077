import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { atMost, type BenchLine, type BenchRow, medianOf, type Size } from './row.ts';

const amounts = {
  full: { few: 10_000, many: 50_000, rounds: 3 },
  small: { few: 10, many: 100, rounds: 1 },
} as const satisfies Record<Size, unknown>;

type Held = { readonly rows: number; readonly mb: number };

const heldBy = async (size: number): Promise<number> => {
  const script = new URL('heldOnce.ts', import.meta.url).pathname;
  const args = ['--expose-gc', '--import', 'tsx', script, String(size)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { rows, mb } = JSON.parse(stdout) as Held;
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

export async function* benchMemory(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'P22', measure: () => perTenThousand(size) };
}
