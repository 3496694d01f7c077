/** One line of the bench: a goal of its own, at least the gate, the aim where we want to be. */
export type BenchRow = {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly gate: number;
  readonly aim: number;
  readonly unit: string;
  readonly ok: boolean;
};

/** Full is what the figures come from; small runs the same lines with little, to see that they do. */
export type Size = 'full' | 'small';

/** What is measured by itself: when it throws, the lines after it go on. */
export type BenchLine = {
  readonly id: string;
  readonly measure: () => Promise<readonly BenchRow[]>;
};

/** Lines that share something that is made before them and taken down after them. */
export type BenchPart = (size: Size) => AsyncIterable<BenchLine>;

/** A line that gave no figure, and why. */
export type Broken = { readonly id: string; readonly ok: false; readonly problem: string };

export type Outcome = BenchRow | Broken;

export const isBroken = (outcome: Outcome): outcome is Broken => 'problem' in outcome;

const brokenBy = (id: string, error: unknown): Broken => ({
  id,
  ok: false,
  problem: error instanceof Error ? error.message : String(error),
});

const measured = async ({ id, measure }: BenchLine): Promise<readonly Outcome[]> => {
  try {
    return await measure();
  } catch (error) {
    return [brokenBy(id, error)];
  }
};

/** Every line of a part, whatever happens to one of them; the part's name where it never began. */
export async function* outcomesOf(name: string, part: BenchPart, size: Size) {
  try {
    for await (const line of part(size)) yield* await measured(line);
  } catch (error) {
    yield brokenBy(name, error);
  }
}

/** At most the gate. */
export const atMost = (row: Omit<BenchRow, 'ok'>): BenchRow => ({
  ...row,
  ok: row.value <= row.gate,
});

/** At least the gate. */
export const atLeast = (row: Omit<BenchRow, 'ok'>): BenchRow => ({
  ...row,
  ok: row.value >= row.gate,
});

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The ratio a/b of two measures taken in turns, so that what the machine does meets both. */
export const ratioOf = async (
  a: () => Promise<number>,
  b: () => Promise<number>,
  pairs = 15,
): Promise<number> => {
  await a();
  await b();
  const ratios: number[] = [];
  for (let i = 0; i < pairs; i += 1) {
    const first = i % 2 === 0 ? await a() : await b();
    const second = i % 2 === 0 ? await b() : await a();
    ratios.push(i % 2 === 0 ? first / second : second / first);
  }
  return medianOf(ratios);
};
