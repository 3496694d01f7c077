import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { fixedLinesOf, newYearOf, passedMarksOf } from '#shared/domain/economy.ts';
import { seededPools } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import { balanceIn } from '#shared/useCases/ledger/pools.ts';
import { editPool, openYear, plannedYear, poolsIn } from '#shared/useCases/money/editPools.ts';
import { type Entry, enterPosting } from '#shared/useCases/money/enterPosting.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { followRequest, sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const omsorg = '2026:area:omsorg';
const consultant = actor('consultant');

const granted = async (): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1');
  await sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  await answerRequest(deps, actor('chef-omsorg'), {
    requestId: 'p1-gate1-1',
    given: { type: 'choose', choice: choice('investigate'), comment: '' },
  });
  await deps.settle();
  return deps;
};

const spending = (ore: number, key = 'k1'): Entry => ({
  type: 'spending',
  key,
  poolRow: omsorg,
  text: 'Faktura fra leverandøren',
  requestId: 'p1-gate1-1',
  ore,
});

describe('entering money', () => {
  it('spends a grant without touching what is left, and counts what goes beyond it', async () => {
    const deps = await granted();
    await enterPosting(deps, consultant, spending(80_000_00));
    expect(balanceIn(deps.stores, omsorg)).toMatchObject({
      spentOre: 80_000_00,
      grantedOre: 5_000_00,
      availableOre: 115_000_00,
    });
    await enterPosting(deps, consultant, spending(10_000_00, 'k2'));
    expect(balanceIn(deps.stores, omsorg).availableOre).toBe(110_000_00);
  });

  it('makes one posting of a double press', async () => {
    const deps = await granted();
    const twice = await Promise.all([
      enterPosting(deps, consultant, spending(80_000_00)),
      enterPosting(deps, consultant, spending(80_000_00)),
    ]);
    expect(twice.every((result) => result.ok)).toBe(true);
    expect(balanceIn(deps.stores, omsorg).spentOre).toBe(80_000_00);
  });

  it('puts a purchase right with a new posting, never below nothing', async () => {
    const deps = await granted();
    const bought = await enterPosting(deps, consultant, {
      type: 'purchase',
      key: 'k3',
      poolRow: omsorg,
      text: 'Ti lifte',
      ore: 20_000_00,
    });
    const corrects = bought.ok ? bought.value.id : '';
    const correction = (key: string, ore: number): Entry => ({
      type: 'correction',
      key,
      poolRow: omsorg,
      text: 'Regnet forkert',
      corrects,
      ore,
    });
    expect(await enterPosting(deps, consultant, correction('k4', -20_000_01))).toMatchObject({
      refusal: { type: 'tooMuch' },
    });
    expect((await enterPosting(deps, consultant, correction('k5', -5_000_00))).ok).toBe(true);
    expect(balanceIn(deps.stores, omsorg).spentOre).toBe(15_000_00);
  });

  it('gives back what a grant does not use, and no more than that', async () => {
    const deps = await granted();
    await enterPosting(deps, consultant, spending(60_000_00));
    const release = (key: string, ore: number): Entry => ({
      key,
      ore,
      poolRow: omsorg,
      text: 'Blev billigere',
      requestId: 'p1-gate1-1',
      type: 'release',
    });
    expect(await enterPosting(deps, consultant, release('k6', 30_000_00))).toMatchObject({
      refusal: { type: 'tooMuch', mostOre: 25_000_00 },
    });
    await enterPosting(deps, consultant, release('k7', 25_000_00));
    expect(balanceIn(deps.stores, omsorg)).toMatchObject({
      grantedOre: 0,
      availableOre: 140_000_00,
    });
  });

  it.each([
    ['a chef', 'chef-omsorg', spending(1), 'notAllowed'],
    ['nothing', 'consultant', spending(0), 'amountMissing'],
    ['less than nothing', 'consultant', spending(-5), 'amountMissing'],
    ['no text', 'consultant', { ...spending(1), text: '?' }, 'textMissing'],
    ['an unknown pool', 'consultant', { ...spending(1), poolRow: '2026:area:x' }, 'unknownPool'],
    ['an unknown grant', 'consultant', { ...spending(1), requestId: 'q' }, 'unknownGrant'],
  ] as const)('refuses %s', async (_what, who, entry, type) => {
    const deps = await granted();
    const writes = deps.writes.count;
    expect(await enterPosting(deps, actor(who), entry)).toMatchObject({ refusal: { type } });
    expect(deps.writes.count).toBe(writes);
  });
});

