import { yearPage } from '#shared/useCases/pages/yearPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** What has its place in a year. */
export const getYear: Handler<'GET /api/year/:year'> =
  ({ deps, freshness }) =>
  ({ idIn }) => {
    const year = idIn('year', apiWords.noRoute);
    if (!/^20\d{2}$/.test(year)) throw new ApiRefusal(404, 'unknown', apiWords.noRoute);
    return { asOf: freshness.asOf(), ...yearPage(deps, Number(year)) };
  };
