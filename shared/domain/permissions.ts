import { type Actor, has } from './person.ts';
import type { Project } from './project.ts';

export const actions = [
  'seePortfolio',
  'createIdea',
  'editProject',
  'sendRequest',
  'replyToQuestion',
  'withdrawRequest',
  'rerouteRequest',
  'putOnAgenda',
  'recordMeetingDecision',
  'seePools',
  'enterSpending',
  'seeSetAside',
  'importPortfolio',
  'changeSettings',
  'seeStories',
  'writeStory',
  'logPress',
  'sendAgain',
  'holdMeeting',
  'seeQuarter',
  'savePlan',
  'proposePlan',
  'planVisit',
] as const;
export type Action = (typeof actions)[number];

type Concerned = Pick<Project, 'ownerId' | 'leadId' | 'leadArea' | 'areas'>;
type Rule = (actor: Actor, project: Concerned | undefined) => boolean;

const isOwner: Rule = (actor, project) => project?.ownerId === actor.id;
const isLead: Rule = (actor, project) => project?.leadId === actor.id;
const isAreaChef: Rule = (actor, project) =>
  has(actor, 'chef') &&
  actor.area !== null &&
  project !== undefined &&
  (project.leadArea === actor.area || project.areas.includes(actor.area));
const isTeam: Rule = (actor) => has(actor, 'consultant', 'digitek');
const isConsultant: Rule = (actor) => has(actor, 'consultant');
const everybody: Rule = () => true;

const anyOf =
  (...rules: readonly Rule[]): Rule =>
  (actor, project) =>
    rules.some((rule) => rule(actor, project));

/** Roles and rights (domain.md). What is not in the table is not allowed. */
const rights: Record<Action, Rule> = {
  seePortfolio: everybody,
  createIdea: everybody,
  editProject: anyOf(isTeam, isAreaChef, isOwner, isLead),
  sendRequest: anyOf(isTeam, isLead),
  replyToQuestion: anyOf(isTeam, isLead),
  withdrawRequest: isTeam,
  rerouteRequest: isTeam,
  putOnAgenda: isTeam,
  recordMeetingDecision: anyOf((actor) => has(actor, 'chef'), isConsultant),
  seePools: anyOf(isTeam, isOwner, isLead, (actor) => has(actor, 'chef', 'direktor')),
  enterSpending: isTeam,
  seeSetAside: isTeam,
  importPortfolio: isConsultant,
  changeSettings: isConsultant,
  seeStories: (actor) => actor.roles.length > 0,
  writeStory: (actor) => has(actor, 'consultant', 'digitek', 'communications'),
  logPress: (actor) =>
    has(actor, 'consultant', 'digitek', 'communications', 'leder', 'chef', 'direktor'),
  sendAgain: isTeam,
  holdMeeting: isTeam,
  seeQuarter: anyOf(isTeam, (actor) => has(actor, 'chef', 'direktor')),
  savePlan: isTeam,
  proposePlan: anyOf(isTeam, isOwner, isLead),
  planVisit: isTeam,
};

/** Whether a person may do something to a project (or at all). Nothing is allowed by default. */
export const may = (actor: Actor, action: Action, project?: Concerned): boolean =>
  rights[action](actor, project);
