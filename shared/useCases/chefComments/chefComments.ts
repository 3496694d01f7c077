import {
  type ChefCommentId,
  chefStepIn,
  doorAfter,
  payerIn,
} from '#shared/domain/chefComments/chefComment.ts';
import { type ChefCommentNow, chefCommentNowOf, lacksOf } from '#shared/domain/chefComments/now.ts';
import {
  type ChefFacts,
  chefAnswerers,
  isGateAheadOf,
  needsPool,
  priceOf,
} from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView } from '#shared/domain/chefComments/view.ts';
import { deciderOf } from '#shared/domain/decider.ts';
import { areaPool, type PoolId, type PoolView } from '#shared/domain/funding.ts';
import type { Project } from '#shared/domain/project.ts';
import { paperOf } from '#shared/domain/readiness.ts';
import { steps, stepsBefore } from '#shared/domain/steps.ts';
import { dueIn, hasOpenRequest, undoneAt } from '../asking/around.ts';
import { readEvents } from '../asking/events.ts';
import { chefNameIn } from '../checklist/askedBeforeGate.ts';
import { allChefComments, chefCommentIn, wordIn } from '../checklist/chefCommentsHeld.ts';
import { doneStepsOf, stepsByCode } from '../checklist/steps.ts';
import { boundOf } from '../ledger/boundOf.ts';
import { poolViewsFor } from '../ledger/pools.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';

/** A chef's comment as the lists have it now; what either they or memory knows has happened. */
export const readChefComment = async (
  deps: Deps,
  id: ChefCommentId,
): Promise<ChefCommentNow | undefined> => {
  const named = chefStepIn(id);
  return named
    ? chefCommentNowOf(named, await readEvents(deps.stores.chefComments, 'chefCommentId', id))
    : undefined;
};

/** The owner has approved the paper the gate rests on. */
const isOwnerDone = (deps: Deps, { projectId, step }: ChefCommentNow): boolean => {
  const done = doneStepsOf(deps.stores, projectId);
  return stepsBefore(doorAfter(step)).some(
    (code) => steps[code].voice === 'owner' && done.has(code),
  );
};

const paperIn = ({ stores }: Deps, { projectId, step }: ChefCommentNow) => {
  const paper = paperOf(doorAfter(step), stepsByCode(stores, projectId));
  return {
    link: paper?.link ?? '',
    version: paper?.version ?? '',
    minutes: paper?.minutes ?? null,
  };
};

/** What the rules go by beside the comment, from memory; the clock of an ask begins now. */
export const chefFactsOf = (deps: Deps, now: ChefCommentNow): ChefFacts | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  return {
    project,
    people: peopleIn(deps),
    day: clock.day(),
    undoneAt: undoneAt(stores, now.projectId, now.step),
    version: paperIn(deps, now).version,
    isOwnerDone: isOwnerDone(deps, now),
    isGateSent: hasOpenRequest(stores, now.projectId),
    due: dueIn(deps, 'chefDays'),
  };
};

/** What the chef is still asked for; null when nothing is, or when nobody needs it any more. */
export const lacksNow = ({ stores }: Deps, now: ChefCommentNow): ChefCommentView['lacks'] => {
  const project = stores.projects.get(now.projectId)?.value;
  if (!project || !isGateAheadOf(project, now.step) || hasOpenRequest(stores, now.projectId))
    return null;
  return lacksOf(now, needsPool(project, now.step));
};

/** The area's own pool and the common pool, each as if it paid it all. */
const choicesIn = (deps: Deps, project: Project, ore: number | null): readonly PoolView[] => {
  if (project.leadArea === null || ore === null || ore === 0) return [];
  const pools: readonly PoolId[] = [areaPool(project.leadArea), 'common'];
  return pools.flatMap((pool) =>
    poolViewsFor(deps, { askOre: ore, shares: [{ pool, ore }] }, null),
  );
};

const decidesOwnIn = (
  deps: Deps,
  project: Project,
  { step }: ChefCommentNow,
): ChefCommentView['decidesOwn'] => {
  if (project.leadArea === null) return null;
  const own = { ...boundOf(deps, project), shares: [{ pool: areaPool(project.leadArea), ore: 1 }] };
  const routing = deciderOf(own, doorAfter(step), areaIdsOf(deps.stores));
  return routing.ok ? routing.value.decider.type : null;
};

/** Undefined when the project cannot be read. */
export const chefCommentViewFrom = (
  deps: Deps,
  now: ChefCommentNow,
): ChefCommentView | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  const ore = priceOf(project, now.step);
  const isGateSent = hasOpenRequest(stores, project.id);
  const lacks = lacksNow(deps, now);
  const at = clock.now();
  return {
    ...{ now, project, ore, lacks, isGateSent, at },
    payer: payerIn(project.shares),
    choices: choicesIn(deps, project, ore),
    decidesOwn: decidesOwnIn(deps, project, now),
    paper: paperIn(deps, now),
    isOwnerDone: isOwnerDone(deps, now),
    areas: settingsOf(stores).areas,
    answerers: chefAnswerers(project, peopleIn(deps), clock.day()),
    chefName: chefNameIn(stores, project.leadArea),
    isOpen: isGateAheadOf(project, now.step) && !isGateSent,
    holds: wordIn(stores, project, now),
    overdue: lacks !== null && now.ask !== null && at >= now.ask.dueAt,
  };
};

/** From memory; undefined when the id names no project's comment. */
export const chefCommentViewOf = (deps: Deps, id: ChefCommentId): ChefCommentView | undefined => {
  const named = chefStepIn(id);
  return named
    ? chefCommentViewFrom(deps, chefCommentIn(deps.stores, named.projectId, named.step))
    : undefined;
};

/** As the lists have it now. */
export const freshChefCommentViewOf = async (
  deps: Deps,
  id: ChefCommentId,
): Promise<ChefCommentView | undefined> => {
  const now = await readChefComment(deps, id);
  return now && chefCommentViewFrom(deps, now);
};

/** Comments whose answer, or reply, is waited for from this person, longest waiting first. */
export const openChefComments = (deps: Deps): readonly ChefCommentView[] =>
  allChefComments(deps.stores)
    .filter((now) => lacksNow(deps, now) !== null)
    .map((now) => chefCommentViewFrom(deps, now))
    .filter((view) => view !== undefined)
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));
