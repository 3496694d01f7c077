import { isFollowed, type MailboxesView, type MailboxRead } from '#shared/domain/outOfOffice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Mailboxes } from '../ports.ts';
import { settingsOf } from './settingsOf.ts';

/** When a mailbox was read last, when it is to be read again, and what came of it. */
type Reading = { readonly at: string; readonly nextAt: number; readonly type: MailboxRead['type'] };

/** What this process has read of whom; another process reads for itself, and finds the same. */
const readings = new WeakMap<Mailboxes, Map<PersonId, Reading>>();

export const readingsOf = ({ mailboxes }: Deps): Map<PersonId, Reading> => {
  const known = readings.get(mailboxes) ?? new Map<PersonId, Reading>();
  readings.set(mailboxes, known);
  return known;
};

/** Whether people's automatic replies are read. */
export const readsReplies = ({ stores }: Deps): boolean => settingsOf(stores).outOfOffice === 'on';

/** How the reading goes, as far as this process knows. */
export const mailboxesOf = (deps: Deps): MailboxesView => {
  if (!readsReplies(deps)) return { type: 'off' };
  const followed = peopleIn(deps).filter(isFollowed);
  if (followed.length === 0) return { type: 'nobody' };
  const known = readingsOf(deps);
  const read = followed.flatMap(({ id }) => known.get(id) ?? []);
  const at = read
    .map((one) => one.at)
    .sort()
    .at(-1);
  if (at === undefined) return { type: 'unread' };
  const count = (type: MailboxRead['type']): number =>
    read.filter((one) => one.type === type).length;
  return {
    ...{ type: 'read', at, people: read.length, denied: count('denied') },
    ...{ noMailbox: count('noMailbox'), failed: count('failed') },
  };
};
