import type { Decider } from '../decider.ts';
import type { Gate } from '../gates.ts';
import type { Phase } from '../phase.ts';
import { isUntaken, type Project } from '../project.ts';
import { type StepCode, stepsOf } from '../steps.ts';

/** Somebody who is asked about it now. */
export type IdeaAsked = { readonly since: string; readonly gate: Gate } & (
  | { readonly type: 'owner' | 'chef'; readonly whom: string }
  | { readonly type: 'gate'; readonly decider: Decider }
);

/** Where an idea is: who has it, since when, and what comes next, as its author is told. */
export type IdeaWhere =
  /** Nobody has taken it; the first thing of the intake that is not done, null when all is. */
  | { readonly type: 'received'; readonly next: StepCode | null }
  /** Somebody leads it, and it is still in the idea bank. */
  | { readonly type: 'taken'; readonly next: StepCode | null }
  | { readonly type: 'shelf'; readonly shelf: 'backlog' | 'pipeline' }
  | { readonly type: 'asked'; readonly asked: IdeaAsked }
  | { readonly type: 'underway'; readonly phase: Phase; readonly nextStep: string }
  | { readonly type: 'operating' | 'closed' }
  | { readonly type: 'stopped'; readonly why: string };

export type IdeaStanding = {
  readonly project: Project;
  readonly where: IdeaWhere;
  readonly since: string;
  /** Whoever gave it may still write in it. */
  readonly isUntaken: boolean;
};

const nextOfIntake = (doneSteps: ReadonlySet<StepCode>): StepCode | null =>
  stepsOf('intake', false).find((code) => !doneSteps.has(code)) ?? null;

const whereIs = (
  project: Project,
  around: { readonly doneSteps: ReadonlySet<StepCode>; readonly asked: IdeaAsked | null },
  why: string,
): IdeaWhere => {
  const { status, phase, nextStep } = project;
  if (status === 'stopped') return { type: 'stopped', why };
  if (status === 'closed' || status === 'operating')
    return { type: status === 'closed' ? 'closed' : 'operating' };
  if (around.asked) return { type: 'asked', asked: around.asked };
  if (status === 'backlog' || status === 'pipeline') return { type: 'shelf', shelf: status };
  if (status === 'active') return { type: 'underway', phase, nextStep };
  const next = nextOfIntake(around.doneSteps);
  return { type: isUntaken(project) ? 'received' : 'taken', next };
};

/**
 * Where an idea is. `asked` is who is asked about it now, the most important first; `why` the word
 * with which it was stopped.
 */
export const ideaStandingOf = (
  project: Project,
  around: { readonly doneSteps: ReadonlySet<StepCode>; readonly asked: IdeaAsked | null },
  why: string,
): IdeaStanding => {
  const where = whereIs(project, around, why);
  const since = where.type === 'asked' ? where.asked.since : project.phaseSince;
  return { project, where, since, isUntaken: isUntaken(project) };
};
