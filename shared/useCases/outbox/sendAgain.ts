import { isCopy, type Message } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Deps } from '../ports.ts';
import { isWanted, revisionNow } from './notices.ts';
import { settleReach } from './reach.ts';

const isTo = (message: Message, personId: PersonId): boolean =>
  message.to.type === 'person' && message.to.id === personId;

/** Messages with the same of these show the same card. */
const cardOf = ({ kind, requestId, storyId, about, id }: Message): string => {
  if (requestId !== null) return `${requestId}:${kind === 'question' ? about : 'card'}`;
  if (storyId === null) return id;
  return `${storyId}:${kind === 'storyNudge' ? 'storyAsk' : kind}:${kind === 'storyTold' ? '' : about}`;
};

/** Whether the person has the card already: they called it up with `mine`, or it has just come. */
const isShown = (deps: Deps, message: Message, personId: PersonId): boolean =>
  deps.stores.messages
    .all()
    .some(
      ({ value }) =>
        isTo(value, personId) &&
        value.state === 'sent' &&
        cardOf(value) === cardOf(message) &&
        (isCopy(value)
          ? value.createdAt >= message.createdAt
          : value.shownRevision >= revisionNow(deps, message)),
    );

/**
 * What stands in the chat is drawn anew; what is gone from it, or never came, is sent. A claim is
 * left as it is: whoever is trying this very message may be through in a moment.
 */
const again = (message: Message): Partial<Message> => {
  const standsThere = message.activityId !== null && message.unreached !== 'gone';
  return standsThere
    ? { notBefore: null, attempts: 0, problem: '' }
    : {
        state: 'queued',
        ...{ conversationId: null, activityId: null },
        ...{ notBefore: null, attempts: 0, problem: '' },
      };
};

const dropped = { state: 'dropped', unreached: null } as const;

/**
 * Somebody who could not be reached can be now, perhaps: what they still lack is sent after all,
 * as it stands today, and no card twice. What is over meanwhile is dropped on its way.
 */
export const sendAgain = async (deps: Deps, personId: PersonId): Promise<void> => {
  const { messages } = deps.stores;
  const seen = new Set<string>();
  for (const row of messages.all()) {
    const message = row.value;
    if (message.state !== 'undeliverable' || !isTo(message, personId)) continue;
    const card = cardOf(message);
    if (isCopy(message) || seen.has(card) || isShown(deps, message, personId))
      await messages.update(row, dropped);
    else if (isWanted(deps, message)) {
      seen.add(card);
      await messages.update(row, again(message));
    }
  }
  await settleReach(deps, personId);
};
