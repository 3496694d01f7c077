import type { JsonObject } from '../http.ts';
import type { Person } from '../people.ts';
import { cardOf, withCard } from '../teams/cards.ts';
import type { Chats, StoredActivity } from '../teams/chats.ts';
import { nameOf } from '../teams/chats.ts';
import type { Conversation } from '../teams/conversations.ts';
import { conversationsOf } from '../teams/conversations.ts';
import { teamsIdOf } from '../teams/ids.ts';
import type { Installs } from '../teams/installs.ts';

/** The chats as one person's client shows them: each card as this person sees it. */
export function chatsSeenBy(chats: Chats, installs: Installs, person: Person): JsonObject {
  return {
    user: { id: person.id, upn: person.upn, name: person.name, teamsId: teamsIdOf(person.id) },
    conversations: conversationsOf(person)
      .filter((each) => isShown(chats, installs, person, each))
      .map((conversation) => conversationSeenBy(chats, person, conversation)),
  };
}

/** A personal chat with the bot is there once the app is, or once something was said in it. */
function isShown(
  chats: Chats,
  installs: Installs,
  person: Person,
  conversation: Conversation,
): boolean {
  if (conversation.kind !== 'personal') return true;
  if (installs.stateOf(person.id) !== 'notInstalled') return true;
  return chats.inConversation(conversation, 1).length > 0;
}

export function conversationSeenBy(
  chats: Chats,
  person: Person,
  conversation: Conversation,
): JsonObject {
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.name,
    members: conversation.members.map(({ id, name }) => ({ id, name })),
    unread: chats.unreadOf(person.id, conversation),
    activities: chats
      .inConversation(conversation)
      .map((activity) => activitySeenBy(chats, person, activity)),
  };
}

function activitySeenBy(chats: Chats, person: Person, activity: StoredActivity): JsonObject {
  const own = chats.viewOf(activity.id, person.id);
  const content = own === undefined ? activity.content : withCard(activity.content, own.card);
  const card = cardOf(content);
  return {
    ...content,
    id: activity.id,
    from: {
      kind: activity.sender === 'bot' ? 'bot' : 'person',
      name: nameOf(activity.sender),
      ...(activity.sender === 'bot' ? {} : { id: activity.sender }),
    },
    timestamp: activity.at,
    ...(activity.editedAt === undefined ? {} : { editedTimestamp: activity.editedAt }),
    ...(activity.rootId === undefined ? {} : { replyToId: activity.rootId }),
    ...(card === undefined ? {} : { card }),
    /** Whether the card is this person's own view, got by a press or a refresh. */
    ownView: own !== undefined,
  };
}
