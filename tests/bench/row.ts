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
