import {
  type InterestEvent,
  type InterestId,
  interestIdOf,
} from '#shared/domain/interest/interest.ts';
import { type InterestNow, interestNowOf, owedBy } from '#shared/domain/interest/now.ts';
import { isIdea } from '#shared/domain/interest/rules.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { hasOpenRequest } from '../asking/around.ts';
import { eventsOf, foldedBy, foldOf } from '../asking/events.ts';
import type { Stores } from '../ports.ts';

/** The question of interest as memory has it; an idea that nobody was asked about has no events. */
export const interestIn = (stores: Pick<Stores, 'interests'>, projectId: ProjectId): InterestNow =>
  interestNowOf(
    { projectId },
    eventsOf(stores.interests.where('interestId', interestIdOf(projectId))),
  );

/** The same by its id; undefined where nobody has said anything yet. */
export const interestById = (
  { interests }: Pick<Stores, 'interests'>,
  id: InterestId,
): InterestNow | undefined => {
  const events = eventsOf(interests.where('interestId', id));
  return events[0] && interestNowOf(events[0], events);
};

const folded = foldedBy(({ interestId }: InterestEvent) => interestId, foldOf(interestNowOf));

/** Every idea that somebody was asked about. */
export const allInterests = (stores: Stores): readonly InterestNow[] =>
  folded(stores.interests.all());

/** What is still owed; null when nothing is, or when it is no longer an idea. */
export const owedNow = (stores: Stores, now: InterestNow): 'interest' | 'owner' | null => {
  const project = stores.projects.get(now.projectId)?.value;
  if (!project || !isIdea(project) || hasOpenRequest(stores, now.projectId)) return null;
  return owedBy(now, project);
};
