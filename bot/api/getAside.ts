import { may } from '#shared/domain/permissions.ts';
import { unaskable } from '#shared/useCases/requests/asideRows.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** Rows that make no sense, for those who can mend them. */
export const getAside: Handler<'GET /api/aside'> =
  ({ deps, freshness }) =>
  ({ actor }) => {
    if (!may(actor, 'seeSetAside')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return { asOf: freshness.asOf(), rows: [...freshness.setAside(), ...unaskable(deps)] };
  };
