import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/domain/person.ts';
import { setAbsence, stopAbsence } from '#shared/useCases/absences/absences.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { approvalIn } from '#shared/useCases/checklist/approvalsHeld.ts';
import { chefCommentIn } from '#shared/useCases/checklist/chefCommentsHeld.ts';
import { interestIn } from '#shared/useCases/checklist/interestHeld.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { readerFor, viewOf } from '#shared/useCases/requests/views.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { anIdea } from '../builders/idea.ts';
import { actor, aWorld, furnish } from '../builders/portfolio.ts';
import {
  aNewStory,
  aStoryWorld,
  givenFor,
  storyActor,
  storyAt,
  storyDay,
  storyPeople,
} from '../builders/story.ts';
import { toldOf, work } from '../worlds/memory/clockwork.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* Monday is 23 November 2026, 10.14 in Copenhagen. The deputy is nobody's chef. */

const chef = 'chef-omsorg';
const deputy = 'direktor';
const week = { from: '2026-11-23', to: '2026-11-27' };

const named = async (
  deps: TestDeps,
  more: { personId?: string; deputyId?: string; from?: string; to?: string; id?: string } = {},
  by = more.personId ?? chef,
) => {
  const given = { id: 'absence-0001', personId: chef, deputyId: deputy, ...week, ...more };
  const result = await setAbsence(deps, actor(by), given);
  await deps.settle();
  return result.ok ? 'set' : result.refusal.type;
};

const ended = async (deps: TestDeps, personId = chef): Promise<string> => {
  const result = await stopAbsence(deps, actor(personId), { personId, id: 'absence-0001' });
  await deps.settle();
  return result.ok ? 'ended' : result.refusal.type;
};

const askGate = async (deps: TestDeps): Promise<string> => {
  const sent = await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  if (!sent.ok) throw new Error(sent.refusal.type);
  await deps.settle();
  return 'p1-gate1-1';
};

const decide = async (deps: TestDeps, by: Actor) => {
  const choice = { outcome: 'investigate', spread: false, rethink: false } as const;
  const given = { type: 'choose', choice, comment: '' } as const;
  const result = await answerRequest(deps, by, { requestId: 'p1-gate1-1', given });
  await deps.settle();
  return result.type === 'refused' ? result.refusal.type : result.type;
};

describe('whoever answers while the chef is away', () => {
  it('is told, and gets what waited already', async () => {
    const deps = testDeps();
    const teams = new FakeTeams();
    aWorld(deps, 'gate1');
    await askGate(deps);
    await work(deps, teams);
    expect(toldOf(teams, deputy)).toEqual([]);
    expect(await named(deps)).toBe('set');
    await work(deps, teams);
    expect(toldOf(teams, deputy)).toEqual(['absence', 'ask']);
    expect(mattersWaitingFor(deps, deputy)).toHaveLength(1);
    expect(toldOf(teams, chef)).toEqual(['ask']);
  });

  it('gets it on the first day when it is to come', async () => {
    const deps = testDeps();
    const teams = new FakeTeams();
    aWorld(deps, 'gate1');
    await askGate(deps);
    await named(deps, { from: '2026-11-25' });
    await work(deps, teams);
    expect(toldOf(teams, deputy)).toEqual(['absence']);
    await work(deps, teams, '2026-11-25T06:00:00Z');
    expect(toldOf(teams, deputy)).toEqual(['absence', 'ask']);
  });

  it('has cards without buttons when it is ended, and with them when it begins again', async () => {
    const deps = testDeps();
    const teams = new FakeTeams();
    aWorld(deps, 'gate1');
    const requestId = await askGate(deps);
    await named(deps);
    await work(deps, teams);
    const revisions = () =>
      teams.chatOf(deputy).map(({ notice, message }) => `${message.kind} ${notice.revision}`);
    const before = revisions();
    expect(await ended(deps)).toBe('ended');
    await work(deps, teams);
    expect(revisions()).not.toEqual(before);
    const view = viewOf(deps, requestId);
    expect(view && readerFor(deps, view, deputy).seat).toBeNull();
    expect(await decide(deps, actor(deputy))).toBe('notYours');
    const drawn = revisions();
    await named(deps, { id: 'absence-0002' });
    await work(deps, teams);
    expect(revisions()).not.toEqual(drawn);
    expect(view && readerFor(deps, view, deputy).seat).toBe('omsorg');
    expect(await decide(deps, actor(deputy))).toBe('ended');
  });

  it('has cards drawn without buttons when the last day is over', async () => {
    const deps = testDeps();
    const teams = new FakeTeams();
    aWorld(deps, 'gate1');
    await askGate(deps);
    await named(deps);
    await work(deps, teams);
    const ask = () => teams.chatOf(deputy).find(({ message }) => message.kind === 'ask')?.notice;
    const shown = ask()?.revision ?? 0;
    await work(deps, teams, '2026-11-28T10:00:00Z');
    expect(ask()?.revision).toBeGreaterThan(shown);
  });

  it('was told by the consultant, and so is the chef who is ill', async () => {
    const deps = testDeps();
    const teams = new FakeTeams();
    aWorld(deps, 'gate1');
    expect(await named(deps, {}, 'consultant')).toBe('set');
    await work(deps, teams);
    expect([toldOf(teams, deputy), toldOf(teams, chef)]).toEqual([['absence'], ['absence']]);
  });

  it('stands in the history, with the end', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    await named(deps);
    await ended(deps);
    const { entries, holds } = await historyOf(deps, `person:${chef}`);
    expect([entries.map(({ cause }) => cause), holds]).toEqual([
      ['absence:absence-0001:named', 'absence:absence-0001:ended'],
      true,
    ]);
  });
});

