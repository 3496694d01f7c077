import type { RequestReply } from '#shared/contract/api.ts';
import { type ReplyRefusal, replyToQuestion } from '#shared/useCases/requests/replyToQuestion.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

const refusalOf = (refusal: ReplyRefusal, current: RequestReply): ApiRefusal => {
  const beside = { current };
  switch (refusal.type) {
    case 'notYours':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'alreadyEnded':
      return new ApiRefusal(409, 'alreadyEnded', apiWords.steer.alreadyEnded, { beside });
    case 'alreadyReplied':
      return new ApiRefusal(409, 'alreadyReplied', apiWords.reply.alreadyReplied, { beside });
    case 'unknownQuestion':
      return new ApiRefusal(404, 'unknown', apiWords.noQuestion);
    case 'textMissing':
      return new ApiRefusal(422, 'textMissing', apiWords.reply.textMissing);
    case 'commentTooLong':
      return new ApiRefusal(422, 'commentTooLong', apiWords.steer.commentTooLong(refusal.longest));
  }
};

/** The lead's reply to a question. */
export const postReply: Handler<'POST /api/requests/:id/reply'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const requestId = idIn('id', apiWords.noRequest);
    const { question, comment } = body();
    const result = await replyToQuestion(deps, actor, { requestId, question, text: comment });
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noRequest);
    const reply = requestReplyOf(deps, result.view, actor);
    if (result.type === 'refused') throw refusalOf(result.refusal, reply);
    return reply;
  };
