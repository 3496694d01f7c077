import { may } from '#shared/domain/permissions.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { UnreachedWhy } from '#shared/domain/reach.ts';
import type { Deps } from '../ports.ts';
import { deliver } from './deliver.ts';
import type { Messenger } from './messenger.ts';
import { lackedBy, nameOfPerson } from './reach.ts';
import { sendAgain } from './sendAgain.ts';

export type Resent =
  | { readonly type: 'delivered' | 'underway' | 'nothing' }
  | { readonly type: 'still'; readonly why: UnreachedWhy };

export type ResendResult =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'done'; readonly name: string; readonly outcome: Resent };

const outcomeNow = (deps: Deps, personId: PersonId): Resent => {
  const [first] = lackedBy(deps, personId);
  if (!first) return { type: 'delivered' };
  return first.state === 'undeliverable'
    ? { type: 'still', why: first.unreached ?? 'refused' }
    : { type: 'underway' };
};

/**
 * Tries at once what could not be brought to somebody. Pressed twice, also on two servers, it is
 * sent once: the second press finds it under way, or delivered.
 */
export const resend = async (
  deps: Deps,
  messenger: Messenger,
  actor: Actor,
  personId: PersonId,
): Promise<ResendResult> => {
  if (!may(actor, 'sendAgain')) return { type: 'notAllowed' };
  const name = nameOfPerson(deps, personId);
  if (lackedBy(deps, personId).length === 0)
    return { type: 'done', name, outcome: { type: 'nothing' } };
  await sendAgain(deps, personId);
  await deliver(deps, messenger, personId);
  return { type: 'done', name, outcome: outcomeNow(deps, personId) };
};
