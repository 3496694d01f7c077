import { isStepCode } from '#shared/domain/steps.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { type StepRefusal, tickStep } from '#shared/useCases/projects/tickStep.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { removeRefusalText } from '#shared/words/files/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { stepName } from '#shared/words/words.ts';
import { approvalRefusalOf } from './approvals.ts';
import { chefRefusalOf } from './chefComments.ts';
import type { Handler } from './context.ts';
import { projectReplyOf } from './getProject.ts';
import { interestRefusalOf } from './interests.ts';
import { ApiRefusal } from './reply.ts';
import { withoutUndefined } from './withoutUndefined.ts';

const refusalOf = (refusal: StepRefusal, made: StepTemplates): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, 'unknown', apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'notAsked':
      return new ApiRefusal(422, 'notAsked', apiWords.step.notAsked);
    case 'unknownPerson':
      return new ApiRefusal(422, 'unknownPerson', apiWords.edit.unknownPerson);
    case 'linkMissing':
      return new ApiRefusal(422, 'linkMissing', apiWords.step.linkMissing);
    case 'notYet':
      return new ApiRefusal(422, 'notYet', apiWords.step.notYet(stepName(refusal.first, made)));
    case 'rests':
      return new ApiRefusal(409, 'rests', removeRefusalText(refusal, made));
    case 'ownersWord':
      return approvalRefusalOf(refusal.refusal);
    case 'chefsWord':
      return chefRefusalOf(refusal.refusal);
    case 'interest':
      return interestRefusalOf(refusal.refusal);
  }
};

type StepRoute = 'PUT /api/projects/:id/steps/:code' | 'PATCH /api/projects/:id/steps/:code';

/** Ticks a step, or says who, when and where: all that is said of it, or a part. */
const stepHandler: Handler<StepRoute> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const code = idIn('code', apiWords.noStep);
    if (!isStepCode(code)) throw new ApiRefusal(404, 'unknown', apiWords.noStep);
    const step = withoutUndefined(body());
    const ticked = await tickStep(parts.deps, actor, { projectId, code, ...step });
    if (!ticked.ok) throw refusalOf(ticked.refusal, stepTemplatesIn(parts.deps.stores));
    return projectReplyOf(parts, actor, projectId);
  };

export const putStep: Handler<'PUT /api/projects/:id/steps/:code'> = stepHandler;
export const patchStep: Handler<'PATCH /api/projects/:id/steps/:code'> = stepHandler;
