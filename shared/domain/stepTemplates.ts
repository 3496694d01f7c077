import { closingSteps } from './closing.ts';
import type { Phase } from './phase.ts';
import { isSecureLink } from './secureLink.ts';
import { type Step, type StepCode, stepCodes, steps } from './steps.ts';

/* The steps as the consultant has made them; the table of steps.ts is what they are by default. */

/** The phases whose steps may be made otherwise. Those of the intake are the page of ideas itself. */
export const stepPhases = ['idea', 'investigation', 'trial', 'operation'] as const;
export type StepPhase = (typeof stepPhases)[number];

/** What the consultant has made of one step. */
export type MadeStep = {
  /** '' = as it is usually called; an own step without a name is not asked for. */
  readonly name: string;
  readonly off: boolean;
  /** https address of how it is done here; '' = none. */
  readonly link: string;
  /** Whether it is a milestone in the plan; left out = as the table of steps says. */
  readonly milestone?: boolean | undefined;
};

/** What is not there is as usual. */
export type StepTemplates = {
  readonly steps: Readonly<Partial<Record<StepCode, MadeStep>>>;
  readonly order: Readonly<Partial<Record<StepPhase, readonly StepCode[]>>>;
};

export const defaultStepTemplates: StepTemplates = { steps: {}, order: {} };

export const usualStep: MadeStep = { name: '', off: false, link: '' };

export const madeStep = ({ steps: made }: StepTemplates, code: StepCode): MadeStep =>
  made[code] ?? usualStep;

const milestoneOf = (code: StepCode, { milestone }: MadeStep): boolean =>
  milestone ?? steps[code].milestone === true;

/** Whether a step with a date stands on the bars of the plan (P31). */
export const isMilestone = (made: StepTemplates, code: StepCode): boolean =>
  milestoneOf(code, madeStep(made, code));

/** Every step of a phase in its usual order, the fast track's and the municipality's own too. */
export const allStepsOf = (phase: StepPhase): readonly StepCode[] =>
  stepCodes.filter((code) => steps[code].phase === phase);

/** Every step that can be made otherwise. */
export const madeCodes: readonly StepCode[] = stepPhases.flatMap(allStepsOf);

/** Why a step cannot be left out: a rule rests on it. */
export type Kept = 'gate' | 'fastTrack' | 'closing' | 'intake';

export const keptBy = (code: StepCode): Kept | null => {
  const { phase, gate, after, fastTrackOnly } = steps[code];
  if (phase === 'intake') return 'intake';
  if (gate !== undefined) return 'gate';
  if (after !== undefined || fastTrackOnly === true) return 'fastTrack';
  return closingSteps.some((one) => one === code) ? 'closing' : null;
};

/** Whether projects are asked for it: what a rule rests on always, an own step when it has a name. */
export const isAsked = (made: StepTemplates, code: StepCode): boolean => {
  if (keptBy(code) !== null) return true;
  const { name, off } = madeStep(made, code);
  return !off && (steps[code].own !== true || name !== '');
};

/** What is ordered first, in that order; what nobody has placed stays where it usually is, behind. */
const inOrder = (codes: readonly StepCode[], order: readonly StepCode[]): readonly StepCode[] => [
  ...order.filter((code, place) => codes.includes(code) && order.indexOf(code) === place),
  ...codes.filter((code) => !order.includes(code)),
];

const isStepPhase = (phase: Phase | 'intake'): phase is StepPhase =>
  stepPhases.some((one) => one === phase);

/** Every step of a phase as it is ordered. */
export const orderedSteps = (made: StepTemplates, phase: StepPhase): readonly StepCode[] =>
  inOrder(allStepsOf(phase), made.order[phase] ?? []);

