import { describe, expect, it } from 'vitest';
import { type ApprovalStep, approvalIdOf } from '#shared/domain/approvals/approval.ts';
import type { ApprovalGiven } from '#shared/domain/approvals/rules.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { Project } from '#shared/domain/project.ts';
import { approvalsWaitingFor, approvalViewOf } from '#shared/useCases/approvals/approvals.ts';
import { type ApprovalResult, moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { approvalIn } from '#shared/useCases/checklist/approvalsHeld.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const step: ApprovalStep = 'ideaOwner';
const id = approvalIdOf('p1', step);

/** A project that lacks nothing but its owner's approval. */
const aWorldBefore = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  deps.stores.steps.rows.delete(id);
  return deps;
};

const did = async (deps: TestDeps, by: string, given: ApprovalGiven): Promise<ApprovalResult> => {
  const result = await moveApproval(deps, actor(by), id, given);
  await deps.settle();
  return result;
};

const seqOf = (deps: TestDeps): number => approvalIn(deps.stores, 'p1', step).ask?.seq ?? 0;
const asked = (deps: TestDeps) =>
  did(deps, 'lead', { type: 'asked', revision: approvalIn(deps.stores, 'p1', step).revision });
const said = (deps: TestDeps, type: 'approved' | 'sentBack' | 'question', comment = '') =>
  did(deps, 'owner', { type, ask: seqOf(deps), comment });

const paper = async (deps: TestDeps, version: string): Promise<void> => {
  const known = deps.stores.steps.get('p1:ideaDescription')?.value;
  await tickStep(deps, actor('lead'), {
    ...{ projectId: 'p1', code: 'ideaDescription', done: true, version, minutes: 3 },
    ...{ link: known?.link ?? '', responsible: '', due: null, note: '' },
  });
  await deps.settle();
};

const isDone = (deps: TestDeps): boolean => stepsByCode(deps.stores, 'p1').get(step)?.done === true;
const kindsOf = (deps: TestDeps): readonly string[] =>
  deps.stores.approvals.all().map(({ value }) => value.kind);
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);

describe('from the question to the gate', () => {
  it('asks, is approved, and lets the gate be asked for', async () => {
    const deps = aWorldBefore();
    const gate = () => sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
    expect(await gate()).toMatchObject({ ok: false, refusal: { type: 'notReady' } });
    await asked(deps);
    expect(mattersWaitingFor(deps, 'owner').map(({ type }) => type)).toEqual(['approval']);
    expect(isDone(deps)).toBe(false);
    await said(deps, 'approved', 'Godt.');
    expect(isDone(deps)).toBe(true);
    expect(stepsByCode(deps.stores, 'p1').get(step)).toMatchObject({
      ...{ doneByName: 'Leder, nattevagten', note: 'Godt.' },
    });
    expect(mattersWaitingFor(deps, 'owner')).toEqual([]);
    expect(told(deps)).toEqual([
      ['approvalAsk', 'owner'],
      ['approvalTold', 'lead'],
    ]);
    expect((await gate()).ok).toBe(true);
  });

  it('goes to the lead when it is sent back, and to the owner again with the next version', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await said(deps, 'sentBack', 'Skriv det ind.');
    expect(isDone(deps)).toBe(false);
    await paper(deps, 'version 4');
    expect(kindsOf(deps)).toEqual(['asked', 'sentBack', 'asked']);
    expect(told(deps).filter(([kind]) => kind === 'approvalAsk')).toHaveLength(2);
    await said(deps, 'approved');
    expect(isDone(deps)).toBe(true);
  });

  it('brings a question to the lead, and the reply to the owner', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await said(deps, 'question', 'Hvem passer den?');
    expect(approvalsWaitingFor(deps, 'lead')).toHaveLength(1);
    await did(deps, 'lead', { type: 'reply', question: 2, comment: 'Aftenvagten.' });
    expect(approvalsWaitingFor(deps, 'lead')).toEqual([]);
    expect(told(deps)).toEqual([
      ['approvalAsk', 'owner'],
      ['approvalQuestion', 'lead'],
      ['approvalReply', 'owner'],
    ]);
  });

  it('writes every step into the project’s history, and the chain holds', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    await said(deps, 'approved');
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['approval', 'Projektleder, DigiTek'],
      ['approval', 'Leder, nattevagten'],
    ]);
  });
});

