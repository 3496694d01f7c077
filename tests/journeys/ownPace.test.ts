import { describe, expect, it } from 'vitest';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Sent } from '#shared/useCases/outbox/messenger.ts';
import { people } from '../builders/portfolio.ts';
import { aDecision, aProject, aRequest } from '../builders/request.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* Many cards at once: Teams takes so many a second, and holding back is no failure. */

const told = (count: number): TestDeps => {
  const deps = testDeps();
  deps.stores.people.put(...people);
  deps.stores.projects.put(aProject());
  deps.stores.requests.put(aRequest());
  deps.stores.decisions.put(aDecision());
  deps.stores.messages.put(
    ...Array.from(
      { length: count },
      (_, at): Message => ({
        ...messageAbout.request(aRequest().id, null),
        ...unsent,
        ...{ id: `m${at}`, kind: 'ended', to: { type: 'person', id: `reader-${at}` } },
        createdAt: deps.clock.now(),
      }),
    ),
  );
  return deps;
};

/** Teams, when there is no turn for us yet, or when it is out of order. */
class Busy extends FakeTeams {
  underway = 0;
  most = 0;
  answer: Sent | null = null;

  override async send(message: Message, notice: Notice): Promise<Sent> {
    this.underway += 1;
    this.most = Math.max(this.most, this.underway);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.underway -= 1;
    return this.answer ?? super.send(message, notice);
  }
}

const first = ({ stores }: TestDeps) => stores.messages.get('m0')?.value;

describe('a card that waits for a turn', () => {
  const later = { type: 'later', retryAfterMs: 2_000, problem: 'connector.unavailable' } as const;

  it('is no failed attempt, and is not put off for longer each time', async () => {
    const deps = told(1);
    const teams = new Busy();
    teams.answer = { ...later, isOwnPace: true };
    for (let round = 0; round < 5; round += 1) {
      await deliver(deps, teams);
      expect(first(deps)).toMatchObject({ state: 'queued', attempts: 0, claimedUntil: null });
      expect(Date.parse(first(deps)?.notBefore ?? '') - Date.parse(deps.clock.at)).toBe(2_000);
      deps.clock.at = first(deps)?.notBefore ?? '';
    }
    teams.answer = null;
    await deliver(deps, teams);
    expect(first(deps)?.state).toBe('sent');
  });

  it('is waited for longer each time when it is Teams that cannot', async () => {
    const deps = told(1);
    const teams = new Busy();
    teams.answer = later;
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await deliver(deps, teams);
      const until = first(deps)?.notBefore ?? '';
      waits.push(Date.parse(until) - Date.parse(deps.clock.at));
      deps.clock.at = until;
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it('goes out with no more beside it than Teams takes in a second', async () => {
    const deps = told(300);
    const teams = new Busy();
    await deliver(deps, teams);
    expect([teams.sends, teams.most]).toEqual([300, 32]);
  });
});
