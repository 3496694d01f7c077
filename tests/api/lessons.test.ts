import { describe, expect, it } from 'vitest';
import type { LessonsReply } from '#shared/contract/lessons.ts';
import { choice } from '#shared/domain/gates.ts';
import { lessonLines } from '#shared/domain/lessons.ts';
import { emptyValue } from '#shared/domain/papers/paper.ts';
import { editField } from '#shared/useCases/papers/editField.ts';
import { saveVersion } from '#shared/useCases/papers/saveVersion.ts';
import { actor, aReadyProject } from '../builders/portfolio.ts';
import { aDecision, aRequest } from '../builders/request.ts';
import { type ApiWorld, anApiWorld } from '../worlds/api/apiWorld.ts';

const read = async (world: ApiWorld, as = 'nobody'): Promise<LessonsReply> =>
  (await world.call('GET', '/api/lessons', { as })).body;

const write = async (world: ApiWorld, field: string, text: string, answer: 'yes' | null = null) => {
  const paper = field === 'sharing' ? 'projectDescription' : 'evaluation';
  const given = { projectId: 'p1', paper, field, revision: 'none' } as const;
  await editField(world.deps, actor('lead'), { ...given, value: { ...emptyValue, text, answer } });
  await world.deps.settle();
};

const saved = async (world: ApiWorld) => {
  const given = { projectId: 'p1', paper: 'evaluation', seen: 0 } as const;
  await saveVersion(world.deps, actor('lead'), given);
  await world.deps.settle();
};

describe('what projects have taught', () => {
  it('is the evaluation’s own lines, when it is in a version and not before', async () => {
    const world = anApiWorld();
    await write(world, 'learnt', '- Begynd småt\n\n2. Aftal aftenvagten\n');
    expect((await read(world)).lessons).toEqual([]);
    await saved(world);
    expect((await read(world)).lessons).toMatchObject([
      {
        project: { id: 'p1', title: 'Nøglefri hjemmepleje' },
        ...{ lines: ['Begynd småt', 'Aftal aftenvagten'], from: 'evaluation' },
        ...{ isOwed: false, told: 0, byName: 'Projektleder, DigiTek' },
      },
    ]);
  });

  it('is the word it was stopped with, where there is no evaluation', async () => {
    const world = anApiWorld();
    const request = aRequest({ id: 'p2-gate2-1', projectId: 'p2', gate: 'gate2' });
    world.deps.stores.projects.put({ ...aReadyProject('gate2'), id: 'p2', status: 'stopped' });
    const comment = 'Det findes allerede i huset.';
    world.deps.stores.decisions.put(aDecision(request, { choice: choice('stop'), comment }));
    expect((await read(world)).lessons).toMatchObject([
      { project: { id: 'p2' }, from: 'stopped', lines: [comment] },
    ]);
  });

  it('is owed to others where that was promised', async () => {
    const world = anApiWorld();
    await write(world, 'sharing', '', 'yes');
    await write(world, 'learnt', 'Begynd småt');
    await saved(world);
    expect((await read(world)).lessons).toMatchObject([{ isOwed: true, told: 0 }]);
  });

  it('stands beside an idea that is like it', async () => {
    const world = anApiWorld();
    await write(world, 'learnt', 'Begynd småt');
    await saved(world);
    const body = { title: 'Nøglefri hjemmepleje i Nord', purpose: '' };
    const { alike } = (await world.call('POST', '/api/ideas/alike', { as: 'nobody', body })).body;
    expect(alike).toMatchObject([{ id: 'p1', learnt: ['Begynd småt'] }]);
  });

  it('comes with the risks of what goes on, the greatest first', async () => {
    const world = anApiWorld();
    const risky = (id: string, riskCategory: 1 | 4, more = {}) =>
      world.deps.stores.projects.put({
        ...aReadyProject('gate1', { riskCategory, riskWhy: 'Mange døre.', ...more }),
        id,
      });
    risky('p2', 1);
    risky('p3', 4);
    risky('p4', 4, { status: 'stopped' });
    const { risks } = await read(world);
    expect(risks.map(({ project }) => project.id)).toEqual(['p3', 'p2']);
  });
});

it.each([
  ['', []],
  [' \n\n', []],
  ['• Et\n– To\n3) Tre\n4.5 timer', ['Et', 'To', 'Tre', '4.5 timer']],
  ['1\n2\n3\n4\n5\n6', ['1', '2', '3', '4', '5']],
])('reads the lines of %j', (text, lines) => {
  expect(lessonLines(text)).toEqual(lines);
});
