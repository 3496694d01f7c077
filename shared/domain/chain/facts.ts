import type { StepCode } from '../steps.ts';

/** What a project says of itself, for whoever looks for the next link of its chain. */
export type ChainFacts = {
  readonly purpose: string;
  readonly citizenEffect: string;
  readonly technology: string;
  readonly skalCase: string;
  /** Why each leg of TEK gains. */
  readonly whys: readonly string[];
  /** What was delivered by a step that is done. */
  readonly steps: readonly StepCode[];
};
