import { describe, expect, it } from 'vitest';
import { type Budget, Limiter, type Priority } from '#shared/graph/limiter.ts';
import { headroomIn, waitAskedIn } from '#shared/graph/retryAfter.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { FakeTiming } from '../worlds/graph/fakeTiming.ts';

const forever = Number.POSITIVE_INFINITY;
const roomy: Budget = { units: 1_000_000, perMs: 60_000, concurrency: 8 };

/** Sends calls through a limiter to a service with a fixed window of its own. */
const storm = async (options: { calls: number; units: number; window: number; told: boolean }) => {
  const timing = new FakeTiming();
  const { calls, units, window, told } = options;
  const budget = { units: told ? units : 1_000_000, perMs: window, concurrency: 8 };
  const limiter = new Limiter(timing, budget);
  const service = { start: Number.NEGATIVE_INFINITY, used: 0, refused: 0, early: 0, openAt: 0 };
  let done = 0;
  let endedAt = 0;
  const call = async (): Promise<void> => {
    for (;;) {
      await limiter.enter({ units: 1, priority: 'read', patienceMs: forever });
      if (timing.now() < service.openAt) service.early += 1;
      if (timing.now() - service.start >= window)
        Object.assign(service, { start: timing.now(), used: 0 });
      service.used += 1;
      const wait = service.start + window - timing.now();
      const refused = service.used > units;
      await new Promise<void>((resolve) => void timing.after(3, resolve));
      if (refused) {
        service.refused += 1;
        service.openAt = timing.now() + wait - 3;
        limiter.close(wait);
        limiter.leave({ units: 1 });
        continue;
      }
      const left = { units: units - service.used, forMs: wait };
      limiter.leave({ units: 1 }, service.used >= units * 0.8 ? left : undefined);
      done += 1;
      endedAt = timing.now();
      return;
    }
  };
  const all = Promise.all(Array.from({ length: calls }, call));
  for (let i = 0; i < calls && done < calls; i += 1) await timing.pass(window);
  await all;
  return { ...service, done, endedAt, counts: limiter.counts };
};

