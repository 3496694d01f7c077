import {
  type ApprovalEvent,
  type ApprovalId,
  type ApprovalStep,
  approvalIdOf,
  approvalSteps,
  factsFrom,
  namedBy,
  paperStepOf,
} from '#shared/domain/approvals/approval.ts';
import {
  type ApprovalNow,
  approvalNowOf,
  holdingYes,
  isWaiting,
  type Yes,
} from '#shared/domain/approvals/now.ts';
import { type ApprovalFacts, approvalAnswerers, isAhead } from '#shared/domain/approvals/rules.ts';
import { type ApprovalView, asStep, waitsOn } from '#shared/domain/approvals/view.ts';
import { stepsUndoneBy } from '#shared/domain/consequences.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { type Step, type StepCode, stepId } from '#shared/domain/steps.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Row, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

const eventsOf = (rows: readonly Row<ApprovalEvent>[]): readonly ApprovalEvent[] =>
  rows.map((row) => row.value);

/** An approval as memory has it; one that nobody has asked for yet has no events. */
export const approvalIn = (
  stores: Pick<Stores, 'approvals'>,
  projectId: ProjectId,
  step: ApprovalStep,
): ApprovalNow => {
  const id = approvalIdOf(projectId, step);
  return approvalNowOf({ projectId, step }, eventsOf(stores.approvals.where('approvalId', id)));
};

/** An approval as the lists have it now; what either they or memory knows has happened. */
export const readApproval = async (
  deps: Deps,
  id: ApprovalId,
): Promise<ApprovalNow | undefined> => {
  const named = namedBy(id);
  if (!named) return undefined;
  const { approvals } = deps.stores;
  const read = await approvals.readWhere('approvalId', id);
  const events = eventsOf([...approvals.where('approvalId', id), ...read]);
  return approvalNowOf(named, [...new Map(events.map((event) => [event.id, event])).values()]);
};

/** The same rows are the same approvals; a list in memory is another one after any change. */
const grouped = new WeakMap<readonly Row<ApprovalEvent>[], readonly ApprovalNow[]>();

/** Every approval that somebody has said something about. */
export const allApprovals = (stores: Stores): readonly ApprovalNow[] => {
  const rows = stores.approvals.all();
  const known = grouped.get(rows);
  if (known) return known;
  const byId = new Map<ApprovalId, ApprovalEvent[]>();
  for (const event of eventsOf(rows)) {
    const held = byId.get(event.approvalId);
    if (held) held.push(event);
    else byId.set(event.approvalId, [event]);
  }
  const all = [...byId.values()].flatMap((events) =>
    events.slice(0, 1).map((first) => approvalNowOf(first, events)),
  );
  grouped.set(rows, all);
  return all;
};

const rowsOf = (stores: Stores, projectId: ProjectId): ReadonlyMap<StepCode, Step> =>
  new Map(stores.steps.where('projectId', projectId).map(({ value }) => [value.code, value]));

/** When a gate last sent the project back, and with it the step. */
const undoneAt = (stores: Stores, { projectId, step }: ApprovalNow): string | null =>
  stores.decisions
    .where('projectId', projectId)
    .filter(({ value }) => stepsUndoneBy(value).includes(step))
    .map(({ value }) => value.at)
    .sort()
    .at(-1) ?? null;

/** The step that is the paper of an approval. */
export const paperIn = (stores: Stores, { projectId, step }: ApprovalNow): Step | undefined =>
  stores.steps.get(stepId(projectId, paperStepOf(step)))?.value;

/** What a gate behind the project rested on stands; of the one ahead only what still holds. */
const yesIn = (stores: Stores, project: Project, now: ApprovalNow): Yes | null =>
  isAhead(project, now.step)
    ? holdingYes(now, factsFrom(project, paperIn(stores, now)), undoneAt(stores, now))
    : now.yes;

/**
 * The steps of a project. An approval that has events is done by its yes, as long as that holds;
 * without any it is done as its row says, as before approvals were asked for.
 */
export const stepsByCode = (stores: Stores, projectId: ProjectId): ReadonlyMap<StepCode, Step> => {
  const rows = rowsOf(stores, projectId);
  const project = stores.projects.get(projectId)?.value;
  if (!project || stores.approvals.where('projectId', projectId).length === 0) return rows;
  const steps = new Map(rows);
  for (const step of approvalSteps) {
    const now = approvalIn(stores, projectId, step);
    if (now.revision > 0)
      steps.set(step, asStep({ now, yes: yesIn(stores, project, now) }, rows.get(step)));
  }
  return steps;
};

export const doneStepsOf = (stores: Stores, projectId: ProjectId): ReadonlySet<StepCode> =>
  new Set(
    [...stepsByCode(stores, projectId).values()].filter(({ done }) => done).map(({ code }) => code),
  );

/** What the rules go by beside the approval, from memory; the clock of an ask begins now. */
export const approvalFactsOf = (deps: Deps, now: ApprovalNow): ApprovalFacts | undefined => {
  const { stores, clock, calendarOf } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  const { ownerDays, communication, closingDays } = settingsOf(stores);
  const { dueTime, nudgeTime } = communication;
  const rule = { days: ownerDays, dueTime, nudgeTime };
  return {
    project,
    facts: factsFrom(project, paperIn(stores, now)),
    people: peopleIn(deps),
    day: clock.day(),
    undoneAt: undoneAt(stores, now),
    due: dueOf(clock.now(), rule, calendarOf(closingDays)),
  };
};

/** The gate is being decided, by what was asked then. */
export const hasOpenRequest = (stores: Stores, projectId: ProjectId): boolean =>
  stores.requests
    .where('projectId', projectId)
    .some(({ value }) => value.closedAt === null && !stores.decisions.get(value.id));

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

/** Approvals whose answer, or reply, is waited for from this person, longest waiting first. */
export const approvalsWaitingFor = (deps: Deps, personId: PersonId): readonly ApprovalView[] =>
  allApprovals(deps.stores)
    .filter((now) => isOpenApproval(deps.stores, now))
    .map((now) => approvalViewFrom(deps, now))
    .filter((view) => view !== undefined)
    .filter((view) => waitsOn(view, personId) !== null)
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));
