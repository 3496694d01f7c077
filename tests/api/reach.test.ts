import { describe, expect, it } from 'vitest';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const chef = idOf('chef-omsorg');
const path = `/api/people/${chef}/send-again`;

const outOfReach = async () => {
  const world = anApiWorld();
  world.teams.shut.set(chef, 'blocked');
  await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
  await world.deps.settle();
  await deliver(world.deps, world.teams);
  return world;
};

describe('somebody who cannot be reached', () => {
  it('is named with the project, the request and the board, to everybody', async () => {
    const world = await outOfReach();
    const named = [{ id: chef, name: 'Chef, Omsorg', why: 'blocked', holdsUp: true }];
    const project = await world.call('GET', '/api/projects/p1', { as: 'nobody' });
    expect(project.body.unreached).toMatchObject(named);
    expect(project.body.open.unreached).toMatchObject(named);
    const request = await world.call('GET', '/api/requests/p1-gate1-1', { as: 'direktor' });
    expect(request.body.unreached).toMatchObject(named);
    const board = await world.call('GET', '/api/board', { as: 'nobody' });
    expect(board.body.projects[0].waitingFor).toMatchObject({ unreached: true });
  });

  it('finds the matter under Til beslutning all the same', async () => {
    const world = await outOfReach();
    const mine = await world.call('GET', '/api/requests?waitingFor=me', { as: 'chef-omsorg' });
    expect(mine.body.requests).toMatchObject([{ waits: 'answer', unreached: [{ id: chef }] }]);
  });
});

describe('POST /api/people/:id/send-again', () => {
  it('is for the team alone', async () => {
    const world = await outOfReach();
    for (const as of ['chef-omsorg', 'owner', 'direktor', 'leder', 'communications', 'nobody'])
      expect((await world.call('POST', path, { as, body: {} })).status).toBe(403);
    for (const as of ['consultant', 'digitek', 'lead'])
      expect((await world.call('POST', path, { as, body: {} })).status).toBe(200);
  });

  it('says what came of it, and sends once when it is pressed twice', async () => {
    const world = await outOfReach();
    const press = async () => (await world.call('POST', path, { as: 'digitek', body: {} })).body;
    expect(await press()).toEqual({
      outcome: 'still',
      message: 'Ikke leveret. Chef, Omsorg har slået beskeder fra DigiTek fra i Teams.',
    });
    world.teams.shut.delete(chef);
    const [one, two] = await Promise.all([press(), press()]);
    expect([one.outcome, two.outcome]).toContain('delivered');
    expect((await press()).outcome).toBe('nothing');
    expect(world.teams.seenBy(chef)).toEqual(['ask p1-gate1-1']);
  });

  it('finds nothing for somebody whom nothing waits for', async () => {
    const world = anApiWorld();
    const answer = await world.call('POST', '/api/people/x/send-again', {
      as: 'consultant',
      body: {},
    });
    expect(answer.body).toMatchObject({ outcome: 'nothing' });
  });
});
