import type { ProjectReply } from '#shared/contract/api.ts';
import type { Editable } from '#shared/domain/fieldRights.ts';
import type { Project } from '#shared/domain/project.ts';
import { type EditRefusal, editProject } from '#shared/useCases/projects/editProject.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { editRefusalOf } from './editRefusals.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';
import { withoutUndefined } from './withoutUndefined.ts';

type Changed = Extract<EditRefusal, { type: 'changed' }>;

/** Both versions of the fields that clash, and the project as it is now. */
const conflictOf = (
  current: ProjectReply,
  refusal: Changed,
  changes: Partial<Editable>,
): ApiRefusal =>
  new ApiRefusal(409, 'changed', apiWords.changedMeanwhile, {
    beside: {
      current,
      clashes: refusal.fields.map((field) => ({
        field,
        yours: changes[field as keyof Editable],
        theirs: refusal.current.value[field as keyof Project],
      })),
    },
  });

/** Changes on the revision that was read. */
export const patchProject: Handler<'PATCH /api/projects/:id'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noProject);
    const { revision, changes: given, reason } = body();
    const changes = withoutUndefined(given);
    const edited = await editProject(parts.deps, actor, { id, revision, changes, reason });
    if (edited.ok) return projectReplyOf(parts, actor, id);
    if (edited.refusal.type === 'changed')
      throw conflictOf(projectReplyOf(parts, actor, id), edited.refusal, changes);
    throw editRefusalOf(edited.refusal, stepTemplatesIn(parts.deps.stores));
  };
