import { type Conversation, neverUnreached } from '#shared/domain/message.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { receive } from '../../bot/channel/messagesEndpoint.ts';
import { createTurn } from '../../bot/turn/bot.ts';
import { KnownConversations } from '../../bot/turn/knownConversations.ts';
import { bindUseCases } from '../../bot/turn/useCases.ts';
import { chefs } from '../builders/request.ts';
import { context } from '../gallery/states.ts';
import { type Channel, endpointOf } from '../worlds/bot/channel.ts';
import { FakeOutbound } from '../worlds/bot/parts.ts';

/** Where the chef who presses talks with the bot, known from before. */
export const aConversation = (channel: Channel): Conversation => ({
  id: `person:${chefs.omsorg.id}`,
  conversationId: 'a:1personal',
  serviceUrl: channel.serviceUrl,
  kind: 'personal',
  personId: chefs.omsorg.id,
  teamsUserId: '29:1person',
  members: [],
  installed: true,
  ...neverUnreached,
});

/** The whole bot over these lists; an answer that does not say so fails. */
export const botOver = (
  channel: Channel,
  deps: Deps,
  says: string,
): ((authorization: string, raw: string) => Promise<void>) => {
  const outbound = new FakeOutbound();
  const known = new KnownConversations(deps.stores.conversations, outbound, {
    serviceHosts: [channel.host],
    firstServiceUrl: channel.serviceUrl,
  });
  const turn = createTurn({
    useCases: bindUseCases(deps),
    deps,
    known,
    outbound,
    links: context.links,
    placeAt: () => null,
    clock: deps.clock,
    resend: async () => ({ type: 'notAllowed' }),
    later: deps.later,
    ready: () => true,
    ...{ deadlineMs: 800, lookMs: 2_300, travelMs: 500 },
  });
  const parts = endpointOf(channel, turn);
  return async (authorization, raw) => {
    const reply = await receive(parts, authorization, raw);
    const sent = JSON.stringify(reply.body);
    if (reply.status !== 200 || !sent.includes(says))
      throw new Error(`The bot said ${reply.status} without “${says}”: ${sent}`);
  };
};
