import { describe, expect, it } from 'vitest';
import { watched } from '#shared/graph/stores.ts';
import { lists } from '#shared/lists/all.ts';
import { pollingIn } from '../../bot/polling.ts';

const minuteMs = 60_000;
/** What the smallest tenant allows an app in a minute (platform C4). */
const leastUnits = 1_250;
/** Every list but the history and the papers' contents, which are never loaded. */
const held = Object.keys(lists).length - 2;

/** One resource unit a list and round, also inside a batch. */
const unitsOf = ({ watchedMs, idleMs }: ReturnType<typeof pollingIn>): number =>
  (minuteMs / watchedMs) * watched.length + (minuteMs / idleMs) * held;

describe('staying fresh', () => {
  it('costs the smallest tenant at most a fifth of its units, while somebody looks all the time', () =>
    expect(unitsOf(pollingIn({ local: false }))).toBeLessThanOrEqual(leastUnits / 5));

  it('shows what another server did within two seconds', () => {
    expect(pollingIn({ local: false }).watchedMs).toBeLessThanOrEqual(2_000);
    expect(pollingIn({ local: true }).watchedMs).toBeLessThanOrEqual(1_000);
  });
});
