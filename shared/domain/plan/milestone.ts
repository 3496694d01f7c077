import type { Step, StepCode } from '../steps.ts';
import { isAsked, isMilestone, type StepTemplates } from '../stepTemplates.ts';

/** A step of a project that stands on its bar in the plan, by its day (P31). */
export type Milestone = {
  readonly code: StepCode;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly done?: true;
};

export type MilestoneState = 'reached' | 'late' | 'ahead';

export const milestoneState = ({ due, done }: Milestone, today: string): MilestoneState => {
  if (done) return 'reached';
  return due < today ? 'late' : 'ahead';
};

/** The milestones among some steps, the first day first; one without a day is none. */
export const milestonesIn = (made: StepTemplates, steps: readonly Step[]): readonly Milestone[] =>
  steps
    .filter(({ code, due }) => due !== null && isAsked(made, code) && isMilestone(made, code))
    .map(({ code, due, done }) => ({
      code,
      due: due ?? '',
      ...(done ? { done: true as const } : {}),
    }))
    .sort((a, b) => a.due.localeCompare(b.due));