describe('an answer of the deputy is on behalf of the chef', () => {
  it('at a gate', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    await askGate(deps);
    await named(deps);
    expect(await decide(deps, actor(deputy))).toBe('ended');
    expect(deps.stores.decisions.get('p1-gate1-1')?.value).toMatchObject({
      ...{ byId: deputy, seat: 'omsorg', onBehalf: true },
    });
  });

  it('in the hearing of the chefgruppe, beside their own seat', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1', { shares: [{ pool: 'common', ore: 85_000_00 }] });
    await askGate(deps);
    await named(deps, { deputyId: 'chef-social' });
    const choice = { outcome: 'investigate', spread: false, rethink: false } as const;
    for (const seat of ['social', 'omsorg'] as const)
      await answerRequest(deps, actor('chef-social'), {
        requestId: 'p1-gate1-1',
        given: { type: 'choose', choice, comment: '', seat },
      } as never);
    await deps.settle();
    const said = deps.stores.statements.all().map(({ value }) => value);
    expect(said.map(({ seat, onBehalf }) => [seat, onBehalf])).toContainEqual(['omsorg', true]);
  });

  it.each([
    ['a story, asked of the chef', 'microStory', 'chef-omsorg', 'omsorg'],
    ['the topic of an article, asked of a leder', 'article', 'leder', null],
  ] as const)('of %s', async (_, kind, away, seat) => {
    const people = storyPeople.filter(({ deputyFor }) => deputyFor === null);
    const deps = aStoryWorld(storyAt, { people }).server();
    await createStory(deps, storyActor('digitek'), aNewStory('story-one', kind));
    await moveStory(deps, storyActor('digitek'), 'story-one', {
      ...{ type: 'asked', revision: 1, comment: '' },
    });
    const given = { id: 'absence-0001', personId: away, deputyId: 'other-leder' };
    const days = { from: storyDay, to: storyDay };
    const set = await setAbsence(deps, storyActor(away), { ...given, ...days });
    expect(set.ok).toBe(true);
    await deps.settle();
    const now = storyIn(deps, 'story-one');
    if (!now) throw new Error('no story');
    expect(mattersWaitingFor(deps, 'other-leder').map(({ type }) => type)).toEqual(['story']);
    const yes = givenFor(now, 'approved');
    expect((await moveStory(deps, storyActor('other-leder'), 'story-one', yes)).type).toBe('done');
    expect(storyIn(deps, 'story-one')?.events.at(-1)).toMatchObject({ onBehalf: true, seat });
  });

  it('of the comment before the gate', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    deps.stores.steps.rows.delete('p1:ideaChef');
    const id = 'p1:ideaChef';
    const now = () => chefCommentIn(deps.stores, 'p1', 'ideaChef');
    await moveChefComment(deps, actor('lead'), id, { type: 'asked', revision: now().revision });
    await deps.settle();
    await named(deps);
    const seen = { ask: now().ask?.seq ?? 0, revision: now().revision, ore: 85_000_00 };
    const given = { type: 'chosen', ...seen, choice: 'own', comment: '' } as const;
    expect((await moveChefComment(deps, actor(deputy), id, given)).type).toBe('done');
    expect(now().events.at(-1)).toMatchObject({ byId: deputy, onBehalf: true, seat: 'omsorg' });
  });

  it('of interest in an idea', async () => {
    const deps = testDeps();
    furnish(deps.stores);
    deps.stores.projects.put(anIdea({ id: 'p1' }));
    const now = () => interestIn(deps.stores, 'p1');
    const id = 'p1:interest';
    await moveInterest(deps, actor('digitek'), id, {
      ...{ type: 'asked', revision: now().revision, askedId: null },
    });
    await deps.settle();
    await named(deps);
    const seen = { ask: now().ask?.seq ?? 0, revision: now().revision };
    const given = { type: 'notNow', ...seen, comment: 'Først til foråret.' } as const;
    expect((await moveInterest(deps, actor(deputy), id, given)).type).toBe('done');
    expect(now().events.at(-1)).toMatchObject({ byId: deputy, onBehalf: true, seat: 'omsorg' });
  });

  it('of a paper whose owner is the chef', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1', { ownerId: chef, ownerName: 'Chef, Omsorg' });
    deps.stores.steps.rows.delete('p1:ideaOwner');
    const now = () => approvalIn(deps.stores, 'p1', 'ideaOwner');
    const id = 'p1:ideaOwner';
    await moveApproval(deps, actor('lead'), id, { type: 'asked', revision: now().revision });
    await deps.settle();
    await named(deps);
    const given = { type: 'approved', ask: now().ask?.seq ?? 0, comment: '' } as const;
    expect((await moveApproval(deps, actor(deputy), id, given)).type).toBe('done');
    expect(now().events.at(-1)).toMatchObject({ byId: deputy, onBehalf: true, seat: 'omsorg' });
  });
});

