import { describe, expect, it } from 'vitest';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import type { InterestGiven } from '#shared/domain/interest/rules.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { Project } from '#shared/domain/project.ts';
import { interestIn } from '#shared/useCases/checklist/interestHeld.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { interestViewOf } from '#shared/useCases/interest/interests.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { waitsIn } from '#shared/useCases/pages/board.ts';
import { ideaStandingsOf } from '#shared/useCases/pages/ideaStandings.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { anIdea } from '../builders/idea.ts';
import { ledere } from '../builders/interest.ts';
import { furnish } from '../builders/portfolio.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const id = interestIdOf('p1');
const chef = 'chef-omsorg';
const leder = 'leder-ost';

const anIdeaIn = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.people.put(...ledere);
  deps.stores.projects.put(anIdea(more));
  return deps;
};

const did = async (deps: TestDeps, by: string, given: InterestGiven) => {
  const result = await moveInterest(deps, actorOf(deps, by, by), id, given);
  await deps.settle();
  return result;
};

const nowIn = (deps: TestDeps) => interestIn(deps.stores, 'p1');
const projectIn = (deps: TestDeps) => deps.stores.projects.get('p1')?.value;
const seen = (deps: TestDeps) => ({
  ask: nowIn(deps).ask?.seq ?? 0,
  revision: nowIn(deps).revision,
});
const asked = (deps: TestDeps, askedId: string | null = null) =>
  did(deps, 'digitek', { type: 'asked', revision: nowIn(deps).revision, askedId });
const yes = (deps: TestDeps, priority: 'high' | 'medium' | 'low' = 'high', by = chef) =>
  did(deps, by, { type: 'yes', ...seen(deps), priority, comment: '' });
const declined = (deps: TestDeps, type: 'no' | 'notNow', comment: string) =>
  did(deps, chef, { type, ...seen(deps), comment });
const named = (deps: TestDeps, ownerId: string | null, by = chef) =>
  did(deps, by, { type: 'owner', ...seen(deps), ownerId });
const kindsOf = (deps: TestDeps): readonly string[] =>
  deps.stores.interests.all().map(({ value }) => value.kind);
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);
const stepIn = (deps: TestDeps, code: 'interest' | 'firstPriority' | 'ownerAppointed') =>
  stepsByCode(deps.stores, 'p1').get(code);
const where = (deps: TestDeps) => ideaStandingsOf(deps, 'stranger')[0]?.where;
const at = async (deps: TestDeps, moment: string): Promise<void> => {
  deps.clock.at = moment;
  for (let round = 0; round < 3; round += 1) {
    await tellByClock(deps);
    await deps.settle();
  }
};

