import { describe, expect, it } from 'vitest';
import { anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const day = '2027-01-14';

const aMeeting = async () => {
  const world = anApiWorld();
  const planned = await world.call('POST', '/api/quarters', { as: 'consultant', body: { day } });
  expect(planned.status).toBe(200);
  return world;
};

const statusOf = async (world: Awaited<ReturnType<typeof aMeeting>>, as: string) =>
  (await world.call('GET', `/api/quarters/${day}`, { as })).status;

describe('a kvartalsstatus', () => {
  it.each([
    ['chef-omsorg', 200],
    ['consultant', 200],
    ['direktor', 200],
    ['leder', 403],
    ['communications', 403],
    ['nobody', 403],
  ] as const)('is seen by %s: %i', async (as, status) => {
    expect(await statusOf(await aMeeting(), as)).toBe(status);
  });

  it('is seen by whoever answers for a chef, for as long as that lasts', async () => {
    const world = await aMeeting();
    const { people } = world.deps.stores;
    const row = people.get(idOf('chef-omsorg'));
    if (!row) throw new Error('the chef is missing');
    const by = { byId: row.value.id, byName: row.value.name, at: '2026-11-20T08:00:00Z' };
    const away = { id: 'a1', deputyId: idOf('leder'), from: '2026-11-20', to: '2026-11-27', ...by };
    await people.update(row, { absences: [{ ...away, ended: null }] });
    expect(await statusOf(world, 'leder')).toBe(200);
    world.deps.clock.at = '2026-11-28T09:00:00Z';
    expect(await statusOf(world, 'leder')).toBe(403);
  });

  it('that nobody planned is not there, however it is asked for', async () => {
    const world = await aMeeting();
    for (const id of ['2027-01-15', '2027-1-14', 'i-morgen', '..%2Fme'])
      expect((await world.call('GET', `/api/quarters/${id}`, { as: 'consultant' })).status).toBe(
        404,
      );
    const moved = await world.call('POST', '/api/quarters/2027-01-15/moves', {
      as: 'consultant',
      body: { seen: 0, given: { type: 'send' } },
    });
    expect(moved.status).toBe(404);
  });

  it('refuses a press that makes no sense with a sentence, and nothing is stored', async () => {
    const world = await aMeeting();
    const move = (as: string, given: unknown, seen: unknown = 0) =>
      world.call('POST', `/api/quarters/${day}/moves`, { as, body: { seen, given } });
    const refused: readonly (readonly [string, unknown, number])[] = [
      ['direktor', { type: 'send' }, 403],
      ['chef-omsorg', { type: 'add', title: 'Mit punkt', minutes: 5 }, 403],
      ['consultant', { type: 'end' }, 422],
      ['consultant', { type: 'approve', version: 1 }, 403],
      ['chef-omsorg', { type: 'approve', version: 1 }, 422],
      ['consultant', { type: 'drop' }, 400],
      ['consultant', { type: 'time', point: 'pools', minutes: 1.5 }, 400],
    ];
    for (const [as, given, status] of refused)
      expect([given, (await move(as, given)).status]).toEqual([given, status]);
    expect((await move('consultant', { type: 'send' }, -1)).status).toBe(400);
    expect(world.deps.stores.meetings.all()).toEqual([]);
  });
});
