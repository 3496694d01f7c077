import type { AskingEvent } from '../asking/asking.ts';
import type { Door } from '../gates.ts';
import type { Ore } from '../money.ts';
import type { PersonId } from '../person.ts';
import type { Project, ProjectId, RiskValue, TekValue } from '../project.ts';
import { type Step, type StepCode, stepId, steps, stepsBefore } from '../steps.ts';

/** The steps that are the owner's approval of a paper (domain.md, Steps inside a phase). */
export const approvalSteps = ['ideaOwner', 'investigationOwner', 'trialOwner'] as const;
export type ApprovalStep = (typeof approvalSteps)[number];

export const isApprovalStep = (code: StepCode): code is ApprovalStep =>
  approvalSteps.some((step) => step === code);

/** The step's own id: a project has one approval for each of its papers. */
export type ApprovalId = string;

export const approvalIdOf = (projectId: ProjectId, step: ApprovalStep): ApprovalId =>
  stepId(projectId, step);

/** The project and the step an id names; null when it names none. */
export const namedBy = (
  id: ApprovalId,
): { readonly projectId: ProjectId; readonly step: ApprovalStep } | null => {
  const step = approvalSteps.find((one) => id.endsWith(`:${one}`));
  return step ? { projectId: id.slice(0, -step.length - 1), step } : null;
};

const doorsOf: Record<ApprovalStep, Door> = {
  ideaOwner: 'gate1',
  investigationOwner: 'gate2',
  trialOwner: 'gate3',
};

/** The gate that rests on the approval. */
export const doorOf = (step: ApprovalStep): Door => doorsOf[step];

/** The approval before a gate. */
export const approvalBefore = (gate: Door): ApprovalStep =>
  approvalSteps.find((step) => doorsOf[step] === gate) ?? 'ideaOwner';

/** The step that is the paper itself. */
export const paperStepOf = (step: ApprovalStep): StepCode =>
  stepsBefore(doorsOf[step]).find((code) => steps[code].paper) ?? step;

/** What the owner vouches for: the paper, and what its fields on the project say. */
export type PaperFacts = {
  readonly ownerId: PersonId | null;
  readonly link: string;
  readonly version: string;
  readonly purpose: string;
  readonly askOre: Ore | null;
  readonly budgetOre: Ore | null;
  readonly runningCostsOre: readonly Ore[];
  readonly efficiency: TekValue | null;
  readonly quality: TekValue | null;
  readonly wellbeing: TekValue | null;
  readonly riskCategory: RiskValue | null;
};

/** In the order in which changes are told. */
export const factNames = [
  'version',
  'link',
  'purpose',
  'askOre',
  'budgetOre',
  'runningCostsOre',
  'riskCategory',
  'efficiency',
  'quality',
  'wellbeing',
  'ownerId',
] as const satisfies readonly (keyof PaperFacts)[];
export type FactName = (typeof factNames)[number];

export const factsFrom = (project: Project, paper: Step | undefined): PaperFacts => ({
  ownerId: project.ownerId,
  link: paper?.link ?? '',
  version: paper?.version ?? '',
  purpose: project.purpose,
  askOre: project.askOre,
  budgetOre: project.budgetOre,
  runningCostsOre: project.runningCostsOre,
  efficiency: project.efficiency,
  quality: project.quality,
  wellbeing: project.wellbeing,
  riskCategory: project.riskCategory,
});

/** What is different in the second; empty when the owner vouches for the same. */
export const changedFacts = (before: PaperFacts, after: PaperFacts): readonly FactName[] =>
  factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

export const sameFacts = (one: PaperFacts, other: PaperFacts): boolean =>
  changedFacts(one, other).length === 0;

/** Whether it is another paper, and not only other figures beside it. */
export const isOtherPaper = (before: PaperFacts, after: PaperFacts): boolean =>
  before.link !== after.link || before.version !== after.version;

export const approvalEventKinds = [
  /** The owner is asked, or asked anew because the paper changed. */
  'asked',
  'approved',
  /** The team has written down that the owner said yes, and how. */
  'noted',
  'sentBack',
  'question',
  'reply',
  /** The yes is taken back. */
  'withdrawn',
] as const;
export type ApprovalEventKind = (typeof approvalEventKinds)[number];

/** One thing that happened to an approval. */
export type ApprovalEvent = AskingEvent & {
  readonly approvalId: ApprovalId;
  readonly projectId: ProjectId;
  readonly step: ApprovalStep;
  readonly kind: ApprovalEventKind;
  /** What was asked about or answered; null for question, reply and withdrawal. */
  readonly facts: PaperFacts | null;
};
