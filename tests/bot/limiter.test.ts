import { describe, expect, it } from 'vitest';
import { connectorProblemOf, retryAfterMs } from '../../bot/channel/connectorProblem.ts';
import { NotYet, SendLimiter, teamsLimits } from '../../bot/channel/sendLimiter.ts';
import { randomFrom } from '../faults/random.ts';

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
      void limiter.through('a:one', async () => at.push(time.now()));
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
      void limiter.through(`a:${call}`, async () => at.push(time.now()));
    await time.run(() => at.length === cards);
    expect(mostIn(at, 1_000)).toBeLessThanOrEqual(50);
    expect(Math.max(...at)).toBeLessThanOrEqual((cards / 50) * 1_000 * 1.05);
  });

  it('lets one chat go on while another waits', async () => {
    const time = scaledTime();
    const limiter = new SendLimiter(teamsLimits, time);
    const order: string[] = [];
    for (let call = 0; call < 8; call += 1)
      void limiter.through('a:busy', async () => order.push('busy'));
    void limiter.through('a:quiet', async () => order.push('quiet'));
    await time.run(() => order.length === 9);
    expect(order.indexOf('quiet')).toBeLessThan(8);
  });

  it('keeps to it wherever Teams counts a call between its leaving and its answer', async () => {
    const time = scaledTime();
    const limiter = new SendLimiter(teamsLimits, time);
    const random = randomFrom(7);
    const arrived: number[] = [];
    const cards = 400;
    let answered = 0;
    for (let call = 0; call < cards; call += 1)
      void limiter.through(`a:${call}`, async () => {
        await time.sleep(random.below(300));
        arrived.push(time.now());
        await time.sleep(random.below(300));
        answered += 1;
      });
    await time.run(() => answered === cards);
    expect(mostIn(arrived, 1_000)).toBeLessThanOrEqual(50);
  });

  it('tells whoever waits too long so, also while nobody is answered, and calls nothing', async () => {
    const time = scaledTime();
    const limits = {
      perConversation: [{ calls: 9, ms: 1_000 }],
      overall: [{ calls: 1, ms: 1_000 }],
    };
    const limiter = new SendLimiter(limits, time);
    let answer = (): void => undefined;
    const first = limiter.through('a:one', () => new Promise<void>((done) => (answer = done)));
    const called: string[] = [];
    const late: unknown[] = [];
    void limiter.through('a:two', async () => called.push('two'), 500).then((it) => late.push(it));
    await time.run(() => late.length === 1);
    expect(late[0]).toEqual(new NotYet(1_000));
    answer();
    await first;
    await expect(limiter.through('a:two', async () => called.push('two'), 500)).resolves.toEqual(
      new NotYet(1_005),
    );
    expect(called).toEqual([]);
    void limiter.through('a:two', async () => called.push('two'));
    await time.run(() => called.length === 1);
    expect(time.now()).toBeGreaterThanOrEqual(1_500);
  });

  it('lets the next one through as soon as a call that held the last place has failed', async () => {
    const time = scaledTime();
    const limits = { perConversation: [{ calls: 9, ms: 10 }], overall: [{ calls: 1, ms: 10 }] };
    const limiter = new SendLimiter(limits, time);
    const failing = limiter.through('a:one', async () => {
      await time.sleep(100);
      throw new Error('503');
    });
    const failed = expect(failing).rejects.toThrow('503');
    const at: number[] = [];
    void limiter.through('a:two', async () => at.push(time.now()));
    await time.run(() => at.length === 1);
    await failed;
    expect(at[0]).toBeCloseTo(110, 0);
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
