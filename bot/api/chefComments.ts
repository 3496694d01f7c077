import type { ChefCommentReply } from '#shared/contract/chefComments.ts';
import type { ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import { chefCommentViewOf } from '#shared/useCases/chefComments/chefComments.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { chefCommentReplyOf } from '#shared/useCases/pages/chefCommentReply.ts';
import { chefRefusalWords } from '#shared/words/chefComments/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

export const chefRefusalOf = (refusal: ChefRefusal, current?: ChefCommentReply): ApiRefusal =>
  askingRefusal(refusal.type, chefRefusalWords(refusal), current);

/** One chef's comment, as the reader sees it. */
export const getChefComment: Handler<'GET /api/chef-comments/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const view = chefCommentViewOf(deps, idIn('id', apiWords.noChefComment));
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noChefComment);
    return chefCommentReplyOf(deps, view, actor);
  };

/** The same rule as the card's. */
export const postMoveOfChefComment: Handler<'POST /api/chef-comments/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noChefComment);
    const result = await moveChefComment(deps, actor, id, body());
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noChefComment);
    const current = chefCommentReplyOf(deps, result.view, actor);
    if (result.type !== 'refused' || result.refusal.type === 'holdsAlready') return current;
    throw chefRefusalOf(result.refusal, current);
  };
