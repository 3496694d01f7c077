import { undeliveredIn } from '#shared/useCases/outbox/deliver.ts';
import type { Wired } from '../wiring.ts';
import { type Counter, Metrics } from './metrics.ts';

export type Measures = {
  readonly metrics: Metrics;
  readonly sends: Counter;
  readonly sweeps: Counter;
  readonly turnedAway: Counter;
};

/** Seconds since the lists were last known to be fresh; -1 before the first time. */
const ageOf = (asOf: string | undefined, now: string): number =>
  asOf === undefined ? -1 : Math.max(0, (Date.parse(now) - Date.parse(asOf)) / 1_000);

/** What the server counts. */
export const createMetrics = (wired: Wired): Measures => {
  const { mirror, limiter, deps } = wired;
  const metrics = new Metrics();
  metrics.watch(
    'digitek_graph_calls_total',
    'counter',
    'Calls sent to Graph',
    () => limiter.counts.sent,
  );
  metrics.watch(
    'digitek_graph_units_total',
    'counter',
    'Resource units these calls cost',
    () => limiter.counts.units,
  );
  metrics.watch(
    'digitek_graph_wasted_total',
    'counter',
    'Calls that were throttled',
    () => limiter.counts.throttled,
  );
  metrics.watch(
    'digitek_decisions',
    'gauge',
    'Requests that have ended',
    () => deps.stores.decisions.all().length,
  );
  metrics.watch(
    'digitek_sync_age_seconds',
    'gauge',
    'Seconds since the lists were known to be fresh',
    () => ageOf(mirror.asOf, deps.clock.now()),
  );
  metrics.watch(
    'digitek_outbox_waiting',
    'gauge',
    'Messages that are still to be sent or drawn anew',
    () => undeliveredIn(deps),
  );
  metrics.watch(
    'digitek_rows_set_aside',
    'gauge',
    'Rows that make no sense',
    () => mirror.setAside().length,
  );
  return {
    metrics,
    sends: metrics.counter('digitek_sends_total', 'Messages sent or drawn anew'),
    sweeps: metrics.counter('digitek_sweeps_total', 'Sweeps that came to their end'),
    turnedAway: metrics.counter(
      'digitek_turned_away_total',
      'Requests told to come back, because too many were being worked on',
    ),
  };
};
