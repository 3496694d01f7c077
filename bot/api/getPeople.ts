import type { PeopleReply } from '#shared/contract/api.ts';
import { peopleIn } from '#shared/useCases/views.ts';
import type { ApiParts } from './context.ts';

/** GET /api/people: those who can be chosen as owner or lead. */
export const getPeople =
  ({ deps }: ApiParts) =>
  (): PeopleReply => ({
    people: peopleIn(deps).map(({ id, name, roles }) => ({ id, name, roles })),
  });
