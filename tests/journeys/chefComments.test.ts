import { describe, expect, it } from 'vitest';
import { type ChefStep, chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import type { ChefGiven } from '#shared/domain/chefComments/rules.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { Project } from '#shared/domain/project.ts';
import { chefCommentIn } from '#shared/useCases/checklist/chefCommentsHeld.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { chefCommentViewOf } from '#shared/useCases/chefComments/chefComments.ts';
import {
  type ChefCommentResult,
  moveChefComment,
} from '#shared/useCases/chefComments/moveChefComment.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { waitsIn } from '#shared/useCases/pages/board.ts';
import { ideaStandingsOf } from '#shared/useCases/pages/ideaStandings.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aReadyProject, aWorld } from '../builders/portfolio.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const step: ChefStep = 'ideaChef';
const id = chefCommentIdOf('p1', step);
const chef = 'chef-omsorg';

/** A project that lacks nothing but its chef's comment and the pool. */
const aWorldBefore = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate1', { shares: [], ...more });
  deps.stores.steps.rows.delete(id);
  return deps;
};

const did = async (deps: TestDeps, by: string, given: ChefGiven): Promise<ChefCommentResult> => {
  const result = await moveChefComment(deps, actor(by), id, given);
  await deps.settle();
  return result;
};

const nowIn = (deps: TestDeps) => chefCommentIn(deps.stores, 'p1', step);
const projectIn = (deps: TestDeps) => deps.stores.projects.get('p1')?.value;
const seen = (deps: TestDeps) => ({
  ask: nowIn(deps).ask?.seq ?? 0,
  revision: nowIn(deps).revision,
  ore: projectIn(deps)?.askOre ?? null,
});
const asked = (deps: TestDeps) =>
  did(deps, 'lead', { type: 'asked', revision: nowIn(deps).revision });
const chosen = (deps: TestDeps, choice: 'own' | 'common' | 'several', comment = '') =>
  did(deps, chef, { type: 'chosen', ...seen(deps), choice, comment });
const gate = (deps: TestDeps) =>
  sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
const isDone = (deps: TestDeps): boolean => stepsByCode(deps.stores, 'p1').get(step)?.done === true;
const kindsOf = (deps: TestDeps): readonly string[] =>
  deps.stores.chefComments.all().map(({ value }) => value.kind);
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);
const at = async (deps: TestDeps, moment: string): Promise<void> => {
  deps.clock.at = moment;
  for (let round = 0; round < 3; round += 1) {
    await tellByClock(deps);
    await deps.settle();
  }
};
const edited = async (deps: TestDeps, changes: Partial<Project>): Promise<void> => {
  const revision = deps.stores.projects.get('p1')?.etag ?? '';
  const result = await editProject(deps, actor('lead'), { id: 'p1', revision, changes });
  if (!result.ok) throw new Error(result.refusal.type);
  await deps.settle();
};

