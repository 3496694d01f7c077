import { describe, expect, it } from 'vitest';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const url = '/api/settings/year-points';
const point = (change: object = {}) => ({
  ...{ id: 'dialog', title: 'Strategisk dialog', day: '03-15', area: 'omsorg', link: '' },
  ...change,
});
const patch = (world: ApiWorld, revision: string, points: readonly object[], as = 'consultant') =>
  world.call('PATCH', url, { as, body: { revision, points } });
const revisionIn = async (world: ApiWorld): Promise<string> =>
  (await world.call('GET', url, { as: 'consultant' })).body.revision;

describe('the fixed points of the årshjul', () => {
  it('are the consultant’s to see and change', async () => {
    const world = anApiWorld();
    const revision = await revisionIn(world);
    for (const as of ['chef-omsorg', 'digitek', 'owner', 'leder', 'nobody']) {
      expect((await world.call('GET', url, { as })).status).toBe(403);
      expect((await patch(world, revision, [point()], as)).status).toBe(403);
    }
    expect(world.deps.stores.settings.rows.size).toBe(0);
  });

  it('are stored, tidied and in the order of the year, with who did it, and stand in everybody’s year', async () => {
    const world = anApiWorld();
    const answer = await patch(world, await revisionIn(world), [
      point({ id: 'late', day: '09-01', area: 'nedlagt' }),
      point({ title: '  Strategisk\n dialog ' }),
    ]);
    expect(answer.status).toBe(200);
    expect(settingsOf(world.deps.stores).yearPoints).toEqual([
      point(),
      point({ id: 'late', day: '09-01', area: null }),
    ]);
    const row = world.deps.stores.settings.get('yearPoints');
    expect(row?.value.lastChange?.byId).toBe(idOf('consultant'));
    const { body } = await world.call('GET', '/api/year/2027', { as: 'owner' });
    expect(body.points).toMatchObject([{ day: '2027-03-15' }, { day: '2027-09-01' }]);
  });

  it('are not overwritten by somebody who has not seen the latest', async () => {
    const world = anApiWorld();
    const revision = await revisionIn(world);
    await patch(world, revision, [point()]);
    const late = await patch(world, revision, [point({ id: 'other' })]);
    expect(late.status).toBe(409);
    expect(late.body.current.points).toEqual([point()]);
  });

  it.each([
    ['noTitle', { title: '  ' }],
    ['notADay', { day: '02-30' }],
    ['notALink', { link: 'http://viborg.dk' }],
  ])('are refused in a sentence: %s', async (code, change) => {
    const world = anApiWorld();
    const answer = await patch(world, await revisionIn(world), [point(change)]);
    expect([answer.status, answer.body.error.code]).toEqual([422, code]);
    expect(answer.body.error.message).toMatch(/^[A-ZÆØÅ»].*\.$/);
  });

  it('with the same id twice are refused: one of them would be lost when they are written anew', async () => {
    const world = anApiWorld();
    const answer = await patch(world, await revisionIn(world), [point(), point({ title: 'To' })]);
    expect(answer.status).toBe(400);
  });
});
