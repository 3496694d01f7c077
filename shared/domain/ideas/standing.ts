import type { Decider } from '../decider.ts';
import type { Gate } from '../gates.ts';
import type { InterestEvent } from '../interest/interest.ts';
import type { Phase } from '../phase.ts';
import { isUntaken, type Project } from '../project.ts';
import { type StepCode, stepsOf } from '../steps.ts';

/** Somebody who is asked about it now. */
export type IdeaAsked = { readonly since: string; readonly gate: Gate } & (
  | { readonly type: 'owner' | 'chef' | 'interest' | 'purchase'; readonly whom: string }
  | { readonly type: 'gate'; readonly decider: Decider }
);

/** That an idea was not wanted, or not now, and the words that went with it. */
export type Declined = Pick<InterestEvent, 'byName' | 'comment' | 'at'> & {
  readonly kind: 'no' | 'notNow';
};

/** Where an idea is: who has it, since when, and what comes next, as its author is told. */
export type IdeaWhere =
  /** Nobody has taken it; the first thing of the intake that is not done, null when all is. */
  | { readonly type: 'received'; readonly next: StepCode | null }
  /** Somebody leads it, and it is still in the idea bank. */
  | { readonly type: 'taken'; readonly next: StepCode | null }
  | {
      readonly type: 'shelf';
      readonly shelf: 'backlog' | 'pipeline';
      /** Who did not want it (now), where somebody was asked. */
      readonly declined: Declined | null;
    }
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
  /** It is another's: whoever asks has had the same idea. */
  readonly follows: boolean;
};

const nextOfIntake = (doneSteps: ReadonlySet<StepCode>): StepCode | null =>
  stepsOf('intake', false).find((code) => !doneSteps.has(code)) ?? null;

/** What there is around an idea: its steps, who is asked now, and who did not want it. */
export type IdeaAround = {
  readonly doneSteps: ReadonlySet<StepCode>;
  readonly asked: IdeaAsked | null;
  readonly declined: Declined | null;
};

const whereIs = (project: Project, around: IdeaAround, why: string): IdeaWhere => {
  const { status, phase, nextStep } = project;
  if (status === 'stopped') return { type: 'stopped', why };
  if (status === 'closed' || status === 'operating')
    return { type: status === 'closed' ? 'closed' : 'operating' };
  if (around.asked) return { type: 'asked', asked: around.asked };
  if (status === 'backlog' || status === 'pipeline')
    return { type: 'shelf', shelf: status, declined: around.declined };
  if (status === 'active') return { type: 'underway', phase, nextStep };
  const next = nextOfIntake(around.doneSteps);
  return { type: isUntaken(project) ? 'received' : 'taken', next };
};

const sinceIn = (where: IdeaWhere): string | undefined => {
  if (where.type === 'asked') return where.asked.since;
  return where.type === 'shelf' ? where.declined?.at : undefined;
};

/**
 * Where an idea is. `asked` is who is asked about it now, the most important first; `why` the word
 * with which it was stopped.
 */
export const ideaStandingOf = (project: Project, around: IdeaAround, why: string): IdeaStanding => {
  const where = whereIs(project, around, why);
  const since = sinceIn(where) ?? project.phaseSince;
  return { project, where, since, isUntaken: isUntaken(project), follows: false };
};
