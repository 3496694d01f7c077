import {
  type ApprovalEvent,
  type ApprovalId,
  type ApprovalStep,
  approvalIdOf,
  factsFrom,
  paperStepOf,
} from '#shared/domain/approvals/approval.ts';
import {
  type ApprovalNow,
  approvalNowOf,
  holdingYes,
  type Yes,
} from '#shared/domain/approvals/now.ts';
import { isAhead } from '#shared/domain/approvals/rules.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { type Step, stepId } from '#shared/domain/steps.ts';
import { undoneAt } from '../asking/around.ts';
import { eventsOf, foldedBy, foldOf } from '../asking/events.ts';
import type { Stores } from '../ports.ts';

/** An approval as memory has it; one that nobody has asked for yet has no events. */
export const approvalIn = (
  stores: Pick<Stores, 'approvals'>,
  projectId: ProjectId,
  step: ApprovalStep,
): ApprovalNow => {
  const id = approvalIdOf(projectId, step);
  return approvalNowOf({ projectId, step }, eventsOf(stores.approvals.where('approvalId', id)));
};

/** The same by its id; undefined where nobody has said anything yet. */
export const approvalById = (
  { approvals }: Pick<Stores, 'approvals'>,
  id: ApprovalId,
): ApprovalNow | undefined => {
  const events = eventsOf(approvals.where('approvalId', id));
  return events[0] && approvalNowOf(events[0], events);
};

const folded = foldedBy(({ approvalId }: ApprovalEvent) => approvalId, foldOf(approvalNowOf));

/** Every approval that somebody has said something about. */
export const allApprovals = (stores: Stores): readonly ApprovalNow[] =>
  folded(stores.approvals.all());

/** The step that is the paper of an approval. */
export const paperIn = (stores: Stores, { projectId, step }: ApprovalNow): Step | undefined =>
  stores.steps.get(stepId(projectId, paperStepOf(step)))?.value;

/** What a gate behind the project rested on stands; of the one ahead only what still holds. */
export const yesIn = (stores: Stores, project: Project, now: ApprovalNow): Yes | null =>
  isAhead(project, now.step)
    ? holdingYes(
        now,
        factsFrom(project, paperIn(stores, now)),
        undoneAt(stores, now.projectId, now.step),
      )
    : now.yes;