/** Steps of any phases in the order they are to stand. */
export const sortedSteps = (
  made: StepTemplates,
  codes: readonly StepCode[],
): readonly StepCode[] => {
  const order = [
    ...stepCodes.filter((code) => steps[code].phase === 'intake'),
    ...stepPhases.flatMap((phase) => orderedSteps(made, phase)),
  ];
  return [...codes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

/** What a project of a phase is asked for, in order. */
export const askedSteps = (
  made: StepTemplates,
  phase: Phase | 'intake',
  skippedGate2: boolean,
): readonly StepCode[] => {
  const asked = stepCodes.filter(
    (code) =>
      steps[code].phase === phase &&
      isAsked(made, code) &&
      (steps[code].fastTrackOnly !== true || skippedGate2),
  );
  return isStepPhase(phase) ? inOrder(asked, made.order[phase] ?? []) : asked;
};

/** Whether anybody has said anything of a step. */
export const isSaidOf = (step: Step): boolean =>
  step.done ||
  step.files.some(({ removed }) => removed === undefined) ||
  step.due !== null ||
  [step.link, step.note, step.responsible].some((text) => text !== '');

/** Steps that are asked for no more, of which something was said: it is kept, and shown. */
export const keptSteps = (made: StepTemplates, all: readonly Step[]): readonly Step[] =>
  all.filter((step) => !isAsked(made, step.code) && isSaidOf(step));

const isSameStep = (code: StepCode, a: MadeStep, b: MadeStep): boolean =>
  a.name === b.name &&
  a.off === b.off &&
  a.link === b.link &&
  milestoneOf(code, a) === milestoneOf(code, b);

/** The steps that two makings differ in, and the phases whose order they differ in. */
export const stepDifference = (
  from: StepTemplates,
  to: StepTemplates,
): { readonly codes: readonly StepCode[]; readonly phases: readonly StepPhase[] } => ({
  codes: madeCodes.filter((code) => !isSameStep(code, madeStep(from, code), madeStep(to, code))),
  phases: stepPhases.filter(
    (phase) => orderedSteps(from, phase).join() !== orderedSteps(to, phase).join(),
  ),
});

/** As it is stored: what is as usual is not said, and what a rule rests on is never off. */
export const tidyTemplates = (given: StepTemplates): StepTemplates => ({
  steps: Object.fromEntries(
    madeCodes.flatMap((code) => {
      const { name, off, link } = madeStep(given, code);
      const milestone = isMilestone(given, code);
      const made = {
        name: name.replace(/\s+/g, ' ').trim(),
        off: off && keptBy(code) === null,
        link: link.trim(),
        ...(milestone === (steps[code].milestone === true) ? {} : { milestone }),
      };
      return isSameStep(code, made, usualStep) ? [] : [[code, made]];
    }),
  ),
  order: Object.fromEntries(
    stepPhases.flatMap((phase) => {
      const order = orderedSteps(given, phase);
      return order.join() === allStepsOf(phase).join() ? [] : [[phase, order]];
    }),
  ),
});

/**
 * What was changed from what was seen, put on what stands now. `clashes` when somebody else has
 * meanwhile made another thing of the very same; then nothing is to be stored.
 */
export const mergedTemplates = (
  seen: StepTemplates,
  wanted: StepTemplates,
  now: StepTemplates,
): { readonly templates: StepTemplates; readonly clashes: boolean } => {
  const mine = stepDifference(seen, wanted);
  const theirs = stepDifference(seen, now);
  const open = stepDifference(now, wanted);
  const clashes =
    mine.codes.some((code) => theirs.codes.includes(code) && open.codes.includes(code)) ||
    mine.phases.some((phase) => theirs.phases.includes(phase) && open.phases.includes(phase));
  const templates = tidyTemplates({
    steps: {
      ...now.steps,
      ...Object.fromEntries(mine.codes.map((code) => [code, madeStep(wanted, code)])),
    },
    order: {
      ...now.order,
      ...Object.fromEntries(mine.phases.map((phase) => [phase, orderedSteps(wanted, phase)])),
    },
  });
  return { templates, clashes };
};

/** Why something cannot be stored; null when it can. */
export type StepTemplatesProblem =
  | { readonly type: 'nameTooLong'; readonly name: string; readonly longest: number }
  | { readonly type: 'notALink'; readonly link: string }
  | { readonly type: 'keptStep'; readonly code: StepCode; readonly why: Kept };

export const longestStepName = 80;

const problemOfStep = (code: StepCode, made: MadeStep): StepTemplatesProblem | null => {
  const why = keptBy(code);
  const name = made.name.trim();
  const link = made.link.trim();
  if (made.off && why !== null) return { type: 'keptStep', code, why };
  if (name.length > longestStepName) return { type: 'nameTooLong', name, longest: longestStepName };
  return link === '' || isSecureLink(link) ? null : { type: 'notALink', link };
};

export const templatesProblemOf = (given: StepTemplates): StepTemplatesProblem | null => {
  for (const code of stepCodes) {
    const made = given.steps[code];
    const problem = made ? problemOfStep(code, made) : null;
    if (problem) return problem;
  }
  return null;
};

const isMade = (value: unknown): value is MadeStep => {
  const given = (typeof value === 'object' ? value : null) as Partial<MadeStep> | null;
  return (
    given !== null &&
    typeof given.name === 'string' &&
    typeof given.link === 'string' &&
    typeof given.off === 'boolean' &&
    ['boolean', 'undefined'].includes(typeof given.milestone)
  );
};

const areCodes = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether the list says it so that it can be read. */
export const areStepTemplates = (value: unknown): value is StepTemplates => {
  const given = (typeof value === 'object' ? value : null) as Partial<StepTemplates> | null;
  return (
    given !== null &&
    typeof given.steps === 'object' &&
    typeof given.order === 'object' &&
    given.steps !== null &&
    given.order !== null &&
    Object.values(given.steps).every(isMade) &&
    Object.values(given.order).every(areCodes)
  );
};

/** One change of them: who, when, from what to what. */
export type StepTemplatesChange = {
  readonly before: StepTemplates;
  readonly after: StepTemplates;
  readonly byName: string;
  readonly at: string;
};
