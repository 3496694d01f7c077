import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Messenger } from '#shared/useCases/outbox/messenger.ts';
import { startJobs } from '../../bot/jobs/jobs.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

const nothingToSend = (): Promise<never> => Promise.reject(new Error('nothing is to be sent'));
const messenger: Messenger = {
  send: nothingToSend,
  update: nothingToSend,
  tellInFeed: nothingToSend,
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('looks at everything again when the clock has jumped, and otherwise once a minute', async () => {
  const deps = testDeps();
  let sweeps = 0;
  const swept = (): void => {
    sweeps += 1;
  };
  const jobs = startJobs({
    deps,
    messenger,
    onChange: () => () => undefined,
    delivered: () => undefined,
    swept,
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(sweeps).toBe(1);
  deps.clock.pass(10_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sweeps).toBe(1);
  deps.clock.pass(86_400_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sweeps).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sweeps).toBe(3);
  await jobs.stop();
});
