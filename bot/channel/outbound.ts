import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { UnreachedWhy } from '#shared/domain/reach.ts';
import type { Later, Refreshed, Sent } from '#shared/useCases/outbox/messenger.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { log } from '../log.ts';
import { type ConnectorProblem, connectorProblemOf } from './connectorProblem.ts';
import { NotYet, SendLimiter } from './sendLimiter.ts';

/** A conversation to write in. */
export type Place = { readonly serviceUrl: string; readonly conversationId: string };

export type RosterMember = { readonly id: string; readonly teamsUserId: string };

export type Created =
  | { readonly type: 'created'; readonly place: Place }
  | { readonly type: 'unreachable'; readonly why: UnreachedWhy; readonly problem: string }
  | Later;

/** What the bot says to Teams by itself: every call goes through the one limiter. */
export interface Outbound {
  send(place: Place, card: IAdaptiveCard, summary: string): Promise<Sent>;
  update(
    place: Place,
    activityId: string,
    card: IAdaptiveCard,
    summary: string,
  ): Promise<Refreshed>;
  /** The 1:1 chat with a person, by Entra object id. */
  createPersonal(serviceUrl: string, personId: string): Promise<Created>;
  /** Everybody in a conversation; null when it cannot be read now. */
  roster(place: Place): Promise<readonly RosterMember[] | null>;
  member(place: Place, personId: string): Promise<RosterMember | null>;
}

export type OutboundSettings = { readonly botId: string; readonly tenantId: string };

type Connect = (serviceUrl: string) => Promise<ConnectorClient>;

const cardContentType = 'application/vnd.microsoft.card.adaptive';
/**
 * Waiting for a turn and the call itself are over before the claim of a message is (deliver.ts), so
 * that whoever takes it over after a death does not send what is still being sent.
 */
const longestCallMs = 5_000;
const longestTurnMs = 1_500;
const options = { timeout: longestCallMs };

/** The card alone: text beside it would split the message, and then no id comes back. */
const activityOf = (place: Place, card: IAdaptiveCard, summary: string): Partial<Activity> => ({
  type: 'message',
  summary,
  conversation: { id: place.conversationId } as Activity['conversation'],
  attachments: [{ contentType: cardContentType, content: card }],
});

/** The SDK's type says that the token is always there; on the first page it is not. */
type Read = (id: string, options: { pageSize: number; continuationToken: string }) => unknown;

type Account = { readonly id?: string; readonly aadObjectId?: string; readonly objectId?: string };

const memberOf = (account: Account): RosterMember | null => {
  const id = account.aadObjectId ?? account.objectId;
  return id && account.id ? { id: id.toLowerCase(), teamsUserId: account.id } : null;
};

/** Teams opens no chat with an id that it does not know, whatever the words for it. */
const noChat = ({ why, problem }: Extract<ConnectorProblem, { type: 'final' }>): UnreachedWhy =>
  /^40[04]\b/.test(problem) ? 'unknownPerson' : why;

/** Over the SDK's ConnectorClient. */
export class ConnectorOutbound implements Outbound {
  readonly #connect: Connect;
  readonly #settings: OutboundSettings;
  readonly #limiter: SendLimiter;

  constructor(
    connect: Connect,
    settings: OutboundSettings,
    limiter: SendLimiter = new SendLimiter(),
  ) {
    this.#connect = connect;
    this.#settings = settings;
    this.#limiter = limiter;
  }

  async send(place: Place, card: IAdaptiveCard, summary: string): Promise<Sent> {
    try {
      const activity = activityOf(place, card, summary);
      const { id } = await this.#through(place, ({ conversations }) =>
        conversations.sendToConversation(place.conversationId, activity, options),
      );
      return { type: 'sent', conversationId: place.conversationId, activityId: id ?? '' };
    } catch (error) {
      const found = connectorProblemOf(error);
      return found.type === 'later' ? found : { ...found, type: 'unreachable' };
    }
  }

  async update(
    place: Place,
    activityId: string,
    card: IAdaptiveCard,
    summary: string,
  ): Promise<Refreshed> {
    try {
      const activity = { ...activityOf(place, card, summary), id: activityId };
      await this.#through(place, ({ conversations }) =>
        conversations.updateActivity(place.conversationId, activityId, activity, options),
      );
      return { type: 'updated' };
    } catch (error) {
      const found = connectorProblemOf(error);
      return found.type === 'later' ? found : { ...found, type: 'gone' };
    }
  }

  async createPersonal(serviceUrl: string, personId: string): Promise<Created> {
    const { botId, tenantId } = this.#settings;
    try {
      const parameters = {
        isGroup: false,
        bot: { id: `28:${botId}`, name: '' },
        members: [{ id: personId, name: '' }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      const place = { serviceUrl, conversationId: personId };
      const made = await this.#through(place, ({ conversations }) =>
        conversations.createConversation(
          parameters as unknown as Parameters<typeof conversations.createConversation>[0],
          options,
        ),
      );
      return { type: 'created', place: { serviceUrl, conversationId: made.id } };
    } catch (error) {
      const found = connectorProblemOf(error);
      return found.type === 'later' ? found : { ...found, type: 'unreachable', why: noChat(found) };
    }
  }

  async roster(place: Place): Promise<readonly RosterMember[] | null> {
    try {
      const { conversations } = await this.#connect(place.serviceUrl);
      const members: RosterMember[] = [];
      let continuationToken: string | undefined;
      do {
        const asked = { pageSize: 200, ...(continuationToken ? { continuationToken } : {}) };
        const page = await conversations.getConversationPagedMembers(
          place.conversationId,
          asked as Parameters<Read>[1],
        );
        members.push(...page.members.flatMap((account) => memberOf(account) ?? []));
        continuationToken = page.continuationToken || undefined;
      } while (continuationToken !== undefined && members.length < 1_000);
      return members;
    } catch (error) {
      return connectorProblemOf(error).type === 'later' ? null : [];
    }
  }

  async member(place: Place, personId: string): Promise<RosterMember | null> {
    try {
      const { conversations } = await this.#connect(place.serviceUrl);
      const account = await conversations.getConversationMember(place.conversationId, personId);
      return memberOf(account as Account);
    } catch (error) {
      // Only a convenience hangs on it: without the id the card is not refreshed by itself.
      log('info', 'memberUnknown', { problem: connectorProblemOf(error).problem });
      return null;
    }
  }

  async #through<T>(place: Place, call: (client: ConnectorClient) => Promise<T>): Promise<T> {
    const client = await this.#connect(place.serviceUrl);
    const made = await this.#limiter.through(
      place.conversationId,
      () => call(client),
      longestTurnMs,
    );
    if (made instanceof NotYet)
      throw new Fault('connector.unavailable', { retryAfterMs: Math.ceil(made.waitMs) });
    return made;
  }
}
