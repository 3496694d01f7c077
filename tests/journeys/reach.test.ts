import { beforeEach, describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { type Conversation, messageAbout, neverUnreached, unsent } from '#shared/domain/message.ts';
import { type UnreachedWhy, unreachedWhys } from '#shared/domain/reach.ts';
import { deliver, undeliveredIn } from '#shared/useCases/outbox/deliver.ts';
import { unreachedAbout, watchReach } from '#shared/useCases/outbox/reach.ts';
import { resend } from '#shared/useCases/outbox/resend.ts';
import { sendAgain } from '#shared/useCases/outbox/sendAgain.ts';
import { boardOf } from '#shared/useCases/pages/board.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { replyToQuestion } from '#shared/useCases/requests/replyToQuestion.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { waitingFor } from '#shared/useCases/requests/views.ts';
import { actor, allSteps, aReadyProject, aWorld, people } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const chef = 'chef-omsorg';
const requestId = 'p1-gate1-1';

let deps: TestDeps;
let teams: FakeTeams;

const consultant2 = { ...people.find(({ id }) => id === 'consultant'), id: 'consultant2' };

beforeEach(async () => {
  deps = testDeps();
  teams = new FakeTeams();
  aWorld(deps, 'gate1');
  deps.stores.people.put({
    ...consultant2,
    name: 'Konsulent 2, DigiTek',
  } as (typeof people)[number]);
});

const ask = async (): Promise<void> => {
  await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
};

/** Two servers at once, until nothing is left to do. */
const work = async (...servers: readonly Deps[]): Promise<void> => {
  const all = servers.length > 0 ? servers : [deps, deps];
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(all.map((server) => deliver(server, teams)));
    await Promise.all(all.map((server) => watchReach(server)));
    await deps.settle();
  }
};

const shut = async (why: UnreachedWhy): Promise<void> => {
  teams.shut.set(chef, why);
  await ask();
  await work();
};

const state = (id: string) => deps.stores.messages.get(id)?.value.state;
const asked = `${requestId}:ask::${chef}`;

