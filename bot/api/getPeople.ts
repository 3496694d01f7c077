import { peopleIn } from '#shared/useCases/people.ts';
import type { Handler } from './context.ts';

/** Those who can be chosen as owner or lead. */
export const getPeople: Handler<'GET /api/people'> =
  ({ deps }) =>
  () => ({
    people: peopleIn(deps).map(({ id, name, roles }) => ({ id, name, roles })),
  });
