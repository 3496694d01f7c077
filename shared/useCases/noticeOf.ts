import { type Message, personalKey } from '#shared/domain/message.ts';
import type { Lacked, Notice } from '#shared/domain/notice.ts';
import { isOutageOver, outageIn, outageNow } from '#shared/domain/reach.ts';
import { matterOf, revisionNow } from './matterOf.ts';
import type { Deps } from './ports.ts';
import { lackedBy, nameOfPerson } from './reach.ts';

const lackedOf = (deps: Deps, message: Message): Lacked | null => {
  const matter = matterOf(deps, message);
  switch (matter?.type) {
    case 'request': {
      const { request, project } = matter.view;
      return { type: 'request', gate: request.gate, title: project.title, projectId: project.id };
    }
    case 'story': {
      const { id, kind, about } = matter.view.now;
      return { type: 'story', kind, title: about.title, storyId: id };
    }
    case 'poolMark':
      return { type: 'pool', pool: matter.pool };
    // Every consultant has that card of their own.
    case 'year':
    case undefined:
      return null;
  }
};

/** Each matter once, whatever number of messages tell of it. */
const mattersIn = (deps: Deps, messages: readonly Message[]): readonly Lacked[] => {
  const matters = new Map(
    messages.map((one) => [one.requestId ?? one.storyId ?? one.poolRow, lackedOf(deps, one)]),
  );
  return [...matters.values()].filter((one) => one !== null);
};

const unreachedNotice = (deps: Deps, message: Message): Notice => {
  const { personId, since } = outageIn(message.about);
  const chat = deps.stores.conversations.get(personalKey(personId))?.value;
  const lacked = lackedBy(deps, personId);
  return {
    type: 'unreached',
    revision: revisionNow(deps, message),
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

/** What a message is about, from memory; undefined when it is not there (any more). */
export const noticeOf = (deps: Deps, message: Message): Notice | undefined =>
  message.kind === 'unreached' ? unreachedNotice(deps, message) : matterOf(deps, message);
