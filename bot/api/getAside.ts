import { may } from '#shared/domain/permissions.ts';
import { apiWords } from '#shared/messages/api.ts';
import { unaskable } from '#shared/useCases/asideRows.ts';
import type { SetAside } from '#shared/useCases/ports.ts';
import type { ApiParts, Turn } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** GET /api/aside: rows that make no sense, for those who can mend them. */
export const getAside =
  ({ deps, freshness }: ApiParts) =>
  ({ actor }: Turn): { readonly asOf: string; readonly rows: readonly SetAside[] } => {
    if (!may(actor, 'seeSetAside')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return { asOf: freshness.asOf(), rows: [...freshness.setAside(), ...unaskable(deps)] };
  };
