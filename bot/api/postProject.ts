import { may } from '#shared/domain/permissions.ts';
import { createProject } from '#shared/useCases/projects/editProject.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { editRefusalOf } from './editRefusals.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';
import { withoutUndefined } from './withoutUndefined.ts';

/** A new idea. It starts in IDÉ, because only gates move a project. */
export const postProject: Handler<'POST /api/projects'> =
  (parts) =>
  async ({ actor, reply, body }) => {
    if (!may(actor, 'createIdea')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    const { phase, title, ...rest } = body();
    if (phase !== undefined && phase !== 'idea')
      throw new ApiRefusal(422, 'wrongPhase', apiWords.send.onlyIdea);
    const idea = { ...withoutUndefined(rest), title };
    const created = await createProject(parts.deps, actor, idea);
    if (created.ok) {
      reply.code(201);
      return projectReplyOf(parts, actor, created.value.value.id);
    }
    if (created.refusal.type === 'changed')
      throw new ApiRefusal(409, 'changed', apiWords.changedMeanwhile);
    throw editRefusalOf(created.refusal, stepTemplatesIn(parts.deps.stores));
  };
