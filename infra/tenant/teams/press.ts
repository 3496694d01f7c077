import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../http.ts';
import { HttpRefusal, isObject } from '../http.ts';
import type { Person } from '../people.ts';
import { findAction, submittedData } from './cards.ts';
import type { StoredActivity } from './chats.ts';
import type { Conversation } from './conversations.ts';
import { findConversation } from './conversations.ts';
import { inboundActivity } from './inbound.ts';
import type { Invoked, InvokeParts, Shown, Trigger } from './invoke.ts';
import { cardSeenBy, errorSentence, invoke, invokeActivity } from './invoke.ts';

interface Press {
  readonly person: Person;
  readonly activityId: string;
  readonly verb: string;
  readonly data: JsonObject;
  readonly trigger: Trigger;
  /** How often the same press is delivered: Teams may deliver one more than once. */
  readonly repeat: number;
  /** An old client takes the button's `Action.Submit` fallback instead. */
  readonly asSubmit: boolean;
  /** Sends `data` as it is, without what the button and its inputs hold: a forged press. */
  readonly exact: boolean;
}

export type Pressed = Invoked & Shown & { readonly deliveries: readonly Invoked[] };

/** A press on a button, as Teams sends it; tells what Teams would then show. */
export async function press(parts: InvokeParts, wanted: Press): Promise<Pressed> {
  const { conversation, activity } = placeOf(parts, wanted);
  if (wanted.asSubmit) return submit(parts, wanted, conversation, activity);
  const message = invokeActivity(
    parts,
    wanted.person,
    conversation,
    activity,
    actionOf(parts, wanted, activity),
    wanted.trigger,
  );
  const all = await Promise.all(
    Array.from({ length: wanted.repeat }, () =>
      invoke(parts, wanted.person, conversation, activity, message),
    ),
  );
  const [first] = all;
  if (first === undefined) throw new HttpRefusal(400, 'BadArgument', '"repeat" must be 1 to 5.');
  return { ...first.delivery, ...first.shown, deliveries: all.map(({ delivery }) => delivery) };
}

/** Where the pressed card is; a person can only press what is in a chat of theirs. */
function placeOf(
  parts: InvokeParts,
  wanted: Press,
): { conversation: Conversation; activity: StoredActivity } {
  const activity = parts.chats.findAnywhere(wanted.activityId);
  const conversation = activity && findConversation(activity.conversation);
  const isMember = conversation?.members.some(({ id }) => id === wanted.person.id) ?? false;
  if (activity === undefined || conversation === undefined || !isMember) {
    throw new HttpRefusal(
      404,
      'ActivityNotFound',
      `${wanted.person.upn} sees no activity ${wanted.activityId}.`,
    );
  }
  return { conversation, activity };
}

/** The button as the person sees it; a verb that no button has is sent all the same, so that
 * presses on cards of long ago, and forged ones, can be tried. */
function actionOf(parts: InvokeParts, wanted: Press, activity: StoredActivity): JsonObject {
  const card = cardSeenBy(parts.chats, wanted.person, activity);
  const found = wanted.exact
    ? undefined
    : card && findAction(card, 'Action.Execute', wanted.verb, wanted.data);
  const id = found?.action['id'];
  return {
    type: 'Action.Execute',
    ...(typeof id === 'string' ? { id } : {}),
    verb: wanted.verb,
    data: submittedData(found, wanted.data),
  };
}

async function submit(
  parts: InvokeParts,
  wanted: Press,
  conversation: Conversation,
  activity: StoredActivity,
): Promise<Pressed> {
  const card = cardSeenBy(parts.chats, wanted.person, activity);
  const execute = card && findAction(card, 'Action.Execute', wanted.verb, wanted.data);
  const fallback = execute?.action['fallback'];
  const found =
    execute !== undefined && isObject(fallback)
      ? { action: fallback, inputs: execute.inputs }
      : card && findAction(card, 'Action.Submit', wanted.verb || undefined, wanted.data);
  const message = {
    ...inboundActivity(
      parts.clock,
      parts.serviceUrl(),
      wanted.person,
      conversation,
      activity.rootId,
    ),
    id: randomUUID(),
    type: 'message',
    replyToId: activity.id,
    value: submittedData(found, wanted.data),
  };
  const deliveries = await Promise.all(
    Array.from({ length: wanted.repeat }, () => parts.deliver(message, 15_000)),
  );
  const status = deliveries[0]?.status ?? 0;
  const shown: Shown =
    status >= 200 && status < 300 ? { shown: 'nothing' } : { shown: 'error', text: errorSentence };
  return { ...(deliveries[0] ?? { ms: 0 }), ...shown, deliveries };
}