describe('somebody who cannot be reached', () => {
  it.each(unreachedWhys)('is named where one looks, with why: %s', async (why) => {
    await shut(why);
    const named = [{ id: chef, name: 'Chef, Omsorg', why, holdsUp: true }];
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject(named);
    const page = projectPage(deps, actor('lead'), 'p1');
    expect(page?.unreached).toMatchObject(named);
    expect(page?.open?.unreached).toMatchObject(named);
    expect(boardOf(deps)[0]?.waitingFor).toMatchObject({ type: 'gate', unreached: true });
  });

  it.each(unreachedWhys)('is told of once to each consultant, by two servers: %s', async (why) => {
    await shut(why);
    for (const one of ['consultant', 'consultant2'])
      expect(teams.chatOf(one).map(({ notice }) => notice)).toMatchObject([
        {
          type: 'unreached',
          name: 'Chef, Omsorg',
          why,
          lacks: [{ type: 'request', view: { project: { title: 'Nøglefri hjemmepleje' } } }],
        },
      ]);
    expect(teams.seenBy(chef)).toEqual([]);
  });

  it('has everything that waits for them on the one card, also what comes later', async () => {
    await shut('notInstalled');
    deps.stores.projects.put(aReadyProject('gate1', { id: 'p2', title: 'DigiRehab' }));
    deps.stores.steps.put(...allSteps('p2', 'gate1'));
    await sendGateRequest(deps, actor('lead'), { projectId: 'p2', gate: 'gate1' });
    await deps.settle();
    // The card is drawn while nobody knows yet how it goes with the second.
    const waits = deps.stores.messages.get(`p2-gate1-1:ask::${chef}`);
    const held = await deps.stores.messages.update(waits as NonNullable<typeof waits>, {
      notBefore: '2026-11-23T09:15:00Z',
    });
    expect(held.type).toBe('updated');
    await work();
    deps.clock.pass(60_000);
    await work();
    expect(teams.chatOf('consultant').map(({ notice }) => notice)).toMatchObject([
      {
        lacks: ['Nøglefri hjemmepleje', 'DigiRehab'].map((title) => ({
          view: { project: { title } },
        })),
      },
    ]);
  });

  it('is still asked in chat and in Til beslutning', async () => {
    await shut('blocked');
    expect(waitingFor(deps, chef).map(({ waits }) => waits)).toEqual(['answer']);
  });

  it('is told in the activity feed when only the chat is closed, once for each matter', async () => {
    await shut('blocked');
    expect(teams.feedOf(chef)).toHaveLength(1);
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject([{ inFeed: true }]);
    deps.clock.pass(3_600_000);
    await work();
    expect(teams.feedOf(chef)).toHaveLength(1);
    expect(state(asked)).toBe('undeliverable');
  });

  it('is told there later when the feed could not be written', async () => {
    teams.feedFails = true;
    await shut('blocked');
    expect(teams.feedOf(chef)).toEqual([]);
    teams.feedFails = false;
    deps.clock.pass(31_000);
    await work();
    expect(teams.feedOf(chef)).toHaveLength(1);
  });

  it('is not told there without the app', async () => {
    await shut('notInstalled');
    expect(teams.feedOf(chef)).toEqual([]);
  });

  it('does not hold up what a deputy has the card of', async () => {
    const row = deps.stores.people.get('stranger');
    if (row)
      await deps.stores.people.update(row, {
        ...{ deputyFor: 'omsorg', deputyFrom: '2026-11-01', deputyTo: '2026-12-01' },
      });
    await shut('notInstalled');
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject([
      { id: chef, holdsUp: false },
    ]);
    expect(boardOf(deps)[0]?.waitingFor).not.toHaveProperty('unreached');
  });

  it('is told of to the other consultant, when it is one', async () => {
    teams.shut.set('consultant', 'blocked');
    await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: 'gate1' });
    await deps.settle();
    await work();
    await answerRequest(deps, actor(chef), {
      requestId,
      given: { type: 'choose', choice: choice('investigate'), comment: '' },
    });
    await deps.settle();
    await work();
    expect(teams.chatOf('consultant2').map(({ notice }) => notice)).toMatchObject([
      { type: 'unreached', personId: 'consultant' },
    ]);
  });

  it("is told of in the team's channel, when no consultant can be reached", async () => {
    teams.shut.set('consultant', 'blocked');
    teams.shut.set('consultant2', 'notInstalled');
    await shut('notInstalled');
    expect(teams.chatOf('team').map(({ notice }) => notice)).toMatchObject([
      { type: 'unreached', personId: chef },
    ]);
    expect(teams.chats.size).toBe(1);
  });
});

