import { HttpRefusal } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { Conversation } from '../teams/conversations.ts';
import { findConversation } from '../teams/conversations.ts';
import type { Installs } from '../teams/installs.ts';

/** Teams' own words when a bot may not do what it asks. */
export const refusals = {
  noSuchConversation: () => new HttpRefusal(404, 'ConversationNotFound', 'Conversation not found.'),
  noSuchActivity: () =>
    new HttpRefusal(404, 'ActivityNotFoundInConversation', 'Activity not found.'),
  noSuchMember: () =>
    new HttpRefusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.'),
  notInstalled: () =>
    new HttpRefusal(
      403,
      'ForbiddenOperationException',
      "The bot is not installed in user's personal scope",
    ),
  notInRoster: () =>
    new HttpRefusal(
      403,
      'BotNotInConversationRoster',
      'The bot is not part of the conversation roster.',
    ),
  blocked: () =>
    new HttpRefusal(
      403,
      'ConversationBlockedByUser',
      'User blocked the conversation with the bot.',
    ),
  otherTenant: () =>
    new HttpRefusal(
      403,
      'ForbiddenOperationException',
      'The tenant is not one that the bot may write in.',
    ),
  badCreation: () =>
    new HttpRefusal(400, 'BadSyntax', 'Incorrect conversation creation parameters'),
  badMember: () => new HttpRefusal(400, 'BadArgument', 'Failed to decrypt pairwise id'),
  badActivity: (why: string) => new HttpRefusal(400, 'BadSyntax', why),
  tooBig: () => new HttpRefusal(413, 'MessageSizeTooBig', 'Message size too large.'),
  notRegistered: () =>
    new HttpRefusal(401, 'BotNotRegistered', 'The app is not registered as a bot.'),
  notAuthor: () =>
    new HttpRefusal(403, 'ForbiddenOperationException', 'The message was not sent by the bot.'),
  noSuchTeam: () => new HttpRefusal(404, 'NotFound', 'Team not found.'),
} as const;

/** The conversation, when the bot may read it. */
export function knownConversation(installs: Installs, id: string): Conversation {
  const conversation = findConversation(id);
  if (conversation === undefined) throw refusals.noSuchConversation();
  if (stateOf(installs, conversation) === 'notInstalled') throw refusals.notInRoster();
  return conversation;
}

/** The conversation, when the bot may also write in it. */
export function writableConversation(installs: Installs, id: string): Conversation {
  const conversation = knownConversation(installs, id);
  if (stateOf(installs, conversation) === 'blocked') throw refusals.blocked();
  return conversation;
}

function stateOf(installs: Installs, conversation: Conversation) {
  const [only] = conversation.members;
  const subject = conversation.kind === 'personal' && only ? only.id : conversation.id;
  return installs.stateOf(subject);
}

export function isOurTenant(tenantId: unknown): boolean {
  return tenantId === organisation.tenantId;
}
