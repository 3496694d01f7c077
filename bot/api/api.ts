import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Route, routes } from '#shared/contract/routes.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { log, withCorrelation } from '../log.ts';
import { getAbsences, postAbsence, postAbsenceEnd, postStanding } from './absences.ts';
import { getApproval, postMoveOfApproval } from './approvals.ts';
import { getBenefit, getBenefits, postBenefitsAsk, postMoveOfBenefit } from './benefits.ts';
import { getChain, getChainVersion, getChainWord, postChain } from './chain.ts';
import { patchPool, postYear } from './changePools.ts';
import { getChefComment, postMoveOfChefComment } from './chefComments.ts';
import { type ApiParts, type Asked, type Handler, turnOf } from './context.ts';
import { getAside } from './getAside.ts';
import { getBenefitsExport } from './getBenefitsExport.ts';
import { getBoard } from './getBoard.ts';
import { getBoardExport } from './getBoardExport.ts';
import { getEconomy } from './getEconomy.ts';
import { getEconomyExport } from './getEconomyExport.ts';
import { getFairness } from './getFairness.ts';
import { getHistory } from './getHistory.ts';
import { getIdeas } from './getIdeas.ts';
import { getLessons } from './getLessons.ts';
import { getMe } from './getMe.ts';
import { getMeeting } from './getMeeting.ts';
import { getPace } from './getPace.ts';
import { getPast } from './getPast.ts';
import { getPeople } from './getPeople.ts';
import { getPlanExport } from './getPlanExport.ts';
import { getProject } from './getProject.ts';
import { getRequest } from './getRequest.ts';
import { getRequests } from './getRequests.ts';
import { getStories } from './getStories.ts';
import { getStoriesExport } from './getStoriesExport.ts';
import { getStory } from './getStory.ts';
import { getTasks } from './getTasks.ts';
import { getYear } from './getYear.ts';
import { getImportWords, patchImportWords } from './importWords.ts';
import { getInquiry, postMoveOfInquiry } from './inquiries.ts';
import { getInterest, postMoveOfInterest } from './interests.ts';
import {
  getPaper,
  getPaperVersion,
  getPaperWord,
  postPaperVersion,
  putPaperField,
} from './papers.ts';
import { getPaperChanges, getPaperTemplates, patchPaperTemplates } from './paperTemplates.ts';
import { patchCommunication } from './patchCommunication.ts';
import { patchProject } from './patchProject.ts';
import { patchStuckLimits } from './patchStuckLimits.ts';
import { getPlan, getPlanThen, postPlan, postPlanProposal } from './plan.ts';
import { postAgenda } from './postAgenda.ts';
import { postAlike } from './postAlike.ts';
import { postAnswer } from './postAnswer.ts';
import { postFile } from './postFile.ts';
import { postFileRemoval } from './postFileRemoval.ts';
import { postFollower } from './postFollower.ts';
import { postMeetingDecision } from './postMeetingDecision.ts';
import { postNudge } from './postNudge.ts';
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
import { putReport } from './putReport.ts';
import {
  getQuarter,
  getQuarterSlides,
  getQuarters,
  getQuarterWord,
  postMoveOfQuarter,
  postQuarter,
} from './quarters.ts';
import { ApiRefusal, sendRefusal } from './reply.ts';
import { getRuleChanges, getRules, patchRules } from './rules.ts';
import { patchStep, putStep } from './steps.ts';
import { getStepChanges, getStepTemplates, patchStepTemplates } from './stepTemplates.ts';
import type { Caller, TabTokens } from './tabToken.ts';
import { takeFiles } from './takeFiles.ts';
import { takePictures } from './takePictures.ts';
import { postUnit, putUnit } from './units.ts';
import { getVisit, getVisits, postMoveOfVisit, postNoteOfVisit } from './visits.ts';
import { getYearPoints, patchYearPoints } from './yearPoints.ts';

type Handlers = { readonly [R in Route]: Handler<R> };

