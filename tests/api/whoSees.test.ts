import { describe, expect, it } from 'vitest';
import { anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const pages = [
  '/api/projects/p1',
  '/api/requests',
  '/api/requests/p1-gate1-1',
  '/api/requests?waitingFor=me',
];

/** What is in the pools, wherever in an answer it stands. */
const balancesIn = (raw: Buffer): boolean =>
  /"(?:beforeOre|afterOre|budgetOre":20000000|availableOre)"?/.test(raw.toString('utf8'));

const aSentWorld = async () => {
  const world = anApiWorld();
  const sent = await world.call('POST', '/api/projects/p1/requests', {
    as: 'consultant',
    body: { gate: 'gate1' },
  });
  expect(sent.status).toBe(201);
  return world;
};

describe('what is in the pools', () => {
  it.each(['nobody', 'leder', 'communications'])('is not told to %s', async (who) => {
    const world = await aSentWorld();
    const looks = async () => {
      for (const page of pages)
        expect(balancesIn((await world.call('GET', page, { as: who })).raw), page).toBe(false);
    };
    await looks();
    const refused = await world.call('POST', '/api/requests/p1-gate1-1/answer', {
      as: who,
      body: { outcome: 'investigate' },
    });
    expect(refused.status).toBe(403);
    expect(balancesIn(refused.raw)).toBe(false);
    await world.call('POST', '/api/requests/p1-gate1-1/answer', {
      as: 'chef-omsorg',
      body: { outcome: 'investigate' },
    });
    await looks();
  });

  it.each(['chef-omsorg', 'consultant', 'lead', 'owner', 'direktor'])(
    'is told to %s',
    async (who) => {
      const world = await aSentWorld();
      const page = await world.call('GET', '/api/projects/p1', { as: who });
      expect(page.body.pools).toHaveLength(1);
      expect(page.body.open.view.pools).toHaveLength(1);
    },
  );

  it('is told to a deputy for as long as it lasts, whatever their role', async () => {
    const world = await aSentWorld();
    const row = world.deps.stores.people.get(idOf('leder'));
    if (!row) throw new Error('the leder is missing');
    const lasting = { deputyFrom: '2026-11-20', deputyTo: '2026-11-30' };
    await world.deps.stores.people.update(row, { deputyFor: 'omsorg', ...lasting });
    const mine = await world.call('GET', '/api/requests?waitingFor=me', { as: 'leder' });
    expect(mine.body.requests[0].view.pools).toHaveLength(1);
    world.deps.clock.at = '2026-12-01T09:00:00Z';
    const later = await world.call('GET', '/api/requests', { as: 'leder' });
    expect(balancesIn(later.raw)).toBe(false);
  });
});