describe('somebody who lets DigiTek in again', () => {
  it.each(unreachedWhys)('gets what waits at once when the app comes, once: %s', async (why) => {
    await shut(why);
    teams.shut.delete(chef);
    await Promise.all([sendAgain(deps, chef), sendAgain(deps, chef)]);
    await work();
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
    expect(unreachedAbout(deps, 'requestId', requestId)).toEqual([]);
    expect(teams.chatOf('consultant').map(({ notice }) => notice)).toMatchObject([
      { type: 'unreached', over: true },
    ]);
  });

  it('gets it within the time of a trial when Teams says nothing', async () => {
    await shut('blocked');
    teams.shut.delete(chef);
    deps.clock.pass(31_000);
    await work();
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });

  it('is tried seldom while it goes on: soon at first, then every quarter of an hour', async () => {
    await shut('blocked');
    const before = teams.sends;
    for (let minute = 0; minute < 240; minute += 1) {
      deps.clock.pass(60_000);
      await Promise.all([deliver(deps, teams), deliver(deps, teams)]);
    }
    expect(teams.sends - before).toBeGreaterThan(15);
    expect(teams.sends - before).toBeLessThan(25);
  });

  it('sees the truth of today, and nothing twice', async () => {
    await shut('blocked');
    const question = { type: 'ask', comment: 'Hvad koster det i drift?' } as const;
    await answerRequest(deps, actor(chef), { requestId, given: question });
    await deps.settle();
    const asks = deps.stores.statements.all().map((row) => row.value);
    await replyToQuestion(deps, actor('lead'), {
      requestId,
      question: asks[0]?.id ?? '',
      text: '12.000 kr. om året',
    });
    await deps.settle();
    await work();
    teams.shut.delete(chef);
    await sendAgain(deps, chef);
    await work();
    const cards = teams.chatOf(chef);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.notice).toMatchObject({
      view: { questions: [{ reply: { text: '12.000 kr. om året' } }] },
    });
  });

  it('sees it once, too, when it was found out by a trial', async () => {
    await shut('blocked');
    const question = { type: 'ask', comment: 'Hvad koster det i drift?' } as const;
    await answerRequest(deps, actor(chef), { requestId, given: question });
    await deps.settle();
    const [asks] = deps.stores.statements.all().map((row) => row.value);
    await replyToQuestion(deps, actor('lead'), {
      ...{ requestId, question: asks?.id ?? '', text: 'Det ved vi om en uge' },
    });
    await deps.settle();
    await work();
    teams.shut.delete(chef);
    deps.clock.pass(31_000);
    await work();
    expect(teams.chatOf(chef)).toHaveLength(1);
  });

  it('is not sent what was answered in the tab meanwhile', async () => {
    await shut('notInstalled');
    await answerRequest(deps, actor(chef), {
      requestId,
      given: { type: 'choose', choice: choice('investigate'), comment: '' },
    });
    await deps.settle();
    await work();
    expect(state(asked)).toBe('dropped');
    teams.shut.delete(chef);
    await sendAgain(deps, chef);
    await work();
    expect(teams.seenBy(chef)).toEqual([]);
  });

  it('is not sent what they have just called up with mine', async () => {
    await shut('blocked');
    teams.shut.delete(chef);
    deps.stores.messages.put({
      ...unsent,
      id: `${requestId}:mine:a1:${chef}`,
      ...{ kind: 'ask', ...messageAbout.request(requestId, null) },
      to: { type: 'person', id: chef },
      ...{ state: 'sent', conversationId: 'c', activityId: 'a1' },
      createdAt: deps.clock.now(),
    });
    await sendAgain(deps, chef);
    await work();
    expect(teams.seenBy(chef)).toEqual([]);
    expect(state(asked)).toBe('dropped');
    expect(unreachedAbout(deps, 'requestId', requestId)).toEqual([]);
  });

  it('is out of reach again another time, and told of again', async () => {
    await shut('blocked');
    teams.shut.delete(chef);
    await sendAgain(deps, chef);
    await work();
    teams.shut.set(chef, 'blocked');
    const question = { type: 'ask', comment: 'Hvem passer den?' } as const;
    await answerRequest(deps, actor(chef), { requestId, given: question });
    await deps.settle();
    const [asks] = deps.stores.statements.all().map((row) => row.value);
    await replyToQuestion(deps, actor('lead'), {
      ...{ requestId, question: asks?.id ?? '', text: 'Nattevagten' },
    });
    await deps.settle();
    await work();
    expect(teams.seenBy('consultant')).toHaveLength(2);
  });
});

describe('a card that was brought', () => {
  const chat = (installed: boolean): Conversation => ({
    ...{ id: `person:${chef}`, conversationId: 'c', serviceUrl: 's', kind: 'personal' },
    ...{ personId: chef, teamsUserId: null, members: [], installed },
    ...neverUnreached,
  });

  it('leaves somebody out of reach when they take the app away, and is not sent twice', async () => {
    deps.stores.conversations.put(chat(true));
    await ask();
    await work();
    expect(unreachedAbout(deps, 'requestId', requestId)).toEqual([]);
    deps.stores.conversations.put(chat(false));
    await work();
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject([{ why: 'notInstalled' }]);
    expect(teams.seenBy('consultant')).toHaveLength(1);
    const row = deps.stores.conversations.get(`person:${chef}`);
    if (row) await deps.stores.conversations.update(row, { installed: true });
    await sendAgain(deps, chef);
    await work();
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
    expect(teams.chatOf('consultant')[0]?.notice).toMatchObject({ over: true });
  });

  it('is drawn anew in its place when the chat was closed for a while', async () => {
    await ask();
    await work();
    teams.shut.set(chef, 'blocked');
    const question = { type: 'ask', comment: 'Hvem passer den?' } as const;
    await answerRequest(deps, actor(chef), { requestId, given: question });
    await deps.settle();
    await work();
    teams.shut.delete(chef);
    deps.clock.pass(31_000);
    await work();
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
    expect(teams.chatOf(chef)[0]?.notice).toMatchObject({ view: { revision: 1 } });
  });
});

