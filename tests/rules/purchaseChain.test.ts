import { describe, expect, it } from 'vitest';
import type { PoolId } from '#shared/domain/funding.ts';
import { closedYearIn, lackIn, payersAllowed, seatsFor } from '#shared/domain/inquiries/chain.ts';

const facts = {
  ...{ chefFromOre: 25_000_00, leadArea: 'omsorg', areas: ['social', 'sundhed', 'omsorg'] },
  pools: [
    { pool: 'area:sundhed', leftOre: -5 },
    { pool: 'area:omsorg', leftOre: 200_000_00 },
    { pool: 'common', leftOre: 1_000_00 },
  ],
} as const;

describe('who says yes to a purchase (domain.md, Who decides; seeds 000:562)', () => {
  it.each<readonly [PoolId | null, number, readonly string[]]>([
    [null, 25_000_00, []],
    [null, 25_000_01, ['omsorg']],
    ['area:omsorg', 1_00, []],
    ['area:omsorg', 25_000_01, ['omsorg']],
    ['area:sundhed', 1_00, ['omsorg', 'sundhed']],
    ['common', 1_00, ['omsorg', 'social', 'sundhed']],
    ['common', 90_000_00, ['omsorg', 'social', 'sundhed']],
  ])('%s pays %i øre: after a leder %j', (payer, ore, seats) => {
    expect(seatsFor({ payer, ore }, facts)).toEqual(seats);
  });

  it('nobody, where there is no lead area to begin with', () => {
    expect(seatsFor({ payer: 'common', ore: 1 }, { ...facts, leadArea: null })).toEqual([]);
  });
});

describe('who may pay what was said yes to', () => {
  it.each<readonly [PoolId | null, readonly (PoolId | null)[]]>([
    [null, [null, 'area:omsorg']],
    ['area:omsorg', [null, 'area:omsorg']],
    ['area:sundhed', ['area:sundhed']],
    ['common', ['common']],
  ])('%s: %j', (payer, allowed) => {
    expect(payersAllowed(payer, facts)).toEqual(allowed);
  });

  it('the own budget alone, while the year of the own pool is not open', () => {
    expect(payersAllowed('area:omsorg', { ...facts, pools: [] })).toEqual([null]);
  });
});

describe('what a pool lacks', () => {
  it.each<readonly [PoolId | null, number, number]>([
    [null, 9_999_00, 0],
    ['common', 1_000_00, 0],
    ['common', 1_000_01, 1],
    ['area:sundhed', 10, 10],
    ['area:social', 10, 0],
  ])('%s, asked for %i: %i', (payer, ore, lack) => {
    expect(lackIn(facts, { payer, ore })).toBe(lack);
  });
});

describe('the year that has to be opened first', () => {
  it.each<readonly [PoolId | null, readonly { pool: PoolId; leftOre: number }[], number | null]>([
    [null, [], null],
    ['area:omsorg', facts.pools.slice(), null],
    ['area:omsorg', [], 2027],
    ['area:social', facts.pools.slice(), 2027],
  ])('%s pays', (payer, pools, year) => {
    expect(closedYearIn({ pools, year: 2027 }, { payer })).toBe(year);
    if (year !== null) expect(lackIn({ pools }, { payer, ore: 1 })).toBe(0);
  });
});
