import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { ideasPage } from '#shared/useCases/pages/ideasPage.ts';
import { createProject } from '#shared/useCases/projects/editProject.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { anIdea } from '../builders/idea.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const team = ['consultant', 'digitek', 'lead'];

/** Ideas by when they came; Monday is the 23rd. */
const aWorldOf = (...ideas: readonly Partial<Project>[]): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(...ideas.map((more, at) => anIdea({ id: `p${at + 1}`, ...more })));
  return deps;
};

const at = async (deps: TestDeps, moment: string): Promise<number> => {
  deps.clock.at = moment;
  const told = await tellByClock(deps);
  await deps.settle();
  return told;
};

const told = (deps: TestDeps): readonly string[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => value.id)
    .filter((id) => id.startsWith('newIdeas'))
    .sort();

const toTeam = (day: string): readonly string[] => team.map((id) => `newIdeas:${day}:${id}`);

const begun = (deps: TestDeps, projectId: string) =>
  tickStep(deps, actor('digitek'), {
    ...{ projectId, code: 'purchaseOrProject', done: true, note: '', link: '', version: '' },
    ...{ minutes: null, responsible: '', due: null },
  });

describe('team DigiTek is told of new ideas (domain.md, Rhythm)', () => {
  it('in the morning, each once, however many have come', async () => {
    const deps = aWorldOf(
      { createdAt: '2026-11-20T13:00:00Z' },
      { createdAt: '2026-11-22T13:00:00Z' },
    );
    await at(deps, '2026-11-23T06:59:00Z');
    expect(told(deps)).toEqual([]);
    expect(await at(deps, '2026-11-23T07:00:00Z')).toBe(3);
    await at(deps, '2026-11-23T09:00:00Z');
    expect(told(deps)).toEqual(toTeam('2026-11-23'));
  });

  it.each([
    ['on a Saturday', '2026-11-28T09:00:00Z'],
    ['in the evening', '2026-11-27T17:00:00Z'],
    ['on a holiday', '2026-12-25T09:00:00Z'],
  ])('not %s', async (_, moment) => {
    const deps = aWorldOf({ createdAt: '2026-11-20T13:00:00Z' });
    await at(deps, moment);
    expect(told(deps)).toEqual([]);
  });

  it('not again the next morning, until another has come', async () => {
    const deps = aWorldOf({ createdAt: '2026-11-20T13:00:00Z' });
    await at(deps, '2026-11-23T09:00:00Z');
    await at(deps, '2026-11-24T09:00:00Z');
    expect(told(deps)).toEqual(toTeam('2026-11-23'));
    deps.stores.projects.put(anIdea({ id: 'p9', createdAt: '2026-11-24T12:00:00Z' }));
    await at(deps, '2026-11-24T13:00:00Z');
    expect(told(deps)).toEqual(toTeam('2026-11-23'));
    await at(deps, '2026-11-25T09:00:00Z');
    expect(told(deps)).toEqual([...toTeam('2026-11-23'), ...toTeam('2026-11-25')].sort());
  });

  it('of what came while nobody was there to tell', async () => {
    const deps = aWorldOf({ createdAt: '2026-11-20T13:00:00Z' });
    await at(deps, '2026-11-26T09:00:00Z');
    expect(told(deps)).toEqual(toTeam('2026-11-26'));
  });

  it.each([
    ['came with an import', { createdById: null }],
    ['lies in the backlog', { status: 'backlog' }],
    ['has a lead', { leadId: 'lead' }],
  ] satisfies readonly (readonly [string, Partial<Project>])[])(
    'not of one that %s',
    async (_, more) => {
      const deps = aWorldOf({ createdAt: '2026-11-20T13:00:00Z', ...more });
      await at(deps, '2026-11-23T09:00:00Z');
      expect(told(deps)).toEqual([]);
    },
  );

  it('by two servers at once, each once', async () => {
    const first = aWorldOf({ createdAt: '2026-11-20T13:00:00Z' });
    const second = beside(first);
    await Promise.all([first, second].map((deps) => at(deps, '2026-11-23T09:00:00Z')));
    expect(told(first)).toEqual(toTeam('2026-11-23'));
  });

  it('and not when somebody has begun on it before the message left', async () => {
    const deps = aWorldOf({ createdAt: '2026-11-20T13:00:00Z' });
    const teams = new FakeTeams();
    await at(deps, '2026-11-23T09:00:00Z');
    await begun(deps, 'p1');
    await deliver(deps, teams);
    await deps.settle();
    const states = deps.stores.messages.all().map(({ value }) => value.state);
    expect(new Set(states)).toEqual(new Set(['dropped']));
  });
});

describe('where an idea comes from', () => {
  it.each([
    ['stranger', 'staff'],
    ['chef-omsorg', 'staff'],
    ['digitek', null],
    ['consultant', null],
  ])('is, unless it is said: %s %s', async (by, origin) => {
    const deps = aWorldOf();
    const made = await createProject(deps, actor(by), { title: 'Lys om natten' });
    expect(made).toMatchObject({ ok: true, value: { value: { origin } } });
    const said = await createProject(deps, actor(by), { title: 'Sang', origin: 'tucv' });
    expect(said).toMatchObject({ ok: true, value: { value: { origin: 'tucv' } } });
  });
});

describe('the page of ideas', () => {
  it('holds what is given or begun on, newest first, and counts what lies untouched', async () => {
    const deps = aWorldOf(
      { createdAt: '2026-11-20T13:00:00Z' },
      { createdAt: '2026-11-21T13:00:00Z', createdById: null },
      { createdAt: '2026-11-22T13:00:00Z', createdById: null },
      { status: 'backlog' },
      { status: 'active' },
    );
    await begun(deps, 'p3');
    const { ideas, ideaBank, backlog, own } = ideasPage(deps, actor('stranger'));
    expect(ideas.map(({ id, present }) => [id, present])).toEqual([
      ['p3', 'blockers'],
      ['p1', 'purchaseOrProject'],
    ]);
    expect([ideaBank, backlog, own.length]).toEqual([1, 1, 3]);
  });
});
