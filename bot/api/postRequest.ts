import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { type SendRefusal, sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { freshViewOf } from '#shared/useCases/requests/views.ts';
import { stepTemplatesIn } from '#shared/useCases/settings/settingsOf.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { missingText } from '#shared/words/words.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { requestReplyOf } from './requestReply.ts';

const refusalOf = (refusal: SendRefusal, made: StepTemplates): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, 'unknown', apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'wrongPhase':
      return new ApiRefusal(422, 'wrongPhase', apiWords.send.wrongPhase);
    case 'leadAreaMissing':
      return new ApiRefusal(422, 'leadAreaMissing', apiWords.send.leadAreaMissing);
    case 'notReady':
      return new ApiRefusal(422, 'notReady', apiWords.send.notReady(refusal.missing.length), {
        details: refusal.missing.map((missing) => ({
          code: 'code' in missing ? missing.code : missing.type,
          message: missingText(missing, made),
        })),
      });
    case 'alreadyAsked':
    case 'justAnswered':
      return new ApiRefusal(409, refusal.type, apiWords.send[refusal.type], {
        beside: { requestId: refusal.request.id },
      });
  }
};

/** Sends the request of a gate. */
export const postRequest: Handler<'POST /api/projects/:id/requests'> =
  ({ deps }) =>
  async ({ actor, reply, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const { gate } = body();
    const sent = await sendGateRequest(deps, actor, { projectId, gate });
    if (!sent.ok) throw refusalOf(sent.refusal, stepTemplatesIn(deps.stores));
    const view = await freshViewOf(deps, sent.value.id);
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noProject);
    reply.code(201);
    return requestReplyOf(deps, view, actor);
  };
