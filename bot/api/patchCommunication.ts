import {
  type CommunicationRefusal,
  editCommunication,
} from '#shared/useCases/settings/editCommunication.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { communicationRefusalText } from '#shared/words/stories/overview.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: CommunicationRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'changed':
      return new ApiRefusal(409, refusal.type, communicationRefusalText(refusal), {
        beside: { current: refusal.current },
      });
    default:
      return new ApiRefusal(422, refusal.type, communicationRefusalText(refusal));
  }
};

/** Closing days, goals, due times and words that stop a text. */
export const patchCommunication: Handler<'PATCH /api/settings/communication'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    const edited = await editCommunication(deps, actor, body());
    if (!edited.ok) throw refusalOf(edited.refusal);
    return edited.value;
  };
