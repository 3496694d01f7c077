import { isCopy, type Message, personalKey } from '#shared/domain/message.ts';
import type { Matter } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { isOutageOver, outageIn } from '#shared/domain/reach.ts';
import { revisionOf } from '#shared/domain/request.ts';
import { plannedYear } from './editPools.ts';
import { balanceIn, thisYearIn } from './pools.ts';
import type { Deps } from './ports.ts';
import { storyIn, storyViewOf } from './stories.ts';
import { statementsOf, viewOf } from './views.ts';

/** An outage that is over is drawn a last time. */
const lastRevision = 1_000_000_000;

const messagesTo = (deps: Deps, personId: PersonId): readonly Message[] =>
  deps.stores.messages
    .all()
    .map((row) => row.value)
    .filter(
      (one) =>
        one.to.type === 'person' &&
        one.to.id === personId &&
        one.kind !== 'unreached' &&
        !isCopy(one),
    );

/** Whether it has been found out how it goes with a message: from then on it counts. */
const isTried = ({ state, unreached }: Message): boolean =>
  unreached !== null || (state !== 'queued' && state !== 'sending');

/** Rises with each message, and with each thing that happens to what one of them is about. */
const outageRevision = (deps: Deps, about: string | null): number => {
  const { personId, since } = outageIn(about);
  if (isOutageOver(deps.stores.conversations.get(personalKey(personId))?.value, since))
    return lastRevision;
  return messagesTo(deps, personId).reduce(
    (sum, one) => sum + Number(isTried(one)) + revisionNow(deps, one) + Number(one.feedAt !== null),
    0,
  );
};

const isYearOpened = (deps: Deps, message: Message): boolean =>
  plannedYear(deps, Number(message.about)).length === 0;

const yearNotice = (deps: Deps, message: Message): Matter => {
  const year = Number(message.about);
  const isOpened = isYearOpened(deps, message);
  const hasCome = year <= thisYearIn(deps);
  return { type: 'year', revision: isOpened ? 1 : 0, year, isOpened, hasCome };
};

/** The revision a message should show; cheaper than drawing what it is about. */
export const revisionNow = (deps: Deps, message: Message): number => {
  const { requestId, storyId } = message;
  if (message.kind === 'unreached')
    return message.shownRevision === lastRevision
      ? lastRevision
      : outageRevision(deps, message.about);
  if (message.kind === 'yearNotOpened') return isYearOpened(deps, message) ? 1 : 0;
  if (storyId !== null) return storyIn(deps, storyId)?.revision ?? 0;
  if (requestId === null) return 0;
  return revisionOf(statementsOf(deps, requestId), deps.stores.decisions.get(requestId)?.value);
};

const poolNotice = (deps: Deps, message: Message): Matter | undefined => {
  const pool = message.poolRow ? deps.stores.pools.get(message.poolRow)?.value : undefined;
  if (!pool) return undefined;
  const balance = balanceIn(deps.stores, pool.id);
  return { type: 'poolMark', revision: 0, pool, balance, mark: Number(message.about) };
};

const storyNotice = (deps: Deps, storyId: string): Matter | undefined => {
  const view = storyViewOf(deps, storyId);
  return view && { type: 'story', revision: view.now.revision, view };
};

/** The matter that a message tells of, from memory; undefined when it is not there (any more). */
export const matterOf = (deps: Deps, message: Message): Matter | undefined => {
  if (message.kind === 'yearNotOpened') return yearNotice(deps, message);
  if (message.storyId !== null) return storyNotice(deps, message.storyId);
  if (message.requestId === null) return poolNotice(deps, message);
  const view = viewOf(deps, message.requestId);
  return view && { type: 'request', revision: view.revision, view };
};
