import { describe, expect, it } from 'vitest';
import { followProject } from '#shared/useCases/ideas/followProject.ts';
import { ideaStandingsOf } from '#shared/useCases/pages/ideaStandings.ts';
import { historyOf, projectPage } from '#shared/useCases/pages/projectPage.ts';
import { ideaKicker } from '#shared/words/ideas/words.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { aProject } from '../builders/request.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const aWorld = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(
    aProject({ id: 'p1', title: 'Lys om natten', phase: 'idea', status: 'raw', leadId: null }),
  );
  return deps;
};

const follow = async (deps: TestDeps, title: string, purpose = '', by = 'stranger', id = 'p1') => {
  const followed = await followProject(deps, actor(by), { projectId: id, title, purpose });
  await deps.settle();
  return followed;
};

describe('somebody who has had the same idea', () => {
  it('has their words kept with it, and is told where it is as if it were theirs', async () => {
    const deps = aWorld();
    await follow(deps, 'Lamper, der vågner', 'Så falder færre');
    expect(projectPage(deps, actor('lead'), 'p1')?.followers).toMatchObject([
      { personName: actor('stranger').name, words: 'Lamper, der vågner. Så falder færre' },
    ]);
    const [standing, ...more] = ideaStandingsOf(deps, 'stranger');
    expect(more).toEqual([]);
    expect(standing).toMatchObject({ project: { id: 'p1' }, follows: true, isUntaken: false });
    expect(standing && ideaKicker(standing)).toContain('Du har haft samme idé');
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.at(-1)).toMatchObject({ kind: 'followed', byId: actor('stranger').id });
  });

  it('follows once, however often it is pressed; new words are put after the old', async () => {
    const deps = aWorld();
    await Promise.all([follow(deps, 'Lamper'), follow(deps, 'Lamper'), follow(deps, 'Lamper')]);
    await follow(deps, 'Lys ved sengen');
    await follow(deps, 'Lamper', '', 'owner');
    expect(deps.stores.followers.all().map(({ value }) => value.words)).toEqual([
      'Lamper Lys ved sengen',
      'Lamper',
    ]);
  });

  it.each([
    ['nothing written', ' ', 'p1', 'wordsMissing'],
    ['a number like a person’s', 'Hun hedder 010190-1234', 'p1', 'personNumber'],
    ['a project there is not', 'Lamper', 'p9', 'unknown'],
  ])('is refused with %s', async (_, title, id, type) => {
    const deps = aWorld();
    expect(await follow(deps, title, '', 'stranger', id)).toMatchObject({ refusal: { type } });
    expect(deps.stores.followers.all()).toEqual([]);
  });

  it('who gave the idea does not follow it too', async () => {
    const deps = aWorld();
    deps.stores.projects.put(aProject({ id: 'p1', createdById: 'stranger' }));
    await follow(deps, 'Lamper');
    expect(ideaStandingsOf(deps, 'stranger')).toMatchObject([{ follows: false }]);
  });
});
