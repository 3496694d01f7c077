import type { FastifyInstance } from 'fastify';
import type { Deps } from '#shared/useCases/ports.ts';
import { registerApi } from '../../bot/api/api.ts';
import { TabTokens } from '../../bot/api/tabToken.ts';
import { createServer } from '../../bot/http/server.ts';
import { authorityUrl, clientId, tenantId, testKeys } from '../worlds/api/apiWorld.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/** The tab's API over these lists; `version` rises when one of them changes. */
export const apiOver = (deps: Deps, version: () => number): FastifyInstance => {
  const app = createServer({ teamsOrigins: [] });
  const freshness = {
    version,
    asOf: () => '2026-11-23T09:14:00Z',
    ready: () => true,
    stale: () => false,
    setAside: () => [],
    touch: () => undefined,
  };
  const keys = testKeys({ count: 0, fail: false });
  const tokens = new TabTokens(
    { tenantId, clientId, botId: clientId, authorityUrl, publicUrl: 'https://x.example' },
    keys,
  );
  registerApi(app, { deps, freshness, messenger: new FakeTeams() }, tokens);
  return app;
};
