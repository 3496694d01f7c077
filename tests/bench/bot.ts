import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { choice } from '#shared/domain/gates.ts';
import { createTurn } from '../../bot/bot.ts';
import { cardFor } from '../../bot/cards/cardFor.ts';
import type { Inbound } from '../../bot/inbound.ts';
import { KnownConversations } from '../../bot/knownConversations.ts';
import { receive } from '../../bot/messagesEndpoint.ts';
import { bindUseCases } from '../../bot/useCases.ts';
import {
  activityOf,
  botId,
  type Channel,
  endpointOf,
  issuer,
  openChannel,
  tokenOf,
} from '../bot/channel.ts';
import { FakeOutbound, fakeBot, serviceUrl } from '../bot/parts.ts';
import { testDeps } from '../builders/memoryStores.ts';
import {
  aDecision,
  aPosition,
  aProject,
  aReader,
  aRequest,
  aView,
  chefs,
  people,
} from '../builders/request.ts';
import { context, everyState } from '../cards/states.ts';
import { atMost, type BenchRow, ratioOf } from './row.ts';

const turnsEach = 200;

/** Microseconds of process CPU for one piece of work, done many times over. */
const cpuEach = async (times: number, work: (index: number) => Promise<void>): Promise<number> => {
  const before = process.cpuUsage();
  for (let index = 0; index < times; index += 1) await work(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
};

/** The same adapter as it comes: the SDK's own verification, and a logic that only says 200. */
const emptyAdapter = (
  channel: Channel,
): ((authorization: string, raw: string) => Promise<void>) => {
  const credentials = {
    isValidAppId: async (id: string) => id === botId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest: async (request: unknown) => request }),
  } as unknown as ServiceClientCredentialsFactory;
  const settings = {
    MicrosoftAppId: botId,
    ToChannelFromBotLoginUrl: channel.url,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: channel.url,
    ToBotFromChannelOpenIdMetadataUrl: channel.openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: channel.openIdUrl,
    CallerId: '',
    ValidateAuthority: 'true',
  };
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, credentials),
  );
  return async (authorization, raw) => {
    let status = 0;
    const response = {
      socket: null,
      header: () => undefined,
      end: () => undefined,
      send: () => undefined,
      status: (code: number) => {
        status = code;
      },
    };
    const request = { method: 'POST', headers: { authorization }, body: JSON.parse(raw) };
    await adapter.process(request as never, response, async (turn) => {
      await turn.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    });
    if (status !== 200) throw new Error(`The empty adapter said ${status}`);
  };
};

/** The whole bot over lists in memory, with one request that its chef has decided. */
const wholeBot = (channel: Channel): ((authorization: string, raw: string) => Promise<void>) => {
  const deps = testDeps();
  const { stores } = deps;
  stores.people.put(...people);
  stores.projects.put(aProject());
  stores.requests.put(aRequest());
  stores.decisions.put(aDecision());
  const outbound = new FakeOutbound();
  stores.conversations.put({
    id: `person:${chefs.omsorg.id}`,
    conversationId: 'a:1personal',
    serviceUrl: channel.serviceUrl,
    kind: 'personal',
    personId: chefs.omsorg.id,
    teamsUserId: '29:1person',
    members: [],
    installed: true,
  });
  const known = new KnownConversations(stores.conversations, outbound, {
    serviceHosts: [channel.host],
    firstServiceUrl: channel.serviceUrl,
  });
  const turn = createTurn({
    useCases: bindUseCases(deps),
    known,
    outbound,
    links: context.links,
    clock: deps.clock,
    later: deps.later,
    ready: () => true,
    deadlineMs: 2_300,
  });
  const parts = endpointOf(channel, turn);
  return async (authorization, raw) => {
    const reply = await receive(parts, authorization, raw);
    const sent = JSON.stringify(reply.body);
    if (reply.status !== 200 || !sent.includes('Du besluttede'))
      throw new Error(`The bot said ${reply.status}`);
  };
};

const decide = {
  action: {
    type: 'Action.Execute',
    verb: 'choose',
    data: { requestId: aRequest().id, revision: 0, outcome: 'investigate', comment: '' },
  },
  trigger: 'manual',
};

