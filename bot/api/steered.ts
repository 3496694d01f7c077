import type { RequestReply } from '#shared/contract/api.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { SteerRefusal } from '#shared/domain/steer.ts';
import type { SteerResult } from '#shared/useCases/requests/steerRequest.ts';
import { steerText } from '#shared/words/requests/steer.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { ApiParts, Asked } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

const refusalOf = (refusal: SteerRefusal, view: RequestView, current: RequestReply): ApiRefusal => {
  const text = steerText(refusal, view);
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', text);
    case 'alreadyEnded':
      return new ApiRefusal(409, refusal.type, text, { beside: { current } });
    default:
      return new ApiRefusal(422, refusal.type, text);
  }
};

/** What a withdrawal, a re-routing, an agenda point or a meeting's decision came to. */
export const steeredReply = (
  { deps }: ApiParts,
  { actor }: Asked,
  result: SteerResult,
): RequestReply => {
  if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noRequest);
  const reply = requestReplyOf(deps, result.view, actor);
  if (result.type === 'refused') throw refusalOf(result.refusal, result.view, reply);
  return reply;
};
