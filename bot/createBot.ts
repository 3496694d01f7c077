import type { FastifyInstance } from 'fastify';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import {
  hashOf,
  type LinkedRoute,
  linkNameOf,
  type Route,
  routeOf,
  routeOfLink,
} from '#shared/contract/tabAddress.ts';
import type { Messenger } from '#shared/useCases/outbox/messenger.ts';
import { resend } from '#shared/useCases/outbox/resend.ts';
import type { ActivityFeed, Deps } from '#shared/useCases/ports.ts';
import type { Links } from './cards/context.ts';
import { PortfolioAdapter } from './channel/adapter.ts';
import { ChannelKeys } from './channel/channelKeys.ts';
import { addMessages } from './channel/messagesEndpoint.ts';
import { ConnectorOutbound } from './channel/outbound.ts';
import type { Config } from './config.ts';
import { createTurn } from './turn/bot.ts';
import { KnownConversations } from './turn/knownConversations.ts';
import { TeamsMessenger } from './turn/messenger.ts';
import { bindUseCases } from './turn/useCases.ts';

type BotConfig = Pick<
  Config,
  | 'botId'
  | 'tenantId'
  | 'botIssuer'
  | 'botOpenIdUrl'
  | 'botAuthorityUrl'
  | 'botServiceHosts'
  | 'publicUrl'
  | 'teamsAppId'
>;

export type BotNeeds = {
  readonly config: BotConfig;
  readonly deps: Deps;
  /** A token for the Bot Connector (audience `connectorAudience` in adapter.ts). */
  readonly token: () => Promise<string>;
  readonly feed: ActivityFeed;
  /** Every list has been read once. */
  readonly ready: () => boolean;
};

export type Bot = {
  readonly messenger: Messenger;
  /** Adds `POST /api/messages`. */
  readonly addRoutes: (app: FastifyInstance) => Promise<void>;
  /** Reads the channel's keys ahead of the first message. */
  readonly warm: () => Promise<boolean>;
};

/** The public cloud's address for a first message to somebody the bot has not heard of. */
const publicServiceUrl = 'https://smba.trafficmanager.net/teams/';
/** The static tab's entity id in the manifest. */
const tabEntityId = 'board';
/**
 * After a second people press again, or put the phone away not knowing. What has not ended by then
 * is told as received and not stored, which is so, and its receipt takes that card's place by itself:
 * of a decision that takes longer people see two cards, and of any other only its receipt.
 */
const pressDeadlineMs = 800;
const lookMs = 2_300;
const travelMs = 500;

/** Deep links into the tab inside Teams; `webUrl` is where a client without the app goes. */
export const linksTo = ({
  publicUrl,
  teamsAppId,
}: Pick<BotConfig, 'publicUrl' | 'teamsAppId'>): Links => {
  const tab = (page: string, subEntityId?: string): string => {
    const query = new URLSearchParams({ webUrl: `${publicUrl}/tab/${page}` });
    if (subEntityId) query.set('context', JSON.stringify({ subEntityId }));
    return `https://teams.microsoft.com/l/entity/${teamsAppId}/${tabEntityId}?${query}`;
  };
  const to = (route: LinkedRoute): string => tab(hashOf(route), linkNameOf(route));
  return {
    project: (id) => to({ type: 'project', id, section: '' }),
    paper: (id, paper) => to({ type: 'paper', id, paper }),
    request: (requestId) => to({ type: 'decide', requestId }),
    matter: (type, id) => to({ type: 'decide', requestId: matterIdOf(type, id) }),
    decide: () => to({ type: 'decide', requestId: null }),
    board: () => tab(''),
    economy: () => to({ type: 'money', query: '' }),
    ideas: () => to({ type: 'ideas', query: '' }),
    tasks: () => to({ type: 'tasks', query: '' }),
    plan: () => to({ type: 'plan', query: '' }),
    year: () => to({ type: 'year', query: '' }),
    quarter: (id) => to({ type: 'quarter', id, query: '' }),
    visit: (id) => to({ type: 'visit', id, section: '' }),
    story: (id) => to({ type: 'story', id }),
    stories: () => to({ type: 'stories', query: '' }),
    picture: (id) => `${publicUrl}/pictures/${encodeURIComponent(id)}`,
  };
};

/** What a Teams link to the tab names; null when its context is cut off, or names nothing. */
const nameIn = (url: URL): string | null => {
  try {
    const context: unknown = JSON.parse(url.searchParams.get('context') ?? '');
    const named = typeof context === 'object' && context !== null && 'subEntityId' in context;
    return named && typeof context.subEntityId === 'string' ? context.subEntityId : null;
  } catch {
    // Somebody's own link, or half of one of ours, leads nowhere we know.
    return null;
  }
};

/** The place of the tab behind a link that people have: our own address, or Teams' way to it. */
export const placesOf =
  ({ publicUrl, teamsAppId }: Pick<BotConfig, 'publicUrl' | 'teamsAppId'>) =>
  (link: string): Route | null => {
    if (!URL.canParse(link)) return null;
    const url = new URL(link);
    if (url.href.startsWith(`${publicUrl}/tab/`)) return routeOf(url.hash);
    const tab = `https://teams.microsoft.com/l/entity/${teamsAppId}/`;
    const name = url.href.startsWith(tab) ? nameIn(url) : null;
    return name === null ? null : routeOfLink(name);
  };

/** Puts the conversation together: the door, the turn behind it, and the messenger. */
export const createBot = (needs: BotNeeds): Bot => {
  const { config, deps } = needs;
  const settings = {
    botId: config.botId,
    issuer: config.botIssuer,
    tenantId: config.tenantId,
    serviceHosts: config.botServiceHosts,
  };
  const adapter = new PortfolioAdapter({
    ...settings,
    openIdUrl: config.botOpenIdUrl,
    loginUrl: `${config.botAuthorityUrl}/${config.tenantId}`,
    token: needs.token,
  });
  const outbound = new ConnectorOutbound((url) => adapter.connector(url), settings);
  const known = new KnownConversations(deps.stores.conversations, outbound, {
    ...settings,
    firstServiceUrl: publicServiceUrl,
  });
  const useCases = bindUseCases(deps);
  const links = linksTo(config);
  const keys = new ChannelKeys(config.botOpenIdUrl);
  const messenger = new TeamsMessenger({
    known,
    outbound,
    feed: needs.feed,
    links,
    readerFor: useCases.readerFor,
    actorOf: (id) => useCases.actorOf(id, ''),
    chefs: useCases.chefs,
  });
  const turn = createTurn({
    useCases,
    deps,
    resend: (actor, personId) => resend(deps, messenger, actor, personId),
    known,
    outbound,
    links,
    placeAt: placesOf(config),
    clock: deps.clock,
    later: deps.later,
    ready: needs.ready,
    deadlineMs: pressDeadlineMs,
    ...{ lookMs, travelMs },
  });
  return {
    messenger,
    addRoutes: (app) => addMessages(app, { adapter, keys, settings, turn }),
    warm: () => keys.warm(),
  };
};
