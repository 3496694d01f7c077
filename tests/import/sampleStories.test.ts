import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { lengthOf } from '#shared/domain/stories/linkedIn.ts';
import { storiesPage } from '#shared/useCases/pages/storiesPage.ts';
import { hindrancesOf, storyIn } from '#shared/useCases/stories/stories.ts';
import { planOf } from '../../infra/import/plan.ts';
import { readTable } from '../../infra/import/readTable.ts';
import { peopleRows, samplePeople } from '../../infra/sample/people.ts';
import { spreadOf } from '../../infra/sample/spread.ts';
import { storiesAreTold, tellSampleStories } from '../../infra/sample/stories.ts';
import { sampleStories } from '../../infra/sample/storyPlans.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const now = '2026-11-23T09:14:00Z';
const people = peopleRows(
  samplePeople.map(({ alias }) => ({ id: alias, name: alias, upn: `${alias}@viborg.example` })),
);

const aPortfolio = async (): Promise<TestDeps> => {
  const file = new URL('../../infra/sample/projects.csv', import.meta.url);
  const read = await readTable(await readFile(file));
  if (!read.ok) throw new Error(read.problem);
  const planning = planOf(read.table, {
    ...{ areas: defaultAreas, people: [], existing: [], at: now, by: 'Import' },
  });
  if (!planning.ok) throw new Error(planning.problem);
  const deps = testDeps();
  deps.stores.people.put(...people.values());
  for (const row of planning.plan.rows)
    if (row.type === 'created') deps.stores.projects.put(spreadOf(row.project, { people, now }));
  return deps;
};

const tell = (deps: TestDeps) => tellSampleStories({ deps, settled: deps.settle }, people);

const ids = Object.keys(sampleStories);

describe('the sample’s stories', () => {
  let deps: TestDeps;
  beforeAll(async () => {
    deps = await aPortfolio();
    expect(storiesAreTold({ deps })).toBe(false);
    await tell(deps);
  });

  it('stand in every state somebody could want to see', () => {
    const states = ids.map((id) => {
      const story = storyIn(deps, id);
      return `${story?.kind}:${story?.state}`;
    });
    expect(storiesAreTold({ deps })).toBe(true);
    expect([...new Set(states)].sort()).toEqual([
      'article:topicLeder',
      'article:writing',
      'description:published',
      'microStory:approved',
      'microStory:asked',
      'microStory:draft',
      'microStory:published',
      'microStory:stopped',
      'microStory:suggested',
      'press:taken',
    ]);
  });

  it('show descriptions that are stale, and some that are not', () => {
    const actor = { id: 'kommunikation', name: '', roles: [], area: null };
    const { stories } = storiesPage(deps, actor, {});
    const stale = stories.filter(({ staleSince }) => staleSince !== null).map(({ id }) => id);
    expect(stale.sort()).toEqual(['viborgdk-P041', 'viborgdk-P102']);
    expect(stories.filter(({ kind }) => kind === 'description').length).toBe(5);
  });

  it('could be sent as they are, and would be read to the end', () => {
    for (const id of ids) {
      const story = storyIn(deps, id);
      if (!story) throw new Error(id);
      expect(hindrancesOf(deps, story), id).toEqual([]);
      if (story.kind === 'microStory') expect(lengthOf(story.version.text), id).toBeLessThan(1_000);
      for (const { link } of story.publications) expect(link).toContain('eksempel');
    }
  });

  it('ask one chef and one leder, and nudge or chase nobody', () => {
    const messages = [...deps.stores.messages.rows.values()].map((row) => row.value);
    const to = (kind: string) =>
      messages
        .filter((one) => one.kind === kind)
        .map((one) => (one.to.type === 'person' ? one.to.id : one.to.type));
    expect(to('storyAsk').sort()).toEqual(['chef.omsorg', 'nattevagten']);
    expect(to('storyNudge')).toEqual([]);
    expect(to('storyOverdue')).toEqual([]);
    expect(to('storyStale')).toEqual(['kommunikation', 'kommunikation']);
    expect(messages.length).toBeLessThan(20);
  });

  it('are told once, however often the sample is loaded', async () => {
    const before = deps.writes.count;
    await tell(deps);
    expect(deps.writes.count).toBe(before);
  });

  it('go on where they were cut off', async () => {
    const cut = await aPortfolio();
    cut.writes.failBefore = 25;
    await expect(tell(cut)).rejects.toThrow(Crash);
    expect(storiesAreTold({ deps: cut })).toBe(false);
    cut.writes.failBefore = Number.POSITIVE_INFINITY;
    await tell(cut);
    expect(storiesAreTold({ deps: cut })).toBe(true);
    expect(cut.stores.storyEvents.rows.size).toBe(deps.stores.storyEvents.rows.size);
  });
});
