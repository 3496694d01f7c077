import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import {
  editStepTemplates,
  type StepTemplatesRefusal,
  stepTemplateChanges,
} from '#shared/useCases/settings/editStepTemplates.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { stepsRefusalText } from '#shared/words/screens/steps.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: StepTemplatesRefusal, made: StepTemplates): ApiRefusal => {
  const text = stepsRefusalText(refusal, made);
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'changed':
      return new ApiRefusal(409, refusal.type, text, { beside: { current: refusal.current } });
    case 'nameTooLong':
    case 'notALink':
    case 'keptStep':
      return new ApiRefusal(422, refusal.type, text);
  }
};

/** Which steps there are, where they are otherwise than usual: for everybody to read. */
export const getStepTemplates: Handler<'GET /api/settings/steps'> =
  ({ deps }) =>
  () => ({ templates: stepTemplatesIn(deps.stores) });

/** Who made them otherwise, and when; from the history, so it is asked for by itself. */
export const getStepChanges: Handler<'GET /api/settings/steps/changes'> =
  ({ deps }) =>
  async () => ({ changes: await stepTemplateChanges(deps) });

export const patchStepTemplates: Handler<'PATCH /api/settings/steps'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    const edited = await editStepTemplates(deps, actor, body());
    if (!edited.ok) throw refusalOf(edited.refusal, stepTemplatesIn(deps.stores));
    return { templates: edited.value };
  };
