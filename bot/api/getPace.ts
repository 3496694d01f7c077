import { pacePage } from '#shared/useCases/pages/pacePage.ts';
import type { Handler } from './context.ts';

/** How long projects are in their phases, and answers at the gates take: of many together. */
export const getPace: Handler<'GET /api/pace'> =
  ({ deps, freshness }) =>
  async () => ({ asOf: freshness.asOf(), ...(await pacePage(deps)) });
