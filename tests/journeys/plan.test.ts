import { describe, expect, it } from 'vitest';
import { columnsOf, plannedIn } from '#shared/domain/plan/planned.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import { blankStep, type Step, type StepCode } from '#shared/domain/steps.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { planOf, planThen } from '#shared/useCases/pages/planPage.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { declinePlan, proposePlan } from '#shared/useCases/plan/proposePlan.ts';
import { savePlan } from '#shared/useCases/plan/savePlan.ts';
import { milestoneText } from '#shared/words/plan/page.ts';
import { historyText } from '#shared/words/screens/history.ts';
import { aPlan } from '../builders/plan.ts';
import { actor, aReadyProject, furnish } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

/* The plan is saved by two people at once, cut off, proposed, and looked back on. */

const was = aPlan('2027-01', '2027-03', 60);
const later = aPlan('2027-04', '2027-06', 60);

const projectIn = (id: string, more: Partial<Project> = {}): Project =>
  aReadyProject('gate1', {
    ...{ id, title: `Projekt ${id}`, createdAt: '2026-09-01T08:00:00Z' },
    ...columnsOf(was),
    ...more,
  });

const aWorldOf = (...ids: readonly string[]): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(...ids.map((id) => projectIn(id)));
  return deps;
};

const saveBy = (deps: TestDeps, who: string, ...moved: readonly string[]) =>
  savePlan(
    deps,
    actor(who),
    { moves: moved.map((id) => ({ id, seen: was, to: later })), added: [] },
    'Fordi det skal',
  );

const standing = (deps: TestDeps, id: string) => {
  const project = deps.stores.projects.get(id)?.value;
  return project && plannedIn(project);
};

const planLines = async (deps: TestDeps, id: string) =>
  (await historyOf(deps, id)).entries.filter(({ kind }) => kind === 'planned');

describe('milestones in the plan (P31)', () => {
  const dated = (projectId: string, code: StepCode, due: string | null, done = false): Step => ({
    ...blankStep(projectId, code),
    ...{ due, done },
  });

  it('are the steps with a day that are milestones, the first day first', () => {
    const deps = aWorldOf('a', 'b');
    deps.stores.steps.put(
      dated('a', 'evaluation', '2027-03-12'),
      dated('a', 'trialStart', '2027-01-08', true),
      dated('a', 'limitedTrial', '2027-02-01'),
      dated('a', 'agreements', null),
    );
    const rows = new Map(planOf(deps).rows.map((row) => [row.id, row]));
    expect(rows.get('a')?.milestones).toEqual([
      { code: 'trialStart', due: '2027-01-08', done: true },
      { code: 'evaluation', due: '2027-03-12' },
    ]);
    expect(rows.get('b')).not.toHaveProperty('milestones');
  });

  it.each([
    [{ due: '2027-03-12', done: true as const }, 'nået'],
    [{ due: '2026-11-22' }, 'dagen er gået'],
    [{ due: '2026-11-23' }, null],
  ])('say how they stand: %o', (milestone, said) => {
    const text = milestoneText(
      { code: 'evaluation', ...milestone },
      defaultStepTemplates,
      '2026-11-23',
    );
    expect(text).toMatch(said === null ? /^[^,]+$/ : new RegExp(`, ${said}$`));
  });
});

