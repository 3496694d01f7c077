import type { RequestReply } from '#shared/contract/api.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { SteerRefusal, SteerResult } from '#shared/useCases/requests/steerRequest.ts';
import { refusalText } from '#shared/words/requests/decide.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { seatName } from '#shared/words/words.ts';
import type { ApiParts, Asked } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

const refusalOf = (refusal: SteerRefusal, view: RequestView, current: RequestReply): ApiRefusal => {
  const { steer } = apiWords;
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'alreadyEnded':
      return new ApiRefusal(409, refusal.type, steer.alreadyEnded, { beside: { current } });
    case 'commentTooLong':
      return new ApiRefusal(422, refusal.type, steer.commentTooLong(refusal.longest));
    case 'differs':
      return new ApiRefusal(
        422,
        refusal.type,
        steer.differs(refusal.seats.map((seat) => seatName(view.areas, seat))),
      );
    case 'poolShort':
    case 'yearNotOpened': {
      const said = refusalText(refusal, view.request.gate, view.areas);
      return new ApiRefusal(422, refusal.type, `${said.title} ${said.text}`);
    }
    default:
      return new ApiRefusal(422, refusal.type, steer[refusal.type]);
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
