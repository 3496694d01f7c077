import type { MailboxRead } from '#shared/domain/outOfOffice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { Fault, type Mailboxes } from '#shared/useCases/ports.ts';
import { type GraphClient, mostParts } from './client.ts';
import { type Call, isDone, problemIn, type Reply } from './reply.ts';
import { waitAskedIn } from './retryAfter.ts';
import { instantIn } from './zonedTime.ts';

/** Nobody waits for it; what is not read now is read next time. */
const patienceMs = 20_000;

const callFor = (personId: PersonId): Call => ({
  method: 'GET',
  path: `/users/${encodeURIComponent(personId)}/mailboxSettings/automaticRepliesSetting`,
  // As Graph does by itself; said, so that nothing else is taken for granted.
  headers: { Prefer: 'outlook.timezone="UTC"' },
  units: 1,
  priority: 'background',
  patienceMs,
  ownService: true,
});

const failed = (problem: string, waitMs = 0): MailboxRead => ({ type: 'failed', problem, waitMs });

const scheduledIn = (body: Reply['body']): MailboxRead => {
  const start = instantIn(body['scheduledStartDateTime']);
  const end = instantIn(body['scheduledEndDateTime']);
  if (start === undefined || end === undefined) return failed('time');
  return { type: 'scheduled', start, end };
};

/** What they reply is read by nobody: only whether, and from when until when. */
const repliesIn = (body: Reply['body']): MailboxRead => {
  switch (body['status']) {
    case 'disabled':
      return { type: 'off' };
    case 'alwaysEnabled':
      return { type: 'on' };
    case 'scheduled':
      return scheduledIn(body);
    default:
      return failed('status');
  }
};

const readIn = (reply: Reply): MailboxRead => {
  if (isDone(reply)) return repliesIn(reply.body);
  if (reply.status === 403) return { type: 'denied' };
  // They are gone, or their mailbox is: on a server of the municipality's own, or not made yet.
  if (reply.status === 404) return { type: 'noMailbox' };
  return failed(`${reply.status} ${problemIn(reply).code}`, waitAskedIn(reply.headers));
};

const unread = (thrown: unknown): MailboxRead => {
  if (!(thrown instanceof Fault)) throw thrown;
  return thrown.code === 'graph.denied' ? { type: 'denied' } : failed(thrown.code);
};

/** People's automatic replies, 20 mailboxes a call. */
export class GraphMailboxes implements Mailboxes {
  readonly #client: GraphClient;

  constructor(client: GraphClient) {
    this.#client = client;
  }

  async read(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, MailboxRead>> {
    const read = new Map<PersonId, MailboxRead>();
    for (let from = 0; from < people.length; from += mostParts) {
      const part = people.slice(from, from + mostParts);
      for (const [place, one] of (await this.#readPart(part)).entries())
        read.set(part[place] ?? '', one);
    }
    return read;
  }

  async #readPart(people: readonly PersonId[]): Promise<readonly MailboxRead[]> {
    try {
      return (await this.#client.batch(people.map(callFor))).map(readIn);
    } catch (thrown) {
      const why = unread(thrown);
      return people.map(() => why);
    }
  }
}
