import { type FollowRefusal, followProject } from '#shared/useCases/ideas/followProject.ts';
import { followWords } from '#shared/words/ideas/follow.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = ({ type }: FollowRefusal): ApiRefusal => {
  switch (type) {
    case 'unknown':
      return new ApiRefusal(404, 'unknown', apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'wordsMissing':
      return new ApiRefusal(422, 'wordsMissing', followWords.wordsMissing);
    case 'personNumber':
      return new ApiRefusal(422, 'personNumber', apiWords.edit.personNumber);
  }
};

/** Somebody's idea is the same as this one. */
export const postFollower: Handler<'POST /api/projects/:id/followers'> =
  (parts) =>
  async ({ actor, reply, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const followed = await followProject(parts.deps, actor, { projectId, ...body() });
    if (!followed.ok) throw refusalOf(followed.refusal);
    reply.code(201);
    return projectReplyOf(parts, actor, projectId);
  };
