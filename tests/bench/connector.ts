import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dayOf } from '#shared/domain/day.ts';
import { type Message, messageAbout, neverUnreached, unsent } from '#shared/domain/message.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Clock, Deps } from '#shared/useCases/ports.ts';
import { PortfolioAdapter } from '../../bot/channel/adapter.ts';
import { ConnectorOutbound } from '../../bot/channel/outbound.ts';
import { KnownConversations } from '../../bot/turn/knownConversations.ts';
import { TeamsMessenger } from '../../bot/turn/messenger.ts';
import { bindUseCases } from '../../bot/turn/useCases.ts';
import { Limiter } from '../../infra/tenant/connector/limits.ts';
import { aDecision, aProject, aRequest, people } from '../builders/request.ts';
import { context } from '../gallery/states.ts';
import { botId, issuer, tenantId } from '../worlds/bot/channel.ts';
import { type MemoryStores, testDeps } from '../worlds/memory/memoryStores.ts';
import { pause } from '../worlds/processes/processes.ts';
import { atMost, type BenchLine, type BenchRow, type Size } from './row.ts';

const amounts = {
  full: { cards: 500 },
  small: { cards: 55 },
} as const satisfies Record<Size, unknown>;

/** So many times the least before it is given up. */
const patience = 20;

/** Teams takes so many a second of one bot, all chats together; nobody may be faster. */
const perSecond = 50;

type Connector = {
  readonly url: string;
  readonly counts: { taken: number; refused: number };
  readonly close: () => Promise<void>;
};

/** The Connector with Teams' own limits, as the local tenant counts them, in real time. */
const startConnector = async (): Promise<Connector> => {
  const limiter = new Limiter();
  const counts = { taken: 0, refused: 0 };
  const server: Server = createServer((request, response) => {
    const chat = /conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1] ?? '';
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      try {
        limiter.admit('send', chat);
        counts.taken += 1;
        response.writeHead(201).end(JSON.stringify({ id: `m${counts.taken}` }));
      } catch {
        counts.refused += 1;
        response.writeHead(429, { 'retry-after': '1' }).end('{"error":{"code":"Throttled"}}');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

const realClock: Clock = {
  now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  day: () => dayOf(new Date().toISOString()),
};

/** One matter has ended, and so many people are told of it, each in their own chat. */
const fill = (stores: MemoryStores, cards: number, serviceUrl: string): void => {
  stores.people.put(...people);
  stores.projects.put(aProject());
  stores.requests.put(aRequest());
  stores.decisions.put(aDecision());
  const ids = Array.from({ length: cards }, (_, index) => `reader-${index}`);
  stores.conversations.put(
    ...ids.map((personId) => ({
      ...{ id: `person:${personId}`, conversationId: `a:${personId}`, serviceUrl, personId },
      ...{ kind: 'personal' as const, teamsUserId: null, members: [], installed: true },
      ...neverUnreached,
    })),
  );
  stores.messages.put(
    ...ids.map(
      (id): Message => ({
        ...messageAbout.request(aRequest().id, null),
        ...unsent,
        id: `${aRequest().id}:ended::${id}`,
        kind: 'ended',
        to: { type: 'person', id },
        createdAt: realClock.now(),
      }),
    ),
  );
};

const messengerTo = (deps: Deps, { url }: Connector): TeamsMessenger => {
  const serviceHosts = [new URL(url).host];
  const adapter = new PortfolioAdapter({
    ...{ botId, issuer, tenantId, serviceHosts, openIdUrl: `${url}/openid`, loginUrl: url },
    token: async () => 'connector-token',
  });
  const outbound = new ConnectorOutbound((to) => adapter.connector(to), { botId, tenantId });
  const useCases = bindUseCases(deps);
  return new TeamsMessenger({
    known: new KnownConversations(deps.stores.conversations, outbound, {
      serviceHosts,
      firstServiceUrl: url,
    }),
    outbound,
    feed: { tell: async () => ({ type: 'notInstalled' }) },
    links: context.links,
    readerFor: useCases.readerFor,
    actorOf: (id) => useCases.actorOf(id, ''),
    chefs: useCases.chefs,
  });
};

/** P28: many cards at once, from the outbox through the SDK to a Connector that counts. */
const manyCards = async (size: Size): Promise<readonly BenchRow[]> => {
  const { cards } = amounts[size];
  const connector = await startConnector();
  try {
    const memory = testDeps();
    const deps: Deps = { ...memory, clock: realClock };
    fill(memory.stores, cards, `${connector.url}/`);
    const messenger = messengerTo(deps, connector);
    const leastMs = (Math.ceil(cards / perSecond) - 1) * 1_000;
    const started = performance.now();
    const passed = () => performance.now() - started;
    // As often as the job does it: each message that is written down wakes it.
    while (connector.counts.taken < cards && passed() < leastMs * patience) {
      await deliver(deps, messenger);
      await pause(20);
    }
    const [{ taken, refused }, took] = [connector.counts, passed()];
    if (taken < cards) throw new Error(`${taken} of ${cards} cards were sent in ${took} ms`);
    const what = `${cards.toLocaleString('en')} cards at once to a Connector with Teams' limits`;
    return [
      atMost({
        ...{ id: 'P28', what: `${what}: refused` },
        ...{ value: refused, gate: 0, aim: 0, unit: '' },
      }),
      atMost({
        ...{ id: 'P28', what: `${what}: time, against the least it may take` },
        ...{ value: took / leastMs, gate: 1.2, aim: 1.05, unit: '×' },
      }),
    ];
  } finally {
    await connector.close();
  }
};

export async function* benchConnector(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'P28', measure: () => manyCards(size) };
}