const aPress: Inbound = {
  type: 'invoke',
  id: 'f:1',
  name: 'adaptiveCard/action',
  serviceUrl,
  replyToId: '1',
  personId: chefs.omsorg.id,
  personName: chefs.omsorg.name,
  teamsUserId: '29:1person',
  botTeamsId: '28:bot',
  conversationId: 'a:1personal',
  kind: 'personal',
  text: '',
  value: decide,
  action: '',
  membersAdded: [],
  membersRemoved: [],
};

const invokeOf = (channel: Channel): string =>
  JSON.stringify(
    activityOf(channel, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '1',
      value: decide,
    }),
  );

const benchInvoke = async (): Promise<BenchRow> => {
  const channel = await openChannel();
  try {
    const [bot, empty] = [wholeBot(channel), emptyAdapter(channel)];
    const authorization = `Bearer ${await tokenOf(channel)}`;
    const raw = invokeOf(channel);
    const value = await ratioOf(
      () => cpuEach(turnsEach, () => bot(authorization, raw)),
      () => cpuEach(turnsEach, () => empty(authorization, raw)),
      9,
    );
    return atMost({
      id: 'P11',
      what: 'CPU of an invoke (all checks, dedupe, card) against the empty adapter with its own checks',
      value,
      gate: 2,
      aim: 1.4,
      unit: '×',
    });
  } finally {
    await channel.close();
  }
};

/** Every press while the lists never answer; the card says so, and Teams shows no error. */
const benchDeadline = async (): Promise<BenchRow> => {
  const bot = fakeBot({ answerRequest: () => new Promise(() => undefined) }, 2_300);
  const turn = createTurn({ ...bot.parts, later: () => undefined });
  const press = async (): Promise<number> => {
    const started = performance.now();
    const reply = await turn(aPress);
    if (!JSON.stringify(reply?.body).includes('modtaget, men ikke gemt endnu'))
      throw new Error('A press was answered with another card');
    return performance.now() - started;
  };
  const taken = await Promise.all(Array.from({ length: 1_000 }, press));
  return atMost({
    id: 'P13',
    what: 'slowest of 1,000 presses while the lists do not answer, each with a true card',
    value: Math.max(...taken) / 1_000,
    gate: 3,
    aim: 1,
    unit: 's',
  });
};

const benchCards = async (): Promise<readonly BenchRow[]> => {
  const seats = Array.from({ length: 30 }, (_, index) => `omraade${index}`);
  const thirty = aView({
    areas: seats.map((id) => ({ id, name: `Område ${id}` })),
    request: { decider: { type: 'chefgruppe', seats }, why: { type: 'commonPool' } },
    statements: seats.map((seat) => ({
      ...aPosition('omsorg', choice('investigate'), 'Ja tak til det.'),
      seat,
    })),
  });
  const view = aView();
  const reader = aReader(view);
  await cpuEach(2_000, async () => void cardFor(view, reader, context));
  const each = await cpuEach(5_000, async () => {
    JSON.stringify(cardFor(view, reader, context));
  });
  const sizes = everyState().map(({ card }) => Buffer.byteLength(JSON.stringify(card)));
  const large = Buffer.byteLength(JSON.stringify(cardFor(thirty, aReader(thirty, null), context)));
  return [
    atMost({
      id: 'P27',
      what: 'CPU to draw a gate card',
      value: each,
      gate: 200,
      aim: 50,
      unit: 'µs',
    }),
    atMost({
      id: 'P27',
      what: 'largest card of all states',
      value: Math.max(...sizes) / 1_024,
      gate: 12,
      aim: 6,
      unit: 'KB',
    }),
    atMost({
      id: 'P27',
      what: 'card with 30 positions',
      value: large / 1_024,
      gate: 12,
      aim: 6,
      unit: 'KB',
    }),
  ];
};

/** P11, P13 and P27 of the goals. */
export const benchBot = async (): Promise<readonly BenchRow[]> => [
  await benchInvoke(),
  await benchDeadline(),
  ...(await benchCards()),
];