/** What answers each route of the contract: one that is missing, or one too many, does not compile. */
const handlers: Handlers = {
  'GET /api/me': getMe,
  'GET /api/board': getBoard,
  'GET /api/board/export': getBoardExport,
  'GET /api/people': getPeople,
  'POST /api/people/:id/send-again': postSendAgain,
  'GET /api/absences': getAbsences,
  'POST /api/absences': postAbsence,
  'POST /api/absences/standing': postStanding,
  'POST /api/absences/:id/end': postAbsenceEnd,
  'GET /api/aside': getAside,
  'POST /api/projects': postProject,
  'GET /api/projects/:id': getProject,
  'PATCH /api/projects/:id': patchProject,
  'PUT /api/projects/:id/steps/:code': putStep,
  'PATCH /api/projects/:id/steps/:code': patchStep,
  'POST /api/projects/:id/steps/:code/files': postFile,
  'POST /api/projects/:id/steps/:code/removals': postFileRemoval,
  'POST /api/projects/:id/followers': postFollower,
  'POST /api/projects/:id/units': postUnit,
  'PUT /api/projects/:id/units/:unit': putUnit,
  'PUT /api/projects/:id/reports/:number': putReport,
  'POST /api/projects/:id/requests': postRequest,
  'GET /api/projects/:id/history': getHistory,
  'GET /api/projects/:id/chain': getChain,
  'POST /api/projects/:id/chain': postChain,
  'GET /api/projects/:id/chain/versions/:version': getChainVersion,
  'GET /api/projects/:id/chain/word': getChainWord,
  'GET /api/projects/:id/papers/:paper': getPaper,
  'PUT /api/projects/:id/papers/:paper/fields/:field': putPaperField,
  'POST /api/projects/:id/papers/:paper/versions': postPaperVersion,
  'GET /api/projects/:id/papers/:paper/versions/:version': getPaperVersion,
  'GET /api/projects/:id/papers/:paper/versions/:version/word': getPaperWord,
  'GET /api/requests': getRequests,
  'GET /api/requests/:id': getRequest,
  'POST /api/requests/:id/answer': postAnswer,
  'POST /api/requests/:id/reply': postReply,
  'POST /api/requests/:id/withdraw': postWithdraw,
  'POST /api/requests/:id/reroute': postReroute,
  'POST /api/requests/:id/agenda': postAgenda,
  'POST /api/requests/:id/meeting': postMeetingDecision,
  'GET /api/economy': getEconomy,
  'GET /api/economy/export': getEconomyExport,
  'POST /api/economy/postings': postPosting,
  'PATCH /api/economy/pools/:id': patchPool,
  'POST /api/economy/years': postYear,
  'POST /api/stories/pictures': postPicture,
  'GET /api/approvals/:id': getApproval,
  'POST /api/approvals/:id/moves': postMoveOfApproval,
  'GET /api/chef-comments/:id': getChefComment,
  'POST /api/chef-comments/:id/moves': postMoveOfChefComment,
  'GET /api/ideas': getIdeas,
  'GET /api/interests/:id': getInterest,
  'POST /api/interests/:id/moves': postMoveOfInterest,
  'GET /api/benefits': getBenefits,
  'GET /api/lessons': getLessons,
  'GET /api/fairness': getFairness,
  'GET /api/pace': getPace,
  'GET /api/benefits/export': getBenefitsExport,
  'POST /api/benefits/ask': postBenefitsAsk,
  'GET /api/benefits/:id': getBenefit,
  'POST /api/benefits/:id/moves': postMoveOfBenefit,
  'GET /api/inquiries/:id': getInquiry,
  'POST /api/inquiries/:id/moves': postMoveOfInquiry,
  'GET /api/visits': getVisits,
  'GET /api/visits/:id': getVisit,
  'POST /api/visits/:id/moves': postMoveOfVisit,
  'POST /api/visits/:id/notes': postNoteOfVisit,
  'GET /api/meeting': getMeeting,
  'GET /api/past/:day': getPast,
  'GET /api/quarters': getQuarters,
  'POST /api/quarters': postQuarter,
  'GET /api/quarters/:id': getQuarter,
  'POST /api/quarters/:id/moves': postMoveOfQuarter,
  'GET /api/quarters/:id/word': getQuarterWord,
  'GET /api/quarters/:id/slides': getQuarterSlides,
  'GET /api/plan': getPlan,
  'POST /api/plan': postPlan,
  'GET /api/plan/then': getPlanThen,
  'GET /api/plan/export': getPlanExport,
  'POST /api/plan/proposals': postPlanProposal,
  'GET /api/year/:year': getYear,
  'GET /api/tasks': getTasks,
  'POST /api/projects/:id/steps/:code/nudge': postNudge,
  'GET /api/stories': getStories,
  'POST /api/stories': postStory,
  'GET /api/stories/export': getStoriesExport,
  'GET /api/stories/:id': getStory,
  'POST /api/stories/:id/moves': postStoryMove,
  'POST /api/ideas/alike': postAlike,
  'PATCH /api/settings/communication': patchCommunication,
  'PATCH /api/settings/stuck': patchStuckLimits,
  'GET /api/settings/steps': getStepTemplates,
  'GET /api/settings/papers/changes': getPaperChanges,
  'GET /api/settings/steps/changes': getStepChanges,
  'PATCH /api/settings/steps': patchStepTemplates,
  'GET /api/settings/papers': getPaperTemplates,
  'PATCH /api/settings/papers': patchPaperTemplates,
  'GET /api/settings/rules': getRules,
  'GET /api/settings/rules/changes': getRuleChanges,
  'PATCH /api/settings/rules': patchRules,
  'GET /api/settings/import-words': getImportWords,
  'PATCH /api/settings/import-words': patchImportWords,
  'GET /api/settings/year-points': getYearPoints,
  'PATCH /api/settings/year-points': patchYearPoints,
};

