import type { RequestReply } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { viewOf } from '#shared/useCases/views.ts';
import { type ApiParts, idIn, type Turn } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

/** GET /api/requests/:id: one request, open or ended. */
export const getRequest =
  ({ deps }: ApiParts) =>
  ({ actor, request }: Turn): RequestReply => {
    const view = viewOf(deps, idIn(request, 'id', apiWords.noRequest));
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noRequest);
    return requestReplyOf(deps, view, actor);
  };
