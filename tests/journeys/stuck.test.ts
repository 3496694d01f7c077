import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { defaultSettings, stuckLimitsOf } from '#shared/domain/settings.ts';
import { stuckBefore, stuckOf } from '#shared/domain/stuck.ts';
import { boardOf } from '#shared/useCases/pages/board.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { changeBy } from '#shared/useCases/record/recordHistory.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { replyToQuestion } from '#shared/useCases/requests/replyToQuestion.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { editStuckLimits } from '#shared/useCases/settings/editStuckLimits.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const consultant = actor('consultant');
const limits = stuckLimitsOf(defaultSettings);

const stuckNow = (deps: TestDeps) => boardOf(deps).find(({ id }) => id === 'p1')?.stuck;

const stuckAt = (deps: TestDeps, at: string) => {
  deps.clock.at = at;
  return stuckNow(deps);
};

const asked = async (): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1');
  await sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return deps;
};

describe('the limits of a day', () => {
  const limitsOn = (day: string) => stuckBefore(limits, day, danishCalendar([]));

  it('count working days for a gate and a question, and all days for the rest', () => {
    expect(limitsOn('2026-11-23')).toEqual({
      gate: '2026-11-08T23:00:00Z',
      question: '2026-11-15T23:00:00Z',
      somebody: '2026-11-08T23:00:00Z',
      phase: '2026-07-25T22:00:00Z',
    });
  });

  it('skip public holidays: over Christmas a gate may wait for longer', () => {
    expect(limitsOn('2027-01-04').gate).toBe('2026-12-16T23:00:00Z');
  });

  it('name the first of several that holds: a question stands in the way of its gate', () => {
    const long = { since: '2026-01-01T08:00:00Z' };
    const all = { question: long, gate: long, somebody: long, phase: () => long };
    const found = (...left: readonly (keyof typeof all)[]) =>
      stuckOf(Object.fromEntries(left.map((why) => [why, all[why]])), limitsOn('2026-11-23'))?.why;
    expect(found('phase', 'somebody', 'gate', 'question')).toBe('question');
    expect(found('phase', 'somebody', 'gate')).toBe('gate');
    expect(found('phase', 'somebody')).toBe('somebody');
    expect(found('phase')).toBe('phase');
    expect(found()).toBeUndefined();
  });
});

describe('a gate nobody answers', () => {
  it('sits from its eleventh working day, since it was asked', async () => {
    const deps = await asked();
    expect(stuckAt(deps, '2026-12-07T22:59:00Z')).toBeUndefined();
    expect(stuckAt(deps, '2026-12-07T23:00:00Z')).toEqual({
      why: 'gate',
      since: '2026-11-23T09:14:00Z',
    });
    expect(boardOf(deps)[0]?.waitingFor).toMatchObject({ type: 'gate', pending: ['omsorg'] });
    expect(projectPage(deps, consultant, 'p1')?.stuck?.why).toBe('gate');
  });

  it('does not sit when it has been answered', async () => {
    const deps = await asked();
    deps.clock.at = '2027-01-04T09:00:00Z';
    expect(stuckNow(deps)?.why).toBe('gate');
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'toCommonPool', comment: 'Søg fællespuljen' },
    });
    await deps.settle();
    expect(stuckNow(deps)).toBeUndefined();
  });
});

describe('a question nobody replies to', () => {
  it('sits from its sixth working day and is the lead’s, until it is replied to', async () => {
    const deps = await asked();
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'ask', comment: 'Hvad koster driften?' },
    });
    await deps.settle();
    expect(stuckAt(deps, '2026-11-30T22:59:00Z')).toBeUndefined();
    expect(stuckAt(deps, '2026-11-30T23:00:00Z')).toEqual({
      why: 'question',
      since: '2026-11-23T09:14:00Z',
      whose: 'Projektleder, DigiTek',
    });
    const question = deps.stores.statements.all()[0]?.value.id ?? '';
    await replyToQuestion(deps, actor('lead'), {
      requestId: 'p1-gate1-1',
      question,
      text: 'Det koster 10.000 kr. om året',
    });
    await deps.settle();
    expect(stuckNow(deps)).toBeUndefined();
  });
});

describe('what people have written that it waits for', () => {
  it('sits after its days, but not behind an open gate', async () => {
    const deps = testDeps();
    const waits = { waitsFor: 'Leverandøren', waitsSince: '2026-11-08T09:00:00Z' };
    aWorld(deps, 'gate1', { ...waits, phaseSince: '2026-11-01T08:00:00Z' });
    expect(stuckNow(deps)).toEqual({ why: 'somebody', since: '2026-11-08T09:00:00Z' });
    await sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' });
    await deps.settle();
    expect(stuckNow(deps)).toBeUndefined();
  });
});

