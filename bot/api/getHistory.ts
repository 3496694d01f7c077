import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** Read from the list itself, and whether its chain holds. */
export const getHistory: Handler<'GET /api/projects/:id/history'> =
  ({ deps }) =>
  ({ idIn }) => {
    const id = idIn('id', apiWords.noProject);
    if (!deps.stores.projects.get(id)) throw new ApiRefusal(404, 'unknown', apiWords.noProject);
    return historyOf(deps, id);
  };
