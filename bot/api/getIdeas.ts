import { ideasPage } from '#shared/useCases/pages/ideasPage.ts';
import type { Handler } from './context.ts';

/** What is on its way in, and the reader's own ideas. */
export const getIdeas: Handler<'GET /api/ideas'> =
  ({ deps, freshness }) =>
  ({ actor }) => ({ asOf: freshness.asOf(), ...ideasPage(deps, actor) });
