import { describe, expect, it } from 'vitest';
import { GraphClient } from '#shared/graph/client.ts';
import { ListRows } from '#shared/graph/listRows.ts';
import { lists } from '#shared/lists/all.ts';
import { Kept } from '#shared/useCases/kept/kept.ts';
import { partsWithoutBrowser } from './bench/parts.ts';
import { type BenchRow, isBroken, type Outcome } from './bench/row.ts';

/** Keeps the process busy, as work that nobody needs would. */
const waste = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until) Math.sqrt(until);
};

type Undo = () => void;

/** Every call of a method does something else first, until that is undone. */
const before = <C extends object, M extends keyof C & string>(
  proto: C,
  method: M,
  first: (self: C) => void,
): Undo => {
  const usual = proto[method] as (...given: unknown[]) => unknown;
  const slow = function (this: C, ...given: unknown[]): unknown {
    first(this);
    return usual.apply(this, given);
  };
  Object.assign(proto, { [method]: slow });
  return () => void Object.assign(proto, { [method]: usual });
};

const eachCall = (ms: number) => (): Undo => before(GraphClient.prototype, 'send', () => waste(ms));

/** What costs as the cube of what there is: at the bench's small sizes that shows as well. */
const eachOfAll = (): Undo =>
  before(Kept.prototype, 'refresh', ({ values }) => waste(values.size ** 3 / 2_000));

/** A line, what of it, and how what it measures is made slow. */
const slowed: readonly (readonly [part: string, id: string, what: string, make: () => Undo])[] = [
  [
    'graph',
    'P3',
    'N = 60',
    () =>
      before(GraphClient.prototype, 'batch', (client) => {
        // One call too many for each refresh, as when every list is asked for by itself.
        void client.send({ method: 'GET', path: '/sites/60', units: 1, priority: 'read' });
      }),
  ],
  [
    'graph',
    'P4',
    'CPU of a refresh',
    () => before(ListRows.prototype, 'apply', (rows) => waste(rows.all().length ** 2 / 500)),
  ],
  ['graph', 'P4', 'CPU of the board', eachOfAll],
  ['graph', 'P9', 'pages of 200', eachCall(300)],
  ['graph', 'P10', '20 calls in a $batch', eachCall(300)],
  ['graph', 'P24', 'reading', () => before(lists.projects, 'fromFields', () => waste(0.1))],
  [
    'stories',
    'B5–B9',
    'with nothing to tell',
    () => before(ListRows.prototype, 'get', () => waste(0.1)),
  ],
  ['asking', 'B10', 'the scheduler', eachOfAll],
];

const rowIn = (outcomes: readonly Outcome[], what: string): BenchRow | undefined =>
  outcomes.filter((one): one is BenchRow => !isBroken(one)).find((row) => row.what.includes(what));

const measured = async (part: string, id: string, what: string): Promise<BenchRow | undefined> => {
  for await (const line of partsWithoutBrowser[part]?.('small') ?? []) {
    if (line.id !== id) continue;
    const row = rowIn(await line.measure(), what);
    if (row) return row;
  }
  return undefined;
};

describe('the bench, when what it measures is made slow on purpose', () => {
  it.each(slowed)('fails the line of %s: %s, %s', async (part, id, what, make) => {
    const undo = make();
    try {
      expect(await measured(part, id, what)).toMatchObject({ ok: false });
    } finally {
      undo();
    }
  });
});