describe('Send igen', () => {
  it('is for the team', async () => {
    await shut('blocked');
    for (const who of [chef, 'owner', 'stranger', 'direktor'])
      expect(await resend(deps, teams, actor(who), chef)).toEqual({ type: 'notAllowed' });
  });

  it('says what came of it', async () => {
    await shut('blocked');
    const press = () => resend(deps, teams, actor('digitek'), chef);
    const cards = (): number => teams.seenBy('consultant').length;
    expect(await press()).toMatchObject({ outcome: { type: 'still', why: 'blocked' } });
    expect(cards()).toBe(1);
    teams.shut.delete(chef);
    expect(await press()).toMatchObject({
      name: 'Chef, Omsorg',
      outcome: { type: 'delivered' },
    });
    expect(await press()).toMatchObject({ outcome: { type: 'nothing' } });
    expect(teams.seenBy(chef)).toHaveLength(1);
  });

  it('sends once when two press at once on two servers', async () => {
    await shut('gone');
    teams.shut.delete(chef);
    const server2 = { ...deps, stores: { ...deps.stores, messages: behind(deps.stores.messages) } };
    await Promise.all([
      resend(deps, teams, actor('consultant'), chef),
      resend(server2, teams, actor('digitek'), chef),
    ]);
    await work(deps, server2);
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });

  it('sends anew what is gone from the chat', async () => {
    await ask();
    await work();
    teams.chats.delete(chef);
    const question = { type: 'ask', comment: 'Hvem passer den?' } as const;
    await answerRequest(deps, actor(chef), { requestId, given: question });
    await deps.settle();
    await work();
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject([{ why: 'gone' }]);
    expect(await resend(deps, teams, actor('consultant'), chef)).toMatchObject({
      outcome: { type: 'delivered' },
    });
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });
});

describe('a server whose memory is some seconds old', () => {
  it('ends no outage that another server has just begun', async () => {
    teams.shut.set(chef, 'blocked');
    await ask();
    const late = { ...deps, stores: { ...deps.stores, messages: behind(deps.stores.messages) } };
    await deliver(deps, teams);
    for (let round = 0; round < 4; round += 1) {
      await watchReach(late);
      deps.clock.pass(10_000);
    }
    await work();
    expect(teams.seenBy('consultant')).toHaveLength(1);
    expect(teams.chatOf('consultant')[0]?.notice).toMatchObject({ over: false });
  });
});

describe('a row of the build before', () => {
  it('is told of, and tried again, although it does not say why', async () => {
    await ask();
    const row = deps.stores.messages.get(asked);
    if (row) await deps.stores.messages.update(row, { state: 'undeliverable', problem: '403' });
    teams.shut.set(chef, 'blocked');
    await watchReach(deps);
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject([{ why: 'refused' }]);
    await work();
    expect(unreachedAbout(deps, 'requestId', requestId)).toMatchObject([{ why: 'blocked' }]);
    expect(teams.seenBy('consultant')).toHaveLength(1);
  });
});

it('counts what is to be sent or drawn anew, and not what waits for its person', async () => {
  await ask();
  expect(undeliveredIn(deps)).toBe(1);
  teams.shut.set(chef, 'blocked');
  await work();
  expect(deps.stores.messages.all().map(({ value }) => value.state)).toContain('undeliverable');
  expect(undeliveredIn(deps)).toBe(0);
  await answerRequest(deps, actor(chef), {
    requestId,
    given: { type: 'choose', choice: choice('investigate'), comment: '' },
  });
  // The consultants' cards name what the chef lacks, and it has changed.
  expect(undeliveredIn(deps)).toBeGreaterThan(0);
  await deps.settle();
  await work();
  expect(undeliveredIn(deps)).toBe(0);
});
