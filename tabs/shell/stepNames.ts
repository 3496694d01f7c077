import type { StepCode } from '#shared/domain/steps.ts';
import { defaultStepTemplates, type StepTemplates } from '#shared/domain/stepTemplates.ts';
import { stepName } from '#shared/words/words.ts';
import { useMe } from './Looking.tsx';

/** The steps as the consultant has made them. */
export const useStepTemplates = (): StepTemplates => useMe().steps ?? defaultStepTemplates;

/** What a step is called here. */
export const useStepName = (): ((code: StepCode) => string) => {
  const made = useStepTemplates();
  return (code) => stepName(code, made);
};
