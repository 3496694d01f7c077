import { storiesQuery } from '#shared/contract/stories.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { storiesPage } from '#shared/useCases/pages/storiesPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { type Handler, readAs } from './context.ts';
import { ApiRefusal } from './reply.ts';

export const demandStories = (actor: Actor): void => {
  if (!may(actor, 'seeStories')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
};

/** The board, the calendar, the register and what is missing. */
export const getStories: Handler<'GET /api/stories'> =
  ({ deps, freshness }) =>
  ({ actor, request }) => {
    demandStories(actor);
    const wanted = readAs(storiesQuery, request.query);
    return { asOf: freshness.asOf(), ...storiesPage(deps, actor, wanted) };
  };