describe('a reservation that comes late', () => {
  it('finds the matter settled', async () => {
    const deps = testDeps();
    const shares = [{ pool: 'area:omsorg', ore: 300_000_00 }] as const;
    aWorld(deps, 'gate1', { askOre: 300_000_00, shares });
    await sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' });
    await deps.settle();
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'choose', choice: choice('stop'), comment: 'For dyrt' },
    });
    await deps.settle();
    const revision = deps.stores.pools.get(omsorg)?.etag ?? '';
    await editPool(deps, consultant, { id: omsorg, revision, budgetOre: 900_000_00 });
    const request = deps.stores.requests.get('p1-gate1-1')?.value;
    if (request) await followRequest(deps, request);
    expect(balanceIn(deps.stores, omsorg).reservedOre).toBe(0);
  });
});

describe('a reservation that is still open at New Year', () => {
  it('moves to the new year when that is opened, and short ones are tried again', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    await sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' });
    await deps.settle();
    deps.clock.at = '2027-01-04T08:00:00Z';
    await sweep(deps, 'later');
    expect(balanceIn(deps.stores, omsorg).reservedOre).toBe(85_000_00);
    await openYear(deps, consultant, 2027);
    await sweep(deps, 'later');
    await sweep(deps, 'later');
    expect(balanceIn(deps.stores, omsorg).reservedOre).toBe(0);
    expect(balanceIn(deps.stores, '2027:area:omsorg').reservedOre).toBe(85_000_00);
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'choose', choice: choice('investigate'), comment: '' },
    });
    await deps.settle();
    expect(balanceIn(deps.stores, '2027:area:omsorg').grantedOre).toBe(85_000_00);
    expect(balanceIn(deps.stores, omsorg).availableOre).toBe(200_000_00);
  });
});

describe('pools and years', () => {
  it('shows that the fixed lines and the stated total do not agree', () => {
    const fixed = fixedLinesOf(seededPools(2026, defaultAreas));
    expect(fixed).toMatchObject({
      computedOre: 2_566_000_00,
      statedOre: 2_416_600_00,
      differenceOre: 149_400_00,
    });
  });

  it('opens a year once, with the same budgets and nothing carried over', async () => {
    const deps = await granted();
    expect(plannedYear(deps, 2027)).toHaveLength(9);
    await Promise.all([openYear(deps, consultant, 2027), openYear(deps, consultant, 2027)]);
    expect(poolsIn(deps).filter((pool) => pool.year === 2027)).toHaveLength(9);
    expect(newYearOf(2027, poolsIn(deps), defaultAreas)).toEqual([]);
    expect(balanceIn(deps.stores, '2027:area:omsorg').availableOre).toBe(200_000_00);
    expect(balanceIn(deps.stores, omsorg).grantedOre).toBe(85_000_00);
    expect((await openYear(deps, actor('digitek'), 2028)).ok).toBe(false);
  });

  it('changes a budget on what was seen, with history, and by the consultant only', async () => {
    const deps = await granted();
    const revision = deps.stores.pools.get(omsorg)?.etag ?? '';
    const input = { id: omsorg, revision, budgetOre: 250_000_00 };
    expect((await editPool(deps, actor('chef-omsorg'), input)).ok).toBe(false);
    expect((await editPool(deps, consultant, input)).ok).toBe(true);
    const late = await editPool(deps, consultant, { ...input, budgetOre: 1 });
    expect(late).toMatchObject({ refusal: { type: 'changed' } });
    await deps.settle();
    const kinds = deps.stores.history.where('subject', `pool:${omsorg}`);
    expect(kinds.map((row) => row.value.kind)).toEqual(['edited']);
  });

  it('passes its marks at 80 and 100 per cent', () => {
    const at = (availableOre: number) =>
      passedMarksOf({
        budgetOre: 1000,
        availableOre,
        reservedOre: 0,
        grantedOre: 0,
        spentOre: 0,
        releasedOre: 0,
      });
    expect([at(201), at(200), at(1), at(0), at(-1)]).toEqual([
      [],
      [80],
      [80],
      [80, 100],
      [80, 100],
    ]);
  });
});
