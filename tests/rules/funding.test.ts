import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf, poolViewOf } from '#shared/domain/book.ts';
import type { Posting } from '#shared/domain/funding.ts';

const balanceOf = (budget: number, postings: readonly Posting[]) =>
  bookOf(postings).balance(budget);

let made = 0;
const posting = (kind: Posting['kind'], ore: number, requestId: string | null): Posting => {
  made += 1;
  return {
    id: `2026:common:${made}`,
    cause: `c${made}`,
    poolRow: '2026:common',
    seq: made,
    kind,
    ore,
    projectId: null,
    requestId,
    corrects: null,
    text: '',
    by: '',
    at: '',
  };
};

describe('a pool', () => {
  it('turns a reservation into a grant, not into both', () => {
    const balance = balanceOf(1000, [posting('reserved', 300, 'a'), posting('granted', 300, 'a')]);
    expect(balance).toMatchObject({ reservedOre: 0, grantedOre: 300, availableOre: 700 });
  });
  it('gives a released reservation back', () => {
    const postings = [posting('reserved', 300, 'a'), posting('released', 300, 'a')];
    expect(balanceOf(1000, postings).availableOre).toBe(1000);
    expect(bookOf(postings).reservedFor('a')).toBe(0);
  });
  it('spends the grant first and counts what goes beyond it', () => {
    const granted = [posting('reserved', 300, 'a'), posting('granted', 300, 'a')];
    expect(balanceOf(1000, [...granted, posting('spent', 200, 'a')]).availableOre).toBe(700);
    expect(balanceOf(1000, [...granted, posting('spent', 350, 'a')]).availableOre).toBe(650);
  });
  it('does not count a request against itself', () => {
    const balance = balanceOf(1000, [posting('reserved', 900, 'a')]);
    expect(poolViewOf({ pool: 'common', ore: 900 }, balance, 900)).toMatchObject({
      beforeOre: 1000,
      afterOre: 100,
      missingOre: 0,
    });
    expect(poolViewOf({ pool: 'common', ore: 150 }, balance, 0).missingOre).toBe(50);
  });
  it('always adds up: budget = left + reserved + granted + spent', () => {
    const step = fc.record({
      kind: fc.constantFrom<Posting['kind'][]>('reserved', 'granted', 'released', 'spent'),
      ore: fc.integer({ min: 0, max: 500_000_00 }),
      request: fc.constantFrom('a', 'b', 'c', null),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 0 }), (history, budget) => {
        const balance = balanceOf(
          budget,
          history.map((one) => posting(one.kind, one.ore, one.request)),
        );
        const { availableOre, reservedOre, grantedOre, spentOre } = balance;
        expect(availableOre + reservedOre + grantedOre + spentOre).toBe(budget);
        expect(Math.min(reservedOre, grantedOre, spentOre)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});
