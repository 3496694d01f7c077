import { membersOf, organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import { personalChatIdOf, splitThread } from './ids.ts';

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly name: string;
  readonly members: readonly Person[];
}

const chefgruppe: Conversation = {
  id: organisation.chefgruppe.conversationId,
  kind: 'groupChat',
  name: organisation.chefgruppe.name,
  members: membersOf('chefgruppe'),
};

const channel: Conversation = {
  id: organisation.channel.id,
  kind: 'channel',
  name: `${organisation.team.name} · ${organisation.channel.name}`,
  members: membersOf('team'),
};

const personal: readonly Conversation[] = organisation.people.map((person) => ({
  id: personalChatIdOf(person.id),
  kind: 'personal',
  name: organisation.botName,
  members: [person],
}));

const everyConversation: readonly Conversation[] = [...personal, chefgruppe, channel];
const byId = new Map(everyConversation.map((each) => [each.id, each]));

/** Every conversation there can be: people make chats and teams, a bot makes neither. */
export function findConversation(id: string): Conversation | undefined {
  return byId.get(splitThread(id).base);
}

export function personalChatOf(person: Person): Conversation {
  const chat = byId.get(personalChatIdOf(person.id));
  if (chat === undefined) throw new Error(`No personal chat is kept for ${person.upn}`);
  return chat;
}

export function conversationsOf(person: Person): readonly Conversation[] {
  return everyConversation.filter((each) => each.members.some(({ id }) => id === person.id));
}