describe('a paper that changes after the yes', () => {
  const approvedWorld = async (): Promise<TestDeps> => {
    const deps = aWorldBefore();
    await asked(deps);
    await said(deps, 'approved');
    return deps;
  };

  it('by a new version voids it, and asks the owner once', async () => {
    const deps = await approvedWorld();
    await paper(deps, 'version 9');
    expect(isDone(deps)).toBe(false);
    expect(kindsOf(deps)).toEqual(['asked', 'approved', 'asked']);
    await paper(deps, 'version 10');
    expect(told(deps).filter(([kind]) => kind === 'approvalAsk')).toHaveLength(2);
    expect(seqOf(deps)).toBe(4);
  });

  it('by a figure on the project voids it too', async () => {
    const deps = await approvedWorld();
    const row = deps.stores.projects.get('p1');
    await editProject(deps, actor('lead'), {
      ...{ id: 'p1', revision: row?.etag ?? '', changes: { riskCategory: 4 } },
    });
    await deps.settle();
    expect(isDone(deps)).toBe(false);
    expect(kindsOf(deps).at(-1)).toBe('asked');
  });

  it('by hand in SharePoint is seen by the clock', async () => {
    const deps = await approvedWorld();
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { purpose: 'Noget helt andet.' });
    expect(isDone(deps)).toBe(false);
    await tellByClock(deps);
    await deps.settle();
    expect(kindsOf(deps).at(-1)).toBe('asked');
    expect(await tellByClock(deps)).toBe(0);
  });

  it('asks nobody while the gate is being decided', async () => {
    const deps = await approvedWorld();
    await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
    await paper(deps, 'version 9');
    await tellByClock(deps);
    expect(kindsOf(deps)).toEqual(['asked', 'approved']);
  });

  it('goes to whoever owns the project now', async () => {
    const deps = await approvedWorld();
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { ownerId: 'direktor', ownerName: 'Direktør' });
    await tellByClock(deps);
    await deps.settle();
    expect(mattersWaitingFor(deps, 'direktor')).toHaveLength(1);
    expect(mattersWaitingFor(deps, 'owner')).toEqual([]);
  });
});

describe('the clock', () => {
  it('nudges on the morning of the day, and tells the lead when it has passed, once each', async () => {
    const deps = aWorldBefore();
    await asked(deps);
    const at = async (moment: string): Promise<number> => {
      deps.clock.at = moment;
      const count = await tellByClock(deps);
      await deps.settle();
      return count + (await tellByClock(deps)) * 100;
    };
    expect(await at('2026-11-25T07:59:00Z')).toBe(0);
    expect(await at('2026-11-25T08:00:00Z')).toBe(1);
    expect(await at('2026-11-25T15:00:00Z')).toBe(1);
    expect(await at('2026-12-25T15:00:00Z')).toBe(0);
    expect(told(deps)).toEqual([
      ['approvalAsk', 'owner'],
      ['approvalNudge', 'owner'],
      ['approvalOverdue', 'lead'],
    ]);
    expect((await said(deps, 'approved')).type).toBe('done');
  });

  it('comes to rest: what was dropped unsent is not called for again', async () => {
    const deps = aWorldBefore();
    const teams = new FakeTeams();
    await asked(deps);
    await said(deps, 'approved');
    await paper(deps, 'version 9');
    for (let round = 0; round < 20; round += 1) {
      await tellByClock(deps);
      await deliver(deps, teams);
      await deps.settle();
    }
    expect(await tellByClock(deps)).toBe(0);
    expect(await deliver(deps, teams)).toBe(0);
  });
});

describe('two at once', () => {
  it('presses on two servers: one is stored, and the other hears how it went', async () => {
    const first = aWorldBefore();
    const second = beside(first);
    await asked(first);
    const ask = seqOf(first);
    const both = await Promise.all([
      moveApproval(first, actor('owner'), id, { type: 'approved', ask, comment: '' }),
      moveApproval(second, actor('owner'), id, { type: 'sentBack', ask, comment: 'Ret det' }),
    ]);
    await Promise.all([first.settle(), second.settle()]);
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    expect(first.stores.approvals.all()).toHaveLength(2);
  });

  it('takes a press that is delivered twice for one, on both servers', async () => {
    const first = aWorldBefore();
    const second = beside(first);
    await asked(first);
    const given = { type: 'approved', ask: seqOf(first), comment: '' } as const;
    const both = await Promise.all([first, second, first].map((deps) => did(deps, 'owner', given)));
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'repeated', 'repeated']);
    expect(told(first).filter(([kind]) => kind === 'approvalTold')).toHaveLength(1);
  });

  it('asks once, however many ask and see the change at the same time', async () => {
    const first = aWorldBefore();
    const second = beside(first);
    await Promise.all([first, second].map((deps) => asked(deps)));
    await said(first, 'approved');
    const row = first.stores.projects.get('p1');
    if (row) await first.stores.projects.update(row, { askOre: 90_000_00 });
    await Promise.all([first, second].map((deps) => tellByClock(deps)));
    await Promise.all([first.settle(), second.settle()]);
    expect(kindsOf(first)).toEqual(['asked', 'approved', 'asked']);
    expect(told(first).filter(([kind]) => kind === 'approvalAsk')).toHaveLength(2);
  });
});

