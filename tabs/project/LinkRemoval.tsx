import { type Step, type StepCode, steps } from '#shared/domain/steps.ts';
import { fileWords, restingText } from '#shared/words/files/words.ts';
import { Removal } from '../files/Removal.tsx';
import { useStepTemplates } from '../shell/stepNames.ts';
import { useProject } from './editing.tsx';

type Props = { readonly code: StepCode; readonly step: Step | undefined };

/** Takes the link off a step; a paper's step is then not done. */
export const LinkRemoval = ({ code, step }: Props) => {
  const { reply, mayTick, removeLink } = useProject();
  const made = useStepTemplates();
  const isPaper = steps[code].paper === true;
  const mayRemove = step?.done || isPaper ? mayTick(code) : reply.mayPlan.includes(code);
  if (!step || step.link === '' || !mayRemove) return null;
  const resting = reply.resting.find((one) => one.code === code && one.name === null);
  const left = isPaper ? { done: false, version: '', minutes: null } : {};
  return (
    <Removal
      what={fileWords.link}
      text={isPaper ? fileWords.removePaperText : fileWords.removeLinkText}
      why={resting ? restingText(resting.why, made) : ''}
      remove={() => removeLink(code, left)}
      home={() => document.querySelector<HTMLElement>(`[data-step-row="${code}"] button`)}
    />
  );
};
