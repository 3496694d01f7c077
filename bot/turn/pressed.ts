import { type CardAction, cardAction } from '#shared/contract/cardActions.ts';
import { type Inbound, isJson } from '../channel/inbound.ts';
import type { Sender } from './actions.ts';
import type { BotParts } from './botParts.ts';

/** Reads `{verb, ...data}` as one of our actions; null when it is none. */
export const actionIn = (verb: unknown, data: unknown): CardAction | null => {
  const given = isJson(data) ? data : {};
  const parsed = cardAction.safeParse({ ...given, verb });
  return parsed.success ? parsed.data : null;
};

export const senderOf = (parts: BotParts, inbound: Inbound, personId: string): Sender => ({
  actor: parts.useCases.actorOf(personId, inbound.personName),
  teamsUserId: inbound.teamsUserId,
  conversationId: inbound.conversationId,
});
