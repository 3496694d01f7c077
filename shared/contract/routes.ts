import { z } from 'zod';
import type { StuckLimits } from '#shared/domain/stuck.ts';
import * as absences from './absences.ts';
import * as api from './api.ts';
import * as approvals from './approvals.ts';
import * as benefits from './benefits.ts';
import * as chain from './chain.ts';
import * as chefComments from './chefComments.ts';
import * as economy from './economy.ts';
import type { FairnessReply } from './fairness.ts';
import type { IdeasReply } from './ideas.ts';
import * as inquiries from './inquiries.ts';
import * as interests from './interests.ts';
import type { LessonsReply } from './lessons.ts';
import type { MeetingReply } from './meeting.ts';
import type { PaceReply } from './pace.ts';
import * as papers from './papers.ts';
import type { PastReply } from './past.ts';
import type { PictureReply } from './pictures.ts';
import * as plan from './plan.ts';
import * as quarter from './quarter.ts';
import * as reports from './reports.ts';
import * as rules from './rules.ts';
import * as steps from './steps.ts';
import * as stories from './stories.ts';
import * as tasks from './tasks.ts';
import * as visits from './visits.ts';
import * as year from './year.ts';

z.config({ jitless: true });

/** Said for both ends to be held to; our own server's replies are not parsed. */
const reply = <T>() => z.custom<T>();
const reads = <T>() => ({ body: z.undefined(), reply: reply<T>() });
/** A workbook or a document, for the person to keep. */
const kept = () => reads<'file'>();
/** A file goes as it is; what it may be is the route's to say. */
const file = z.custom<{ readonly type: string; readonly size: number }>();

