import type { Message } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Deps } from './ports.ts';

const neverCame = (message: Message, personId: PersonId): boolean =>
  message.state === 'undeliverable' &&
  message.activityId === null &&
  message.to.type === 'person' &&
  message.to.id === personId;

/**
 * Somebody who could not be reached can be now, e.g. has the app since today: what was for them is
 * sent after all. What is over meanwhile is dropped on its way.
 */
export const sendAgain = async (deps: Deps, personId: PersonId): Promise<void> => {
  const { messages } = deps.stores;
  for (const row of messages.all())
    if (neverCame(row.value, personId))
      await messages.update(row, { state: 'queued', notBefore: null, attempts: 0, problem: '' });
};