describe('from the question to an owner', () => {
  it('is a yes with a priority, then an owner, and everybody hears it', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    expect(mattersWaitingFor(deps, chef).map(({ type }) => type)).toEqual(['interest']);
    await yes(deps);
    expect(projectIn(deps)).toMatchObject({
      ...{ firstPriority: 'high', firstPriorityBy: 'Chef, Omsorg', ownerId: null, status: 'raw' },
    });
    expect(mattersWaitingFor(deps, chef)).toMatchObject([{ view: { owes: 'owner' } }]);
    await named(deps, leder);
    expect(projectIn(deps)).toMatchObject({
      ...{ ownerId: leder, ownerName: 'Leder, plejecentre Øst' },
    });
    expect(mattersWaitingFor(deps, chef)).toEqual([]);
    expect(
      ['interest', 'firstPriority', 'ownerAppointed'].map(
        (code) => stepIn(deps, code as 'interest')?.done,
      ),
    ).toEqual([true, true, true]);
    expect(told(deps)).toEqual([
      ['interestAsk', chef],
      ['interestTold', 'digitek'],
      ['interestAuthor', 'stranger'],
      ['interestOwner', leder],
    ]);
  });

  it('is asked of a leder, who may own it', async () => {
    const deps = anIdeaIn();
    await asked(deps, leder);
    expect(mattersWaitingFor(deps, chef)).toEqual([]);
    await yes(deps, 'medium', leder);
    await named(deps, leder, leder);
    expect(projectIn(deps)).toMatchObject({ ownerId: leder, firstPriority: 'medium' });
    expect(told(deps).filter(([kind]) => kind === 'interestOwner')).toEqual([]);
  });

  it('is asked of somebody else while it waits: the first need not answer any more', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    await asked(deps, leder);
    await at(deps, '2026-11-23T12:00:00Z');
    expect(mattersWaitingFor(deps, chef)).toEqual([]);
    expect(mattersWaitingFor(deps, leder)).toHaveLength(1);
    expect(told(deps)).toEqual([
      ['interestAsk', chef],
      ['interestAsk', leder],
    ]);
    expect(await yes(deps)).toMatchObject({ refusal: { type: 'notYours' } });
  });

  it.each(['no', 'notNow'] as const)('lays it in the backlog: %s', async (type) => {
    const deps = anIdeaIn();
    await asked(deps);
    await declined(deps, type, 'Vi flytter i foråret.');
    expect(projectIn(deps)).toMatchObject({ status: 'backlog', firstPriority: null });
    expect(stepIn(deps, 'interest')?.done).toBe(false);
    expect(where(deps)).toMatchObject({
      ...{ type: 'shelf', declined: { kind: type, comment: 'Vi flytter i foråret.' } },
    });
    expect(told(deps).at(-1)).toEqual(['interestAuthor', 'stranger']);
  });

  it('takes it up again when it is wanted after all', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    await declined(deps, 'notNow', '');
    await asked(deps);
    expect(where(deps)).toMatchObject({ type: 'asked', asked: { type: 'interest' } });
    await yes(deps, 'low');
    expect(projectIn(deps)).toMatchObject({ status: 'raw', firstPriority: 'low' });
  });

  it('shows on the board, and to whoever gave it, whom it waits for', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    expect(waitsIn(deps, projectIn(deps) ?? anIdea()).waitingFor).toMatchObject({
      ...{ type: 'somebody', whom: 'Chef, Omsorg' },
    });
    expect(where(deps)).toMatchObject({
      ...{ type: 'asked', asked: { type: 'interest', whom: 'Chef, Omsorg' } },
    });
  });

  it('does not write an old answer over what people have changed since', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    await yes(deps, 'low');
    await named(deps, leder);
    const revision = deps.stores.projects.get('p1')?.etag ?? '';
    const by = actorOf(deps, 'digitek', '');
    const changes = { firstPriority: 'high', ownerId: 'owner' } as const;
    expect((await editProject(deps, by, { id: 'p1', revision, changes })).ok).toBe(true);
    await deps.settle();
    const begun = { ...beside(deps), stores: { ...deps.stores } };
    await sweep(begun, 'start');
    await begun.settle();
    expect(projectIn(deps)).toMatchObject(changes);
  });

  it('writes every step into the history, and the chain holds', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    await yes(deps);
    await named(deps, leder);
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.map(({ kind, byName }) => [kind, byName]).sort()).toEqual([
      ['edited', 'Chef, Omsorg'],
      ['edited', 'Chef, Omsorg'],
      ['interest', 'Chef, Omsorg'],
      ['interest', 'Chef, Omsorg'],
      ['interest', 'Team DigiTek'],
    ]);
  });
});

describe('a question back', () => {
  it('goes to whoever gave the idea, and the reply to whoever asked', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    await did(deps, chef, { type: 'question', ...seen(deps), comment: 'Hvor mange borgere?' });
    expect(mattersWaitingFor(deps, 'stranger')).toHaveLength(1);
    await did(deps, 'stranger', { type: 'reply', question: 2, comment: 'Cirka 40.' });
    expect(mattersWaitingFor(deps, 'stranger')).toEqual([]);
    expect(told(deps)).toEqual([
      ['interestAsk', chef],
      ['interestQuestion', 'stranger'],
      ['interestReply', chef],
    ]);
  });
});

describe('the clock', () => {
  it('nudges, and past due tells whoever asked, once each', async () => {
    const deps = anIdeaIn();
    await asked(deps);
    await at(deps, '2026-11-25T07:59:00Z');
    expect(told(deps)).toEqual([['interestAsk', chef]]);
    await at(deps, '2026-11-25T08:00:00Z');
    await at(deps, '2026-11-25T15:00:00Z');
    await at(deps, '2026-12-25T15:00:00Z');
    expect(told(deps)).toEqual([
      ['interestAsk', chef],
      ['interestNudge', chef],
      ['interestOverdue', 'digitek'],
    ]);
    expect((await yes(deps)).type).toBe('done');
  });

  it('tells whoever asked past due and how it went, also where they gave the idea', async () => {
    const deps = anIdeaIn({ createdById: 'digitek' });
    await asked(deps);
    await at(deps, '2026-11-25T15:00:00Z');
    await yes(deps);
    expect(told(deps).filter(([, to]) => to === 'digitek')).toEqual([
      ['interestOverdue', 'digitek'],
      ['interestTold', 'digitek'],
    ]);
  });

  it('comes to rest', async () => {
    const deps = anIdeaIn();
    const teams = new FakeTeams();
    await asked(deps);
    await yes(deps);
    await named(deps, null);
    for (let round = 0; round < 20; round += 1) {
      await tellByClock(deps);
      await deliver(deps, teams);
      await deps.settle();
    }
    expect([await tellByClock(deps), await deliver(deps, teams)]).toEqual([0, 0]);
  });
});