describe('saving the plan', () => {
  it('moves each bar, with a line in the history of each that says who and where to', async () => {
    const deps = aWorldOf('a', 'b');
    expect(await saveBy(deps, 'consultant', 'a', 'b')).toEqual({ ok: true, value: 2 });
    await deps.settle();
    expect([standing(deps, 'a'), standing(deps, 'b')]).toEqual([later, later]);
    const [line, ...more] = await planLines(deps, 'a');
    expect(more).toEqual([]);
    expect(line && historyText(line, { areas: [], made: defaultStepTemplates })).toMatchObject({
      head: 'Planlagt april til juni\u00a02027',
      who: 'Konsulent, DigiTek',
    });
  });

  it('pressed twice is saved once', async () => {
    const deps = aWorldOf('a');
    await saveBy(deps, 'consultant', 'a');
    expect(await saveBy(deps, 'consultant', 'a')).toEqual({ ok: true, value: 0 });
    await deps.settle();
    expect(await planLines(deps, 'a')).toHaveLength(1);
  });

  it('whoever comes second is told, and nothing of theirs is saved', async () => {
    const deps = aWorldOf('a', 'b');
    await saveBy(deps, 'digitek', 'b');
    const elsewhere = aPlan('2027-07', '2027-09', 60);
    const moves = [
      { id: 'a', seen: was, to: elsewhere },
      { id: 'b', seen: was, to: elsewhere },
    ];
    const second = await savePlan(deps, actor('consultant'), { moves, added: [] }, '');
    expect(second).toMatchObject({
      ok: false,
      refusal: { type: 'changed', titles: ['Projekt b'], at: deps.clock.now() },
    });
    expect([standing(deps, 'a'), standing(deps, 'b')]).toEqual([was, later]);
  });

  it('another change of the project meanwhile hinders nobody', async () => {
    const deps = aWorldOf('a');
    const row = deps.stores.projects.get('a');
    if (row) await deps.stores.projects.update(row, { waitsFor: 'IT' });
    expect(await saveBy(deps, 'consultant', 'a')).toMatchObject({ ok: true });
    expect(deps.stores.projects.get('a')?.value).toMatchObject({ waitsFor: 'IT' });
  });

  it('cut off after any write, the same press on another server makes it whole', async () => {
    const whole = aWorldOf('a', 'b', 'c');
    await saveBy(whole, 'consultant', 'a', 'b', 'c');
    await whole.settle();
    const writes = whole.writes.count;
    expect(writes).toBeGreaterThanOrEqual(6);
    for (let write = 0; write < writes; write += 1) {
      const deps = aWorldOf('a', 'b', 'c');
      deps.writes.failAfter = write;
      await saveBy(deps, 'consultant', 'a', 'b', 'c').catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await deps.settle().catch(() => undefined);
      deps.writes.failAfter = Number.POSITIVE_INFINITY;
      const next = beside(deps);
      expect(await saveBy(next, 'consultant', 'a', 'b', 'c')).toMatchObject({ ok: true });
      await next.settle();
      expect(['a', 'b', 'c'].map((id) => standing(next, id))).toEqual([later, later, later]);
    }
  });

  it('a SKAL project becomes a project by the ordinary ways, once, and is planned', async () => {
    const deps = aWorldOf('a');
    const added = {
      ...{ key: 'abcdef0123456789', title: 'EcoKnow', area: 'social', due: '2027-04-01' },
      plan: aPlan('2026-12', '2027-03', 390),
    };
    const save = () =>
      savePlan(deps, actor('consultant'), { moves: [], added: [added] }, 'Ny lov fra april');
    expect(await save()).toEqual({ ok: true, value: 1 });
    expect(await save()).toEqual({ ok: true, value: 0 });
    await deps.settle();
    const project = deps.stores.projects.get('pabcdef0123456789')?.value;
    expect(project).toMatchObject({
      ...{ title: 'EcoKnow', type: 'skal', skalDue: '2027-04-01', leadArea: 'social' },
      ...{ createdBy: 'Konsulent, DigiTek', status: 'raw' },
    });
    expect(standing(deps, 'pabcdef0123456789')).toEqual(added.plan);
    expect(deps.stores.projects.all()).toHaveLength(2);
    const { entries } = await historyOf(deps, 'pabcdef0123456789');
    expect(entries.map(({ kind }) => kind)).toEqual(['created', 'edited', 'planned']);
  });

  it.each([
    ['a chef', 'chef-omsorg'],
    ['the owner', 'owner'],
    ['the director', 'direktor'],
    ['anybody', 'stranger'],
  ])('is not for %s', async (_, who) => {
    const deps = aWorldOf('a');
    expect(await saveBy(deps, who, 'a')).toEqual({ ok: false, refusal: { type: 'notAllowed' } });
    expect(standing(deps, 'a')).toEqual(was);
  });

  it('what is over, what is not there, and what is no span is not planned', async () => {
    const deps = aWorldOf('a');
    deps.stores.projects.put(projectIn('over', { status: 'stopped' }));
    const to = aPlan('2027-05', '2027-04', 10);
    const wrong = { moves: [{ id: 'a', seen: was, to }], added: [] };
    expect(await saveBy(deps, 'consultant', 'over')).toMatchObject({
      refusal: { type: 'over', title: 'Projekt over' },
    });
    expect(await saveBy(deps, 'consultant', 'x')).toMatchObject({ refusal: { type: 'unknown' } });
    expect(await savePlan(deps, actor('digitek'), wrong, '')).toMatchObject({
      refusal: { type: 'notASpan' },
    });
  });
});

