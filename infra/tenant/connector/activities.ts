import type { JsonObject } from '../http.ts';
import { isObject } from '../http.ts';
import type { Chats } from '../teams/chats.ts';
import type { Conversation } from '../teams/conversations.ts';
import { splitThread } from '../teams/ids.ts';
import { refusals } from './refusals.ts';

const mostBytes = 100 * 1024;

/** What a channel or chat keeps of a bot's activity. */
const kept = [
  'type',
  'text',
  'textFormat',
  'summary',
  'attachments',
  'attachmentLayout',
  'entities',
  'importance',
  'suggestedActions',
  'channelData',
  'locale',
];

/** Writes a bot's message; a message of text and card becomes two, and then no id comes back. */
export function sendActivity(
  chats: Chats,
  conversation: Conversation,
  conversationId: string,
  activity: JsonObject,
): { readonly id?: string } {
  const content = contentOf(activity);
  if (content['type'] === 'typing') return {};
  const { rootId } = splitThread(conversationId);
  const hasText = typeof content['text'] === 'string' && content['text'] !== '';
  const hasCards = Array.isArray(content['attachments']) && content['attachments'].length > 0;
  if (!(hasText && hasCards)) return { id: chats.add(conversation, 'bot', content, rootId) };
  const { attachments, ...textOnly } = content;
  const { text: _text, ...cardsOnly } = content;
  chats.add(conversation, 'bot', textOnly, rootId);
  chats.add(conversation, 'bot', { ...cardsOnly, attachments }, rootId);
  return {};
}

export function updateActivity(
  chats: Chats,
  conversation: Conversation,
  activityId: string,
  activity: JsonObject,
): { readonly id: string } {
  ownActivity(chats, conversation, activityId);
  chats.replace(conversation, activityId, contentOf(activity));
  return { id: activityId };
}

export function deleteActivity(chats: Chats, conversation: Conversation, activityId: string): void {
  ownActivity(chats, conversation, activityId);
  chats.remove(conversation, activityId);
}

function ownActivity(chats: Chats, conversation: Conversation, activityId: string): void {
  const found = chats.find(conversation, activityId);
  if (found === undefined) throw refusals.noSuchActivity();
  if (found.sender !== 'bot') throw refusals.notAuthor();
}

function contentOf(activity: JsonObject): JsonObject {
  const { type } = activity;
  if (type !== 'message' && type !== 'typing') {
    throw refusals.badActivity(`Activity type '${String(type)}' cannot be sent.`);
  }
  checkAttachments(activity['attachments']);
  const content = Object.fromEntries(
    Object.entries(activity).filter(([name]) => kept.includes(name)),
  );
  if (sizeOf(content) > mostBytes) throw refusals.tooBig();
  return content;
}

function checkAttachments(attachments: unknown): void {
  if (attachments === undefined || attachments === null) return;
  const isFine =
    Array.isArray(attachments) &&
    attachments.every((each) => isObject(each) && typeof each['contentType'] === 'string');
  if (!isFine) throw refusals.badActivity('The attachments are not well formed.');
}

/** Teams counts text, mentions and cards as UTF-16; pictures inside the message don't count. */
function sizeOf(content: JsonObject): number {
  const counted = JSON.stringify(content).replace(
    /data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+/g,
    '',
  );
  return counted.length * 2;
}
