import { type InterestId, ideaIn } from '#shared/domain/interest/interest.ts';
import { type InterestNow, interestNowOf } from '#shared/domain/interest/now.ts';
import {
  type InterestFacts,
  interestAnswerers,
  isIdea,
  ledereOf,
} from '#shared/domain/interest/rules.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import type { Project } from '#shared/domain/project.ts';
import { stepId } from '#shared/domain/steps.ts';
import { dueIn, hasOpenRequest } from '../asking/around.ts';
import { readEvents } from '../asking/events.ts';
import { chefNameIn } from '../checklist/askedBeforeGate.ts';
import { allInterests, interestIn, owedNow } from '../checklist/interestHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

/** The question as the lists have it now; what either they or memory know has happened. */
export const readInterest = async (
  deps: Deps,
  id: InterestId,
): Promise<InterestNow | undefined> => {
  const projectId = ideaIn(id);
  return projectId === null
    ? undefined
    : interestNowOf({ projectId }, await readEvents(deps.stores.interests, 'interestId', id));
};

/** What the rules go by beside the question, from memory; the clock of an ask begins now. */
export const interestFactsOf = (deps: Deps, now: InterestNow): InterestFacts | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  return {
    project,
    people: peopleIn(deps),
    day: clock.day(),
    isGateSent: hasOpenRequest(stores, now.projectId),
    due: dueIn(deps, 'chefDays'),
  };
};

const askedNameIn = ({ stores }: Deps, { askedId }: InterestNow, project: Project): string =>
  askedId === null
    ? chefNameIn(stores, project.leadArea)
    : (stores.people.get(askedId)?.value.name ?? '');

const blockersIn = ({ stores }: Deps, projectId: string): string => {
  const step = stores.steps.get(stepId(projectId, 'blockers'))?.value;
  return step?.done ? step.note : '';
};

/** Undefined when the idea cannot be read. */
export const interestViewFrom = (deps: Deps, now: InterestNow): InterestView | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  const owes = owedNow(stores, now);
  const at = clock.now();
  const people = peopleIn(deps);
  return {
    ...{ now, project, owes, at },
    areas: settingsOf(stores).areas,
    blockers: blockersIn(deps, project.id),
    answerers: interestAnswerers(now.askedId, project, people, clock.day()),
    askedName: askedNameIn(deps, now, project),
    owners: ledereOf(project, people).map(({ id, name }) => ({ id, name })),
    isOpen: isIdea(project) && !hasOpenRequest(stores, project.id),
    overdue: owes === 'interest' && now.ask !== null && at >= now.ask.dueAt,
  };
};

/** From memory; undefined when the id names no idea. */
export const interestViewOf = (deps: Deps, id: InterestId): InterestView | undefined => {
  const projectId = ideaIn(id);
  return projectId === null
    ? undefined
    : interestViewFrom(deps, interestIn(deps.stores, projectId));
};

/** As the lists have it now. */
export const freshInterestViewOf = async (
  deps: Deps,
  id: InterestId,
): Promise<InterestView | undefined> => {
  const now = await readInterest(deps, id);
  return now && interestViewFrom(deps, now);
};

/** Ideas whose answer, or reply, is waited for from this person, longest waiting first. */
export const openInterests = (deps: Deps): readonly InterestView[] =>
  allInterests(deps.stores)
    .filter((now) => owedNow(deps.stores, now) !== null)
    .map((now) => interestViewFrom(deps, now))
    .filter((view) => view !== undefined)
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));
