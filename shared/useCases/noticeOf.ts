import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { revisionOf } from '#shared/domain/request.ts';
import { plannedYear } from './editPools.ts';
import { balanceIn, thisYearIn } from './pools.ts';
import type { Deps } from './ports.ts';
import { storyIn, storyViewOf } from './stories.ts';
import { statementsOf, viewOf } from './views.ts';

/** The revision a message should show; cheaper than drawing what it is about. */
export const revisionNow = (deps: Deps, message: Message): number => {
  const { requestId, storyId } = message;
  if (message.kind === 'yearNotOpened') return isYearOpened(deps, message) ? 1 : 0;
  if (storyId !== null) return storyIn(deps, storyId)?.revision ?? 0;
  if (requestId === null) return 0;
  return revisionOf(statementsOf(deps, requestId), deps.stores.decisions.get(requestId)?.value);
};

const isYearOpened = (deps: Deps, message: Message): boolean =>
  plannedYear(deps, Number(message.about)).length === 0;

const yearNotice = (deps: Deps, message: Message): Notice => {
  const year = Number(message.about);
  const isOpened = isYearOpened(deps, message);
  const hasCome = year <= thisYearIn(deps);
  return { type: 'year', revision: isOpened ? 1 : 0, year, isOpened, hasCome };
};

const poolNotice = (deps: Deps, message: Message): Notice | undefined => {
  const pool = message.poolRow ? deps.stores.pools.get(message.poolRow)?.value : undefined;
  if (!pool) return undefined;
  const balance = balanceIn(deps.stores, pool.id);
  return { type: 'poolMark', revision: 0, pool, balance, mark: Number(message.about) };
};

const storyNotice = (deps: Deps, storyId: string): Notice | undefined => {
  const view = storyViewOf(deps, storyId);
  return view && { type: 'story', revision: view.now.revision, view };
};

/** What a message is about, from memory; undefined when it is not there (any more). */
export const noticeOf = (deps: Deps, message: Message): Notice | undefined => {
  if (message.kind === 'yearNotOpened') return yearNotice(deps, message);
  if (message.storyId !== null) return storyNotice(deps, message.storyId);
  if (message.requestId === null) return poolNotice(deps, message);
  const view = viewOf(deps, message.requestId);
  return view && { type: 'request', revision: view.revision, view };
};