describe('a server that is behind', () => {
  it('does not ask about the paper as it was, and takes no yes to it', async () => {
    const first = aWorldBefore();
    await asked(first);
    const { projects, steps } = first.stores;
    const slow: Deps = {
      ...beside(first),
      stores: {
        ...first.stores,
        projects: behind(projects),
        steps: behind(steps),
      },
    };
    await paper(first, 'version 9');
    expect(kindsOf(first)).toEqual(['asked', 'asked']);
    expect(await tellByClock(slow)).toBe(0);
    expect(kindsOf(first)).toEqual(['asked', 'asked']);
    const late = await moveApproval(slow, actor('owner'), id, {
      ...{ type: 'approved', ask: 1, comment: '' },
    });
    expect(late).toMatchObject({ type: 'refused', refusal: { type: 'changed' } });
  });
});

describe('killed at any write', () => {
  const plays: readonly (readonly [string, (deps: TestDeps) => Promise<unknown>])[] = [
    ['asking', (deps) => asked(deps)],
    [
      'approving',
      async (deps) => {
        await asked(deps);
        await said(deps, 'approved');
      },
    ],
    [
      'a new version',
      async (deps) => {
        await asked(deps);
        // The very press, delivered once more.
        await did(deps, 'owner', { type: 'approved', ask: 1, comment: '' });
        await paper(deps, 'version 9');
      },
    ],
  ];

  const stateOf = (deps: TestDeps) => ({
    events: kindsOf(deps),
    messages: [...told(deps)].sort(),
    done: isDone(deps),
  });

  it.each(plays)('%s comes to the same after the sweep and one more press', (_, play) =>
    expectSameAfterKills({ world: () => aWorldBefore(), play, stateOf, kind: 'approval' }),
  );
});

describe('the step itself', () => {
  const tick = (deps: TestDeps, by: string, done: boolean, note = '') =>
    tickStep(deps, actor(by), {
      ...{ projectId: 'p1', code: step, done, note, link: '', version: '', minutes: null },
      ...{ responsible: '', due: null },
    });

  it('is ticked by the owner, written down by the team with how, and unticked by both', async () => {
    const deps = aWorldBefore();
    expect((await tick(deps, 'consultant', true)).ok).toBe(false);
    expect((await tick(deps, 'consultant', true, 'Sagt på mødet')).ok).toBe(true);
    expect(isDone(deps)).toBe(true);
    expect((await tick(deps, 'consultant', false)).ok).toBe(true);
    expect((await tick(deps, 'owner', true)).ok).toBe(true);
    expect((await tick(deps, 'owner', true)).ok).toBe(true);
    expect((await tick(deps, 'owner', false)).ok).toBe(true);
    await deps.settle();
    expect(isDone(deps)).toBe(false);
    expect(kindsOf(deps)).toEqual(['noted', 'withdrawn', 'approved', 'withdrawn']);
  });

  it('that was ticked before approvals had events stays done, and may be unticked', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    expect(isDone(deps)).toBe(true);
    expect((await tick(deps, 'owner', false)).ok).toBe(true);
    await deps.settle();
    expect(isDone(deps)).toBe(false);
    expect(kindsOf(deps)).toEqual([]);
  });
});

describe('an id that names nothing', () => {
  it('is unknown', async () => {
    const deps = aWorldBefore();
    for (const other of ['p9:ideaOwner', 'p1:ideaChef', 'x'])
      expect(
        await moveApproval(deps, actor('lead'), other, { type: 'asked', revision: 0 }),
      ).toEqual({ type: 'unknown' });
    expect(approvalViewOf(deps, 'p9:ideaOwner')).toBeUndefined();
    expect(deps.writes.count).toBe(0);
  });
});
