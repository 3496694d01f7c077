import { approvalSteps } from '#shared/domain/approvals/approval.ts';
import { asStep } from '#shared/domain/approvals/view.ts';
import { chefSteps } from '#shared/domain/chefComments/chefComment.ts';
import { asChefStep } from '#shared/domain/chefComments/view.ts';
import { asInterestStep } from '#shared/domain/interest/view.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { factSteps, type Step, type StepCode } from '#shared/domain/steps.ts';
import type { Stores } from '../ports.ts';
import { approvalIn, yesIn } from './approvalsHeld.ts';
import { chefCommentIn, wordIn } from './chefCommentsHeld.ts';
import { interestIn } from './interestHeld.ts';

const rowsOf = (stores: Stores, projectId: ProjectId): ReadonlyMap<StepCode, Step> =>
  new Map(stores.steps.where('projectId', projectId).map(({ value }) => [value.code, value]));

const isAsked = (stores: Stores, projectId: ProjectId): boolean =>
  stores.approvals.where('projectId', projectId).length > 0 ||
  stores.chefComments.where('projectId', projectId).length > 0;

/** While it is an idea its intake is told: what is wanted is asked about, the rest the project says. */
const intakeSteps = (
  stores: Stores,
  project: Project,
  rows: ReadonlyMap<StepCode, Step>,
): readonly Step[] => {
  if (project.phase !== 'idea') return [];
  const now = interestIn(stores, project.id);
  const interest = now.revision > 0 ? [asInterestStep(now, rows.get('interest'))] : [];
  return [...interest, ...factSteps(project, rows)];
};

/**
 * The steps of a project. The owner's approval and the chef's comment, where they have events, are
 * done by the word that holds; without any they are done as their row says, as before they were
 * asked for.
 */
export const stepsByCode = (stores: Stores, projectId: ProjectId): ReadonlyMap<StepCode, Step> => {
  const rows = rowsOf(stores, projectId);
  const project = stores.projects.get(projectId)?.value;
  if (!project) return rows;
  const steps = new Map(rows);
  for (const step of intakeSteps(stores, project, rows)) steps.set(step.code, step);
  if (!isAsked(stores, projectId)) return steps;
  for (const step of approvalSteps) {
    const now = approvalIn(stores, projectId, step);
    if (now.revision > 0)
      steps.set(step, asStep({ now, yes: yesIn(stores, project, now) }, rows.get(step)));
  }
  for (const step of chefSteps) {
    const now = chefCommentIn(stores, projectId, step);
    if (now.revision > 0)
      steps.set(step, asChefStep({ now, holds: wordIn(stores, project, now) }, rows.get(step)));
  }
  return steps;
};

export const doneStepsOf = (stores: Stores, projectId: ProjectId): ReadonlySet<StepCode> =>
  new Set(
    [...stepsByCode(stores, projectId).values()].filter(({ done }) => done).map(({ code }) => code),
  );
