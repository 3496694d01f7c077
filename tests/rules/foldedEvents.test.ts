import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedBy } from '#shared/useCases/asking/events.ts';
import type { Row } from '#shared/useCases/ports.ts';

type Event = { readonly about: string; readonly said: string };
type Rows = readonly Row<Event>[];

const rowsOf = (...said: readonly string[]): Rows =>
  said.map((one, at) => ({
    ...{ seq: at + 1, etag: `"${at + 1},1"` },
    value: { about: one.slice(0, 1), said: one },
  }));

/** What each matter's events come to, and how often one was folded. */
const folding = () => {
  let folds = 0;
  const folded = foldedBy(
    ({ about }: Event) => about,
    (rows: Rows) => {
      folds += 1;
      return rows.map(({ value }) => value.said).join('+');
    },
  );
  return { folded, folds: () => folds };
};

describe('events of many matters', () => {
  it('come to one of each, the one that began first before the others', () =>
    expect(folding().folded(rowsOf('a1', 'b1', 'a2'))).toEqual(['a1+a2', 'b1']));

  it('cost nothing again while they are the same, and one more its own matter', () => {
    const { folded, folds } = folding();
    const rows = rowsOf('a1', 'b1', 'c1');
    expect(folded(rows)).toBe(folded(rows));
    expect(folds()).toBe(3);
    expect(folded([...rows, ...rowsOf('b2')])).toEqual(['a1', 'b1+b2', 'c1']);
    expect(folds()).toBe(4);
    expect(folded(rows)).toEqual(['a1', 'b1', 'c1']);
  });

  it('come to the same however the list grew, was changed or became shorter', () => {
    const events = fc.array(fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1'), { maxLength: 6 });
    const turn = fc.record({ added: events, kept: fc.nat(20), anew: fc.boolean() });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 8 }), (turns) => {
        const { folded } = folding();
        let rows: Rows = [];
        for (const { added, kept, anew } of turns) {
          const before = anew ? rows.slice(0, kept).map((row) => ({ ...row })) : rows;
          rows = [...before, ...rowsOf(...added)];
          expect(folded(rows)).toEqual(folding().folded(rows));
        }
      }),
      { seed: 20_261_129, numRuns: 500 },
    );
  });
});
