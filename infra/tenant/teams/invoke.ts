import type { Clock } from '../clock.ts';
import type { JsonObject } from '../http.ts';
import { isObject } from '../http.ts';
import type { Person } from '../people.ts';
import { cardContentType, cardOf } from './cards.ts';
import type { Chats, StoredActivity } from './chats.ts';
import type { Conversation } from './conversations.ts';
import type { Deliver, Delivery } from './deliver.ts';
import { inboundActivity } from './inbound.ts';

export type Trigger = 'manual' | 'automatic';

/** What a person sees after a press. */
export type Shown =
  | { readonly shown: 'card'; readonly card: JsonObject }
  | { readonly shown: 'message' | 'error'; readonly text: string }
  | { readonly shown: 'nothing' };

export interface Invoked {
  readonly status?: number;
  readonly body?: unknown;
  readonly ms: number;
  readonly failure?: Delivery['failure'];
}

/** How long Teams waits for an answer before it tells the person that something went wrong. */
const waitMs = 10_000;
export const errorSentence = 'Der opstod en fejl. Prøv igen.';

export interface InvokeParts {
  readonly clock: Clock;
  readonly chats: Chats;
  readonly deliver: Deliver;
  readonly serviceUrl: () => string;
}

/** The card as this person's client shows it now. */
export function cardSeenBy(
  chats: Chats,
  person: Person,
  activity: StoredActivity,
): JsonObject | undefined {
  return chats.viewOf(activity.id, person.id)?.card ?? cardOf(activity.content);
}

/** An `adaptiveCard/action` invoke, as Teams builds it. */
export function invokeActivity(
  parts: InvokeParts,
  person: Person,
  conversation: Conversation,
  activity: StoredActivity,
  action: JsonObject,
  trigger: Trigger,
): JsonObject {
  return {
    ...inboundActivity(parts.clock, parts.serviceUrl(), person, conversation, activity.rootId),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: activity.id,
    value: { action: { ...action, type: 'Action.Execute' }, trigger },
  };
}

/** Sends an invoke and keeps the card that comes back, for this person's client alone. */
export async function invoke(
  parts: InvokeParts,
  person: Person,
  conversation: Conversation,
  activity: StoredActivity,
  message: JsonObject,
): Promise<{ readonly delivery: Delivery; readonly shown: Shown }> {
  const delivery = await parts.deliver(message, waitMs);
  const shown = shownOf(delivery);
  if (shown.shown === 'card') {
    parts.chats.setView(conversation, activity.id, person.id, shown.card);
  }
  return { delivery, shown };
}

function shownOf(delivery: Delivery): Shown {
  const { status, body } = delivery;
  const failed: Shown = { shown: 'error', text: errorSentence };
  if (status !== 200) return failed;
  if (!isObject(body) || body['statusCode'] !== 200) return failed;
  const { type, value } = body;
  if (type === cardContentType && isObject(value)) return { shown: 'card', card: value };
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') {
    return { shown: 'message', text: value };
  }
  return failed;
}
