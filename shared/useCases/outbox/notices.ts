import { isCopy, type Message, personalKey, subjectOf } from '#shared/domain/message.ts';
import type { Matter, Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { isOutageOver, outageIn, outageNow } from '#shared/domain/reach.ts';
import { isAboutMatter, matterRevision, matterTold } from '../matters/registry.ts';
import type { Deps } from '../ports.ts';
import { lackedBy, nameOfPerson } from './reach.ts';

/* What a message tells of: a matter, or that somebody cannot be reached with what waits for them. */

/** An outage that is over is drawn a last time. */
const lastRevision = 1_000_000_000;

const isOver = (deps: Deps, message: Message): boolean => {
  const { personId, since } = outageIn(message.about);
  return isOutageOver(deps.stores.conversations.get(personalKey(personId))?.value, since);
};

/** Whether it has been found out how it goes with a message: from then on it counts. */
const isTried = ({ state, unreached }: Message): boolean =>
  unreached !== null || (state !== 'queued' && state !== 'sending');

const isTo = ({ to }: Message, personId: PersonId): boolean =>
  to.type === 'person' && to.id === personId;

/** Rises with each message, and with each thing that happens to what one of them is about. */
const outageRevision = (deps: Deps, message: Message): number => {
  if (message.shownRevision === lastRevision || isOver(deps, message)) return lastRevision;
  const { personId } = outageIn(message.about);
  return deps.stores.messages
    .all()
    .map((row) => row.value)
    .filter((one) => isTo(one, personId) && !isCopy(one))
    .filter(isAboutMatter)
    .reduce(
      (sum, one) =>
        sum + Number(isTried(one)) + matterRevision(deps, one) + Number(one.feedAt !== null),
      0,
    );
};

const forEach: ReadonlySet<Matter['type']> = new Set([
  'year',
  'newIdeas',
  'morning',
  'absence',
  'standing',
  'step',
  'plan',
]);

/** Each matter once, whatever number of messages tell of it. */
const mattersIn = (deps: Deps, messages: readonly Message[]): readonly Matter[] => {
  const matters = new Map(
    messages.filter(isAboutMatter).map((one) => [subjectOf(one), matterTold(deps, one)?.matter]),
  );
  // What is told to each by themselves holds nobody else up.
  return [...matters.values()]
    .filter((one) => one !== undefined)
    .filter(({ type }) => !forEach.has(type));
};

const outageNotice = (deps: Deps, message: Message): Notice => {
  const { personId, since } = outageIn(message.about);
  const chat = deps.stores.conversations.get(personalKey(personId))?.value;
  const lacked = lackedBy(deps, personId);
  return {
    type: 'unreached',
    revision: outageRevision(deps, message),
    personId,
    name: nameOfPerson(deps, personId),
    upn: deps.stores.people.get(personId)?.value.upn ?? '',
    why: outageNow(chat)?.why ?? chat?.unreached ?? 'refused',
    since,
    inFeed: lacked.some(({ feedAt }) => feedAt !== null),
    over: isOutageOver(chat, since),
    lacks: mattersIn(deps, lacked),
  };
};

/** The revision a message should show; cheaper than drawing what it is about. */
export const revisionNow = (deps: Deps, message: Message): number =>
  isAboutMatter(message) ? matterRevision(deps, message) : outageRevision(deps, message);

/** What a message is about, from memory; undefined when it is not there (any more). */
export const noticeOf = (deps: Deps, message: Message): Notice | undefined =>
  isAboutMatter(message) ? matterTold(deps, message)?.matter : outageNotice(deps, message);

/** A question to answer, or a gate to decide, that is over before anybody was told. */
export const isOvertaken = (deps: Deps, message: Message): boolean =>
  isAboutMatter(message)
    ? (matterTold(deps, message)?.isOvertaken ?? false)
    : isOver(deps, message);

/** Whether somebody still lacks what a message tells. */
export const isWanted = (deps: Deps, message: Message): boolean =>
  isAboutMatter(message) ? (matterTold(deps, message)?.isWanted ?? false) : !isOver(deps, message);
