import {
  type ChefCommentEvent,
  type ChefCommentId,
  type ChefStep,
  chefCommentIdOf,
} from '#shared/domain/chefComments/chefComment.ts';
import {
  type ChefCommentNow,
  chefCommentNowOf,
  holdingWord,
} from '#shared/domain/chefComments/now.ts';
import { isGateAheadOf, needsPool } from '#shared/domain/chefComments/rules.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { hasOpenRequest, undoneAt } from '../asking/around.ts';
import { eventsOf, foldedBy, foldOf } from '../asking/events.ts';
import type { Stores } from '../ports.ts';

/** A chef's comment as memory has it; one that nobody has asked for yet has no events. */
export const chefCommentIn = (
  stores: Pick<Stores, 'chefComments'>,
  projectId: ProjectId,
  step: ChefStep,
): ChefCommentNow => {
  const id = chefCommentIdOf(projectId, step);
  const rows = stores.chefComments.where('chefCommentId', id);
  return chefCommentNowOf({ projectId, step }, eventsOf(rows));
};

/** The same by its id; undefined where nobody has said anything yet. */
export const chefCommentById = (
  { chefComments }: Pick<Stores, 'chefComments'>,
  id: ChefCommentId,
): ChefCommentNow | undefined => {
  const events = eventsOf(chefComments.where('chefCommentId', id));
  return events[0] && chefCommentNowOf(events[0], events);
};

const folded = foldedBy(
  ({ chefCommentId }: ChefCommentEvent) => chefCommentId,
  foldOf(chefCommentNowOf),
);

/** Every chef's comment that somebody has said something about. */
export const allChefComments = (stores: Stores): readonly ChefCommentNow[] =>
  folded(stores.chefComments.all());

/**
 * What a gate behind the project rested on stands, and so does what the one that is asked now rests
 * on; of the one ahead only what still holds.
 */
export const wordIn = (
  stores: Stores,
  project: Project,
  now: ChefCommentNow,
): ChefCommentEvent | null =>
  isGateAheadOf(project, now.step) && !hasOpenRequest(stores, project.id)
    ? holdingWord(now, {
        needsPool: needsPool(project, now.step),
        shares: project.shares,
        undoneAt: undoneAt(stores, now.projectId, now.step),
      })
    : (now.word ?? now.said);
