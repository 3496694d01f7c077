import { describe, expect, it } from 'vitest';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { nudge } from '#shared/useCases/tasks/nudge.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const aStepOf = async (responsibleId: string | null): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate2', { id: 'p1', ownerId: 'owner', leadId: 'lead' });
  await tickStep(deps, actor('lead'), {
    ...{ projectId: 'p1', code: 'schedule', responsibleId, due: '2026-11-20' },
  });
  return deps;
};

const remind = (deps: TestDeps, by = 'lead') => nudge(deps, actor(by), 'p1', 'schedule');

const told = (deps: TestDeps): readonly string[] =>
  deps.stores.messages.all().map(({ value }) => value.id);

describe('whoever was chosen for a step is reminded', () => {
  it('once a day, whoever presses and on two servers', async () => {
    const deps = await aStepOf('owner');
    const other = beside(deps);
    const pressed = await Promise.all([remind(deps), remind(other, 'digitek'), remind(deps)]);
    expect(pressed.map(({ type }) => type).sort()).toEqual(['alreadyTold', 'alreadyTold', 'told']);
    expect(told(deps)).toEqual(['p1:schedule:stepNudge:2026-11-23:owner']);
    deps.clock.at = '2026-11-24T09:00:00Z';
    expect(await remind(deps)).toEqual({ type: 'told', whom: 'Leder, nattevagten' });
    expect(told(deps)).toHaveLength(2);
  });

  it('by a card in their chat', async () => {
    const deps = await aStepOf('owner');
    await remind(deps);
    const teams = new FakeTeams();
    await deliver(deps, teams);
    expect(teams.seenBy('owner')).toEqual(['stepNudge 2026-11-23/p1:schedule']);
  });

  it('is not told of what was done before it was sent', async () => {
    const deps = await aStepOf('owner');
    await remind(deps);
    await tickStep(deps, actor('lead'), { projectId: 'p1', code: 'schedule', done: true });
    const teams = new FakeTeams();
    await deliver(deps, teams);
    expect(deps.stores.messages.all().map(({ value }) => value.state)).toEqual(['dropped']);
  });

  it.each([
    ['nobody was chosen', null, 'lead', 'nobody'],
    ['somebody else’s project', 'owner', 'stranger', 'notAllowed'],
  ] as const)('not when %s', async (_, responsibleId, by, refused) => {
    const deps = await aStepOf(responsibleId);
    expect(await remind(deps, by)).toEqual({ type: refused });
    expect(told(deps)).toEqual([]);
  });

  it('not of a step that is done', async () => {
    const deps = await aStepOf('owner');
    await tickStep(deps, actor('lead'), { projectId: 'p1', code: 'schedule', done: true });
    expect(await remind(deps)).toEqual({ type: 'done' });
  });
});
