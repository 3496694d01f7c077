import type { HistoryReply } from '#shared/contract/api.ts';
import { apiWords } from '#shared/messages/api.ts';
import { historyOf } from '#shared/useCases/projectPage.ts';
import { type ApiParts, idIn, type Turn } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** GET /api/projects/:id/history: read from the list itself, and whether its chain holds. */
export const getHistory =
  ({ deps }: ApiParts) =>
  ({ request }: Turn): Promise<HistoryReply> => {
    const id = idIn(request, 'id', apiWords.noProject);
    if (!deps.stores.projects.get(id)) throw new ApiRefusal(404, 'unknown', apiWords.noProject);
    return historyOf(deps, id);
  };
