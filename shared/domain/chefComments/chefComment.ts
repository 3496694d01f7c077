import type { AskingEvent } from '../asking/asking.ts';
import { areaPool, type PoolId, payersOf, type Share } from '../funding.ts';
import type { Door } from '../gates.ts';
import type { Ore } from '../money.ts';
import type { ProjectId } from '../project.ts';
import { type StepCode, stepId } from '../steps.ts';

/** The steps that are the chef's comment, and the choice of pool (domain.md, Steps inside a phase). */
export const chefSteps = ['ideaChef', 'investigationChef', 'trialChef'] as const;
export type ChefStep = (typeof chefSteps)[number];

export const isChefStep = (code: StepCode): code is ChefStep =>
  chefSteps.some((step) => step === code);

/** Before gate 3 the chef may hear the own ledergruppe first (seeds 000:851). */
export const mayHearOwnLeaders = (step: ChefStep): boolean => step === 'trialChef';

/** The step's own id: a project has one comment before each gate. */
export type ChefCommentId = string;

export const chefCommentIdOf = (projectId: ProjectId, step: ChefStep): ChefCommentId =>
  stepId(projectId, step);

/** The project and the step an id names; null when it names none. */
export const chefStepIn = (
  id: ChefCommentId,
): { readonly projectId: ProjectId; readonly step: ChefStep } | null => {
  const step = chefSteps.find((one) => id.endsWith(`:${one}`));
  return step ? { projectId: id.slice(0, -step.length - 1), step } : null;
};

const doors: Record<ChefStep, Door> = {
  ideaChef: 'gate1',
  investigationChef: 'gate2',
  trialChef: 'gate3',
};

/** The gate that rests on the comment. */
export const doorAfter = (step: ChefStep): Door => doors[step];

export const chefStepBefore = (gate: Door): ChefStep =>
  chefSteps.find((step) => doors[step] === gate) ?? 'ideaChef';

/** Who pays, as the chef says it: one pool, or several whose shares lead and consultant set. */
export type Payer = PoolId | 'several';

export const isPayer = (value: unknown): value is Payer =>
  value === 'several' ||
  value === 'common' ||
  (typeof value === 'string' && /^area:.+/.test(value));

/** The chef's choices on the card. */
export const payerChoices = ['own', 'common', 'several'] as const;
export type PayerChoice = (typeof payerChoices)[number];

export const payerOf = (choice: PayerChoice, leadArea: string): Payer =>
  choice === 'own' ? areaPool(leadArea) : choice;

/** Who pays by the project's shares; null when nobody does yet. */
export const payerIn = (shares: readonly Share[]): Payer | null => {
  const pools = payersOf(shares).map(({ pool }) => pool);
  return pools.length > 1 ? 'several' : (pools[0] ?? null);
};

/** The shares that follow from the choice; null when people set them. */
export const sharesFor = (payer: Payer, ore: Ore): readonly Share[] | null =>
  payer === 'several' ? null : [{ pool: payer, ore }];

export const chefCommentEventKinds = [
  /** The chef is asked. */
  'asked',
  /** A pool is chosen, with or without a word. */
  'chosen',
  /** A word, and no pool (yet). */
  'commented',
  /** The deadline of the comment has passed: nobody waits for it any more. */
  'passed',
  /** The team has written down what the chef said, and how. */
  'noted',
  'question',
  'reply',
  /** What was said is taken back. */
  'withdrawn',
] as const;
export type ChefCommentEventKind = (typeof chefCommentEventKinds)[number];

/** One thing that happened to a chef's comment. */
export type ChefCommentEvent = AskingEvent & {
  readonly chefCommentId: ChefCommentId;
  readonly projectId: ProjectId;
  readonly step: ChefStep;
  readonly kind: ChefCommentEventKind;
  /** Null where no pool was chosen. */
  readonly payer: Payer | null;
  /** What it cost when this was said, and which version of the paper lay there. */
  readonly askOre: Ore | null;
  readonly version: string;
};
