import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Clock } from './clock.ts';
import { Limiter } from './connector/limits.ts';
import { openCertificates } from './entra/assertions.ts';
import { openKeys } from './entra/keys.ts';
import { createTokens } from './entra/tokens.ts';
import { createVerify } from './entra/verify.ts';
import { Faults } from './faults.ts';
import type { TenantParts } from './parts.ts';
import { createRouter } from './router.ts';
import { openStore } from './store/store.ts';
import { Chats } from './teams/chats.ts';
import { createDeliver } from './teams/deliver.ts';
import { TeamsEvents } from './teams/events.ts';
import { Feed } from './teams/feed.ts';
import { Installs } from './teams/installs.ts';
import type { InvokeParts } from './teams/invoke.ts';
import { Lifecycle } from './teams/lifecycle.ts';
import { Refresher } from './teams/refresh.ts';
import { Servers } from './teams/servers.ts';

interface TenantOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataDir: string;
  readonly serverUrl: string;
  /** Where others find the tenant, when something stands in front of it. */
  readonly publicUrl?: string | undefined;
}

export interface Tenant {
  readonly url: string;
  readonly parts: TenantParts;
  close(): Promise<void>;
}

/** How often the tenant looks whether a server is there to be told of installs. */
const announceEveryMs = 1000;
export const keepAliveMs = 65_000;

export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const address = { port: options.port };
  const parts = await assemble(
    options,
    () => options.publicUrl ?? `http://127.0.0.1:${address.port}`,
  );
  const server = createServer(guarded(createRouter(parts)));
  // As Microsoft's do: a connection is not closed at the moment when its next call is on the way.
  server.keepAliveTimeout = keepAliveMs;
  await listen(server, options.port);
  address.port = (server.address() as AddressInfo).port;
  const announcing = setInterval(() => {
    parts.lifecycle.announce().catch((cause: unknown) => console.error(cause));
  }, announceEveryMs);
  return {
    url: parts.baseUrl(),
    parts,
    close: async () => {
      clearInterval(announcing);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await parts.lifecycle.settled();
      parts.store.close();
    },
  };
}

async function assemble(options: TenantOptions, baseUrl: () => string): Promise<TenantParts> {
  const store = openStore(options.dataDir);
  const clock = new Clock(store);
  const keys = await openKeys(store);
  const tokens = createTokens(keys, baseUrl);
  const events = new TeamsEvents();
  const chats = new Chats(store, clock, events);
  const installs = new Installs(store);
  const servers = new Servers(options.serverUrl);
  const serviceUrl = (): string => `${baseUrl()}/connector/`;
  const deliver = createDeliver(servers, tokens, serviceUrl);
  const invokeParts: InvokeParts = { clock, chats, deliver, serviceUrl };
  return {
    store,
    clock,
    keys,
    tokens,
    certificates: openCertificates(store),
    verify: createVerify(keys),
    faults: new Faults(),
    limiter: new Limiter(),
    servers,
    installs,
    events,
    chats,
    feed: new Feed(store, events),
    invokeParts,
    lifecycle: new Lifecycle(invokeParts, installs),
    refresher: new Refresher(invokeParts),
    baseUrl,
    serviceUrl,
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** The last net: a call that breaks the tenant is answered and told, and the tenant goes on. */
function guarded(handle: Handler): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    handle(req, res).catch((cause: unknown) => {
      console.error(req.method, req.url, cause);
      if (res.headersSent) res.destroy();
      else res.writeHead(500).end();
    });
  };
}
