import type { Step, StepCode } from './steps.ts';

/* Closing (domain.md): when the lead has let go and no benefit is left to follow up. */

/** What has to be behind before an operating project is closed. */
export const closingSteps = [
  'benefitFollowUp',
  'leadLetsGo',
] as const satisfies readonly StepCode[];
export type ClosingStep = (typeof closingSteps)[number];

/** Something that is left; whatever else has to be behind first is one more kind of it here. */
export type ClosingLeft =
  | { readonly type: 'step'; readonly code: ClosingStep }
  /** A benefit that has not been followed to the door. */
  | { readonly type: 'benefit'; readonly title: string }
  /** Units it is being spread to that are still to start. */
  | { readonly type: 'units'; readonly count: number };

export type ClosingFacts = {
  readonly doneSteps: ReadonlySet<StepCode>;
  readonly unitsLeft: number;
  /** By name. */
  readonly benefitsLeft: readonly string[];
};

/** All that is left, in the order it is done; empty when the project can be closed. */
export const leftToClose = ({
  doneSteps,
  unitsLeft,
  benefitsLeft,
}: ClosingFacts): readonly ClosingLeft[] => [
  ...(unitsLeft > 0 ? [{ type: 'units', count: unitsLeft } as const] : []),
  ...closingSteps
    .filter((code) => !doneSteps.has(code))
    .map((code) => ({ type: 'step', code }) as const),
  ...benefitsLeft.map((title) => ({ type: 'benefit', title }) as const),
];

/**
 * Who runs it from now on: whoever is named for the operating organisation, else the owner. DigiTek
 * tries out and develops, and runs no operation (A18 of the features).
 */
export const takesOver = (
  { ownerName }: { readonly ownerName: string },
  organisation: Pick<Step, 'responsible'> | undefined,
): string => (organisation?.responsible ? organisation.responsible : ownerName);
