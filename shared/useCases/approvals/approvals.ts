import { type ApprovalId, factsFrom, namedBy } from '#shared/domain/approvals/approval.ts';
import { type ApprovalNow, approvalNowOf, isWaiting } from '#shared/domain/approvals/now.ts';
import { type ApprovalFacts, approvalAnswerers, isAhead } from '#shared/domain/approvals/rules.ts';
import { type ApprovalView, waitsOn } from '#shared/domain/approvals/view.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { dueIn, hasOpenRequest, undoneAt } from '../asking/around.ts';
import { readEvents } from '../asking/events.ts';
import { allApprovals, approvalIn, paperIn, yesIn } from '../checklist/approvalsHeld.ts';
import { doneStepsOf } from '../checklist/steps.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

/** An approval as the lists have it now; what either they or memory knows has happened. */
export const readApproval = async (
  deps: Deps,
  id: ApprovalId,
): Promise<ApprovalNow | undefined> => {
  const named = namedBy(id);
  return named
    ? approvalNowOf(named, await readEvents(deps.stores.approvals, 'approvalId', id))
    : undefined;
};

/** What the rules go by beside the approval, from memory; the clock of an ask begins now. */
export const approvalFactsOf = (deps: Deps, now: ApprovalNow): ApprovalFacts | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  return {
    project,
    facts: factsFrom(project, paperIn(stores, now)),
    people: peopleIn(deps),
    day: clock.day(),
    undoneAt: undoneAt(stores, now.projectId, now.step),
    due: dueIn(deps, 'ownerDays'),
  };
};

/** Whether the answer is still asked for: the gate ahead rests on it, and nobody decides it yet. */
export const isOpenApproval = (stores: Stores, now: ApprovalNow): boolean => {
  const project = stores.projects.get(now.projectId)?.value;
  if (!project || !isWaiting(now) || !isAhead(project, now.step)) return false;
  return !hasOpenRequest(stores, now.projectId);
};

/** Undefined when the project cannot be read. */
export const approvalViewFrom = (deps: Deps, now: ApprovalNow): ApprovalView | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  const paper = paperIn(stores, now);
  const at = clock.now();
  return {
    now,
    project,
    facts: factsFrom(project, paper),
    minutes: paper?.minutes ?? null,
    doneSteps: [...doneStepsOf(stores, project.id)],
    areas: settingsOf(stores).areas,
    yes: yesIn(stores, project, now),
    answerers: approvalAnswerers(project, peopleIn(deps), clock.day()),
    isOpen: isOpenApproval(stores, now),
    overdue: isWaiting(now) && at >= now.ask.dueAt,
    at,
  };
};

/** From memory; undefined when the id names no project's approval. */
export const approvalViewOf = (deps: Deps, id: ApprovalId): ApprovalView | undefined => {
  const named = namedBy(id);
  return named
    ? approvalViewFrom(deps, approvalIn(deps.stores, named.projectId, named.step))
    : undefined;
};

/** As the lists have it now. */
export const freshApprovalViewOf = async (
  deps: Deps,
  id: ApprovalId,
): Promise<ApprovalView | undefined> => {
  const now = await readApproval(deps, id);
  return now && approvalViewFrom(deps, now);
};

/** Approvals that are asked for, longest waiting first. */
export const openApprovals = (deps: Deps): readonly ApprovalView[] =>
  allApprovals(deps.stores)
    .filter((now) => isOpenApproval(deps.stores, now))
    .map((now) => approvalViewFrom(deps, now))
    .filter((view) => view !== undefined)
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));

/** Those whose answer, or reply, is waited for from this person. */
export const approvalsWaitingFor = (deps: Deps, personId: PersonId): readonly ApprovalView[] =>
  openApprovals(deps).filter((view) => waitsOn(view, personId) !== null);
