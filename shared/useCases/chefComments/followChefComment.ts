import {
  type ChefCommentEvent,
  type ChefCommentId,
  sharesFor,
} from '#shared/domain/chefComments/chefComment.ts';
import type { ChefCommentNow } from '#shared/domain/chefComments/now.ts';
import { isGateAheadOf, priceOf } from '#shared/domain/chefComments/rules.ts';
import { type Change, differenceOf } from '#shared/domain/history.ts';
import type { Project } from '#shared/domain/project.ts';
import { hasOpenRequest } from '../asking/around.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { readChefComment } from './chefComments.ts';
import { isChefUntold, tellChefComment } from './tellChefComments.ts';

const historyOf = (event: ChefCommentEvent): Change => {
  const { kind, step, seq, comment, seat, onBehalf, payer, askOre, version, dueAt } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'chefComment', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({
      ...{ kind, step, seq, comment, seat, onBehalf, payer, askOre, version, dueAt },
    }),
  });
};

const isInHistory = async (
  deps: Deps,
  subject: string,
  causes: readonly string[],
): Promise<boolean> =>
  (await deps.stores.history.readWhere('subject', subject)).some(({ value }) =>
    causes.includes(value.cause),
  );

/** The shares the choice comes to on the project as it is; null when there is nothing to change. */
const changesFor = (
  project: Project,
  { step, payer }: ChefCommentEvent,
): Partial<Project> | null => {
  const ore = priceOf(project, step);
  if (payer === null || ore === null || !isGateAheadOf(project, step)) return null;
  const shares = sharesFor(payer, ore);
  return shares === null || JSON.stringify(shares) === JSON.stringify(project.shares)
    ? null
    : { shares };
};

/**
 * The pool the chef chose pays for it all. Written once: whoever changes the shares afterwards has
 * the word, so a row that has been changed since is read again, and looked up in the history.
 */
const setPayer = async (deps: Deps, event: ChefCommentEvent): Promise<void> => {
  const { projectId } = event;
  const cause = `${event.id}:payer`;
  const by = { id: event.byId, name: event.byName };
  await changeRow(deps, deps.stores.projects, projectId, projectId, async (project) => {
    if (hasOpenRequest(deps.stores, projectId) || project.lastChange?.cause === cause) return null;
    const changes = changesFor(project, event);
    // The event itself is written down after this, also where there was nothing to change.
    if (!changes || (await isInHistory(deps, projectId, [cause, event.id]))) return null;
    const difference = differenceOf<Project>(project, changes);
    return { changes, change: changeBy(by, 'edited', cause, event.at, difference) };
  });
};

/** Writes what follows from the chef's choice into the project, when that may be missing. */
export const followChoice = async (deps: Deps, { word }: ChefCommentNow): Promise<void> => {
  if (word?.kind === 'chosen' && !isRecorded(deps, historyOf(word))) await setPayer(deps, word);
};

/** Everything that follows from a chef's comment's events; doing it again changes nothing. */
export const followChefComment = async (deps: Deps, id: ChefCommentId): Promise<void> => {
  const now = await readChefComment(deps, id);
  if (!now) return;
  await followChoice(deps, now);
  await tellChefComment(deps, now);
  for (const event of now.events) await recordHistory(deps, now.projectId, historyOf(event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsChefFollow = (deps: Deps, now: ChefCommentNow): boolean =>
  now.events.some((event) => !isRecorded(deps, historyOf(event))) || isChefUntold(deps, now);