describe('a phase without movement', () => {
  const since = '2026-06-01T08:00:00Z';
  const still = (more = {}): TestDeps => {
    const deps = testDeps();
    aWorld(deps, 'gate1', { phaseSince: since, ...more });
    for (const row of deps.stores.steps.all())
      deps.stores.steps.put({ ...row.value, done: false, doneAt: null });
    return deps;
  };

  it('sits after its days, and is the lead’s, else the owner’s', () => {
    expect(stuckNow(still())).toEqual({ why: 'phase', since, whose: 'Projektleder, DigiTek' });
    expect(stuckNow(still({ leadName: '' }))?.whose).toBe('Leder, nattevagten');
    expect(stuckNow(still({ leadName: '', ownerName: '' }))).toEqual({ why: 'phase', since });
  });

  it('begins anew with an edit, a step or a request', async () => {
    const edited = still();
    await editProject(edited, consultant, {
      id: 'p1',
      revision: edited.stores.projects.get('p1')?.etag ?? '',
      changes: { nextStep: 'Workshop' },
    });
    expect(stuckNow(edited)).toBeUndefined();
    const ticked = still();
    const [step] = ticked.stores.steps.all();
    if (step) ticked.stores.steps.put({ ...step.value, done: true, doneAt: ticked.clock.at });
    expect(stuckNow(ticked)).toBeUndefined();
    const sent = testDeps();
    aWorld(sent, 'gate1', { phaseSince: since });
    await sendGateRequest(sent, consultant, { projectId: 'p1', gate: 'gate1' });
    await sent.settle();
    expect(stuckNow(sent)).toBeUndefined();
  });

  it('does not begin anew because it was put in by an import', () => {
    const at = '2026-11-22T08:00:00Z';
    const none = { before: '{}', after: '{}' };
    const lastChange = changeBy(consultant, 'imported', 'p1:imported', at, none);
    expect(stuckNow(still({ lastChange }))).toMatchObject({ why: 'phase', since });
  });

  it.each([
    ['in operation', { phase: 'operation', status: 'operating' }],
    ['in the backlog', { status: 'backlog' }],
    ['stopped', { status: 'stopped' }],
    ['closed', { status: 'closed' }],
  ] as const)('is no matter %s', (_, more) => {
    expect(stuckNow(still(more))).toBeUndefined();
  });
});

describe('the limits', () => {
  const wanted = { ...limits, gate: 3, phase: 60 };
  const edit = (deps: TestDeps, who: string, seen = limits, given = wanted) =>
    editStuckLimits(deps, actor(who), { seen, limits: given });

  it('are the consultant’s to change, with history, and hold at once', async () => {
    const deps = await asked();
    deps.clock.at = '2026-11-30T09:00:00Z';
    expect(stuckNow(deps)).toBeUndefined();
    expect(await edit(deps, 'digitek')).toMatchObject({ refusal: { type: 'notAllowed' } });
    expect(await edit(deps, 'consultant')).toEqual({ ok: true, value: wanted });
    await deps.settle();
    expect(stuckNow(deps)?.why).toBe('gate');
    expect(deps.stores.settings.all().map(({ value }) => [value.id, value.value])).toEqual([
      ['stuckAtGateDays', '3'],
      ['stuckPhaseDays', '60'],
    ]);
    expect(deps.stores.history.where('subject', 'setting:stuckAtGateDays')).toHaveLength(1);
  });

  it('are changed on what was seen, and twice the same is once', async () => {
    const deps = await asked();
    await Promise.all([edit(deps, 'consultant'), edit(deps, 'consultant')]);
    expect(await edit(deps, 'consultant')).toEqual({ ok: true, value: wanted });
    expect(await edit(deps, 'consultant', limits, { ...limits, gate: 9 })).toEqual({
      ok: false,
      refusal: { type: 'changed', current: wanted },
    });
    expect(await edit(deps, 'consultant', wanted, { ...limits, gate: 0 })).toMatchObject({
      refusal: { type: 'notADay' },
    });
    await deps.settle();
  });

  it('are the defaults where a row makes no sense', () => {
    const deps = testDeps();
    deps.stores.settings.put({ id: 'stuckAtGateDays', value: '"ti"', lastChange: null });
    deps.stores.settings.put({ id: 'stuckPhaseDays', value: '-4', lastChange: null });
    expect(stuckLimitsOf(settingsOf(deps.stores))).toEqual(limits);
  });
});