describe('from the question to the gate', () => {
  it('asks, is answered with a pool, and that pool is asked for the money', async () => {
    const deps = aWorldBefore();
    expect(await gate(deps)).toMatchObject({ ok: false, refusal: { type: 'notReady' } });
    await asked(deps);
    expect(mattersWaitingFor(deps, chef).map(({ type }) => type)).toEqual(['chefComment']);
    expect(isDone(deps)).toBe(false);
    await chosen(deps, 'own', 'God idé.');
    expect(projectIn(deps)?.shares).toEqual([{ pool: 'area:omsorg', ore: 85_000_00 }]);
    expect(stepsByCode(deps.stores, 'p1').get(step)).toMatchObject({
      ...{ done: true, doneByName: 'Chef, Omsorg', note: 'God idé.' },
    });
    expect(mattersWaitingFor(deps, chef)).toEqual([]);
    expect(told(deps)).toEqual([
      ['chefAsk', chef],
      ['chefTold', 'lead'],
    ]);
    const sent = await gate(deps);
    expect(sent).toMatchObject({ ok: true, value: { decider: { type: 'chef' } } });
  });

  it('shows on the board, and to whoever gave the idea, that it waits for the chef', async () => {
    const deps = aWorldBefore({ createdById: 'stranger' });
    const waits = () =>
      waitsIn(deps, deps.stores.projects.get('p1')?.value ?? aReadyProject('gate1'));
    const where = () => ideaStandingsOf(deps, 'stranger')[0]?.where;
    expect(waits().waitingFor).toMatchObject({ type: 'missing' });
    await asked(deps);
    expect(waits().waitingFor).toMatchObject({ type: 'somebody', whom: 'Chef, Omsorg' });
    expect(where()).toMatchObject({ type: 'asked', asked: { type: 'chef', gate: 'gate1' } });
    await chosen(deps, 'own');
    expect(waits().waitingFor).toEqual({ type: 'missing', gate: 'gate1', count: 0 });
    expect(where()).toMatchObject({ type: 'underway' });
    await gate(deps);
    expect(where()).toMatchObject({ type: 'asked', asked: { type: 'gate' } });
  });

  it('sends it to the chefgruppe when the chef says the common pool', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await chosen(deps, 'common');
    expect(await gate(deps)).toMatchObject({
      ok: true,
      value: { decider: { type: 'chefgruppe' } },
    });
  });

  it('waits for the shares when several pay', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await chosen(deps, 'several', 'Sundhed er også med.');
    expect(projectIn(deps)?.shares).toEqual([]);
    expect([isDone(deps), (await gate(deps)).ok]).toEqual([false, false]);
    await edited(deps, {
      shares: [
        { pool: 'area:omsorg', ore: 45_000_00 },
        { pool: 'area:sundhed', ore: 40_000_00 },
      ],
    });
    expect(isDone(deps)).toBe(true);
    expect(await gate(deps)).toMatchObject({ ok: true, value: { decider: { type: 'chefs' } } });
  });

  it('does not let another pool pay than the one the chef chose', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await chosen(deps, 'common');
    await edited(deps, { shares: [{ pool: 'area:omsorg', ore: 85_000_00 }] });
    expect(isDone(deps)).toBe(false);
    expect(await gate(deps)).toMatchObject({
      refusal: { type: 'notReady', missing: [{ type: 'step', code: step }] },
    });
    // What followed from the choice is not written over what people have changed since.
    await sweep(beside(deps), 'start');
    await at(deps, '2026-11-24T09:00:00Z');
    expect(projectIn(deps)?.shares).toEqual([{ pool: 'area:omsorg', ore: 85_000_00 }]);
    await asked(deps);
    await chosen(deps, 'own');
    expect((await gate(deps)).ok).toBe(true);
  });

  it('does not write an old choice over what people have changed, on a server that has just begun', async () => {
    const shares = [{ pool: 'area:omsorg', ore: 85_000_00 }] as const;
    const deps = aWorldBefore({ shares });
    await asked(deps);
    const stale = { type: 'chosen', ...seen(deps), choice: 'common', comment: '' } as const;
    // Nothing to change: the project said so already.
    await chosen(deps, 'own');
    await edited(deps, { shares: [{ pool: 'common', ore: 85_000_00 }] });
    // It remembers nothing of what the history holds.
    const begun = { ...beside(deps), stores: { ...deps.stores } };
    expect(await did(begun, chef, stale)).toMatchObject({ refusal: { type: 'movedOn' } });
    expect(projectIn(deps)?.shares).toEqual([{ pool: 'common', ore: 85_000_00 }]);
  });

  it('lets the chef choose again until the gate is sent', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await chosen(deps, 'own');
    await chosen(deps, 'common');
    expect(projectIn(deps)?.shares).toEqual([{ pool: 'common', ore: 85_000_00 }]);
    await chosen(deps, 'own');
    expect(projectIn(deps)?.shares).toEqual([{ pool: 'area:omsorg', ore: 85_000_00 }]);
    expect(kindsOf(deps)).toEqual(['asked', 'chosen', 'chosen', 'chosen']);
    await gate(deps);
    expect(await chosen(deps, 'common')).toMatchObject({ refusal: { type: 'gateSent' } });
    expect(mattersWaitingFor(deps, chef).map(({ type }) => type)).toEqual(['request']);
  });

  it('writes every step into the project’s history, and the chain holds', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await chosen(deps, 'own');
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.map(({ kind, byName }) => [kind, byName]).sort()).toEqual([
      ['chefComment', 'Chef, Omsorg'],
      ['chefComment', 'Projektleder, DigiTek'],
      ['edited', 'Chef, Omsorg'],
    ]);
  });
});

