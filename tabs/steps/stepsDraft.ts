import type { StepCode } from '#shared/domain/steps.ts';
import {
  type MadeStep,
  madeStep,
  orderedSteps,
  type StepPhase,
  type StepTemplates,
} from '#shared/domain/stepTemplates.ts';

/** The steps with one of them made otherwise. */
export const withStep = (
  draft: StepTemplates,
  code: StepCode,
  part: Partial<MadeStep>,
): StepTemplates => ({
  ...draft,
  steps: { ...draft.steps, [code]: { ...madeStep(draft, code), ...part } },
});

/** The steps of a phase with one of them a place up or down; as they are at either end. */
export const withMoved = (
  draft: StepTemplates,
  phase: StepPhase,
  code: StepCode,
  by: 1 | -1,
): StepTemplates => {
  const order = [...orderedSteps(draft, phase)];
  const from = order.indexOf(code);
  const to = from + by;
  if (from === -1 || to < 0 || to >= order.length) return draft;
  order.splice(to, 0, ...order.splice(from, 1));
  return { ...draft, order: { ...draft.order, [phase]: order } };
};
