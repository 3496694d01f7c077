import { describe, expect, it } from 'vitest';
import { connectorProblemOf, retryAfterMs } from '../../bot/channel/connectorProblem.ts';
import { SendLimiter, teamsLimits } from '../../bot/channel/sendLimiter.ts';

/** A clock that jumps to the next sleeper's time when everything waits. */
const scaledTime = () => {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + ms, wake });
      }),
    run: async (done: () => boolean) => {
      while (!done()) {
        for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
        await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (!next) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
};

const mostIn = (at: readonly number[], ms: number): number =>
  Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + ms).length));

describe('the limiter', () => {
  it('never goes beyond what Teams allows one conversation', async () => {
    const time = scaledTime();
    const limiter = new SendLimiter(teamsLimits, time);
    const at: number[] = [];
    for (let call = 0; call < 200; call += 1)
      void limiter.turn('a:one').then(() => at.push(time.now()));
    await time.run(() => at.length === 200);
    for (const { calls, ms } of teamsLimits.perConversation)
      expect(mostIn(at, ms)).toBeLessThanOrEqual(calls);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('never goes beyond 50 a second over all, and wastes little', async () => {
    const time = scaledTime();
    const limiter = new SendLimiter(teamsLimits, time);
    const at: number[] = [];
    const cards = 1_000;
    for (let call = 0; call < cards; call += 1)
      void limiter.turn(`a:${call}`).then(() => at.push(time.now()));
    await time.run(() => at.length === cards);
    expect(mostIn(at, 1_000)).toBeLessThanOrEqual(50);
    expect(Math.max(...at)).toBeLessThanOrEqual((cards / 50) * 1_000 * 1.2);
  });

  it('lets one chat go on while another waits', async () => {
    const time = scaledTime();
    const limiter = new SendLimiter(teamsLimits, time);
    const order: string[] = [];
    for (let call = 0; call < 8; call += 1)
      void limiter.turn('a:busy').then(() => order.push('busy'));
    void limiter.turn('a:quiet').then(() => order.push('quiet'));
    await time.run(() => order.length === 9);
    expect(order.indexOf('quiet')).toBeLessThan(8);
  });
});

const thrown = (statusCode: number, code = '', retryAfter?: string) =>
  Object.assign(new Error('x'), {
    statusCode,
    code,
    response: {
      headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) },
    },
  });

describe('what the Connector says', () => {
  it.each([
    [403, 'final'],
    [413, 'final'],
    [400, 'final'],
    [404, 'final'],
    [412, 'later'],
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [504, 'later'],
    [401, 'later'],
  ])('%i means %s', (status, type) =>
    expect(connectorProblemOf(thrown(status, 'BotNotInConversationRoster')).type).toBe(type),
  );

  const hidden = '{"subCode":"MessageWritesBlocked","details":null,"errorCode":209}';
  it.each([
    [403, 'ConversationBlockedByUser', 'x', 'blocked'],
    [403, 'MessageWritesBlocked', 'x', 'blocked'],
    [403, 'Unknown', hidden, 'blocked'],
    [403, 'BotNotInConversationRoster', 'x', 'notInstalled'],
    [403, 'ForbiddenOperationException', 'x', 'notInstalled'],
    [403, 'BotDisabledByAdmin', 'x', 'disabled'],
    [403, 'SomethingNew', 'x', 'refused'],
    [404, 'ConversationNotFound', 'x', 'gone'],
    [413, 'MessageSizeTooBig', 'x', 'refused'],
  ])('%i %s with »%s« is a person who is %s', (status, code, message, why) =>
    expect(connectorProblemOf(Object.assign(thrown(status, code), { message }))).toMatchObject({
      type: 'final',
      why,
    }),
  );

  it('waits as long as it is told, also in decimals and dates', () => {
    const now = Date.parse('2026-11-23T09:00:00Z');
    expect(retryAfterMs('7', now)).toBe(7_000);
    expect(retryAfterMs('1.5', now)).toBe(1_500);
    expect(retryAfterMs('Mon, 23 Nov 2026 09:00:20 GMT', now)).toBe(20_000);
    expect(retryAfterMs('Mon, 23 Nov 2026 08:00:00 GMT', now)).toBe(500);
    expect(retryAfterMs(undefined, now)).toBe(1_000);
    expect(retryAfterMs('soon', now)).toBe(1_000);
    expect(retryAfterMs('999999', now)).toBe(3_600_000);
  });

  it('takes a broken connection for something that passes', () =>
    expect(connectorProblemOf(new Error('ECONNRESET')).type).toBe('later'));

  it('keeps no text of the body', () =>
    expect(connectorProblemOf(thrown(403, 'a text <b>with</b> spaces')).problem).toBe('403'));
});
