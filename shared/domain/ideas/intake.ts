import type { Project } from '../project.ts';
import { type Step, type StepCode, stepsOf } from '../steps.ts';

/** The six steps of the intake, in order (domain.md, Steps inside a phase). */
export const intakeSteps: readonly StepCode[] = stepsOf('intake', false);

/** What somebody does, and not what an import may have said. */
const begun: readonly StepCode[] = ['purchaseOrProject', 'blockers', 'interest'];

/** An idea that has come in and is not under way yet. */
export const isInIntake = ({ status, phase }: Pick<Project, 'status' | 'phase'>): boolean =>
  status === 'raw' && phase === 'idea';

/** Whom an idea lies with. */
export type Holder =
  | { readonly type: 'digitek'; readonly since: string }
  | {
      readonly type: 'person';
      readonly name: string;
      readonly since: string;
      /** They are asked, and past the deadline. */
      readonly isLate: boolean;
    };

/** How far an idea has come through the intake, and whom it lies with. */
export type Intake = {
  readonly done: readonly StepCode[];
  /** The first step that is not done; null when all are. */
  readonly present: StepCode | null;
  readonly holder: Holder;
};

const latestDone = (steps: readonly (Step | undefined)[]): string =>
  steps
    .map((step) => (step?.done ? (step.doneAt ?? '') : ''))
    .sort()
    .at(-1) ?? '';

/** `asked` is whoever is asked about it now; else its lead has it, and else DigiTek. */
export const intakeOf = (
  { createdAt, leadId, leadName }: Pick<Project, 'createdAt' | 'leadId' | 'leadName'>,
  steps: ReadonlyMap<StepCode, Step>,
  asked: Omit<Extract<Holder, { type: 'person' }>, 'type'> | null,
): Intake => {
  const done = intakeSteps.filter((code) => steps.get(code)?.done === true);
  const moved = latestDone(intakeSteps.map((code) => steps.get(code)));
  const since = moved > createdAt ? moved : createdAt;
  const present = intakeSteps.find((code) => !done.includes(code)) ?? null;
  if (asked) return { done, present, holder: { type: 'person', ...asked } };
  const holder: Holder =
    leadId === null
      ? { type: 'digitek', since }
      : { type: 'person', name: leadName, since, isLate: false };
  return { done, present, holder };
};

/**
 * Whether an idea is on its way in: somebody gave it, is asked about it, or has begun on it. What
 * came with an import lies in the idea bank until somebody takes it up.
 */
export const isTakenUp = (
  { createdById }: Pick<Project, 'createdById'>,
  { done, holder }: Intake,
): boolean =>
  createdById !== null || holder.type === 'person' || done.some((code) => begun.includes(code));

/** Nobody has done anything with it yet. */
export const isNew = ({ done, holder }: Intake): boolean =>
  done.length === 0 && holder.type === 'digitek';