describe('whoever owns or leads a project', () => {
  const propose = (deps: TestDeps, who: string) =>
    proposePlan(deps, actor(who), [{ id: 'a', seen: was, to: later }], 'Leverandøren er forsinket');

  const aWorldOwned = (): TestDeps => {
    const deps = aWorldOf();
    deps.stores.projects.put(projectIn('a', { ownerId: 'owner', leadId: 'stranger' }));
    return deps;
  };

  it.each(['owner', 'stranger'])('may propose, and the plan stands: %s', async (who) => {
    const deps = aWorldOwned();
    expect(await propose(deps, who)).toEqual({ ok: true, value: 1 });
    expect(standing(deps, 'a')).toEqual(was);
    const [row] = planOf(deps).rows;
    expect(row?.proposal).toMatchObject({ ...later, why: 'Leverandøren er forsinket' });
    await deps.settle();
    const [line] = await planLines(deps, 'a');
    expect(line && historyText(line, { areas: [], made: defaultStepTemplates })).toMatchObject({
      head: 'Foreslået april til juni\u00a02027',
      words: 'Leverandøren er forsinket',
    });
  });

  it('others may not', async () => {
    expect(await propose(aWorldOwned(), 'direktor')).toMatchObject({
      refusal: { type: 'notAllowed' },
    });
  });

  it('DigiTek takes it by saving it, and it is answered then', async () => {
    const deps = aWorldOwned();
    await propose(deps, 'owner');
    expect(await saveBy(deps, 'consultant', 'a')).toEqual({ ok: true, value: 1 });
    expect(standing(deps, 'a')).toEqual(later);
    expect(deps.stores.projects.get('a')?.value.planProposal).toBeNull();
  });

  it('a plan saved otherwise leaves the proposal to be answered', async () => {
    const deps = aWorldOwned();
    await propose(deps, 'owner');
    const to = aPlan('2027-02', '2027-04', 60);
    const save = { moves: [{ id: 'a', seen: was, to }], added: [] };
    await savePlan(deps, actor('consultant'), save, '');
    expect(deps.stores.projects.get('a')?.value.planProposal).toMatchObject(later);
  });

  it('DigiTek says no, or whoever proposed takes it back; nobody else', async () => {
    for (const [who, stays] of [
      ['digitek', false],
      ['owner', false],
      ['direktor', true],
    ] as const) {
      const deps = aWorldOwned();
      await propose(deps, 'owner');
      const declined = await declinePlan(deps, actor(who), 'a', '');
      expect(declined.ok).toBe(!stays);
      expect(deps.stores.projects.get('a')?.value.planProposal === null).toBe(!stays);
    }
  });
});

describe('the plan as it was at the last kvartalsstatus', () => {
  it('is found out of the projects’ own history, and only what differs is told', async () => {
    const deps = aWorldOf('a', 'b');
    deps.stores.settings.put({
      ...{ id: 'quarterlyStatusDays', value: '["2026-10-07","2027-01-14"]', lastChange: null },
    });
    deps.clock.at = '2026-10-06T09:00:00Z';
    await saveBy(deps, 'consultant', 'b');
    deps.clock.at = '2026-11-23T09:00:00Z';
    await saveBy(deps, 'consultant', 'a');
    await deps.settle();
    expect(await planThen(deps)).toEqual({ day: '2026-10-07', plans: { a: was } });
  });

  it('before the first there is none', async () => {
    expect(await planThen(aWorldOf('a'))).toEqual({ day: null, plans: {} });
  });
});

describe('what the plan is about', () => {
  it('is what is planned, under way, or waits its turn; never the idea bank, what is over or operates', () => {
    const deps = testDeps();
    furnish(deps.stores);
    const blank = (id: string, more: Partial<Project>) =>
      newIdea({ id, title: id, createdAt: '2026-09-01T08:00:00Z', createdBy: 'K', ...more });
    deps.stores.projects.put(
      blank('raw', {}),
      blank('rawPlanned', columnsOf(was)),
      blank('backlog', { status: 'backlog' }),
      blank('active', { status: 'active' }),
      blank('operating', { status: 'operating', phase: 'operation' }),
      blank('stopped', { status: 'stopped', ...columnsOf(was) }),
      // Put there by hand in the list, the wrong way round.
      blank('odd', { status: 'active', planStart: '2027-05-01', planEnd: '2027-01-01' }),
    );
    const { rows } = planOf(deps);
    expect(rows.map(({ id, plan }) => [id, plan !== undefined])).toEqual([
      ['rawPlanned', true],
      ['backlog', false],
      ['active', false],
      ['odd', false],
    ]);
  });
});
