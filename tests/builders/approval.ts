import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import {
  type ApprovalEvent,
  type ApprovalStep,
  doorOf,
  factsFrom,
  paperStepOf,
} from '#shared/domain/approvals/approval.ts';
import {
  type ApprovalNow,
  approvalNowOf,
  holdingYes,
  isOutdated,
  isWaiting,
} from '#shared/domain/approvals/now.ts';
import {
  type ApprovalFacts,
  type ApprovalGiven,
  type ApprovalMove,
  type ApprovalRefusal,
  approvalAnswerers,
  approvalMoveFor,
  askMove,
  isAhead,
} from '#shared/domain/approvals/rules.ts';
import type { ApprovalView } from '#shared/domain/approvals/view.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Step, stepsBefore } from '#shared/domain/steps.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { actor, allSteps, aReadyProject, people } from './portfolio.ts';

/** Monday at a quarter past ten. */
export const approvalAt = '2026-11-23T09:14:00Z';

/** What stands around an approval in these tests, and what has happened to it. */
export type Vouching = {
  readonly now: ApprovalNow;
  readonly project: Project;
  readonly paper: Step;
  readonly people: readonly Person[];
  readonly at: string;
  readonly undoneAt: string | null;
};

const paperOf = (project: Project, step: ApprovalStep): Step => {
  const paper = allSteps(project.id, doorOf(step)).find(({ code }) => code === paperStepOf(step));
  if (!paper) throw new Error(`${step} has no paper`);
  return { ...paper, version: 'version 4' };
};

/** A project with its paper, before anybody has asked its owner. */
export const vouching = (
  step: ApprovalStep = 'ideaOwner',
  more: Partial<Project> = {},
  others: readonly Person[] = people,
): Vouching => {
  const project = aReadyProject(doorOf(step), more);
  return {
    now: approvalNowOf({ projectId: project.id, step }, []),
    project,
    paper: paperOf(project, step),
    people: others,
    at: approvalAt,
    undoneAt: null,
  };
};

export const factsOf = ({ project, paper }: Vouching) => factsFrom(project, paper);

export const aroundOf = (one: Vouching): ApprovalFacts => ({
  project: one.project,
  facts: factsOf(one),
  people: one.people,
  day: dayOf(one.at),
  undoneAt: one.undoneAt,
  due: dueOf(one.at, { days: 2, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
});

const withEvent = (one: Vouching, by: string, move: ApprovalMove): Vouching => {
  const { now } = one;
  const seq = now.revision + 1;
  const { id, name } = actor(by);
  const event: ApprovalEvent = {
    ...move,
    ...{ id: `${now.id}:${seq}`, cause: `${now.id}:cause${seq}`, approvalId: now.id, seq },
    ...{ projectId: now.projectId, step: now.step, byId: id, byName: name, at: one.at },
  };
  return { ...one, now: approvalNowOf(now, [...now.events, event]) };
};

/** What somebody's press comes to by the rules: as it is then, or why not. */
export const tried = (
  one: Vouching,
  by: string,
  given: ApprovalGiven,
): Vouching | ApprovalRefusal => {
  const move = approvalMoveFor(one.now, actor(by), given, aroundOf(one));
  return move.ok ? withEvent(one, by, move.value) : move.refusal;
};

export const after = (one: Vouching, by: string, given: ApprovalGiven): Vouching => {
  const made = tried(one, by, given);
  if ('now' in made) return made;
  throw new Error(`${by} ${given.type}: ${JSON.stringify(made)}`);
};

/** The seq of the question that is asked now. */
export const askedIn = ({ now }: Vouching): number => now.ask?.seq ?? 0;

export const asked = (one: Vouching, by = 'lead'): Vouching =>
  after(one, by, { type: 'asked', revision: one.now.revision });

export const said = (
  one: Vouching,
  type: 'approved' | 'sentBack' | 'question',
  comment = type === 'approved' ? '' : 'Hvem passer skærmen i weekenden? Skriv det ind.',
  by = 'owner',
): Vouching => after(one, by, { type, ask: askedIn(one), comment });

/** Some time goes by. */
export const later = (one: Vouching, hours: number): Vouching => ({
  ...one,
  at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
});

/** The paper or the project becomes another, and the owner is asked anew when the rule says so. */
export const changed = (
  one: Vouching,
  { paper = {}, project = {} }: { paper?: Partial<Step>; project?: Partial<Project> },
): Vouching => {
  const other = {
    ...one,
    paper: { ...one.paper, ...paper },
    project: { ...one.project, ...project },
  };
  return isOutdated(other.now, factsOf(other))
    ? withEvent(other, 'lead', askMove(aroundOf(other)))
    : other;
};

/** As a card or a page is given it. */
export const viewOf = (one: Vouching): ApprovalView => {
  const { now, project, paper } = one;
  const isOpen = isWaiting(now) && isAhead(project, now.step);
  return {
    now,
    project,
    facts: factsOf(one),
    minutes: paper.minutes,
    doneSteps: stepsBefore(doorOf(now.step)).filter((code) => code !== now.step),
    areas: defaultAreas,
    yes: holdingYes(now, factsOf(one), one.undoneAt),
    answerers: approvalAnswerers(project, one.people, dayOf(one.at)),
    isOpen,
    overdue: isWaiting(now) && one.at >= now.ask.dueAt,
    at: one.at,
  };
};