describe('what is asked of a leder who is away', () => {
  const leder = { personId: 'owner' };

  it('is answered by their deputy: a paper', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    deps.stores.steps.rows.delete('p1:ideaOwner');
    const now = () => approvalIn(deps.stores, 'p1', 'ideaOwner');
    await moveApproval(deps, actor('lead'), 'p1:ideaOwner', {
      ...{ type: 'asked', revision: now().revision },
    });
    await deps.settle();
    expect(await named(deps, leder)).toBe('set');
    expect(mattersWaitingFor(deps, deputy).map(({ type }) => type)).toEqual(['approval']);
    const given = { type: 'approved', ask: now().ask?.seq ?? 0, comment: '' } as const;
    expect((await moveApproval(deps, actor(deputy), 'p1:ideaOwner', given)).type).toBe('done');
    expect(now().events.at(-1)).toMatchObject({ byId: deputy, onBehalf: true, seat: null });
  });

  it('is answered by their deputy: interest', async () => {
    const deps = testDeps();
    furnish(deps.stores);
    const owner = deps.stores.people.get('owner');
    if (owner) await deps.stores.people.update(owner, { area: 'omsorg' });
    deps.stores.projects.put(anIdea({ id: 'p1' }));
    const now = () => interestIn(deps.stores, 'p1');
    await moveInterest(deps, actor('digitek'), 'p1:interest', {
      ...{ type: 'asked', revision: now().revision, askedId: 'owner' },
    });
    await deps.settle();
    expect(await named(deps, leder)).toBe('set');
    expect(mattersWaitingFor(deps, deputy).map(({ type }) => type)).toEqual(['interest']);
    const seen = { ask: now().ask?.seq ?? 0, revision: now().revision };
    const given = { type: 'notNow', ...seen, comment: 'Først til foråret.' } as const;
    expect((await moveInterest(deps, actor(deputy), 'p1:interest', given)).type).toBe('done');
    expect(now().events.at(-1)).toMatchObject({ byId: deputy, onBehalf: true });
  });

  it('and by nobody else', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    expect(await named(deps, { ...leder, deputyId: 'stranger' }, 'lead')).toBe('notAllowed');
    expect(await named(deps, { ...leder, deputyId: 'stranger' })).toBe('set');
    expect(mattersWaitingFor(deps, deputy)).toEqual([]);
  });
});

describe('a press that comes twice, or from two servers, or is cut off', () => {
  it('is one absence', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    const other = beside(deps);
    await Promise.all([named(deps), named(other), named(deps)]);
    expect(deps.stores.people.get(chef)?.value.absences).toHaveLength(1);
    expect(deps.stores.messages.all().filter(({ value }) => value.kind === 'absence')).toHaveLength(
      1,
    );
  });

  it('lets one of two that clash through', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    const results = await Promise.all([
      named(deps, { id: 'absence-0001' }),
      named(beside(deps), { id: 'absence-0002', deputyId: 'owner' }, 'consultant'),
    ]);
    expect([...results].sort()).toEqual(['overlaps', 'set']);
  });

  it('is told and recorded by the sweep of another', async () => {
    const deps = testDeps();
    const teams = new FakeTeams();
    aWorld(deps, 'gate1');
    deps.writes.failAfter = deps.writes.count;
    await named(deps).catch((thrown: unknown) => {
      if (!(thrown instanceof Crash)) throw thrown;
    });
    deps.writes.failAfter = Number.POSITIVE_INFINITY;
    const next = beside(deps);
    await sweep(next, 'start');
    await work(next, teams);
    expect(toldOf(teams, deputy)).toEqual(['absence']);
    const { entries } = await historyOf(next, `person:${chef}`);
    expect(entries.map(({ cause }) => cause)).toEqual(['absence:absence-0001:named']);
  });
});
