import type { FastifyInstance } from 'fastify';
import type { Freshness } from '../api/context.ts';
import type { Metrics } from './metrics.ts';

export type Health = {
  readonly freshness: Freshness;
  readonly metrics: Metrics;
  readonly version: string;
};

/** For whoever keeps the server running: no names, no projects, nothing to be let in for. */
export const registerHealth = (app: FastifyInstance, health: Health): void => {
  const { freshness, metrics, version } = health;
  app.get('/health', (_request, reply) => {
    const ready = freshness.ready();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        ready,
        version,
        ...(ready ? { asOf: freshness.asOf(), stale: freshness.stale() } : {}),
      });
  });
  app.get('/metrics', (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(metrics.text()),
  );
};
