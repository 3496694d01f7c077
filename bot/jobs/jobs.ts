import { followOutOfOffice } from '#shared/useCases/absences/outOfOffice.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Messenger } from '#shared/useCases/outbox/messenger.ts';
import { watchReach } from '#shared/useCases/outbox/reach.ts';
import type { Clock, Deps } from '#shared/useCases/ports.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { log } from '../log.ts';
import { type Repeated, repeat } from './repeat.ts';

export type Jobs = { readonly stop: () => Promise<void> };

type Parts = {
  readonly deps: Deps;
  readonly messenger: Messenger;
  /** Calls back with the lists whose rows changed; returns the way to end it. */
  readonly onChange: (listener: (changed: ReadonlySet<string>) => void) => () => void;
  readonly delivered: (count: number) => void;
  readonly swept: () => void;
};

const sweepEveryMs = 60_000;
/** So that a message whose sender died is taken over as soon as its claim has run out. */
const deliverEveryMs = 1_000;
/** What is due by the clock is told within the minute in which it is due. */
const scheduleEveryMs = 15_000;
/** A clock that has moved so far between two looks has not only gone on. */
const jumpMs = 30_000;
const sweepJob = ({ deps, swept }: Parts): Repeated => {
  let when: 'start' | 'later' = 'start';
  return repeat('sweep', sweepEveryMs, async () => {
    const { done, failed } = await sweep(deps, when);
    when = 'later';
    swept();
    if (done > 0 || failed.length > 0) log('info', 'swept', { done, failed: failed.length });
  });
};

const deliverJob = ({ deps, messenger, delivered }: Parts): Repeated =>
  repeat('deliver', deliverEveryMs, async () => {
    delivered(await deliver(deps, messenger));
  });

const scheduleJob = ({ deps }: Parts): Repeated =>
  repeat('schedule', scheduleEveryMs, async () => {
    await tellByClock(deps);
    await watchReach(deps);
  });

/** Of its own, so that nothing waits for a mailbox. */
const mailboxesJob = ({ deps }: Parts): Repeated =>
  repeat('mailboxes', scheduleEveryMs, async () => {
    await followOutOfOffice(deps);
  });

/** Calls back when the clock has jumped: a machine that slept, a local tenant whose clock was moved. */
const onJump = (clock: Clock, jumped: () => void): (() => void) => {
  const read = (): number => Date.parse(clock.now());
  let last = read();
  const timer = setInterval(() => {
    const now = read();
    if (Math.abs(now - last) > jumpMs) jumped();
    last = now;
  }, deliverEveryMs);
  return () => clearInterval(timer);
};

/** What runs by the clock and by the outbox. */
export const startJobs = (parts: Parts): Jobs => {
  const sweeping = sweepJob(parts);
  const delivering = deliverJob(parts);
  const scheduling = scheduleJob(parts);
  const reading = mailboxesJob(parts);
  // Any row may decide what there is to send, or what a card that was sent must show.
  const quiet = parts.onChange(() => delivering.wake());
  const still = onJump(parts.deps.clock, () => {
    sweeping.wake();
    scheduling.wake();
    reading.wake();
  });
  sweeping.wake();
  delivering.wake();
  scheduling.wake();
  reading.wake();
  return {
    stop: async () => {
      quiet();
      still();
      await Promise.all([sweeping, delivering, scheduling, reading].map((job) => job.stop()));
    },
  };
};
