import type { InterestReply } from '#shared/contract/interests.ts';
import type { InterestRefusal } from '#shared/domain/interest/rules.ts';
import { interestViewOf } from '#shared/useCases/interest/interests.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { interestReplyOf } from '#shared/useCases/pages/interestReply.ts';
import { interestRefusalWords } from '#shared/words/interest/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

export const interestRefusalOf = (refusal: InterestRefusal, current?: InterestReply): ApiRefusal =>
  askingRefusal(refusal.type, interestRefusalWords(refusal), current);

/** Whether one idea is wanted, as the reader sees it. */
export const getInterest: Handler<'GET /api/interests/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const view = interestViewOf(deps, idIn('id', apiWords.noInterest));
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noInterest);
    return interestReplyOf(deps, view, actor);
  };

/** The same rule as the card's. */
export const postMoveOfInterest: Handler<'POST /api/interests/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noInterest);
    const result = await moveInterest(deps, actor, id, body());
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noInterest);
    const current = interestReplyOf(deps, result.view, actor);
    if (result.type !== 'refused' || result.refusal.type === 'holdsAlready') return current;
    throw interestRefusalOf(result.refusal, current);
  };
