import { may } from '#shared/domain/permissions.ts';
import { meetingPage } from '#shared/useCases/pages/meetingPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** What DigiTek's next meeting can take up. */
export const getMeeting: Handler<'GET /api/meeting'> =
  ({ deps, freshness }) =>
  ({ actor }) => {
    if (!may(actor, 'holdMeeting')) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return { asOf: freshness.asOf(), ...meetingPage(deps) };
  };
