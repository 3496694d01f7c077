import { describe, expect, it } from 'vitest';
import {
  type StepTemplates,
  defaultStepTemplates as usual,
  usualStep,
} from '#shared/domain/stepTemplates.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import { tasksPage } from '#shared/useCases/pages/tasksPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import {
  editStepTemplates,
  stepTemplateChanges,
} from '#shared/useCases/settings/editStepTemplates.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { nudge } from '#shared/useCases/tasks/nudge.ts';
import { actor, aReadyProject, furnish } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const off = { ...usualStep, off: true };
const own = { ...usualStep, name: 'Spørg pårørenderådet' };
const made = (steps: StepTemplates['steps']): StepTemplates => ({ steps, order: {} });

const aWorld = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(
    aReadyProject('gate2', { id: 'p1', title: 'Lys om natten', nextStep: '', nextStepDue: null }),
  );
  return deps;
};

const set = (deps: Deps, templates: StepTemplates, seen: StepTemplates = usual) =>
  editStepTemplates(deps, actor('consultant'), { seen, templates });

const tasksOf = (deps: TestDeps, who: string) =>
  tasksPage(deps, actor(who)).tasks.map(({ task }) =>
    task.type === 'step' ? [task.code, task.name] : [task.type],
  );

describe('the steps in the settings', () => {
  it('are the consultant’s to make, and nobody else’s', async () => {
    const deps = aWorld();
    const given = { seen: usual, templates: made({ schedule: off }) };
    for (const who of ['lead', 'chef-omsorg', 'owner', 'digitek'])
      expect(await editStepTemplates(deps, actor(who), given)).toMatchObject({
        refusal: { type: 'notAllowed' },
      });
    expect(await set(deps, made({ benefitClarification: off }))).toMatchObject({
      refusal: { type: 'keptStep', code: 'benefitClarification', why: 'gate' },
    });
    expect(stepTemplatesIn(deps.stores)).toEqual(usual);
  });

  it('are followed where it says what is to be done, and what is said is kept', async () => {
    const deps = aWorld();
    const at = { projectId: 'p1', code: 'schedule' } as const;
    const due = '2026-11-02';
    await tickStep(deps, actor('lead'), { ...at, due, responsibleId: 'owner' });
    expect(tasksOf(deps, 'owner')).toEqual([['schedule', '']]);
    expect(projectPage(deps, actor('lead'), 'p1')?.reports.lateSteps).toBe(1);
    await set(deps, made({ schedule: off, investigationOwn: own }));
    expect(tasksOf(deps, 'owner')).toEqual([]);
    expect(projectPage(deps, actor('lead'), 'p1')?.reports.lateSteps).toBe(0);
    expect(await nudge(deps, actor('lead'), 'p1', 'schedule')).toEqual({ type: 'nobody' });
    expect(await tickStep(deps, actor('lead'), { ...at, done: true })).toMatchObject({
      refusal: { type: 'notAsked' },
    });
    const page = projectPage(deps, actor('lead'), 'p1');
    expect(page?.steps.find(({ code }) => code === 'schedule')).toMatchObject({ due });

    const mine = { projectId: 'p1', code: 'investigationOwn' } as const;
    await tickStep(deps, actor('lead'), { ...mine, responsibleId: 'owner', due: '2026-12-01' });
    expect(tasksOf(deps, 'owner')).toEqual([['investigationOwn', own.name]]);
    const gateLacks = projectPage(deps, actor('lead'), 'p1')?.missing ?? [];
    expect(JSON.stringify(gateLacks)).not.toContain('"investigationOwn"');
    expect(await tickStep(deps, actor('lead'), { ...mine, done: true })).toMatchObject({
      ok: true,
    });

    await set(deps, usual, stepTemplatesIn(deps.stores));
    expect(await tickStep(deps, actor('lead'), { ...mine, done: false })).toMatchObject({
      refusal: { type: 'notAsked' },
    });
    expect(tasksOf(deps, 'owner')).toEqual([['schedule', '']]);
  });

  it('lose nothing when two consultants save on two servers at once', async () => {
    const deps = aWorld();
    const other: Deps = {
      ...deps,
      stores: { ...deps.stores, settings: behind<never>(deps.stores.settings as never) },
    };
    const ways = [
      made({ schedule: { ...usualStep, name: 'Plan' } }),
      made({ investigationOwn: own }),
      made({ operatingOrganisation: off }),
      made({ trialOwn: { ...usualStep, name: 'Fotos' } }),
    ];
    const saved = await Promise.all(
      ways.map((templates, place) => set(place % 2 ? other : deps, templates)),
    );
    expect(saved.map(({ ok }) => ok)).toEqual(ways.map(() => true));
    await deps.stores.settings.read('stepTemplates');
    const all = Object.assign({}, ...ways.map(({ steps }) => steps));
    expect(stepTemplatesIn(deps.stores).steps).toEqual(all);
    const second = made({ schedule: { ...usualStep, name: 'Tid' } });
    expect(await set(deps, second)).toMatchObject({ refusal: { type: 'changed' } });
    expect(stepTemplatesIn(deps.stores).steps.schedule?.name).toBe('Plan');
  });

  it('say who changed what, and one change is taken back by itself', async () => {
    const deps = aWorld();
    await set(deps, made({ schedule: off }));
    const then = stepTemplatesIn(deps.stores);
    await set(deps, made({ ...then.steps, investigationOwn: own }), then);
    await deps.settle();
    const changes = await stepTemplateChanges(deps);
    expect(changes.map(({ byName, after }) => [byName, Object.keys(after.steps)])).toEqual([
      [actor('consultant').name, ['schedule', 'investigationOwn']],
      [actor('consultant').name, ['schedule']],
    ]);
    const first = changes[1];
    if (!first) throw new Error('the first change is not told');
    expect(await set(deps, first.before, first.after)).toMatchObject({ ok: true });
    expect(stepTemplatesIn(deps.stores).steps).toEqual({ investigationOwn: own });
  });

  it('are as usual where the list says what nobody can read', () => {
    const deps = aWorld();
    deps.stores.settings.put({ id: 'stepTemplates', value: '{"steps":1}', lastChange: null });
    expect(stepTemplatesIn(deps.stores)).toEqual(usual);
  });
});