describe('the clock', () => {
  it('nudges, and past the deadline waits for the pool alone and tells the lead, once each', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await at(deps, '2026-11-25T07:59:00Z');
    expect(told(deps)).toEqual([['chefAsk', chef]]);
    await at(deps, '2026-11-25T08:00:00Z');
    await at(deps, '2026-11-25T15:00:00Z');
    await at(deps, '2026-12-25T15:00:00Z');
    expect(told(deps)).toEqual([
      ['chefAsk', chef],
      ['chefNudge', chef],
      ['chefOverdue', 'lead'],
    ]);
    expect(kindsOf(deps)).toEqual(['asked', 'passed']);
    expect([isDone(deps), mattersWaitingFor(deps, chef).length]).toEqual([false, 1]);
    expect((await chosen(deps, 'own')).type).toBe('done');
    expect((await gate(deps)).ok).toBe(true);
  });

  it('lets the gate be sent without a word, where it asks for nothing', async () => {
    const deps = aWorldBefore({ askOre: 0 });
    await asked(deps);
    expect((await gate(deps)).ok).toBe(false);
    await at(deps, '2026-11-25T15:00:00Z');
    expect(mattersWaitingFor(deps, chef)).toEqual([]);
    expect(told(deps).map(([kind]) => kind)).toEqual(['chefAsk']);
    const later = await did(deps, chef, { type: 'commented', ...seen(deps), comment: 'Godt.' });
    expect(later.type).toBe('done');
    expect((await gate(deps)).ok).toBe(true);
  });

  it('asks whoever is chef of the lead area now', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { leadArea: 'social' });
    await at(deps, '2026-11-23T12:00:00Z');
    expect(mattersWaitingFor(deps, 'chef-social')).toHaveLength(1);
    expect(mattersWaitingFor(deps, chef)).toEqual([]);
    expect(await chosen(deps, 'own')).toMatchObject({ refusal: { type: 'notYours' } });
  });

  it('comes to rest', async () => {
    const deps = aWorldBefore();
    const teams = new FakeTeams();
    await asked(deps);
    await chosen(deps, 'own');
    for (let round = 0; round < 20; round += 1) {
      await tellByClock(deps);
      await deliver(deps, teams);
      await deps.settle();
    }
    expect([await tellByClock(deps), await deliver(deps, teams)]).toEqual([0, 0]);
  });
});

describe('two at once', () => {
  it('choose on two servers: one is stored, the other hears it, and the project says that one', async () => {
    const first = aWorldBefore();
    const second = beside(first);
    await asked(first);
    const given = { type: 'chosen', ...seen(first), comment: '' } as const;
    const both = await Promise.all([
      moveChefComment(first, actor(chef), id, { ...given, choice: 'own' }),
      moveChefComment(second, actor(chef), id, { ...given, choice: 'common' }),
    ]);
    await Promise.all([first.settle(), second.settle()]);
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    const payer = nowIn(first).word?.payer;
    expect(projectIn(first)?.shares).toEqual([{ pool: payer, ore: 85_000_00 }]);
  });

  it('take a press that is delivered three times for one', async () => {
    const first = aWorldBefore();
    const second = beside(first);
    await asked(first);
    const given = { type: 'chosen', ...seen(first), choice: 'own', comment: '' } as const;
    await Promise.all([first, second, first].map((deps) => did(deps, chef, given)));
    expect(kindsOf(first)).toEqual(['asked', 'chosen']);
    expect(told(first).filter(([kind]) => kind === 'chefTold')).toHaveLength(1);
    const { entries } = await historyOf(first, 'p1');
    expect(entries.filter(({ kind }) => kind === 'edited')).toHaveLength(1);
  });

  it('ask, and see the deadline: each once', async () => {
    const first = aWorldBefore();
    const second = beside(first);
    await Promise.all([first, second].map((deps) => asked(deps)));
    await Promise.all([first, second].map((deps) => at(deps, '2026-11-25T15:00:00Z')));
    expect(kindsOf(first)).toEqual(['asked', 'passed']);
    expect(told(first).map(([kind]) => kind)).toEqual(['chefAsk', 'chefOverdue']);
  });
});

