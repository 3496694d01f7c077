import type { PostAnswer, RequestReply } from '#shared/contract/api.ts';
import type { Given, Refusal } from '#shared/domain/answer.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { refusalText } from '#shared/words/requests/decide.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

const givenIn = (body: PostAnswer): Given => {
  const { comment, seat } = body;
  if (body.type !== 'choose') return { type: body.type, comment, seat };
  const { outcome, spread, rethink } = body;
  return { type: 'choose', choice: { outcome, spread, rethink }, comment, seat };
};

const statusOf = (refusal: Refusal): number => {
  if (refusal.type === 'alreadyEnded') return 409;
  return refusal.type === 'notYours' ? 403 : 422;
};

const refusalOf = (refusal: Refusal, view: RequestView, current: RequestReply): ApiRefusal => {
  const said = refusalText(refusal, view.request.gate, view.areas);
  return new ApiRefusal(statusOf(refusal), refusal.type, `${said.title} ${said.text}`, {
    beside: { current },
  });
};

/** The same rule as the card's. */
export const postAnswer: Handler<'POST /api/requests/:id/answer'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const requestId = idIn('id', apiWords.noRequest);
    const sent = body();
    const given = givenIn(sent);
    const result = await answerRequest(deps, actor, { requestId, given, revision: sent.revision });
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noRequest);
    const reply = requestReplyOf(deps, result.view, actor);
    if (result.type === 'refused') throw refusalOf(result.refusal, result.view, reply);
    return reply;
  };
