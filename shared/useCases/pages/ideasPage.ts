import type { IdeaLine, IdeasReply, OwnIdea } from '#shared/contract/ideas.ts';
import type { Intake } from '#shared/domain/ideas/intake.ts';
import type { IdeaStanding } from '#shared/domain/ideas/standing.ts';
import { openInterestQuestion } from '#shared/domain/interest/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { interestIn, owedNow } from '../checklist/interestHeld.ts';
import { ideasInIntake, intakeIn } from '../ideas/intake.ts';
import { purchasesIn } from '../ideas/purchases.ts';
import type { Deps } from '../ports.ts';
import { ideaStandingsOf } from './ideaStandings.ts';

const lineOf = (project: Project, intake: Intake): IdeaLine => {
  const { id, title, leadArea, origin, createdBy, createdAt } = project;
  return { id, title, leadArea, origin, createdBy, createdAt, ...intake };
};

const questionIn = (deps: Deps, actor: Actor, project: Project): OwnIdea['question'] => {
  const now = interestIn(deps.stores, project.id);
  const seq = openInterestQuestion({ now, owes: owedNow(deps.stores, now) });
  const asked = now.exchanges.find(({ question }) => question.seq === seq)?.question;
  if (!asked || project.createdById !== actor.id) return null;
  const { byName, comment, at } = asked;
  return { interestId: now.id, event: { seq: asked.seq, byName, comment, at } };
};

const ownOf = (deps: Deps, actor: Actor, standing: IdeaStanding): OwnIdea => {
  const { project } = standing;
  const intake = intakeIn(deps, project);
  return {
    ...standing,
    intake: intake && { done: intake.done, present: intake.present },
    question: questionIn(deps, actor, project),
  };
};

/** What is on its way in, newest first, and what the reader has given. */
export const ideasPage = (deps: Deps, actor: Actor): Omit<IdeasReply, 'asOf'> => {
  const { ideas, ideaBank } = ideasInIntake(deps);
  const projects = deps.stores.projects.all();
  return {
    ideas: ideas.map(({ project, intake }) => lineOf(project, intake)),
    ideaBank,
    purchases: purchasesIn(deps),
    own: ideaStandingsOf(deps, actor.id).map((standing) => ownOf(deps, actor, standing)),
    backlog: projects.filter(({ value }) => value.status === 'backlog').length,
  };
};
