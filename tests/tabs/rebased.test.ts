import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebased } from '../../tabs/typed/rebased.ts';

const seen = {
  name: 'a',
  steps: { one: { off: false, name: 'En' } },
  off: ['x', 'y'],
  order: [1, 2, 3],
};

describe('what somebody has written, put on what stands there now', () => {
  it('keeps their own, and takes in what others have changed beside it', () => {
    const draft = { ...seen, steps: { one: { off: false, name: 'Min' } }, off: ['y', 'z'] };
    const now = {
      ...seen,
      name: 'b',
      steps: { one: { off: true, name: 'Din' } },
      off: ['x', 'y', 'q'],
    };
    expect(rebased(seen, draft, now)).toEqual({
      name: 'b',
      steps: { one: { off: true, name: 'Min' } },
      off: ['y', 'q', 'z'],
      order: [1, 2, 3],
    });
  });

  it('keeps an order that was changed, and else takes the order there is now', () => {
    const [mine, theirs] = [
      { ...seen, order: [3, 2, 1] },
      { ...seen, order: [2, 1, 3] },
    ];
    expect(rebased(seen, mine, theirs).order).toEqual([3, 2, 1]);
    expect(rebased(seen, seen, theirs).order).toEqual([2, 1, 3]);
  });

  it('takes in what is new there, and keeps what was added and what was taken out', () => {
    type Some = { readonly one?: string; readonly two?: string; readonly three?: string };
    const before: Some = { one: 'a' };
    expect(rebased<Some>(before, { two: 'b' }, { one: 'a', three: 'c' })).toEqual({
      two: 'b',
      three: 'c',
    });
  });

  it('is theirs when I have written nothing, and mine when nobody else has', () => {
    const code = fc.constantFrom('one', 'two', 'three');
    const values = fc.dictionary(code, fc.dictionary(code, fc.string()));
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(rebased(one, one, other)).toEqual(other);
        expect(rebased(one, other, one)).toEqual(other);
      }),
    );
  });
});
