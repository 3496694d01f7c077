import { may } from '#shared/domain/permissions.ts';
import { fairnessPage } from '#shared/useCases/pages/fairnessPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** What each area has had, for those who see the pools. */
export const getFairness: Handler<'GET /api/fairness'> =
  ({ deps, freshness }) =>
  ({ actor }) => {
    if (!may(actor, 'seePools')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return { asOf: freshness.asOf(), ...fairnessPage(deps) };
  };
