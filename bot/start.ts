import type { AddressInfo } from 'node:net';
import { registerApi } from './api/api.ts';
import { TabTokens } from './api/tabToken.ts';
import type { Config } from './config.ts';
import { freshnessOf } from './freshness.ts';
import { registerHealth } from './health.ts';
import { factsOf, log } from './log.ts';
import { createMetrics } from './measures.ts';
import { createServer } from './server.ts';
import { tabFiles } from './tabFiles.ts';
import { type Wired, wire } from './wiring.ts';

export type RunningServer = {
  readonly url: string;
  readonly wired: Wired;
  readonly stop: () => Promise<void>;
};

type Options = { readonly version: string; readonly tabFolder: string };

/** Looked at, the lists are asked every second; otherwise often enough for the outbox. */
const polling = { watchedMs: 1_000, idleMs: 10_000 };
const loadAgainMs = 2_000;

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

/** Puts the server together and starts it; nothing else constructs anything. */
export const startServer = async (config: Config, options: Options): Promise<RunningServer> => {
  const wired = wire(config);
  const freshness = freshnessOf(wired.mirror);
  const { metrics } = createMetrics(wired);
  const app = createServer(config);
  registerHealth(app, { freshness, metrics, version: options.version });
  registerApi(app, { deps: wired.deps, freshness }, new TabTokens(config));
  tabFiles(app, config, options.tabFolder);
  await app.listen({ host: '127.0.0.1', port: config.port });
  const { port } = app.server.address() as AddressInfo;
  log('info', 'listening', { port, version: options.version });
  let stopped = false;
  const loaded = loadLists(wired, () => stopped).then(() => {
    if (!stopped) wired.mirror.start(polling);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    wired,
    stop: async () => {
      stopped = true;
      wired.mirror.stop();
      await app.close();
      await wired.settled();
      await loaded;
    },
  };
};
