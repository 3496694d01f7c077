import type { JsonObject } from '../http.ts';
import { isObject } from '../http.ts';
import type { Person } from '../people.ts';
import type { StoredActivity } from './chats.ts';
import type { Conversation } from './conversations.ts';
import { teamsIdOf } from './ids.ts';
import type { InvokeParts } from './invoke.ts';
import { cardSeenBy, invoke, invokeActivity } from './invoke.ts';

/** A client asks again only when what it got is older than this. */
const freshMs = 60_000;
/** After a refresh that gave no card, the client leaves it alone for a while. */
const restMs = 10_000;
const mostUserIds = 60;
/** Only what is on the screen is refreshed: the last messages of the chat. */
const onScreen = 15;

/** Teams' automatic refresh, when a chat is opened or a message in an open chat is updated. */
export class Refresher {
  readonly #parts: InvokeParts;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #restUntil = new Map<string, number>();

  constructor(parts: InvokeParts) {
    this.#parts = parts;
  }

  /** What happens when a person looks at a chat: each card that is due is asked for again. */
  async look(person: Person, conversation: Conversation): Promise<void> {
    const activities = this.#parts.chats.inConversation(conversation, onScreen);
    await Promise.all(
      activities
        .filter((activity) => activity.sender === 'bot')
        .map((activity) => this.#refreshOnce(person, conversation, activity)),
    );
  }

  #refreshOnce(
    person: Person,
    conversation: Conversation,
    activity: StoredActivity,
  ): Promise<void> {
    const key = `${activity.id}/${person.id}/${activity.editedAt ?? ''}`;
    const running = this.#underWay.get(key);
    if (running !== undefined) return running;
    const action = this.#dueAction(person, activity, key);
    if (action === undefined) return Promise.resolve();
    const work = this.#refresh(person, conversation, activity, action, key).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, work);
    return work;
  }

  #dueAction(person: Person, activity: StoredActivity, key: string): JsonObject | undefined {
    if ((this.#restUntil.get(key) ?? 0) > Date.now()) return undefined;
    const view = this.#parts.chats.viewOf(activity.id, person.id);
    if (view !== undefined && Date.now() - view.gotAt < freshMs) return undefined;
    const card = cardSeenBy(this.#parts.chats, person, activity);
    return card && refreshActionFor(card, person);
  }

  async #refresh(
    person: Person,
    conversation: Conversation,
    activity: StoredActivity,
    action: JsonObject,
    key: string,
  ): Promise<void> {
    const message = invokeActivity(
      this.#parts,
      person,
      conversation,
      activity,
      action,
      'automatic',
    );
    const { shown } = await invoke(this.#parts, person, conversation, activity, message);
    if (shown.shown !== 'card') this.#restUntil.set(key, Date.now() + restMs);
  }
}

/** The refresh action of a card, when it is meant for this person. */
function refreshActionFor(card: JsonObject, person: Person): JsonObject | undefined {
  const refresh = card['refresh'];
  if (!isObject(refresh)) return undefined;
  const { action, userIds } = refresh;
  if (!isObject(action) || action['type'] !== 'Action.Execute') return undefined;
  if (userIds === undefined) return action;
  if (!Array.isArray(userIds) || userIds.length > mostUserIds) return undefined;
  return userIds.includes(teamsIdOf(person.id)) ? action : undefined;
}
