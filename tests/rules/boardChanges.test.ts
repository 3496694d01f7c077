import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardProject } from '#shared/domain/board.ts';
import { changesBetween, originOf, withChanges } from '#shared/domain/boardChanges.ts';
import { aBoardProject } from '../builders/board.ts';

const boardOf = (...titles: readonly string[]): readonly BoardProject[] =>
  titles.map((title) => aBoardProject({ id: title.slice(0, 1), title }));

const textsOf = (board: readonly BoardProject[]): ReadonlyMap<string, string> =>
  new Map(board.map((one) => [one.id, JSON.stringify(one)]));

/** What the server tells of the one board to whoever has the other. */
const toldOf = (before: readonly BoardProject[], after: readonly BoardProject[]) => {
  const changes = changesBetween(textsOf(before), textsOf(after));
  return (
    changes && {
      gone: changes.gone,
      changed: after.filter(({ id }) => changes.changed.includes(id)),
    }
  );
};

describe('what became of a board', () => {
  it('is what changed, what is new and what is gone, and nothing of the rest', () => {
    const [before, after] = [boardOf('a', 'b', 'c'), boardOf('a', 'c, anew', 'd')];
    expect(toldOf(before, after)).toEqual({ changed: boardOf('c, anew', 'd'), gone: ['b'] });
  });

  it('is not told where those who stay stand in another order', () => {
    expect(toldOf(boardOf('a', 'b'), boardOf('b', 'a'))).toBeNull();
    expect(toldOf(boardOf('a', 'b'), boardOf('a', 'new', 'b'))).toBeNull();
  });

  it('makes of the one board the other, and of two steps the third', () => {
    const board = fc
      .uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 })
      .chain((ids) => fc.tuple(...ids.sort().map((id) => fc.constantFrom(id, `${id}2`, `${id}3`))))
      .map((titles) => boardOf(...titles));
    fc.assert(
      fc.property(board, board, board, (first, second, third) => {
        const [one, two] = [toldOf(first, second), toldOf(second, third)];
        if (one === null) return;
        expect(withChanges(first, one)).toEqual(second);
        if (two === null) return;
        const ids = new Set([...one.changed, ...two.changed].map(({ id }) => id));
        const both = {
          gone: [...one.gone, ...two.gone],
          changed: third.filter(({ id }) => ids.has(id)),
        };
        expect(withChanges(first, both)).toEqual(third);
      }),
      { seed: 20_261_129, numRuns: 2_000 },
    );
  });

  it('keeps every object that it does not tell of, and the list where it tells of nothing', () => {
    const before = boardOf('a', 'b', 'c');
    const after = withChanges(before, { changed: boardOf('b, anew'), gone: [] });
    expect([after[0] === before[0], after[2] === before[2]]).toEqual([true, true]);
    expect(withChanges(after, { changed: [], gone: [] })).toBe(after);
  });

  it('holds on to no board but the one before', () => {
    const first = boardOf('a');
    const second = withChanges(first, { changed: boardOf('a2'), gone: [] });
    const third = withChanges(second, { changed: boardOf('a3'), gone: [] });
    expect(originOf(third)?.list).toBe(second);
    expect(originOf(second)).toBeUndefined();
  });
});
