import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../http.ts';
import { HttpRefusal, isObject } from '../http.ts';
import type { Person } from '../people.ts';
import { cardContentType } from './cards.ts';
import type { StoredActivity } from './chats.ts';
import { nameOf } from './chats.ts';
import type { Conversation } from './conversations.ts';
import type { Delivery } from './deliver.ts';
import { inboundActivity } from './inbound.ts';
import type { InvokeParts } from './invoke.ts';
import { errorSentence } from './invoke.ts';

/** What people do with an app outside its own chat: on a message, where they write, with a link. */
export type ExtensionName = 'fetchTask' | 'submitAction' | 'query' | 'queryLink';

interface Extending {
  readonly person: Person;
  readonly conversation: Conversation;
  readonly name: ExtensionName;
  readonly value: JsonObject;
  /** The message whose menu it was chosen in. */
  readonly activityId?: string;
}

/** One of what was found: the line it is chosen by, and the card that is put into the message. */
interface FoundCard {
  readonly title: string;
  readonly text: string;
  readonly card: JsonObject;
}

/** What the person's client then shows. */
type Extended =
  | { readonly shown: 'dialog'; readonly title: string; readonly card: JsonObject }
  | { readonly shown: 'closed' }
  | { readonly shown: 'results'; readonly results: readonly FoundCard[] }
  | { readonly shown: 'message' | 'error'; readonly text: string };

/** The client says that the app did not answer when it has waited for so long. */
const waitMs = 5_000;
const failed: Extended = { shown: 'error', text: errorSentence };

/** Asks the app, as a client does, and tells what the client then shows. */
export async function extend(parts: InvokeParts, wanted: Extending): Promise<Delivery & Extended> {
  const delivery = await parts.deliver(activityOf(parts, wanted), waitMs);
  return { ...delivery, ...shownOf(wanted.name, delivery) };
}

function activityOf(parts: InvokeParts, wanted: Extending): JsonObject {
  const { person, conversation, name, value, activityId } = wanted;
  const message = activityId === undefined ? undefined : messageIn(parts, conversation, activityId);
  const isDialog = name === 'fetchTask' || name === 'submitAction';
  const context = { theme: 'default' };
  return {
    ...inboundActivity(parts.clock, parts.serviceUrl(), person, conversation),
    type: 'invoke',
    name: `composeExtension/${name}`,
    value: isDialog
      ? {
          ...value,
          commandContext: message === undefined ? 'compose' : 'message',
          requestId: randomUUID().replaceAll('-', ''),
          ...(message === undefined ? {} : { messagePayload: payloadOf(conversation, message) }),
          context,
        }
      : value,
  };
}

function messageIn(
  parts: InvokeParts,
  conversation: Conversation,
  activityId: string,
): StoredActivity {
  const found = parts.chats.find(conversation, activityId);
  if (found !== undefined) return found;
  throw new HttpRefusal(404, 'ActivityNotFound', `The chat has no message ${activityId}.`);
}

/** A message as a client tells an app of it: its words as HTML, and where it is opened. */
function payloadOf(conversation: Conversation, message: StoredActivity): JsonObject {
  const isBot = message.sender === 'bot';
  const said = message.content['text'];
  const attachments = message.content['attachments'];
  const cards = Array.isArray(attachments)
    ? attachments.map((each) => ({ ...each, id: randomUUID() }))
    : [];
  return {
    linkToMessage: linkTo(conversation, message),
    id: message.id,
    replyToId: message.rootId ?? null,
    createdDateTime: message.at,
    lastModifiedDateTime: message.editedAt ?? null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'da-dk',
    body: {
      contentType: 'html',
      content: [
        ...htmlOf(typeof said === 'string' ? said : ''),
        ...cards.map(({ id }) => `<attachment id="${id}"></attachment>`),
      ].join(''),
    },
    from: {
      device: null,
      conversation: null,
      user: isBot
        ? null
        : { userIdentityType: 'aadUser', id: message.sender, displayName: nameOf(message.sender) },
      application: isBot
        ? { applicationIdentityType: 'bot', id: message.sender, displayName: nameOf('bot') }
        : null,
    },
    reactions: [],
    mentions: [],
    attachments: cards.map(({ id, contentType, content }) => ({
      ...{ id, contentType, content: JSON.stringify(content) },
      ...{ contentUrl: null, name: null, thumbnailUrl: null },
    })),
  };
}

function linkTo(conversation: Conversation, message: StoredActivity): string {
  const context = conversation.kind === 'channel' ? 'channel' : 'chat';
  const query = new URLSearchParams({ context: JSON.stringify({ contextType: context }) });
  const path = [conversation.id, message.id].map(encodeURIComponent).join('/');
  return `https://teams.microsoft.com/l/message/${path}?${query}`;
}

function htmlOf(text: string): readonly string[] {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.split(/\r?\n/).map((line) => `<p>${line === '' ? '&nbsp;' : line}</p>`);
}

function shownOf(name: ExtensionName, { status, body }: Delivery): Extended {
  if (status !== 200) return failed;
  if (name === 'query' || name === 'queryLink') return foundIn(body);
  // A dialog that is answered with nothing is closed.
  if (body === undefined || !isObject(body) || body['task'] === undefined) {
    return name === 'submitAction' ? { shown: 'closed' } : failed;
  }
  return dialogIn(body['task']);
}

function dialogIn(task: unknown): Extended {
  if (!isObject(task)) return failed;
  const { type, value } = task;
  if (type === 'message' && typeof value === 'string') return { shown: 'message', text: value };
  if (type !== 'continue' || !isObject(value)) return failed;
  const card = cardIn(value['card']);
  return card === undefined
    ? failed
    : { shown: 'dialog', title: String(value['title'] ?? ''), card };
}

function foundIn(body: unknown): Extended {
  const extension = isObject(body) ? body['composeExtension'] : undefined;
  if (!isObject(extension)) return failed;
  const { type, text, attachments } = extension;
  if (type === 'message' && typeof text === 'string') return { shown: 'message', text };
  if (type !== 'result' || !Array.isArray(attachments)) return failed;
  return { shown: 'results', results: attachments.flatMap(resultOf) };
}

/** A result without a preview is shown by its own card, and one without a card not at all. */
function resultOf(attachment: unknown): readonly FoundCard[] {
  const card = cardIn(attachment);
  if (card === undefined || !isObject(attachment)) return [];
  const preview = attachment['preview'];
  const content = isObject(preview) && isObject(preview['content']) ? preview['content'] : {};
  return [
    {
      title: String(content['title'] ?? card['fallbackText'] ?? ''),
      text: String(content['text'] ?? ''),
      card,
    },
  ];
}

function cardIn(attachment: unknown): JsonObject | undefined {
  if (!isObject(attachment) || attachment['contentType'] !== cardContentType) return undefined;
  return isObject(attachment['content']) ? attachment['content'] : undefined;
}
