import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiWords } from '#shared/messages/api.ts';
import { actorOf } from '#shared/useCases/views.ts';
import { log, withCorrelation } from '../log.ts';
import { patchPool, postYear } from './changePools.ts';
import type { ApiParts, Turn } from './context.ts';
import { getAside } from './getAside.ts';
import { getBoard } from './getBoard.ts';
import { getBoardExport } from './getBoardExport.ts';
import { getEconomy } from './getEconomy.ts';
import { getEconomyExport } from './getEconomyExport.ts';
import { getHistory } from './getHistory.ts';
import { getMe } from './getMe.ts';
import { getPeople } from './getPeople.ts';
import { getProject } from './getProject.ts';
import { getRequest } from './getRequest.ts';
import { getRequests } from './getRequests.ts';
import { getStories } from './getStories.ts';
import { getStoriesExport } from './getStoriesExport.ts';
import { getStory } from './getStory.ts';
import { getImportWords, patchImportWords } from './importWords.ts';
import { patchCommunication } from './patchCommunication.ts';
import { patchProject } from './patchProject.ts';
import { patchStuckLimits } from './patchStuckLimits.ts';
import { postAgenda } from './postAgenda.ts';
import { postAnswer } from './postAnswer.ts';
import { postMeetingDecision } from './postMeetingDecision.ts';
import { postPicture } from './postPicture.ts';
import { postPosting } from './postPosting.ts';
import { postProject } from './postProject.ts';
import { postReply } from './postReply.ts';
import { postRequest } from './postRequest.ts';
import { postReroute } from './postReroute.ts';
import { postSendAgain } from './postSendAgain.ts';
import { postStory } from './postStory.ts';
import { postStoryMove } from './postStoryMove.ts';
import { postWithdraw } from './postWithdraw.ts';
import { putStep } from './putStep.ts';
import { ApiRefusal, sendRefusal } from './reply.ts';
import type { Caller, TabTokens } from './tabToken.ts';
import { takePictures } from './takePictures.ts';

type Handle = (turn: Turn) => unknown;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';
/** The last: how the route takes what is sent, when that is not JSON. */
type Route = readonly [
  Method,
  string,
  (parts: ApiParts) => Handle,
  ((scope: FastifyInstance) => void)?,
];

/** Every route of the API; what is not here does not exist. */
export const routes: readonly Route[] = [
  ['GET', '/api/me', getMe],
  ['GET', '/api/board', getBoard],
  ['GET', '/api/board/export', getBoardExport],
  ['GET', '/api/people', getPeople],
  ['POST', '/api/people/:id/send-again', postSendAgain],
  ['GET', '/api/aside', getAside],
  ['POST', '/api/projects', postProject],
  ['GET', '/api/projects/:id', getProject],
  ['PATCH', '/api/projects/:id', patchProject],
  ['PUT', '/api/projects/:id/steps/:code', putStep],
  ['POST', '/api/projects/:id/requests', postRequest],
  ['GET', '/api/projects/:id/history', getHistory],
  ['GET', '/api/requests', getRequests],
  ['GET', '/api/requests/:id', getRequest],
  ['POST', '/api/requests/:id/answer', postAnswer],
  ['POST', '/api/requests/:id/reply', postReply],
  ['POST', '/api/requests/:id/withdraw', postWithdraw],
  ['POST', '/api/requests/:id/reroute', postReroute],
  ['POST', '/api/requests/:id/agenda', postAgenda],
  ['POST', '/api/requests/:id/meeting', postMeetingDecision],
  ['GET', '/api/economy', getEconomy],
  ['GET', '/api/economy/export', getEconomyExport],
  ['POST', '/api/economy/postings', postPosting],
  ['PATCH', '/api/economy/pools/:id', patchPool],
  ['POST', '/api/economy/years', postYear],
  ['POST', '/api/stories/pictures', postPicture, takePictures],
  ['GET', '/api/stories', getStories],
  ['POST', '/api/stories', postStory],
  ['GET', '/api/stories/export', getStoriesExport],
  ['GET', '/api/stories/:id', getStory],
  ['POST', '/api/stories/:id/moves', postStoryMove],
  ['PATCH', '/api/settings/communication', patchCommunication],
  ['PATCH', '/api/settings/stuck', patchStuckLimits],
  ['GET', '/api/settings/import-words', getImportWords],
  ['PATCH', '/api/settings/import-words', patchImportWords],
];

const callers = new WeakMap<FastifyRequest, Caller>();

const signInAgain = (why: string): ApiRefusal => {
  log('warn', 'token.refused', { why });
  return new ApiRefusal(401, 'signIn', apiWords.signInAgain);
};

/** Before anything of the request is read: nobody without a name, nothing before the lists are here. */
const admit = async (
  parts: ApiParts,
  tokens: TabTokens,
  request: FastifyRequest,
): Promise<ApiRefusal | null> => {
  const verified = await tokens.verify(request.headers.authorization);
  if (!verified.ok) return signInAgain(verified.why);
  if (!parts.freshness.ready()) return new ApiRefusal(503, 'notReady', apiWords.notReady);
  parts.freshness.touch();
  callers.set(request, verified.caller);
  return null;
};

const turnOf = (parts: ApiParts, request: FastifyRequest, reply: FastifyReply): Turn => {
  const caller = callers.get(request);
  if (!caller) throw signInAgain('notAdmitted');
  return { actor: actorOf(parts.deps, caller.id, caller.name), request, reply };
};

const methodsAt = (url: string): string =>
  routes
    .filter(([, path]) => path === url)
    .map(([method]) => method)
    .join(', ');

export const registerApi = (app: FastifyInstance, parts: ApiParts, tokens: TabTokens): void => {
  app.register(async (api) => {
    api.addHook('onRequest', async (request, reply) => {
      const refusal = await admit(parts, tokens, request);
      if (refusal) return sendRefusal(reply, refusal);
      return undefined;
    });
    for (const [method, url, create, take] of routes) {
      const handle = create(parts);
      api.register(async (scope) => {
        take?.(scope);
        scope.route({
          method,
          url,
          handler: (request, reply) =>
            withCorrelation(() => {
              reply.header('cache-control', 'no-store');
              return handle(turnOf(parts, request, reply));
            }),
        });
      });
    }
    for (const url of new Set(routes.map(([, path]) => path)))
      api.route({
        method: (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).filter(
          (method) => !routes.some((route) => route[0] === method && route[1] === url),
        ),
        url,
        handler: (_request, reply) => {
          reply.header('allow', methodsAt(url));
          throw new ApiRefusal(405, 'wrongMethod', apiWords.wrongMethod);
        },
      });
    api.get('/api/*', () => {
      throw new ApiRefusal(404, 'noRoute', apiWords.noRoute);
    });
  });
};
