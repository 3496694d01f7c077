import type { AddressInfo } from 'node:net';
import { createTokenSource, type TokenSource } from '#shared/graph/token.ts';
import { registerApi } from './api/api.ts';
import { TabTokens } from './api/tabToken.ts';
import { connectorAudience } from './channel/adapter.ts';
import type { Config } from './config.ts';
import { type Bot, createBot } from './createBot.ts';
import { freshnessOf } from './http/freshness.ts';
import { registerHealth } from './http/health.ts';
import { createMetrics, type Measures } from './http/measures.ts';
import { registerPictures } from './http/pictures.ts';
import { createServer } from './http/server.ts';
import { tabFiles } from './http/tabFiles.ts';
import { type Jobs, startJobs } from './jobs/jobs.ts';
import { factsOf, log } from './log.ts';
import { pollingIn } from './polling.ts';
import { type Wired, wire } from './wiring.ts';

export type RunningServer = {
  readonly url: string;
  readonly wired: Wired;
  readonly stop: () => Promise<void>;
};

type Options = { readonly version: string; readonly tabFolder: string };

const loadAgainMs = 2_000;

/** A bot of several tenants signs in with the Bot Framework's own. */
const connectorToken = (config: Config): TokenSource =>
  createTokenSource({
    tenantId: config.botType === 'MultiTenant' ? 'botframework.com' : config.tenantId,
    clientId: config.botId,
    authorityUrl: config.botAuthorityUrl,
    audience: connectorAudience,
    credential: config.credential,
  });

/** Reads everything once; until that is done the server answers that it is not ready. */
const loadLists = async (wired: Wired, isStopped: () => boolean): Promise<void> => {
  while (!isStopped()) {
    try {
      await wired.mirror.load();
      return;
    } catch (thrown) {
      log('warn', 'load.failed', factsOf(thrown));
      await new Promise((resolve) => setTimeout(resolve, loadAgainMs));
    }
  }
};

/** What runs by itself begins when the lists are in memory. */
const startBackground = (
  config: Config,
  wired: Wired,
  bot: Bot,
  { sends, sweeps }: Measures,
): Jobs => {
  wired.mirror.start(pollingIn(config));
  // Read through now, so that whoever writes the first idea of the day does not wait for it.
  wired.deps.later('alike', async () => wired.deps.alike.follow(wired.stores.projects.all()));
  return startJobs({
    deps: wired.deps,
    messenger: bot.messenger,
    onChange: (listener) => wired.mirror.onChange(listener),
    delivered: (count) => sends.add('', count),
    swept: () => sweeps.add(),
  });
};

/** Puts the server together and starts it; nothing else constructs anything. */
export const startServer = async (config: Config, options: Options): Promise<RunningServer> => {
  const wired = wire(config);
  const { deps } = wired;
  const freshness = freshnessOf(wired.mirror);
  const measures = createMetrics(wired);
  const bot = createBot({
    config,
    deps,
    token: connectorToken(config),
    feed: wired.feed,
    ready: freshness.ready,
  });
  const app = createServer(config, (door) => measures.turnedAway.add(`door="${door}"`));
  registerHealth(app, { freshness, metrics: measures.metrics, version: options.version });
  registerApi(app, { deps, freshness, messenger: bot.messenger }, new TabTokens(config));
  registerPictures(app, wired.pictures);
  await bot.addRoutes(app);
  tabFiles(app, config, options.tabFolder);
  await app.listen({ host: '127.0.0.1', port: config.port });
  const { port } = app.server.address() as AddressInfo;
  log('info', 'listening', { port, version: options.version });
  let stopped = false;
  await bot.warm();
  const background = loadLists(wired, () => stopped).then(() =>
    stopped ? undefined : startBackground(config, wired, bot, measures),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    wired,
    stop: async () => {
      stopped = true;
      wired.mirror.stop();
      await app.close();
      await (await background)?.stop();
      await wired.settled();
    },
  };
};
