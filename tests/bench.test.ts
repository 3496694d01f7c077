import { describe, expect, it } from 'vitest';
import { pairingsOf } from './bench/against.ts';
import { partsWithoutBrowser } from './bench/parts.ts';
import { keptOf } from './bench/release.ts';
import {
  atMost,
  type BenchLine,
  type BenchRow,
  isBroken,
  type Outcome,
  outcomesOf,
} from './bench/row.ts';

const gathered = async (outcomes: AsyncIterable<Outcome>): Promise<readonly Outcome[]> => {
  const all: Outcome[] = [];
  for await (const one of outcomes) all.push(one);
  return all;
};

const aRow = (more: Partial<BenchRow> = {}): BenchRow =>
  atMost({ id: 'X1', what: 'something', value: 1, gate: 2, aim: 1, unit: '×', ...more });

const fine: BenchLine = { id: 'X1', measure: async () => [aRow()] };
const broken: BenchLine = {
  id: 'X2',
  measure: () => Promise.reject(new Error('nobody answered')),
};

describe('the bench', () => {
  // No gate on time: what is seen is that each line still runs on today's code and gives a figure.
  it.each(Object.entries(partsWithoutBrowser))('runs every line of %s', async (name, part) => {
    const outcomes = await gathered(outcomesOf(name, part, 'small'));
    expect(outcomes).not.toEqual([]);
    expect(outcomes.filter(isBroken)).toEqual([]);
    const rows = outcomes.filter((one): one is BenchRow => !isBroken(one));
    expect(rows.filter((row) => !Number.isFinite(row.value))).toEqual([]);
    expect(rows.filter((row) => row.unit === 'calls' && !row.ok)).toEqual([]);
  });

  it('goes on after a line that throws, and says why', async () => {
    async function* part() {
      yield broken;
      yield fine;
    }
    expect(await gathered(outcomesOf('part', part, 'small'))).toEqual([
      { id: 'X2', ok: false, problem: 'nobody answered' },
      aRow(),
    ]);
  });

  it('says why a part could not begin', async () => {
    async function* part(): AsyncGenerator<BenchLine> {
      yield fine;
      throw new Error('no browser');
    }
    expect(await gathered(outcomesOf('part', part, 'small'))).toEqual([
      aRow(),
      { id: 'part', ok: false, problem: 'no browser' },
    ]);
  });

  it('fails a line that is slower than its gate', () => {
    expect(aRow({ value: 2 }).ok).toBe(true);
    expect(atMost({ ...aRow(), value: 2.01 }).ok).toBe(false);
    expect(atMost({ ...aRow(), value: Number.NaN }).ok).toBe(false);
  });

  it('pairs the lines that both trees have, and says why for the rest', () => {
    const ours = (value: number) => [aRow({ value }), aRow({ id: 'X3', what: 'new' })];
    const theirs = (value: number): readonly Outcome[] => [aRow({ value })];
    const pairs = [
      { ours: ours(1), theirs: theirs(2) },
      { ours: ours(3), theirs: theirs(4) },
      { ours: ours(9), theirs: theirs(10) },
    ];
    expect(pairingsOf(pairs)).toEqual([
      { id: 'X1', what: 'something', ratio: 0.75, pairs: 3, problem: '' },
      {
        id: 'X3',
        what: 'new',
        ratio: null,
        pairs: 0,
        problem: 'there: that tree has no such line',
      },
    ]);
    const silent = pairingsOf([{ ours: ours(1), theirs: 'Error: The bot said 200' }]);
    expect(silent.map(({ problem }) => problem)).toEqual([
      'there: Error: The bot said 200',
      'there: Error: The bot said 200',
    ]);
  });

  it('keeps of a release what means the same on any machine', () => {
    const rows = [aRow({ value: 1.23456 }), aRow({ id: 'X4', unit: 'ms', value: 7 })];
    expect(keptOf(rows)).toEqual([{ id: 'X1', what: 'something', value: 1.23, unit: '×' }]);
  });
});
