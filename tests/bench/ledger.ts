import { defaultAreas } from '#shared/domain/area.ts';
import type { Posting } from '#shared/domain/funding.ts';
import { seededPools } from '#shared/domain/funding.ts';
import { ListRows } from '#shared/graph/listRows.ts';
import { ledger } from '#shared/lists/ledger.ts';
import { balanceIn } from '#shared/useCases/ledger/pools.ts';
import type { Stores } from '#shared/useCases/ports.ts';
import { memoryStores } from '../worlds/memory/memoryStores.ts';
import { atMost, type BenchLine, type BenchRow, medianOf, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { postings: 100_000, times: 50, pairs: 15 },
  small: { postings: 200, times: 1, pairs: 1 },
} as const satisfies Record<Size, unknown>;

const pools = seededPools(2026, defaultAreas).filter((pool) => pool.kind !== 'fixed');

/** A long year: reservations, grants, spending and releases, in turn over the pools. */
const postingAt = (index: number): Posting => {
  const pool = pools[index % pools.length];
  const seq = Math.floor(index / pools.length) + 1;
  const poolRow = pool?.id ?? '';
  const kind = (['reserved', 'granted', 'spent', 'released'] as const)[seq % 4] ?? 'spent';
  return {
    id: `${poolRow}:${seq}`,
    cause: `c${index}`,
    poolRow,
    seq,
    kind,
    ore: (index % 977) * 100,
    projectId: null,
    requestId: `r${Math.floor(seq / 4)}`,
    corrects: null,
    text: '',
    by: '',
    at: '2026-11-22T10:00:00Z',
  };
};

const millisecondsOf = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** The ledger as the mirror holds it, behind the stores the use cases see. */
const filled = (postings: number) => {
  const rows = new ListRows(ledger);
  const amounts: number[] = [];
  for (let index = 0; index < postings; index += 1) {
    const value = postingAt(index);
    amounts.push(value.ore);
    rows.put({ value, seq: index + 1, etag: `"${index},1"` });
  }
  const memory = memoryStores();
  memory.pools.put(...pools);
  const table = {
    ...memory.ledger,
    where: (field: 'poolRow', value: string) => rows.where(field, value),
  };
  let index = postings;
  const addOne = (): void => {
    const value = postingAt(index);
    index += 1;
    rows.put({ value, seq: index, etag: `"${index},1"` });
  };
  return { stores: { ...memory, ledger: table } as unknown as Stores, amounts, addOne };
};

/** B1 to B4: the year's figures from memory against a plain sum over an array of the same amounts. */
const figuresOf = async (size: Size): Promise<readonly BenchRow[]> => {
  const { postings, times, pairs } = amounts[size];
  const { stores, amounts: ores, addOne } = filled(postings);
  const figures = (): void => {
    for (const pool of pools) balanceIn(stores, pool.id);
  };
  const sum = (): void => {
    let total = 0;
    for (const amount of ores) total += amount;
    if (Number.isNaN(total)) throw new Error('not a number');
  };
  const first = millisecondsOf(figures);
  const many = (work: () => void) => async () =>
    millisecondsOf(() => {
      for (let time = 0; time < times; time += 1) work();
    });
  const ratio = await ratioOf(many(figures), many(sum), pairs);
  const afterOne = (): void => {
    addOne();
    figures();
  };
  const changing = medianOf(Array.from({ length: 51 }, () => millisecondsOf(afterOne)));
  const what = `a year's figures of ${postings.toLocaleString('en')} postings`;
  return [
    atMost({
      id: 'B1',
      what: `${what}, first time`,
      value: first,
      gate: 1_000,
      aim: 100,
      unit: 'ms',
    }),
    atMost({
      id: 'B2',
      what: `${what}, against a plain sum`,
      value: ratio,
      gate: 3,
      aim: 1,
      unit: '×',
    }),
    atMost({
      id: 'B3',
      what: `${what}, after each new posting`,
      value: changing,
      gate: 50,
      aim: 1,
      unit: 'ms',
    }),
    atMost({
      id: 'B4',
      what: `${what}, once they are known`,
      value: millisecondsOf(figures),
      gate: 50,
      aim: 5,
      unit: 'ms',
    }),
  ];
};

export async function* benchLedger(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'B1–B4', measure: () => figuresOf(size) };
}
