import { describe, expect, it } from 'vitest';
import type { FairnessReply } from '#shared/contract/fairness.ts';
import { choice } from '#shared/domain/gates.ts';
import { aReadyProject } from '../builders/portfolio.ts';
import { aDecision, aRequest } from '../builders/request.ts';
import { type ApiWorld, anApiWorld } from '../worlds/api/apiWorld.ts';

const read = async (world: ApiWorld): Promise<FairnessReply> =>
  (await world.call('GET', '/api/fairness', { as: 'consultant' })).body;

const granted = (world: ApiWorld, id: string, at: string, more = {}): void => {
  const request = aRequest({ id: `${id}-gate1-1`, projectId: id });
  world.deps.stores.decisions.put({ ...aDecision(request, more), at });
};

const omsorgIn = ({ tables }: FairnessReply, measure: string) =>
  tables.find((table) => table.measure === measure)?.rows.find(({ area }) => area === 'omsorg');

describe('what each area has had', () => {
  it('is money that was granted, in the year of its decision, and none that was refused', async () => {
    const world = anApiWorld();
    granted(world, 'p1', '2025-11-04T09:00:00Z');
    // New Year's Eve at 23.30 UTC is next year in Copenhagen.
    world.deps.stores.projects.put({ ...aReadyProject('gate1'), id: 'p2' });
    granted(world, 'p2', '2025-12-31T23:30:00Z');
    world.deps.stores.projects.put({ ...aReadyProject('gate1'), id: 'p3' });
    granted(world, 'p3', '2026-02-02T09:00:00Z', { choice: choice('stop'), comment: 'Nej tak' });
    const reply = await read(world);
    expect(reply.years).toEqual([2025, 2026]);
    expect(omsorgIn(reply, 'money')).toEqual({
      area: 'omsorg',
      byYear: [45_000_00, 45_000_00],
      total: 90_000_00,
    });
  });

  it('is hours in the years the plan lays them in, and all of them', async () => {
    const world = anApiWorld();
    const plan = { planStart: '2025-10', planEnd: '2026-03', planHours: 100 };
    world.deps.stores.projects.put({ ...aReadyProject('gate1', plan), id: 'p2' });
    const hours = omsorgIn(await read(world), 'hours');
    expect(hours?.byYear).toEqual([50, 50]);
  });

  it('is for those who see the pools', async () => {
    const world = anApiWorld();
    for (const as of ['chef-omsorg', 'direktor', 'digitek'])
      expect((await world.call('GET', '/api/fairness', { as })).status).toBe(200);
    expect((await world.call('GET', '/api/fairness', { as: 'nobody' })).status).toBe(403);
  });
});
