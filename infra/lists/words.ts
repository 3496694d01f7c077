import { provisionWords } from '#shared/words/server/provision.ts';
import { kindOf, type Step } from './plan.ts';

const { steps } = provisionWords;

/** A step of the plan as a sentence. */
export const sentenceOf = (step: Step): string => {
  const list = step.list.name;
  if (step.type === 'createList' && step.list.template === 'documentLibrary')
    return steps.createLibrary(list);
  if (step.type === 'createList') return steps.createList(list, step.list.columns.length);
  if (step.type === 'titleList') return steps.titleList(list, step.list.title);
  const { name, displayName, facet } = step.column;
  if (step.type === 'titleColumn') return steps.titleColumn(list, name, displayName);
  if (step.type === 'otherKind') return steps.otherKind(list, name, step.found, kindOf(facet));
  return steps[step.type](list, name);
};
