import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { withdrawRequest } from '#shared/useCases/requests/steerRequest.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const asked = async (more = {}): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return deps;
};

const investigate = (deps: Deps, who: string) =>
  answerRequest(deps, actor(who), {
    requestId: 'p1-gate1-1',
    given: { type: 'choose', choice: choice('investigate'), comment: '' },
  });

/** The same site, seen by a server that has not heard of what happens from now on. */
const other = (deps: TestDeps, ...lists: readonly ('people' | 'pools' | 'projects')[]): Deps => ({
  ...deps,
  stores: {
    ...deps.stores,
    ...Object.fromEntries(lists.map((list) => [list, behind<never>(deps.stores[list] as never)])),
  },
});

describe('a server whose memory is some seconds old', () => {
  it('does not let a chef answer who has just been replaced', async () => {
    const deps = await asked();
    const late = other(deps, 'people');
    const row = deps.stores.people.get('chef-omsorg');
    if (row) await deps.stores.people.update(row, { roles: [], area: null });
    expect(await investigate(late, 'chef-omsorg')).toMatchObject({
      type: 'refused',
      refusal: { type: 'notYours' },
    });
    await deps.settle();
    expect(deps.stores.decisions.all()).toEqual([]);
  });

  it('lets the new chef answer at once', async () => {
    const deps = await asked();
    const late = other(deps, 'people');
    const row = deps.stores.people.get('stranger');
    if (row)
      await deps.stores.people.update(row, {
        deputyFor: 'omsorg',
        deputyFrom: '2026-11-01',
        deputyTo: '2026-12-01',
      });
    expect(await investigate(late, 'stranger')).toMatchObject({ type: 'ended' });
    await deps.settle();
  });

  it('spends no more than the pool has since its budget was lowered', async () => {
    const deps = await asked();
    const late = other(deps, 'pools');
    const row = deps.stores.pools.get('2026:area:omsorg');
    if (row) await deps.stores.pools.update(row, { budgetOre: 10_000_00 });
    expect(await investigate(late, 'chef-omsorg')).toMatchObject({
      type: 'refused',
      refusal: { type: 'poolShort' },
    });
    await deps.settle();
  });

  it('spends what the pool has since its budget was raised', async () => {
    const deps = await asked({
      askOre: 250_000_00,
      shares: [{ pool: 'area:omsorg', ore: 250_000_00 }],
    });
    const late = other(deps, 'pools');
    const row = deps.stores.pools.get('2026:area:omsorg');
    if (row) await deps.stores.pools.update(row, { budgetOre: 300_000_00 });
    expect(await investigate(late, 'chef-omsorg')).toMatchObject({ type: 'ended' });
    await deps.settle();
  });

  it('takes no fast track for a project that is no longer very small', async () => {
    const deps = await asked({ verySmall: true });
    const late = other(deps, 'projects');
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { verySmall: false });
    const result = await answerRequest(late, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'choose', choice: choice('fastTrack'), comment: 'Kendt løsning' },
    });
    expect(result).toMatchObject({ type: 'refused', refusal: { type: 'notVerySmall' } });
    await deps.settle();
  });
});

describe('a query that is some seconds behind', () => {
  it('does not make a new request into the one that was just withdrawn', async () => {
    const deps = await asked();
    await withdrawRequest(deps, actor('consultant'), {
      requestId: 'p1-gate1-1',
      comment: 'Vi venter',
    });
    await deps.settle();
    deps.stores.requests.readWhere = async () => [];
    const sent = await sendGateRequest(deps, actor('consultant'), {
      projectId: 'p1',
      gate: 'gate1',
    });
    await deps.settle();
    expect(sent).toMatchObject({ ok: true, value: { id: 'p1-gate1-2', closedAt: null } });
  });
});