describe('the limiter', () => {
  it('brings 800 calls through 100 units a window without one refused, in nearly the ideal time (P5)', async () => {
    const result = await storm({ calls: 800, units: 100, window: 60_000, told: true });
    expect(result.done).toBe(800);
    expect(result.refused).toBe(0);
    expect(result.endedAt / (7 * 60_000)).toBeLessThan(1.05);
  });

  it('keeps to what the service says is left when nobody told it the budget', async () => {
    const result = await storm({ calls: 800, units: 100, window: 60_000, told: false });
    expect(result.done).toBe(800);
    expect(result.refused).toBeLessThanOrEqual(8);
    expect(result.early).toBe(0);
    expect(result.endedAt / (7 * 60_000)).toBeLessThan(1.15);
  });

  it('sends nothing before the time, however many wait', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, roomy);
    limiter.close(600_000);
    let sent = 0;
    for (let i = 0; i < 50; i += 1)
      void limiter.enter({ units: 1, priority: 'write', patienceMs: forever }).then(() => {
        sent += 1;
        limiter.leave({ units: 1 });
      });
    await timing.pass(599_999);
    expect(sent).toBe(0);
    await timing.pass(1);
    expect(sent).toBe(50);
  });

  it('does not let a shorter wish undo a longer one', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, roomy);
    limiter.close(10_000);
    limiter.close(1_000);
    expect(limiter.closedFor()).toBe(10_000);
  });

  it('lets a decision go before what is read, and that before the background', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, { ...roomy, concurrency: 1 });
    const order: Priority[] = [];
    limiter.close(1_000);
    for (const priority of ['background', 'background', 'read', 'write', 'write'] as const)
      void limiter.enter({ units: 1, priority, patienceMs: forever }).then(() => {
        order.push(priority);
        limiter.leave({ units: 1 });
      });
    await timing.pass(2_000);
    expect(order).toEqual(['write', 'write', 'read', 'background', 'background']);
  });

  it('never has more under way than it may, and keeps two places from the background', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, roomy);
    const entered = { background: 0, write: 0 };
    for (const priority of ['background', 'write'] as const)
      for (let i = 0; i < 20; i += 1)
        void limiter.enter({ units: 1, priority, patienceMs: forever }).then(() => {
          entered[priority] += 1;
        });
    await timing.pass(10);
    expect(entered).toEqual({ background: 6, write: 2 });
  });

  it('leaves a fifth of the budget to others than the background', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, { units: 100, perMs: 60_000, concurrency: 8 });
    let sent = 0;
    for (let i = 0; i < 100; i += 1)
      void limiter.enter({ units: 1, priority: 'background', patienceMs: forever }).then(() => {
        sent += 1;
        limiter.leave({ units: 1 });
      });
    await timing.pass(1_000);
    expect(sent).toBe(80);
    await limiter.enter({ units: 20, priority: 'write', patienceMs: 0 });
  });

  it('says at once that nothing was sent when the wait is longer than somebody will wait', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, roomy);
    limiter.close(300_000);
    const fault = await limiter
      .enter({ units: 1, priority: 'write', patienceMs: 2_000 })
      .catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({
      code: 'graph.throttled',
      context: { outcome: 'notSent', retryAfterMs: 300_000 },
    });
  });

  it('gives up those that wait for a place when their patience ends', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, { ...roomy, concurrency: 1 });
    await limiter.enter({ units: 1, priority: 'write', patienceMs: 0 });
    const waiting = limiter.enter({ units: 1, priority: 'write', patienceMs: 1_000 });
    const given = waiting.catch((cause: unknown) => cause);
    await timing.pass(1_002);
    expect(await given).toMatchObject({ code: 'graph.throttled' });
  });

  it('lets a call through that alone costs more than the budget', async () => {
    const timing = new FakeTiming();
    const limiter = new Limiter(timing, { units: 10, perMs: 60_000, concurrency: 8 });
    await limiter.enter({ units: 40, priority: 'write', patienceMs: 0 });
    expect(limiter.counts.sent).toBe(1);
  });
});

describe('Retry-After', () => {
  const at = Date.parse('2026-11-22T09:00:00Z');
  const wait = (headers: Record<string, string>) => waitAskedIn(new Headers(headers), () => at);

  it.each([
    [{ 'Retry-After': '315' }, 315_000],
    [{ 'Retry-After': '1.5' }, 1_500],
    [{ 'Retry-After': '0' }, 0],
    [{ 'Retry-After': 'Sun, 22 Nov 2026 09:10:00 GMT' }, 600_000],
    [{ 'Retry-After': 'Sun, 22 Nov 2026 08:00:00 GMT' }, 0],
    [{ 'Retry-After': 'soon' }, undefined],
    [{ 'Retry-After': '-5' }, undefined],
    [{}, undefined],
    [{ 'Retry-After': '10', 'RateLimit-Reset': '31' }, 31_000],
    [{ 'Retry-After': '40', 'RateLimit-Reset': '31' }, 40_000],
  ])('%j asks for %s ms', (headers, expected) => {
    expect(wait(headers as Record<string, string>)).toBe(expected);
  });

  it('reads a date by the clock of the service, not by ours', () => {
    const headers = {
      'Retry-After': 'Sun, 22 Nov 2026 09:10:00 GMT',
      Date: 'Sun, 22 Nov 2026 09:08:00 GMT',
    };
    expect(wait(headers)).toBe(120_000);
  });

  it('reads what is left of the budget only where both halves are said', () => {
    const full = { 'RateLimit-Remaining': '12', 'RateLimit-Reset': '30' };
    expect(headroomIn(new Headers(full))).toEqual({ units: 12, forMs: 30_000 });
    expect(headroomIn(new Headers({ 'RateLimit-Remaining': '12' }))).toBeUndefined();
  });
});
