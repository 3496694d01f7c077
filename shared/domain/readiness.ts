import { payersOf, payingShares, type Share, totalOf } from './funding.ts';
import type { Door, Gate } from './gates.ts';
import type { Project } from './project.ts';
import { paperBefore, type Step, type StepCode, steps, stepsBefore } from './steps.ts';
import { isAssessed } from './tek.ts';

/** What a gate request still lacks, each a thing a person can fill in. */
export type Missing =
  | { readonly type: 'step'; readonly code: StepCode }
  | { readonly type: 'paper'; readonly code: StepCode }
  | { readonly type: 'ownerApproval'; readonly code: StepCode }
  | { readonly type: 'leadArea' }
  | { readonly type: 'owner' }
  | { readonly type: 'lead' }
  | { readonly type: 'purpose' }
  | { readonly type: 'amount' }
  | { readonly type: 'pool' }
  | { readonly type: 'sharesDiffer' }
  | { readonly type: 'tek' }
  | { readonly type: 'risk' }
  | { readonly type: 'recommendation' }
  | { readonly type: 'runningCosts' }
  /** Who pays after the trial. */
  | { readonly type: 'operationPayer' };

const missingFacts = (project: Project): Missing[] => {
  const missing: Missing[] = [];
  if (project.leadArea === null) missing.push({ type: 'leadArea' });
  if (project.ownerId === null) missing.push({ type: 'owner' });
  if (project.leadId === null) missing.push({ type: 'lead' });
  if (project.purpose.trim() === '') missing.push({ type: 'purpose' });
  if (!isAssessed(project)) missing.push({ type: 'tek' });
  if (project.riskCategory === null) missing.push({ type: 'risk' });
  if (project.recommendedPriority === null || project.recommendedOutcome === null)
    missing.push({ type: 'recommendation' });
  return missing;
};

/** The amount a gate asks for: at gate 3 none means 0, because the pools pay for trying out. */
export const askOf = (project: Pick<Project, 'askOre'>, gate: Gate): number | null =>
  project.askOre ?? (gate === 'gate3' ? 0 : null);

/** What the money still lacks before anybody can be asked for it. */
export const moneyMissing = (project: Project, gate: Gate): Missing[] => {
  const ask = askOf(project, gate);
  if (ask === null) return [{ type: 'amount' }];
  if (ask === 0) return [];
  const paying = payingShares(project.shares);
  if (paying.length === 0) return [{ type: 'pool' }];
  return totalOf(paying) === ask ? [] : [{ type: 'sharesDiffer' }];
};

/** The shares a request of this project carries: every payer, and for how much of what is asked. */
export const sharesAskedOf = (
  project: Pick<Project, 'askOre' | 'shares'>,
  gate: Gate,
): readonly Share[] =>
  (askOf(project, gate) ?? 0) > 0 ? project.shares : payersOf(project.shares);

/** Money is all that is decided, so little more is asked for than whose it is and how much. */
const missingForFunding = (project: Project): readonly Missing[] => [
  ...(project.leadArea === null ? [{ type: 'leadArea' } as const] : []),
  ...(project.purpose.trim() === '' ? [{ type: 'purpose' } as const] : []),
  ...(project.askOre === 0 ? [{ type: 'amount' } as const] : moneyMissing(project, 'funding')),
];

const missingStep = (code: StepCode, step: Step | undefined): Missing | null => {
  const rule = steps[code];
  if (rule.paper) return step?.link ? null : { type: 'paper', code };
  if (step?.done) return null;
  return rule.voice === 'owner' ? { type: 'ownerApproval', code } : { type: 'step', code };
};

/**
 * What is missing before the gate can be asked for: the paper, the steps, the recommendation,
 * the owner's approval and the chosen pool. Empty = ready. The source is domain.md, "A gate
 * request can be sent only when what it rests on is there".
 */
export const missingFor = (
  project: Project,
  gate: Gate,
  stepsByCode: ReadonlyMap<StepCode, Step>,
): readonly Missing[] =>
  gate === 'funding' ? missingForFunding(project) : missingForGate(project, gate, stepsByCode);

const missingForGate = (
  project: Project,
  gate: Door,
  stepsByCode: ReadonlyMap<StepCode, Step>,
): readonly Missing[] => [
  ...missingFacts(project),
  ...moneyMissing(project, gate),
  ...(gate !== 'gate1' && project.runningCostsOre.length !== 4
    ? [{ type: 'runningCosts' } as const]
    : []),
  ...(gate === 'gate3' && project.operationPayer.trim() === ''
    ? [{ type: 'operationPayer' } as const]
    : []),
  ...stepsBefore(gate)
    .map((code) => missingStep(code, stepsByCode.get(code)))
    .filter((missing) => missing !== null),
];

/** What a gate rests on beside its steps; the amount, its pool and its shares are one thing. */
const facts = [
  'leadArea',
  'owner',
  'lead',
  'purpose',
  'tek',
  'risk',
  'recommendation',
  'money',
  'runningCosts',
  'operationPayer',
] as const;
export type Fact = (typeof facts)[number];

const factsBefore = (gate: Gate): readonly Fact[] => {
  if (gate === 'funding') return ['leadArea', 'purpose', 'money'];
  return facts.filter((fact) => {
    if (fact === 'operationPayer') return gate === 'gate3';
    return fact !== 'runningCosts' || gate !== 'gate1';
  });
};

const factOf = (missing: Missing): Fact | null => {
  switch (missing.type) {
    case 'step':
    case 'paper':
    case 'ownerApproval':
      return null;
    case 'amount':
    case 'pool':
    case 'sharesDiffer':
      return 'money';
    default:
      return missing.type;
  }
};

/** The facts that are there, so that every thing that is counted can be seen. */
export const readyFacts = (gate: Gate, missing: readonly Missing[]): readonly Fact[] => {
  const lacking = missing.map(factOf);
  return factsBefore(gate).filter((fact) => !lacking.includes(fact));
};

/** How many things the gate rests on in all, for "6 af 8 klar". */
export const restsOnCount = (gate: Gate): number =>
  factsBefore(gate).length + stepsBefore(gate).length;

export const paperOf = (gate: Gate, stepsByCode: ReadonlyMap<StepCode, Step>): Step | undefined => {
  const code = paperBefore(gate);
  return code === null ? undefined : stepsByCode.get(code);
};
