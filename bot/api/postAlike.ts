import { may } from '#shared/domain/permissions.ts';
import { alikeProjects } from '#shared/useCases/pages/alikeProjects.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** What is alike to an idea that is being written. Posted, so that no log keeps what somebody typed. */
export const postAlike: Handler<'POST /api/ideas/alike'> =
  ({ deps }) =>
  ({ actor, body }) => {
    if (!may(actor, 'createIdea')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    const { itself, ...written } = body();
    return { alike: alikeProjects(deps, actor, written, itself) };
  };
