import type { StepFile } from './files/file.ts';
import type { Gate } from './gates.ts';
import type { Change } from './history.ts';
import type { PersonId } from './person.ts';
import type { Phase } from './phase.ts';
import type { Project, ProjectId } from './project.ts';

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
  'ideaOwn',
  'schedule',
  'benefitClarification',
  'projectDescription',
  'serviceDesign',
  'draftContract',
  'investigationMeeting',
  'investigationOwner',
  'investigationChef',
  'investigationOwn',
  'safetyChecks',
  'trialStart',
  'agreements',
  'finalServiceDesign',
  'limitedTrial',
  'evaluation',
  'trialMeeting',
  'trialOwner',
  'trialChef',
  'trialOwn',
  'operatingOrganisation',
  'benefitFollowUp',
  'leadLetsGo',
  'operationOwn',
] as const;
export type StepCode = (typeof stepCodes)[number];

/**
 * Whose word a step is (domain.md, Roles and rights): the owner's approval, the chef's comment,
 * DigiTek's meeting, and whether the chef or a leder wants it.
 */
export type StepVoice = 'owner' | 'chef' | 'digitek' | 'first';

/** The fields of a project that are a step when they are filled in. */
type Fact = 'firstPriority' | 'ownerId' | 'leadId';

type StepRule = {
  readonly phase: Phase | 'intake';
  /** The gate that rests on this step. */
  readonly gate?: Gate;
  /** A paper: the step is done when it has a link. */
  readonly paper?: true;
  /** Whose word it is; left out, whoever edits the project may tick it. */
  readonly voice?: StepVoice;
  /** Done when the project says it, and never by a tick. */
  readonly fact?: Fact;
  /** Undone again when the project is sent back, because it was about the paper as it was. */
  readonly again?: true;
  /** Must be done before this step can be. */
  readonly after?: StepCode;
  /** Only on the fast track, which skips gate 2. */
  readonly fastTrackOnly?: true;
  /** Stands on the project's bar in the plan when it has a date, until somebody says otherwise. */
  readonly milestone?: true;
  /** The municipality's own, asked for when the consultant has given it a name. */
  readonly own?: true;
};

/** The checklist of each phase (domain.md, Steps inside a phase). */
export const steps: Record<StepCode, StepRule> = {
  purchaseOrProject: { phase: 'intake', voice: 'digitek' },
  blockers: { phase: 'intake', voice: 'digitek' },
  interest: { phase: 'intake', voice: 'first' },
  firstPriority: { phase: 'intake', fact: 'firstPriority' },
  ownerAppointed: { phase: 'intake', fact: 'ownerId' },
  leadAppointed: { phase: 'intake', fact: 'leadId' },
  ideaDescription: { phase: 'idea', gate: 'gate1', paper: true },
  ideaChecklist: { phase: 'idea', gate: 'gate1' },
  ideaMeeting: { phase: 'idea', gate: 'gate1', voice: 'digitek', again: true },
  ideaOwner: { phase: 'idea', gate: 'gate1', voice: 'owner', again: true },
  ideaChef: { phase: 'idea', gate: 'gate1', voice: 'chef', again: true },
  ideaOwn: { phase: 'idea', own: true },
  schedule: { phase: 'investigation' },
  benefitClarification: { phase: 'investigation', gate: 'gate2' },
  projectDescription: { phase: 'investigation', gate: 'gate2', paper: true },
  serviceDesign: { phase: 'investigation', gate: 'gate2' },
  draftContract: { phase: 'investigation', gate: 'gate2' },
  investigationMeeting: { phase: 'investigation', gate: 'gate2', voice: 'digitek', again: true },
  investigationOwner: { phase: 'investigation', gate: 'gate2', voice: 'owner', again: true },
  investigationChef: { phase: 'investigation', gate: 'gate2', voice: 'chef', again: true },
  investigationOwn: { phase: 'investigation', own: true },
  safetyChecks: { phase: 'trial', fastTrackOnly: true },
  trialStart: { phase: 'trial', after: 'safetyChecks', milestone: true },
  agreements: { phase: 'trial', gate: 'gate3', milestone: true },
  finalServiceDesign: { phase: 'trial' },
  limitedTrial: { phase: 'trial', gate: 'gate3' },
  evaluation: { phase: 'trial', gate: 'gate3', paper: true, milestone: true },
  trialMeeting: { phase: 'trial', gate: 'gate3', voice: 'digitek', again: true },
  trialOwner: { phase: 'trial', gate: 'gate3', voice: 'owner', again: true },
  trialChef: { phase: 'trial', gate: 'gate3', voice: 'chef', again: true },
  trialOwn: { phase: 'trial', own: true },
  operatingOrganisation: { phase: 'operation' },
  benefitFollowUp: { phase: 'operation' },
  leadLetsGo: { phase: 'operation' },
  operationOwn: { phase: 'operation', own: true },
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
  /** Who does it, by name: also somebody outside, such as a supplier. */
  readonly responsible: string;
  /** Who does it, when it is somebody the list of people knows. */
  readonly responsibleId: PersonId | null;
  readonly due: string | null;
  /** https address of the paper. */
  readonly link: string;
  /** E.g. "version 3". */
  readonly version: string;
  /** Reading time in minutes; null = not said. */
  readonly minutes: number | null;
  readonly note: string;
  /** Documents that were sent here, in the order they came. */
  readonly files: readonly StepFile[];
  readonly lastChange: Change | null;
};

/** Whose name goes with a fact. */
const namesOf = {
  firstPriority: 'firstPriorityBy',
  ownerId: 'ownerName',
  leadId: 'leadName',
} as const;

/** The steps that a project's own fields say, whatever a row of the list says of them. */
export const factSteps = (project: Project, rows: ReadonlyMap<StepCode, Step>): readonly Step[] =>
  stepCodes.flatMap((code): readonly Step[] => {
    const { fact } = steps[code];
    if (fact === undefined) return [];
    const done = project[fact] !== null;
    const row = rows.get(code) ?? blankStep(project.id, code);
    return [{ ...row, done, doneByName: done ? project[namesOf[fact]] : '', doneAt: null }];
  });

export const stepId = (projectId: ProjectId, code: StepCode): string => `${projectId}:${code}`;

/** A step of which nothing has been said. */
export const blankStep = (projectId: ProjectId, code: StepCode): Step => ({
  ...{ id: stepId(projectId, code), projectId, code, done: false, doneByName: '', doneAt: null },
  ...{ responsible: '', responsibleId: null, due: null },
  ...{ link: '', version: '', minutes: null, note: '', files: [] },
  lastChange: null,
});

/** The usual steps of a phase; as the consultant has made them they are `askedSteps`. */
export const stepsOf = (phase: Phase | 'intake', skippedGate2: boolean): readonly StepCode[] =>
  stepCodes.filter(
    (code) =>
      steps[code].phase === phase &&
      steps[code].own !== true &&
      (steps[code].fastTrackOnly !== true || skippedGate2),
  );

/** The steps a gate rests on, in order. */
export const stepsBefore = (gate: Gate): readonly StepCode[] =>
  stepCodes.filter((code) => steps[code].gate === gate);

/** The paper a gate rests on; null for funding, which rests on none. */
export const paperBefore = (gate: Gate): StepCode | null =>
  stepsBefore(gate).find((code) => steps[code].paper) ?? null;

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
