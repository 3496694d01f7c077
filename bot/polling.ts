import type { Polling } from '#shared/graph/mirror.ts';
import type { Config } from './config.ts';

/** What somebody looks at is asked for every second; the rest often enough for the outbox. */
const local: Polling = { watchedMs: 1_000, idleMs: 5_000 };
/**
 * A list and round costs a resource unit, and the smallest tenant has 1,250 a minute for
 * everything (platform C4): this leaves four fifths of them, also with somebody at the board all
 * day. What a server does itself, and what it decides on, does not wait for it.
 */
const tenant: Polling = { watchedMs: 2_000, idleMs: 23_000 };

/** How often the lists are asked what is new. */
export const pollingIn = (config: Pick<Config, 'local'>): Polling =>
  config.local ? local : tenant;
