import { viewOf } from '#shared/useCases/requests/views.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

/** One request, open or ended. */
export const getRequest: Handler<'GET /api/requests/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const view = viewOf(deps, idIn('id', apiWords.noRequest));
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noRequest);
    return requestReplyOf(deps, view, actor);
  };