/** Every route of the API, what it is sent and what it answers with; what is not here does not exist. */
export const routes = {
  'GET /api/me': reads<api.MeReply>(),
  'GET /api/board': { ...reads<api.BoardReply>(), change: reply<api.BoardChange>() },
  'GET /api/board/export': kept(),
  'GET /api/people': reads<api.PeopleReply>(),
  'POST /api/people/:id/send-again': {
    body: api.postSendAgain,
    reply: reply<api.SendAgainReply>(),
  },
  'GET /api/absences': reads<absences.AbsencesReply>(),
  'POST /api/absences': { body: absences.postAbsence, reply: reply<absences.AbsencesReply>() },
  'POST /api/absences/standing': {
    body: absences.postStanding,
    reply: reply<absences.AbsencesReply>(),
  },
  'POST /api/absences/:id/end': {
    body: absences.postAbsenceEnd,
    reply: reply<absences.AbsencesReply>(),
  },
  'GET /api/aside': reads<api.AsideReply>(),
  'POST /api/projects': { body: api.createProject, reply: reply<api.ProjectReply>() },
  'GET /api/projects/:id': reads<api.ProjectReply>(),
  'PATCH /api/projects/:id': { body: api.patchProject, reply: reply<api.ProjectReply>() },
  'PUT /api/projects/:id/steps/:code': { body: api.putStep, reply: reply<api.ProjectReply>() },
  'PATCH /api/projects/:id/steps/:code': { body: api.patchStep, reply: reply<api.ProjectReply>() },
  'POST /api/projects/:id/steps/:code/files': { body: file, reply: reply<api.ProjectReply>() },
  'POST /api/projects/:id/steps/:code/removals': {
    body: api.postFileRemoval,
    reply: reply<api.ProjectReply>(),
  },
  'POST /api/projects/:id/followers': { body: api.postFollower, reply: reply<api.ProjectReply>() },
  'POST /api/projects/:id/units': { body: api.postUnit, reply: reply<api.ProjectReply>() },
  'PUT /api/projects/:id/units/:unit': { body: api.putUnit, reply: reply<api.ProjectReply>() },
  'PUT /api/projects/:id/reports/:number': {
    body: reports.putReport,
    reply: reply<api.ProjectReply>(),
  },
  'POST /api/projects/:id/requests': { body: api.postRequest, reply: reply<api.RequestReply>() },
  'GET /api/projects/:id/history': reads<api.HistoryReply>(),
  'GET /api/projects/:id/chain': reads<chain.ChainReply>(),
  'POST /api/projects/:id/chain': { body: chain.postChainEdit, reply: reply<chain.ChainReply>() },
  'GET /api/projects/:id/chain/versions/:version': reads<chain.ChainVersionReply>(),
  'GET /api/projects/:id/chain/word': kept(),
  'GET /api/projects/:id/papers/:paper': reads<papers.PaperReply>(),
  'PUT /api/projects/:id/papers/:paper/fields/:field': {
    body: papers.putPaperField,
    reply: reply<papers.PaperReply>(),
  },
  'POST /api/projects/:id/papers/:paper/versions': {
    body: papers.postPaperVersion,
    reply: reply<papers.PaperReply>(),
  },
  'GET /api/projects/:id/papers/:paper/versions/:version': reads<papers.PaperVersionReply>(),
  'GET /api/projects/:id/papers/:paper/versions/:version/word': kept(),
  'GET /api/requests': reads<api.RequestsReply>(),
  'GET /api/requests/:id': reads<api.RequestReply>(),
  'POST /api/requests/:id/answer': { body: api.postAnswer, reply: reply<api.RequestReply>() },
  'POST /api/requests/:id/reply': { body: api.postReply, reply: reply<api.RequestReply>() },
  'POST /api/requests/:id/withdraw': { body: api.postWithdraw, reply: reply<api.RequestReply>() },
  'POST /api/requests/:id/reroute': { body: api.postReroute, reply: reply<api.RequestReply>() },
  'POST /api/requests/:id/agenda': { body: api.postAgenda, reply: reply<api.RequestReply>() },
  'POST /api/requests/:id/meeting': {
    body: api.postMeetingDecision,
    reply: reply<api.RequestReply>(),
  },
  'GET /api/approvals/:id': reads<approvals.ApprovalReply>(),
  'POST /api/approvals/:id/moves': {
    body: approvals.postApprovalMove,
    reply: reply<approvals.ApprovalReply>(),
  },
  'GET /api/chef-comments/:id': reads<chefComments.ChefCommentReply>(),
  'POST /api/chef-comments/:id/moves': {
    body: chefComments.postChefMove,
    reply: reply<chefComments.ChefCommentReply>(),
  },
  'GET /api/ideas': reads<IdeasReply>(),
  'GET /api/interests/:id': reads<interests.InterestReply>(),
  'POST /api/interests/:id/moves': {
    body: interests.postInterestMove,
    reply: reply<interests.InterestReply>(),
  },
  'GET /api/inquiries/:id': reads<inquiries.InquiryReply>(),
  'POST /api/inquiries/:id/moves': {
    body: inquiries.postInquiryMove,
    reply: reply<inquiries.InquiryReply>(),
  },
  'GET /api/benefits': reads<benefits.BenefitsReply>(),
  'GET /api/lessons': reads<LessonsReply>(),
  'GET /api/fairness': reads<FairnessReply>(),
  'GET /api/pace': reads<PaceReply>(),
  'GET /api/benefits/export': kept(),
  'POST /api/benefits/ask': {
    body: benefits.postBenefitsAsk,
    reply: reply<benefits.BenefitsReply>(),
  },
  'GET /api/benefits/:id': reads<benefits.BenefitReply>(),
  'POST /api/benefits/:id/moves': {
    body: benefits.postBenefitMove,
    reply: reply<benefits.BenefitReply>(),
  },
  'GET /api/visits': reads<visits.VisitsReply>(),
  'GET /api/visits/:id': reads<visits.VisitReply>(),
  'POST /api/visits/:id/moves': {
    body: visits.postVisitMove,
    reply: reply<visits.VisitReply>(),
  },
  'POST /api/visits/:id/notes': {
    body: visits.postVisitNote,
    reply: reply<visits.VisitNoteReply>(),
  },
  'GET /api/meeting': reads<MeetingReply>(),
  'GET /api/past/:day': reads<PastReply>(),
  'GET /api/quarters': reads<quarter.QuartersReply>(),
  'POST /api/quarters': { body: quarter.postQuarter, reply: reply<quarter.QuartersReply>() },
  'GET /api/quarters/:id': reads<quarter.QuarterReply>(),
  'POST /api/quarters/:id/moves': {
    body: quarter.postQuarterMove,
    reply: reply<quarter.QuarterReply>(),
  },
  'GET /api/quarters/:id/word': kept(),
  'GET /api/quarters/:id/slides': kept(),
  'GET /api/plan': reads<plan.PlanReply>(),
  'POST /api/plan': { body: plan.postPlan, reply: reply<plan.PlanSavedReply>() },
  'GET /api/plan/then': reads<plan.PlanThenReply>(),
  'GET /api/plan/export': kept(),
  'POST /api/plan/proposals': {
    body: plan.postPlanProposal,
    reply: reply<plan.PlanSavedReply>(),
  },
  'GET /api/year/:year': reads<year.YearReply>(),
  'GET /api/tasks': reads<tasks.TasksReply>(),
  'POST /api/projects/:id/steps/:code/nudge': {
    body: tasks.postNudge,
    reply: reply<tasks.NudgeReply>(),
  },
  'GET /api/economy': reads<economy.EconomyReply>(),
  'GET /api/economy/export': kept(),
  'POST /api/economy/postings': {
    body: economy.postPosting,
    reply: reply<economy.EconomyReply>(),
  },
  'PATCH /api/economy/pools/:id': { body: economy.patchPool, reply: reply<economy.EconomyReply>() },
  'POST /api/economy/years': { body: economy.postYear, reply: reply<economy.EconomyReply>() },
  'POST /api/stories/pictures': { body: file, reply: reply<PictureReply>() },
  'GET /api/stories': reads<stories.StoriesReply>(),
  'POST /api/stories': { body: stories.postStory, reply: reply<stories.StoryReply>() },
  'GET /api/stories/export': kept(),
  'GET /api/stories/:id': reads<stories.StoryReply>(),
  'POST /api/stories/:id/moves': { body: stories.postMove, reply: reply<stories.StoryReply>() },
  'POST /api/ideas/alike': { body: api.postAlike, reply: reply<api.AlikeReply>() },
  'PATCH /api/settings/communication': {
    body: stories.patchCommunication,
    reply: reply<stories.CommunicationReply>(),
  },
  'PATCH /api/settings/stuck': { body: api.patchStuckLimits, reply: reply<StuckLimits>() },
  'GET /api/settings/rules': reads<rules.RulesReply>(),
  'GET /api/settings/rules/changes': reads<rules.RuleChangesReply>(),
  'PATCH /api/settings/rules': { body: rules.patchRules, reply: reply<rules.RulesReply>() },
  'GET /api/settings/import-words': reads<api.ImportWordsReply>(),
  'GET /api/settings/steps': reads<steps.StepTemplatesReply>(),
  'GET /api/settings/papers/changes': reads<papers.PaperChangesReply>(),
  'GET /api/settings/steps/changes': reads<steps.StepChangesReply>(),
  'PATCH /api/settings/steps': {
    body: steps.patchStepTemplates,
    reply: reply<steps.StepTemplatesReply>(),
  },
  'GET /api/settings/papers': reads<papers.PaperTemplatesReply>(),
  'PATCH /api/settings/papers': {
    body: papers.patchPaperTemplates,
    reply: reply<papers.PaperTemplatesReply>(),
  },
  'PATCH /api/settings/import-words': {
    body: api.patchImportWords,
    reply: reply<api.ImportWordsReply>(),
  },
  'GET /api/settings/year-points': reads<year.YearPointsReply>(),
  'PATCH /api/settings/year-points': {
    body: year.patchYearPoints,
    reply: reply<year.YearPointsReply>(),
  },
};

type Routes = typeof routes;
export type Route = keyof Routes;
export type ReplyOf<R extends Route> = z.output<Routes[R]['reply']>;
/** What some routes answer with instead, to whoever says what they have. */
export type ChangeOf<R extends Route> = Routes[R] extends { readonly change: z.ZodType<infer C> }
  ? C
  : never;
/** A body as it was read, with what was left out filled in. */
export type BodyOf<R extends Route> = z.output<Routes[R]['body']>;
type Unwritten<T> = { readonly [K in keyof T]: Unwritten<T[K]> };
/** A body as it is sent. */
export type SentTo<R extends Route> = Unwritten<z.input<Routes[R]['body']>>;
