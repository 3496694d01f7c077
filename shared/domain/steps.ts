import type { Gate } from './gates.ts';
import type { Change } from './history.ts';
import type { Phase, ProjectId } from './project.ts';

export const stepCodes = [
  'purchaseOrProject',
  'blockers',
  'interest',
  'firstPriority',
  'ownerAppointed',
  'leadAppointed',
  'ideaDescription',
  'ideaChecklist',
  'ideaMeeting',
  'ideaOwner',
  'ideaChef',
  'schedule',
  'benefitClarification',
  'projectDescription',
  'serviceDesign',
  'draftContract',
  'investigationMeeting',
  'investigationOwner',
  'investigationChef',
  'safetyChecks',
  'trialStart',
  'agreements',
  'finalServiceDesign',
  'limitedTrial',
  'evaluation',
  'trialMeeting',
  'trialOwner',
  'trialChef',
  'operatingOrganisation',
  'benefitFollowUp',
  'leadLetsGo',
] as const;
export type StepCode = (typeof stepCodes)[number];

type StepRule = {
  readonly phase: Phase | 'intake';
  /** The gate that rests on this step. */
  readonly gate?: Gate;
  /** A paper: the step is done when it has a link. */
  readonly paper?: true;
  /** Only the project's owner says this one; the consultant may write down that it was said. */
  readonly owner?: true;
  /** Undone again when the project is sent back, because it was about the paper as it was. */
  readonly again?: true;
  /** Must be done before this step can be. */
  readonly after?: StepCode;
  /** Only on the fast track, which skips gate 2. */
  readonly fastTrackOnly?: true;
};

/** The checklist of each phase (domain.md, Steps inside a phase). */
export const steps: Record<StepCode, StepRule> = {
  purchaseOrProject: { phase: 'intake' },
  blockers: { phase: 'intake' },
  interest: { phase: 'intake' },
  firstPriority: { phase: 'intake' },
  ownerAppointed: { phase: 'intake' },
  leadAppointed: { phase: 'intake' },
  ideaDescription: { phase: 'idea', gate: 'gate1', paper: true },
  ideaChecklist: { phase: 'idea', gate: 'gate1' },
  ideaMeeting: { phase: 'idea', gate: 'gate1', again: true },
  ideaOwner: { phase: 'idea', gate: 'gate1', owner: true, again: true },
  ideaChef: { phase: 'idea', gate: 'gate1', again: true },
  schedule: { phase: 'investigation' },
  benefitClarification: { phase: 'investigation', gate: 'gate2' },
  projectDescription: { phase: 'investigation', gate: 'gate2', paper: true },
  serviceDesign: { phase: 'investigation', gate: 'gate2' },
  draftContract: { phase: 'investigation', gate: 'gate2' },
  investigationMeeting: { phase: 'investigation', gate: 'gate2', again: true },
  investigationOwner: { phase: 'investigation', gate: 'gate2', owner: true, again: true },
  investigationChef: { phase: 'investigation', gate: 'gate2', again: true },
  safetyChecks: { phase: 'trial', fastTrackOnly: true },
  trialStart: { phase: 'trial', after: 'safetyChecks' },
  agreements: { phase: 'trial', gate: 'gate3' },
  finalServiceDesign: { phase: 'trial' },
  limitedTrial: { phase: 'trial', gate: 'gate3' },
  evaluation: { phase: 'trial', gate: 'gate3', paper: true },
  trialMeeting: { phase: 'trial', gate: 'gate3', again: true },
  trialOwner: { phase: 'trial', gate: 'gate3', owner: true, again: true },
  trialChef: { phase: 'trial', gate: 'gate3', again: true },
  operatingOrganisation: { phase: 'operation' },
  benefitFollowUp: { phase: 'operation' },
  leadLetsGo: { phase: 'operation' },
};

export const isStepCode = (value: unknown): value is StepCode =>
  typeof value === 'string' && (stepCodes as readonly string[]).includes(value);

/** What is known of one step of one project. No row = not done. */
export type Step = {
  /** `<project>:<code>`. */
  readonly id: string;
  readonly projectId: ProjectId;
  readonly code: StepCode;
  readonly done: boolean;
  readonly doneByName: string;
  readonly doneAt: string | null;
  readonly responsible: string;
  readonly due: string | null;
  /** https address of the paper. */
  readonly link: string;
  /** E.g. "version 3". */
  readonly version: string;
  /** Reading time in minutes; null = not said. */
  readonly minutes: number | null;
  readonly note: string;
  readonly lastChange: Change | null;
};

export const stepId = (projectId: ProjectId, code: StepCode): string => `${projectId}:${code}`;

export const stepsOf = (phase: Phase | 'intake', skippedGate2: boolean): readonly StepCode[] =>
  stepCodes.filter(
    (code) => steps[code].phase === phase && (steps[code].fastTrackOnly !== true || skippedGate2),
  );

/** The steps a gate rests on, in order. */
export const stepsBefore = (gate: Gate): readonly StepCode[] =>
  stepCodes.filter((code) => steps[code].gate === gate);

/** The steps that are undone when a gate sends the project back. */
export const stepsToRepeat = (gate: Gate): readonly StepCode[] =>
  stepsBefore(gate).filter((code) => steps[code].again === true);

export type TickRefusal =
  | { readonly type: 'linkMissing'; readonly code: StepCode }
  | { readonly type: 'notYet'; readonly code: StepCode; readonly first: StepCode };

/**
 * Whether a step can be ticked now. Fast track skipped gate 2, so its first trial step waits
 * for the checks on CE/MDR, information security and data-processing agreement.
 */
export const tickRefusalOf = (
  code: StepCode,
  link: string,
  doneSteps: ReadonlySet<StepCode>,
  skippedGate2: boolean,
): TickRefusal | null => {
  const rule = steps[code];
  if (rule.paper && link === '') return { type: 'linkMissing', code };
  if (skippedGate2 && rule.after && !doneSteps.has(rule.after))
    return { type: 'notYet', code, first: rule.after };
  return null;
};
