import { describe, expect, it } from 'vitest';
import { benefitId } from '../builders/benefit.ts';
import { aReadyProject } from '../builders/portfolio.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

/* A micro-story that begins from what a benefit was measured to be. */

const moves = `/api/benefits/${encodeURIComponent(benefitId)}/moves`;

const promises = async (more: object = {}): Promise<ApiWorld> => {
  const world = anApiWorld();
  world.deps.stores.projects.put(
    aReadyProject('gate3', {
      ...{ phase: 'operation', status: 'operating', phaseSince: '2026-05-01T08:00:00Z' },
      ...{ ownerId: idOf('owner'), leadId: idOf('lead') },
    }),
  );
  const terms = {
    ...{ title: 'Sparet kørsel', measure: 'hoursAYear', indicator: 'Kørebogen', baseline: '0' },
    ...{ target: '3.400', uncertainty: '400', ownerId: idOf('owner'), ...more },
  };
  const body = { type: 'written', revision: 0, terms };
  expect((await world.call('POST', moves, { as: 'digitek', body })).status).toBe(200);
  return world;
};

const measured = async (more: object = {}): Promise<ApiWorld> => {
  const world = await promises(more);
  const body = {
    type: 'answered',
    ask: 0,
    revision: 1,
    value: '2.900',
    uncertainty: '',
    comment: '',
  };
  expect((await world.call('POST', moves, { as: 'digitek', body })).status).toBe(200);
  return world;
};

let keys = 0;
const tell = (world: ApiWorld, as = 'digitek') => {
  keys += 1;
  const key = `press-no-${keys}`;
  const body = { key, kind: 'microStory', projectId: 'p1', benefitId };
  return world.call('POST', '/api/stories', { as, body });
};

const onPage = async (world: ApiWorld) =>
  (await world.call('GET', '/api/projects/p1', { as: 'digitek' })).body.benefits.stories;

describe('a story of a measured benefit', () => {
  it('has why, story and change, with what was promised, what was measured and how sure it is', async () => {
    const world = await measured();
    const { status, body } = await tell(world);
    const { about, version, state, projectId } = body.view.now;
    expect([status, state, projectId, about.title]).toEqual([201, 'draft', 'p1', 'Sparet kørsel']);
    const [why, story, change] = version.text.replaceAll('\u00a0', ' ').split('\n\n');
    expect(why).toContain('Hjemmeplejen åbner døren med en app i stedet for nøgler.');
    expect(story).toContain('[Skriv, hvad en borger eller medarbejder oplever]');
    expect(change).toMatch(
      /^Sparet kørsel\. Vi lovede 3\.400 timer om året\. Målt \d+\. \S+ \d{4}: 2\.900 timer om året \(± 400\)\.\n/,
    );
  });

  it('has a gap where nobody has said how sure the number is, and says a price as one', async () => {
    const world = await measured({ uncertainty: '', isWorse: true });
    const text = (await tell(world)).body.view.now.version.text.replaceAll('\u00a0', ' ');
    expect(text).toContain('[Skriv, hvor sikkert tallet er]');
    expect(text).toContain('Vi regnede med −3.400 timer om året.');
    expect(text).not.toContain('±');
  });

  it('is one, however often and by whom it is pressed, and the project’s page leads to it', async () => {
    const world = await measured();
    expect(await onPage(world)).toEqual({});
    const [one, two] = await Promise.all([tell(world), tell(world, 'communications')]);
    const third = await tell(world, 'consultant');
    const ids = [one, two, third].map(({ body }) => body.view.now.id);
    expect(new Set(ids).size).toBe(1);
    expect(world.deps.stores.storyEvents.rows.size).toBe(1);
    expect(await onPage(world)).toEqual({ [benefitId]: ids[0] });
  });

  it('goes the way of every story: nothing is out before the chef has said OK', async () => {
    const world = await measured();
    const { id } = (await tell(world)).body.view.now;
    const body = {
      type: 'published',
      revision: 1,
      channel: 'official',
      link: 'https://x.example/1',
    };
    const out = await world.call('POST', `/api/stories/${id}/moves`, { as: 'digitek', body });
    expect(out.status).toBeGreaterThanOrEqual(400);
    const asks = { type: 'asked', revision: 1, comment: '', cleared: [] };
    // Its gaps stand in the way until somebody has written them.
    const asked = await world.call('POST', `/api/stories/${id}/moves`, {
      as: 'digitek',
      body: asks,
    });
    expect(asked.status).toBe(422);
  });

  it('is nobody’s who writes no stories, and none before anybody has measured', async () => {
    const unmeasured = await promises();
    const refused = await tell(unmeasured);
    expect([refused.status, refused.body.error.code]).toEqual([422, 'benefitUnmeasured']);
    const world = await measured();
    for (const as of ['owner', 'chef-omsorg', 'direktor', 'nobody'])
      expect((await tell(world, as)).status).toBe(403);
    const key = 'gevinst-00000000000000000000000000000000';
    const body = { key, kind: 'microStory', projectId: 'p1' };
    expect((await world.call('POST', '/api/stories', { as: 'digitek', body })).status).toBe(400);
    expect(world.deps.stores.storyEvents.rows.size).toBe(0);
  });
});
