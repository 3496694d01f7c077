import { type Declined, type IdeaStanding, ideaStandingOf } from '#shared/domain/ideas/standing.ts';
import { decliningWord } from '#shared/domain/interest/now.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { interestIn } from '../checklist/interestHeld.ts';
import { doneStepsOf } from '../checklist/steps.ts';
import type { Deps } from '../ports.ts';
import { askedAbout } from '../requests/askedAbout.ts';

/** The word with which it was stopped; '' when nobody said one. */
export const stoppedBecause = ({ stores }: Deps, { id }: Project): string =>
  stores.decisions
    .where('projectId', id)
    .filter(({ value }) => value.outcome === 'stop')
    .map(({ value }) => value.comment)
    .at(-1) ?? '';

const declinedIn = ({ stores }: Deps, { id }: Project): Declined | null => {
  const word = decliningWord(interestIn(stores, id));
  return word && { ...word, kind: word.kind === 'no' ? 'no' : 'notNow' };
};

/** Another's idea, to whoever has had the same: told alike, and not theirs to write in. */
const asFollowed = (standing: IdeaStanding, personId: PersonId): IdeaStanding =>
  standing.project.createdById === personId
    ? standing
    : { ...standing, isUntaken: false, follows: true };

/** Where the ideas are that somebody gave or has had too, newest first. */
export const ideaStandingsOf = (deps: Deps, personId: PersonId): readonly IdeaStanding[] => {
  const { projects, followers } = deps.stores;
  const followed = new Set(
    followers.where('personId', personId).map(({ value }) => value.projectId),
  );
  return projects
    .all()
    .map(({ value }) => value)
    .filter(({ id, createdById }) => createdById === personId || followed.has(id))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map((project) => {
      const around = {
        doneSteps: doneStepsOf(deps.stores, project.id),
        asked: askedAbout(deps, project),
        declined: declinedIn(deps, project),
      };
      return asFollowed(ideaStandingOf(project, around, stoppedBecause(deps, project)), personId);
    });
};
