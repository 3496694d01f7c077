import { approvalBefore, approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf, chefStepBefore } from '#shared/domain/chefComments/chefComment.ts';
import {
  type IdeaAsked,
  type IdeaStanding,
  ideaStandingOf,
} from '#shared/domain/ideas/standing.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { gateAhead, type Project } from '#shared/domain/project.ts';
import { approvalViewOf } from '../approvals/approvals.ts';
import { doneStepsOf } from '../checklist/steps.ts';
import { chefCommentViewOf } from '../chefComments/chefComments.ts';
import type { Deps } from '../ports.ts';
import { openRequestOf } from '../requests/views.ts';

const atGate = (deps: Deps, project: Project): IdeaAsked | null => {
  const request = openRequestOf(deps, project.id);
  return request
    ? { type: 'gate', decider: request.decider, since: request.askedAt, gate: request.gate }
    : null;
};

const atSomebody = (deps: Deps, project: Project): IdeaAsked | null => {
  const gate = gateAhead(project);
  if (gate === null || gate === 'funding') return null;
  const owner = approvalViewOf(deps, approvalIdOf(project.id, approvalBefore(gate)));
  if (owner?.isOpen && owner.now.ask)
    return { type: 'owner', whom: project.ownerName, since: owner.now.ask.at, gate };
  const chef = chefCommentViewOf(deps, chefCommentIdOf(project.id, chefStepBefore(gate)));
  return chef?.lacks && chef.now.ask
    ? { type: 'chef', whom: chef.chefName, since: chef.now.ask.at, gate }
    : null;
};

const stoppedBecause = ({ stores }: Deps, { id }: Project): string =>
  stores.decisions
    .where('projectId', id)
    .filter(({ value }) => value.outcome === 'stop')
    .map(({ value }) => value.comment)
    .at(-1) ?? '';

/** Where the ideas are that somebody gave, newest first. */
export const ideaStandingsOf = (deps: Deps, personId: PersonId): readonly IdeaStanding[] =>
  deps.stores.projects
    .all()
    .map(({ value }) => value)
    .filter(({ createdById }) => createdById === personId)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map((project) =>
      ideaStandingOf(
        project,
        {
          doneSteps: doneStepsOf(deps.stores, project.id),
          asked: atGate(deps, project) ?? atSomebody(deps, project),
        },
        stoppedBecause(deps, project),
      ),
    );
