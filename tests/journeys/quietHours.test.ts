import { beforeEach, describe, expect, it } from 'vitest';
import { defaultRhythm } from '#shared/domain/rhythm.ts';
import { blankStep, stepId } from '#shared/domain/steps.ts';
import { deliver, undeliveredIn } from '#shared/useCases/outbox/deliver.ts';
import { sendAgain } from '#shared/useCases/outbox/sendAgain.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { nudge } from '#shared/useCases/tasks/nudge.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* Monday is 23 November 2026; Copenhagen is an hour ahead of UTC. */

const chef = 'chef-omsorg';
const requestId = 'p1-gate1-1';
const evening = '2026-11-23T20:00:00Z';
const morning = '2026-11-24T06:00:00Z';

let deps: TestDeps;
let teams: FakeTeams;

beforeEach(() => {
  deps = testDeps();
  teams = new FakeTeams();
  aWorld(deps, 'gate1');
});

const askAt = async (at: string): Promise<void> => {
  deps.clock.at = at;
  await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
};

const work = async (at: string): Promise<void> => {
  deps.clock.at = at;
  const servers = [deps, beside(deps)];
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(servers.map((server) => deliver(server, teams)));
    await deps.settle();
  }
};

const stop = async (at: string): Promise<void> => {
  deps.clock.at = at;
  const choice = { outcome: 'stop', spread: false, rethink: false } as const;
  const given = { type: 'choose', choice, comment: 'Det findes allerede.' } as const;
  await answerRequest(deps, actor(chef), { requestId, given });
  await deps.settle();
};

describe('a question that is asked outside the hours of a working day (domain.md, Rhythm)', () => {
  it('comes at seven the next morning, once, from two servers', async () => {
    await askAt(evening);
    await work(evening);
    await work('2026-11-24T05:59:59Z');
    expect(teams.seenBy(chef)).toEqual([]);
    await work(morning);
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
    expect(teams.sends).toBe(1);
  });

  it('comes on Monday when it was asked on Friday night', async () => {
    await askAt('2026-11-27T20:00:00Z');
    await work('2026-11-28T10:00:00Z');
    await work('2026-11-29T10:00:00Z');
    expect(teams.seenBy(chef)).toEqual([]);
    await work('2026-11-30T06:00:00Z');
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });

  it('is not something that could not be delivered', async () => {
    await askAt(evening);
    await work(evening);
    expect(undeliveredIn(deps)).toBe(0);
    deps.clock.at = morning;
    expect(undeliveredIn(deps)).toBe(1);
  });

  it('never comes when it is over before the morning', async () => {
    await askAt(evening);
    await stop('2026-11-23T21:00:00Z');
    await work('2026-11-23T21:00:00Z');
    await work(morning);
    expect(teams.seenBy(chef)).toEqual([]);
    expect(teams.seenBy('lead')).toEqual([`ended ${requestId}`]);
  });

  it('comes at once where it is set so', async () => {
    const value = JSON.stringify({ ...defaultRhythm, asks: 'anyTime' });
    deps.stores.settings.put({ id: 'rhythm', value, lastChange: null });
    await askAt(evening);
    await work(evening);
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });

  it('waits by the hours and the closing days that are set', async () => {
    const put = (id: 'rhythm' | 'closingDays', value: unknown) =>
      deps.stores.settings.put({ id, value: JSON.stringify(value), lastChange: null });
    put('rhythm', { ...defaultRhythm, from: '06:00', until: '22:00' });
    put('closingDays', ['11-24']);
    await askAt('2026-11-24T10:00:00Z');
    await work('2026-11-24T10:00:00Z');
    expect(teams.seenBy(chef)).toEqual([]);
    await work('2026-11-25T05:00:00Z');
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });

  it('is a reminder of a step too, whoever presses', async () => {
    const step = { ...blankStep('p1', 'schedule'), id: stepId('p1', 'schedule') };
    deps.stores.steps.put({ ...step, responsible: 'Leder', responsibleId: 'owner' });
    deps.clock.at = evening;
    expect(await nudge(deps, actor('lead'), 'p1', 'schedule')).toMatchObject({ type: 'told' });
    await work(evening);
    expect(teams.chatOf('owner')).toEqual([]);
    await work(morning);
    expect(teams.chatOf('owner')).toHaveLength(1);
  });
});

describe('what is never held back', () => {
  it('is how it went, and a card drawn anew', async () => {
    await askAt('2026-11-23T10:00:00Z');
    await work('2026-11-23T10:00:00Z');
    await stop(evening);
    await work(evening);
    const [card] = teams.chatOf(chef);
    expect(card?.notice).toMatchObject({ view: { state: { type: 'ended' } } });
    expect(teams.seenBy('lead')).toEqual([`ended ${requestId}`]);
  });

  it('is what somebody lacked who writes to us at night', async () => {
    teams.shut.set(chef, 'blocked');
    await askAt('2026-11-23T10:00:00Z');
    await work('2026-11-23T10:00:00Z');
    teams.shut.delete(chef);
    await work(evening);
    expect(teams.seenBy(chef)).toEqual([]);
    await sendAgain(deps, chef);
    await work('2026-11-23T20:00:10Z');
    expect(teams.seenBy(chef)).toEqual([`ask ${requestId}`]);
  });
});