describe('killed at any write', () => {
  const plays: readonly (readonly [string, (deps: TestDeps) => Promise<unknown>])[] = [
    ['asking', (deps) => asked(deps)],
    [
      'choosing',
      async (deps) => {
        await asked(deps);
        await did(deps, chef, {
          ...{ type: 'chosen', ask: 1, revision: 1, ore: 85_000_00, choice: 'own', comment: '' },
        });
      },
    ],
    [
      'the deadline',
      async (deps) => {
        // Asked once: past the deadline it might be asked anew.
        if (nowIn(deps).revision === 0) await asked(deps);
        await at(deps, '2026-11-25T15:00:00Z');
      },
    ],
  ];

  const stateOf = (deps: TestDeps) => ({
    events: kindsOf(deps),
    messages: [...told(deps)].sort(),
    shares: projectIn(deps)?.shares,
    done: isDone(deps),
  });

  it.each(plays)('%s comes to the same after the sweep and one more press', (_, play) =>
    expectSameAfterKills({ world: () => aWorldBefore(), play, stateOf, kind: 'chefComment' }),
  );

  it('between the choice and the project: the sweep writes the pool', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    const given = { ask: 1, revision: 1, ore: 85_000_00, choice: 'own', comment: '' } as const;
    // The row that is the choice is stored, and nothing after it.
    deps.writes.failAfter = deps.writes.count;
    await did(deps, chef, { type: 'chosen', ...given }).catch(() => undefined);
    deps.writes.failAfter = Number.POSITIVE_INFINITY;
    expect([kindsOf(deps).at(-1), projectIn(deps)?.shares]).toEqual(['chosen', []]);
    const next = beside(deps);
    await sweep(next, 'start');
    await next.settle();
    expect(projectIn(next)?.shares).toEqual([{ pool: 'area:omsorg', ore: 85_000_00 }]);
  });
});

describe('the step itself', () => {
  const tick = (deps: TestDeps, by: string, done: boolean, note = '') =>
    tickStep(deps, actor(by), {
      ...{ projectId: 'p1', code: step, done, note, link: '', version: '', minutes: null },
      ...{ responsible: '', due: null },
    });

  it('is ticked by the chef, written down by the team with how, and unticked by both', async () => {
    const deps = aWorldBefore({ shares: [{ pool: 'area:omsorg', ore: 85_000_00 }] });
    expect((await tick(deps, 'consultant', true)).ok).toBe(false);
    expect((await tick(deps, 'owner', true, 'Sagt af chefen')).ok).toBe(false);
    expect((await tick(deps, 'consultant', true, 'Sagt på mødet')).ok).toBe(true);
    expect(isDone(deps)).toBe(true);
    expect((await tick(deps, 'consultant', false)).ok).toBe(true);
    expect((await tick(deps, chef, true)).ok).toBe(true);
    expect((await tick(deps, chef, true)).ok).toBe(true);
    expect((await tick(deps, chef, false)).ok).toBe(true);
    await deps.settle();
    expect(isDone(deps)).toBe(false);
    expect(kindsOf(deps)).toEqual(['noted', 'withdrawn', 'chosen', 'withdrawn']);
  });

  it('that was ticked before comments had events stays done, and may be unticked', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    expect(isDone(deps)).toBe(true);
    expect((await tick(deps, chef, false)).ok).toBe(true);
    await deps.settle();
    expect([isDone(deps), kindsOf(deps)]).toEqual([false, []]);
  });
});

describe('an id that names nothing', () => {
  it('is unknown', async () => {
    const deps = aWorldBefore();
    for (const other of ['p9:ideaChef', 'p1:ideaOwner', 'x'])
      expect(
        await moveChefComment(deps, actor('lead'), other, { type: 'asked', revision: 0 }),
      ).toEqual({ type: 'unknown' });
    expect(chefCommentViewOf(deps, 'p9:ideaChef')).toBeUndefined();
    expect(deps.writes.count).toBe(0);
  });
});
