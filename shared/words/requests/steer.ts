import type { RequestView } from '#shared/domain/requestView.ts';
import type { SteerRefusal } from '#shared/domain/steer.ts';
import { apiWords } from '../server/api.ts';
import { seatName } from '../words.ts';
import { refusalText } from './decide.ts';

/** Why an open request was not withdrawn, handed on, put on the agenda or recorded, as a sentence. */
export const steerText = (refusal: SteerRefusal, { areas, request }: RequestView): string => {
  const { steer } = apiWords;
  switch (refusal.type) {
    case 'notAllowed':
      return apiWords.notAllowed;
    case 'alreadyEnded':
      return steer.alreadyEnded;
    case 'commentTooLong':
      return steer.commentTooLong(refusal.longest);
    case 'differs':
      return steer.differs(refusal.seats.map((seat) => seatName(areas, seat)));
    case 'poolShort':
    case 'yearNotOpened': {
      const { title, text } = refusalText(refusal, request.gate, areas);
      return `${title} ${text}`;
    }
    default:
      return steer[refusal.type];
  }
};