describe('two at once', () => {
  it('answer on two servers: one is stored, the other hears it, and the idea says that one', async () => {
    const first = anIdeaIn();
    const second = beside(first);
    await asked(first);
    const given = { ...seen(first), comment: '' };
    const by = actorOf(first, chef, '');
    const both = await Promise.all([
      moveInterest(first, by, id, { type: 'yes', priority: 'high', ...given }),
      moveInterest(second, by, id, { type: 'notNow', ...given }),
    ]);
    await Promise.all([first.settle(), second.settle()]);
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    const isYes = nowIn(first).word?.kind === 'yes';
    expect(projectIn(first)).toMatchObject({
      ...{ status: isYes ? 'raw' : 'backlog', firstPriority: isYes ? 'high' : null },
    });
  });

  it('take a press that is delivered three times for one', async () => {
    const first = anIdeaIn();
    const second = beside(first);
    await asked(first);
    const given = { type: 'yes', ...seen(first), priority: 'high', comment: '' } as const;
    await Promise.all([first, second, first].map((deps) => did(deps, chef, given)));
    expect(kindsOf(first)).toEqual(['asked', 'yes']);
    const { entries } = await historyOf(first, 'p1');
    expect(entries.filter(({ kind }) => kind === 'edited')).toHaveLength(1);
  });
});

describe('killed at any write', () => {
  /** Played again after the kill it is the same press, and no new question. */
  const first = (deps: TestDeps) =>
    did(deps, 'digitek', { type: 'asked', revision: 0, askedId: null });
  const plays: readonly (readonly [string, (deps: TestDeps) => Promise<unknown>])[] = [
    ['asking', first],
    [
      'a yes and an owner',
      async (deps) => {
        await first(deps);
        await did(deps, chef, {
          ...{ type: 'yes', ask: 1, revision: 1, priority: 'high', comment: '' },
        });
        await did(deps, chef, { type: 'owner', ask: 1, revision: 2, ownerId: leder });
      },
    ],
    [
      'not now',
      async (deps) => {
        await first(deps);
        await did(deps, chef, { type: 'notNow', ask: 1, revision: 1, comment: 'Til sommer.' });
      },
    ],
  ];

  const stateOf = (deps: TestDeps) => ({
    events: kindsOf(deps),
    messages: [...told(deps)].sort(),
    project: [
      ...[projectIn(deps)?.status, projectIn(deps)?.firstPriority, projectIn(deps)?.ownerId],
    ],
  });

  it.each(plays)('%s comes to the same after the sweep and one more press', (_, play) =>
    expectSameAfterKills({ world: () => anIdeaIn(), play, stateOf, kind: 'interest' }),
  );
});

describe('the steps of the intake', () => {
  const tick = (
    deps: TestDeps,
    by: string,
    code: 'interest' | 'ownerAppointed',
    done: boolean,
    note = '',
  ) =>
    tickStep(deps, actorOf(deps, by, by), {
      ...{ projectId: 'p1', code, done, note, link: '', version: '', minutes: null },
      ...{ responsible: '', due: null },
    });

  it('interest is ticked by whose word it is, and written down by the team with how', async () => {
    const deps = anIdeaIn();
    expect((await tick(deps, 'digitek', 'interest', true)).ok).toBe(false);
    expect((await tick(deps, 'stranger', 'interest', true, 'Sagt i dag')).ok).toBe(false);
    expect((await tick(deps, 'digitek', 'interest', true, 'Sagt på mødet')).ok).toBe(true);
    expect(stepIn(deps, 'interest')).toMatchObject({ done: true, note: 'Sagt på mødet' });
    expect((await tick(deps, 'digitek', 'interest', false)).ok).toBe(true);
    expect((await tick(deps, leder, 'interest', true)).ok).toBe(true);
    await deps.settle();
    expect(kindsOf(deps)).toEqual(['noted', 'withdrawn', 'yes']);
  });

  it('what the project itself says is ticked by nobody', async () => {
    const deps = anIdeaIn();
    for (const by of ['digitek', chef, leder, 'consultant'])
      expect(await tick(deps, by, 'ownerAppointed', true)).toMatchObject({ ok: false });
    expect(stepIn(deps, 'ownerAppointed')?.done).toBe(false);
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { ownerId: 'owner', ownerName: 'Leder' });
    expect(stepIn(deps, 'ownerAppointed')).toMatchObject({ done: true, doneByName: 'Leder' });
  });
});

describe('an id that names nothing', () => {
  it('is unknown', async () => {
    const deps = anIdeaIn();
    const by = actorOf(deps, 'digitek', '');
    for (const other of ['p9:interest', 'p1:ideaOwner', 'x'])
      expect(
        await moveInterest(deps, by, other, { type: 'asked', revision: 0, askedId: null }),
      ).toEqual({ type: 'unknown' });
    expect(interestViewOf(deps, 'p9:interest')).toBeUndefined();
    expect(deps.writes.count).toBe(0);
  });
});
