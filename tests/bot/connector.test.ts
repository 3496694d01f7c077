import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import {
  type Conversation,
  type Message,
  messageAbout,
  neverUnreached,
  unsent,
} from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { FeedEntry } from '#shared/useCases/ports.ts';
import { PortfolioAdapter } from '../../bot/channel/adapter.ts';
import { ConnectorOutbound } from '../../bot/channel/outbound.ts';
import { KnownConversations } from '../../bot/turn/knownConversations.ts';
import { TeamsMessenger } from '../../bot/turn/messenger.ts';
import { aPosition, aReader, aView, chefs, people } from '../builders/request.ts';
import { context } from '../gallery/states.ts';
import { botId, issuer, tenantId } from '../worlds/bot/channel.ts';
import { FakeOutbound, FakeTable, fakeUseCases } from '../worlds/bot/parts.ts';

type Call = {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
};
type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

let server: Server;
let calls: Call[];
let answers: Answer[];
let outbound: ConnectorOutbound;
let place: { serviceUrl: string; conversationId: string };
const tokens: (string | undefined)[] = [];

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};

beforeEach(async () => {
  calls = [];
  answers = [];
  server = createServer(async (request, response) => {
    tokens.push(request.headers.authorization);
    const body = await bodyOf(request);
    calls.push({ method: request.method ?? '', path: request.url ?? '', body });
    const answer = answers.shift() ?? { status: 201, body: { id: 'm1' } };
    response
      .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      .end(JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/connector/`;
  place = { serviceUrl, conversationId: 'a:1;x@y' };
  const adapter = new PortfolioAdapter({
    botId,
    issuer,
    openIdUrl: `${serviceUrl}openid`,
    loginUrl: `${serviceUrl}${tenantId}`,
    serviceHosts: [`127.0.0.1:${port}`],
    token: async () => 'connector-token',
  });
  outbound = new ConnectorOutbound((url) => adapter.connector(url), { botId, tenantId });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const card = { type: 'AdaptiveCard', version: '1.5', body: [] } as const;
const send = () => outbound.send(place, card as never, 'Gate 1: App. Du beslutter.');

describe('the Connector', () => {
  it('gets the card alone, with a summary and a token, and its id is kept', async () => {
    expect(await send()).toEqual({ type: 'sent', conversationId: 'a:1;x@y', activityId: 'm1' });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      method: 'POST',
      path: '/connector/v3/conversations/a%3A1%3Bx%40y/activities',
      body: { type: 'message', summary: 'Gate 1: App. Du beslutter.' },
    });
    expect(calls[0]?.body).not.toHaveProperty('text');
    expect(tokens.at(-1)).toBe('Bearer connector-token');
  });

  it.each([
    [429, 'later'],
    [412, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
    [504, 'later'],
    [403, 'unreachable'],
    [404, 'unreachable'],
    [413, 'unreachable'],
  ])('is asked once when it says %i, and that means %s', async (status, type) => {
    answers.push({ status, body: { error: { code: 'X', message: 'y' } } });
    expect((await send()).type).toBe(type);
    expect(calls).toHaveLength(1);
  });

  it('says itself how long to wait', async () => {
    answers.push({ status: 429, headers: { 'retry-after': '17' } });
    expect(await send()).toMatchObject({ type: 'later', retryAfterMs: 17_000 });
  });

  it('is not followed elsewhere', async () => {
    answers.push({ status: 307, headers: { location: 'http://127.0.0.1:1/' } });
    expect((await send()).type).not.toBe('sent');
    expect(calls).toHaveLength(1);
  });

  it('changes a copy, and tells when it is gone', async () => {
    answers.push({ status: 200, body: { id: 'm1' } }, { status: 404 }, { status: 412 });
    const update = () => outbound.update(place, 'm1', card as never, 's');
    expect((await update()).type).toBe('updated');
    expect((await update()).type).toBe('gone');
    expect((await update()).type).toBe('later');
    expect(calls.map((call) => call.method)).toEqual(['PUT', 'PUT', 'PUT']);
  });

  it('opens the chat with a person by their Entra object id', async () => {
    answers.push({ status: 201, body: { id: 'a:new' } });
    const made = await outbound.createPersonal(place.serviceUrl, chefs.omsorg.id);
    expect(made).toMatchObject({ type: 'created', place: { conversationId: 'a:new' } });
    expect(calls[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: chefs.omsorg.id }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
  });

  it('gives the members of a chat page by page', async () => {
    const member = (id: string) => ({ id: `29:${id}`, aadObjectId: id });
    answers.push(
      { status: 200, body: { members: [member('a')], continuationToken: 'next' } },
      { status: 200, body: { members: [member('b')] } },
    );
    expect(await outbound.roster(place)).toEqual([
      { id: 'a', teamsUserId: '29:a' },
      { id: 'b', teamsUserId: '29:b' },
    ]);
    expect(calls[1]?.path).toContain('continuationToken=next');
  });

  it('is never asked off the allow-list', async () => {
    const elsewhere = { ...place, serviceUrl: 'http://127.0.0.1:1/' };
    expect((await outbound.send(elsewhere, card as never, '')).type).toBe('unreachable');
    expect(calls).toEqual([]);
  });
});

const aMessage = (
  extra: Partial<Message> = {},
  what = messageAbout.request('mundhygiejne-gate1-1', null),
): Message => ({
  id: 'm',
  kind: 'ask',
  to: { type: 'person', id: chefs.omsorg.id },
  ...unsent,
  state: 'sending',
  attempts: 1,
  createdAt: '2026-11-23T09:00:00Z',
  ...extra,
  ...what,
});

const about = (...given: Parameters<typeof aView>): Notice => {
  const view = aView(...given);
  return { type: 'request', revision: view.revision, view };
};

describe('the messenger', () => {
  const setUp = () => {
    const teams = new FakeOutbound();
    const told: FeedEntry[] = [];
    const table = new FakeTable<Conversation>();
    const known = new KnownConversations(table, teams, {
      serviceHosts: ['smba.trafficmanager.net'],
      firstServiceUrl: 'https://smba.trafficmanager.net/teams/',
    });
    const messenger = new TeamsMessenger({
      known,
      outbound: teams,
      feed: {
        tell: async (entry) => {
          told.push(entry);
          return { type: 'told' };
        },
      },
      links: context.links,
      readerFor: (view, id) => aReader(view, people.find((one) => one.id === id) ?? null),
      actorOf: (id) => fakeUseCases().actorOf(id, ''),
      chefs: () => [chefs.social.id, chefs.sundhed.id, chefs.omsorg.id],
    });
    return { teams, table, messenger, told };
  };

  it('opens a chat once, and draws the card for the one it goes to', async () => {
    const { teams, table, messenger } = setUp();
    const sent = await messenger.send(aMessage(), about());
    expect(sent).toMatchObject({ type: 'sent', conversationId: `a:${chefs.omsorg.id}` });
    await messenger.send(aMessage(), about());
    expect(teams.created).toEqual([chefs.omsorg.id]);
    expect(table.get(`person:${chefs.omsorg.id}`)?.value.teamsUserId).toBe(`29:${chefs.omsorg.id}`);
    expect(teams.sent[0]?.card.refresh?.userIds).toEqual([`29:${chefs.omsorg.id}`]);
    expect(teams.sent[0]?.summary).toContain('Du beslutter.');
  });

  it('says that somebody without the app is unreachable', async () => {
    const { teams, messenger } = setUp();
    teams.creates = 'unreachable';
    expect((await messenger.send(aMessage(), about())).type).toBe('unreachable');
  });

  const hearing = {
    request: {
      decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
      why: { type: 'commonPool' },
    },
  } as const;
  const toGroup = { to: { type: 'chefgruppe' } } as const;

  it("posts to the chefgruppe's chat, refreshed for those who may answer", async () => {
    const { teams, table, messenger } = setUp();
    expect((await messenger.send(aMessage(toGroup), about(hearing))).type).toBe('unreachable');
    const members = people.map(({ id }) => ({ id, teamsUserId: `29:${id}` }));
    await table.insert({
      id: 'chat:19:chefs',
      conversationId: '19:chefs',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
      kind: 'groupChat',
      personId: null,
      teamsUserId: null,
      members,
      installed: true,
      ...neverUnreached,
    });
    const notice = about({ ...hearing, statements: [aPosition('social', choice('investigate'))] });
    expect(await messenger.send(aMessage(toGroup), notice)).toMatchObject({
      conversationId: '19:chefs',
    });
    expect(teams.sent[0]?.card.refresh?.userIds).toEqual(
      [chefs.social, chefs.sundhed, chefs.omsorg].map(({ id }) => `29:${id}`),
    );
    expect(JSON.stringify(teams.sent[0]?.card)).not.toContain('(dig)');
  });

  it('tells a consultant that a pool has passed its mark', async () => {
    const { teams, messenger } = setUp();
    const balance = {
      budgetOre: 200_000_00,
      reservedOre: 60_000_00,
      grantedOre: 85_000_00,
      spentOre: 20_000_00,
      releasedOre: 0,
      availableOre: 35_000_00,
    };
    const pool = {
      id: '2026:area:omsorg',
      year: 2026,
      title: 'Omsorg',
      kind: 'areaPool',
      area: 'omsorg',
      budgetOre: 200_000_00,
      lastChange: null,
    } as const;
    const message = aMessage({ kind: 'poolMark' }, messageAbout.pool(pool.id, 80));
    const notice = { type: 'poolMark', revision: 0, pool, balance, mark: 80 } as const;
    expect((await messenger.send(message, notice)).type).toBe('sent');
    const card = JSON.stringify(teams.sent[0]?.card);
    for (const said of ['Omsorgs pulje', '80 %', '35.000\u00a0kr.']) expect(card).toContain(said);
    expect(teams.sent[0]?.summary.length).toBeLessThanOrEqual(90);
  });

  it('changes the copy where it stands', async () => {
    const { teams, messenger } = setUp();
    await messenger.send(aMessage(), about());
    const copy = aMessage({ conversationId: `a:${chefs.omsorg.id}`, activityId: 'sent-1' });
    const done = await messenger.update(copy, about({ decision: {} }));
    expect(done.type).toBe('updated');
    expect(teams.updated[0]).toMatchObject({ activityId: 'sent-1' });
    expect(JSON.stringify(teams.updated[0]?.card)).toContain('Du besluttede');
    expect((await messenger.update(aMessage(), about())).type).toBe('gone');
  });
});