/** How a route takes what is sent, where that is not JSON. */
const takes: { readonly [R in Route]?: (scope: FastifyInstance) => void } = {
  'POST /api/stories/pictures': takePictures,
  'POST /api/projects/:id/steps/:code/files': takeFiles,
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/** Every route as the server has it: its method and its path. */
const all = (Object.keys(routes) as Route[]).map((route) => {
  const [method, url] = route.split(' ') as [Method, string];
  return { route, method, url };
});

const callers = new WeakMap<FastifyRequest, Caller>();

const signInAgain = (why: string): ApiRefusal => {
  log('warn', 'token.refused', { why });
  return new ApiRefusal(401, 'signIn', apiWords.signInAgain);
};

/** Before anything of the request is read: nobody without a name, nothing before the lists are here. */
const admit = (parts: ApiParts, request: FastifyRequest, caller: Caller): ApiRefusal | null => {
  if (!parts.freshness.ready()) return new ApiRefusal(503, 'notReady', apiWords.notReady);
  parts.freshness.touch();
  callers.set(request, caller);
  return null;
};

const admitNew = async (
  parts: ApiParts,
  request: FastifyRequest,
  tokens: TabTokens,
): Promise<ApiRefusal | null> => {
  const verified = await tokens.verify(request.headers.authorization);
  return verified.ok ? admit(parts, request, verified.caller) : signInAgain(verified.why);
};

const askedBy = (parts: ApiParts, request: FastifyRequest, reply: FastifyReply): Asked => {
  const caller = callers.get(request);
  if (!caller) throw signInAgain('notAdmitted');
  return { actor: actorOf(parts.deps, caller.id, caller.name), request, reply };
};

const methodsAt = (url: string): string =>
  all
    .filter((one) => one.url === url)
    .map(({ method }) => method)
    .join(', ');

type Answers = (asked: Asked) => unknown;

const answering = <R extends Route>(parts: ApiParts, route: R): Answers => {
  const handle = handlers[route](parts);
  return (asked) => handle(turnOf(route, asked));
};

export const registerApi = (app: FastifyInstance, parts: ApiParts, tokens: TabTokens): void => {
  app.register(async (api) => {
    api.addHook('onRequest', (request, reply, next) => {
      const go = (refusal: ApiRefusal | null): void => {
        if (refusal) sendRefusal(reply, refusal);
        else next();
      };
      // A tab asks each second with the same token: whom it belongs to is known without waiting.
      const known = tokens.known(request.headers.authorization);
      if (known) go(admit(parts, request, known));
      else admitNew(parts, request, tokens).then(go, next);
    });
    for (const { route, method, url } of all) {
      const answer = answering(parts, route);
      const open = (scope: FastifyInstance): void => {
        scope.route({
          method,
          url,
          handler: (request, reply) =>
            withCorrelation(() => {
              reply.header('cache-control', 'no-store');
              return answer(askedBy(parts, request, reply));
            }),
        });
      };
      const take = takes[route];
      if (take)
        api.register(async (scope) => {
          take(scope);
          open(scope);
        });
      else open(api);
    }
    for (const url of new Set(all.map((one) => one.url)))
      api.route({
        method: methods.filter(
          (method) => !all.some((one) => one.method === method && one.url === url),
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
