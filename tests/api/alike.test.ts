import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { anIdea } from '../builders/idea.ts';
import { aDecision, aRequest } from '../builders/request.ts';
import { anApiWorld } from '../worlds/api/apiWorld.ts';

const url = '/api/ideas/alike';
const vacuum = (more: Partial<Project> = {}): Project =>
  anIdea({ id: 'v1', title: 'Robotstøvsugere på plejehjem', purpose: '', ...more });

const aWorldWith = (...projects: readonly Project[]) => {
  const world = anApiWorld();
  world.deps.stores.projects.put(...projects);
  const ask = (body: unknown, as = 'nobody') => world.call('POST', url, { as, body });
  return { world, ask };
};

const written = { title: 'Robotstøvsuger på gangene', purpose: 'Plejehjemmet bliver rent.' };

describe('what is alike to an idea that is being written', () => {
  it('is told to anybody who may give one: why, where it stands, and who knows of it', async () => {
    const { ask } = aWorldWith(
      vacuum({ status: 'operating', phase: 'spread', leadName: 'Leder, Nord' }),
    );
    const { status, body } = await ask(written);
    expect(status).toBe(200);
    expect(body.alike).toEqual([
      {
        ...{ id: 'v1', title: 'Robotstøvsugere på plejehjem', leadArea: 'omsorg' },
        ...{ municipality: '', phase: 'spread', status: 'operating' },
        words: ['Robotstøvsugere', 'plejehjem'],
        ...{ knownBy: 'Leder, Nord', stoppedBecause: '', learnt: [] },
      },
    ]);
  });

  it('says what stopped it, and nothing of a decision that stopped nothing', async () => {
    const { world, ask } = aWorldWith(
      vacuum({ status: 'stopped' }),
      vacuum({ id: 'v2', status: 'active', title: 'Robotstøvsugere igen' }),
    );
    const stopped = { outcome: 'stop', comment: 'Beboerne blev bange.' } as const;
    world.deps.stores.decisions.put(
      ...['v1', 'v2'].map((projectId) =>
        aDecision(aRequest({ id: `${projectId}-gate1-1`, projectId }), stopped),
      ),
    );
    const { body } = await ask(written);
    const because = (id: string) =>
      body.alike.find((one: { id: string }) => one.id === id)?.stoppedBecause;
    expect([because('v1'), because('v2')]).toEqual(['Beboerne blev bange.', '']);
  });

  it('is at most five, and none when nothing is', async () => {
    const { ask } = aWorldWith(
      ...Array.from({ length: 8 }, (_, at) =>
        vacuum({ id: `v${at}`, title: `Robotstøvsugere, hold ${at}` }),
      ),
    );
    expect((await ask(written)).body.alike).toHaveLength(5);
    expect((await ask({ title: 'Fælles sang' })).body.alike).toEqual([]);
    expect((await ask({ title: '' })).body.alike).toEqual([]);
  });

  it('leaves out the idea it is written in', async () => {
    const { world, ask } = aWorldWith();
    const given = { title: 'Robotstøvsuger til kantinen' };
    const { body: made } = await world.call('POST', '/api/projects', { as: 'lead', body: given });
    expect((await ask({ ...written, itself: made.project.id })).body.alike).toEqual([]);
    expect((await ask({ ...written, itself: 'p9' })).body.alike).toMatchObject([given]);
  });

  it('follows what happens to the projects', async () => {
    const { world, ask } = aWorldWith();
    expect((await ask(written)).body.alike).toEqual([]);
    const given = { title: 'Robotstøvsuger til kantinen' };
    const { body: made } = await world.call('POST', '/api/projects', { as: 'lead', body: given });
    expect((await ask(written)).body.alike).toMatchObject([given]);
    await world.call('PATCH', `/api/projects/${made.project.id}`, {
      as: 'lead',
      body: { revision: made.revision, changes: { title: 'Fælles sang' } },
    });
    expect((await ask(written)).body.alike).toEqual([]);
  });

  it.each([
    ['a name that is too long', { title: 'x'.repeat(256) }],
    ['a purpose that is too long', { title: 'x', purpose: 'x'.repeat(256) }],
    ['no name', { purpose: 'x' }],
    ['something else', { title: 'x', summary: 'x' }],
    ['no text', { title: 7 }],
  ])('is not looked for by %s', async (_, body) => {
    const { ask } = aWorldWith(vacuum());
    expect((await ask(body)).status).toBe(400);
  });

  it('is told to nobody without a name', async () => {
    const { world } = aWorldWith(vacuum());
    expect((await world.call('POST', url, { body: written })).status).toBe(401);
  });

  it('is found whatever signs somebody types', async () => {
    const { ask } = aWorldWith(vacuum());
    const title = '"robotstøvsuger" OR * NEAR( -name: {ß} \u0000 ٪ 漢字';
    expect((await ask({ title })).body.alike).toMatchObject([{ id: 'v1' }]);
  });
});
