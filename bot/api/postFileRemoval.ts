import { isStepCode } from '#shared/domain/steps.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { type RemoveRefusal, removeFile } from '#shared/useCases/files/removeFile.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { removeRefusalText } from '#shared/words/files/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';

const statuses = { noFile: 404, busy: 423, kept: 409, rests: 409 } as const;

const refusalOf = (refusal: RemoveRefusal, made: StepTemplates): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, refusal.type, apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    default:
      return new ApiRefusal(statuses[refusal.type], refusal.type, removeRefusalText(refusal, made));
  }
};

/** Takes a document off its step; what is gone already is as it was to be. */
export const postFileRemoval: Handler<'POST /api/projects/:id/steps/:code/removals'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const code = idIn('code', apiWords.noStep);
    if (!isStepCode(code)) throw new ApiRefusal(404, 'unknown', apiWords.noStep);
    const removed = await removeFile(parts.deps, actor, { projectId, code, ...body() });
    if (!removed.ok) throw refusalOf(removed.refusal, stepTemplatesIn(parts.deps.stores));
    return projectReplyOf(parts, actor, projectId);
  };
