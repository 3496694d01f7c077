import { type Intake, intakeOf, isInIntake, isTakenUp } from '#shared/domain/ideas/intake.ts';
import type { Project } from '#shared/domain/project.ts';
import { askedBeforeGate } from '../checklist/askedBeforeGate.ts';
import { interestIn } from '../checklist/interestHeld.ts';
import { stepsByCode } from '../checklist/steps.ts';
import type { Deps } from '../ports.ts';
import { isPurchaseIn } from './purchases.ts';

const askedIn = ({ stores, clock }: Deps, project: Project) => {
  const asked = askedBeforeGate(stores, project);
  if (!asked) return null;
  const { ask } = interestIn(stores, project.id);
  const isLate = ask !== null && clock.now() >= ask.dueAt;
  return { name: asked.whom, since: asked.since, isLate };
};

export type InIntake = { readonly project: Project; readonly intake: Intake };

/** How far an idea has come through the intake; null when it is not (any more) in it. */
export const intakeIn = (deps: Deps, project: Project): Intake | null =>
  isInIntake(project)
    ? intakeOf(project, stepsByCode(deps.stores, project.id), askedIn(deps, project))
    : null;

/** The ideas on their way in, newest first, and how many lie untouched in the idea bank. */
export const ideasInIntake = (
  deps: Deps,
): { readonly ideas: readonly InIntake[]; readonly ideaBank: number } => {
  const raw = deps.stores.projects.all().flatMap(({ value: project }) => {
    const intake = isPurchaseIn(deps.stores, project.id) ? null : intakeIn(deps, project);
    return intake ? [{ project, intake }] : [];
  });
  const ideas = raw.filter(({ project, intake }) => isTakenUp(project, intake));
  return {
    ideas: ideas.sort((a, b) => b.project.createdAt.localeCompare(a.project.createdAt)),
    ideaBank: raw.length - ideas.length,
  };
};
