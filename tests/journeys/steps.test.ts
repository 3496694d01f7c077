import { describe, expect, it } from 'vitest';
import type { StepCode } from '#shared/domain/steps.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { type StepInput, tickStep } from '#shared/useCases/projects/tickStep.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const aPlanned = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate2', { id: 'p1', ownerId: 'owner', leadId: 'lead' });
  return deps;
};

const say = (deps: TestDeps, by: string, code: StepCode, said: Partial<StepInput>) =>
  tickStep(deps, actor(by), { projectId: 'p1', code, ...said });

const stepIn = (deps: TestDeps, code: StepCode) => stepsByCode(deps.stores, 'p1').get(code);

describe('who does a step, by when and where (domain.md, Steps inside a phase)', () => {
  it('is said by whoever edits the project, and says nothing of whether it is done', async () => {
    const deps = aPlanned();
    await say(deps, 'owner', 'schedule', { responsibleId: 'stranger', due: '2026-12-04' });
    expect(stepIn(deps, 'schedule')).toMatchObject({
      ...{ done: false, responsible: 'Medarbejder', responsibleId: 'stranger' },
      due: '2026-12-04',
    });
    const refused = await say(deps, 'stranger', 'schedule', { due: null });
    expect(refused).toEqual({ ok: false, refusal: { type: 'notAllowed' } });
  });

  it('keeps what two people say of it at the same time', async () => {
    const deps = aPlanned();
    await say(deps, 'lead', 'schedule', { due: '2026-12-01' });
    const other = beside(deps);
    await Promise.all([
      say(deps, 'lead', 'schedule', { responsibleId: 'lead' }),
      say(other, 'owner', 'schedule', { due: '2026-12-09' }),
      say(other, 'digitek', 'schedule', { done: true }),
    ]);
    expect(stepIn(deps, 'schedule')).toMatchObject({
      ...{ responsibleId: 'lead', due: '2026-12-09', done: true, doneByName: 'Team DigiTek' },
    });
  });

  it('takes a supplier by name, and nobody whom the list of people lacks', async () => {
    const deps = aPlanned();
    await say(deps, 'lead', 'draftContract', { responsibleId: 'owner' });
    await say(deps, 'lead', 'draftContract', { responsible: 'Leverandøren' });
    expect(stepIn(deps, 'draftContract')).toMatchObject({
      ...{ responsible: 'Leverandøren', responsibleId: null, done: true },
    });
    expect(await say(deps, 'lead', 'draftContract', { responsibleId: 'nobody' })).toEqual({
      ok: false,
      refusal: { type: 'unknownPerson' },
    });
  });

  it('leaves the person where the whole step is said again with their name', async () => {
    const deps = aPlanned();
    await say(deps, 'lead', 'schedule', { responsibleId: 'owner' });
    await say(deps, 'lead', 'schedule', {
      ...{ done: true, link: '', version: '', minutes: null, note: '', due: null },
      responsible: 'Leder, nattevagten',
    });
    expect(stepIn(deps, 'schedule')).toMatchObject({ done: true, responsibleId: 'owner' });
  });

  it("plans the owner's approval without being their word", async () => {
    const deps = aPlanned();
    await say(deps, 'lead', 'investigationOwner', { done: false, note: '' });
    await say(deps, 'lead', 'investigationOwner', { due: '2026-12-10' });
    expect(stepIn(deps, 'investigationOwner')).toMatchObject({ due: '2026-12-10', done: false });
  });
});
