import { mayPlanStep } from '#shared/domain/fieldRights.ts';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { type Step, type StepCode, stepId } from '#shared/domain/steps.ts';
import { isAsked } from '#shared/domain/stepTemplates.ts';
import { stepsByCode } from '../checklist/steps.ts';
import type { Deps } from '../ports.ts';
import { stepTemplatesIn } from '../settings/settingsOf.ts';

export type Nudged =
  | { readonly type: 'unknown' | 'notAllowed' }
  /** Nobody of the list was chosen for it, or it is done. */
  | { readonly type: 'nobody' | 'done' }
  | { readonly type: 'told' | 'alreadyTold'; readonly whom: string };

const reminder = (step: Step, day: string, to: PersonId, at: string): Message => ({
  id: `${step.id}:stepNudge:${day}:${to}`,
  kind: 'stepNudge',
  ...messageAbout.step(step.id, day),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** Reminds whoever was chosen for a step; once a day, whoever presses and on however many servers. */
export const nudge = async (
  deps: Deps,
  actor: Actor,
  projectId: ProjectId,
  code: StepCode,
): Promise<Nudged> => {
  const { stores, clock } = deps;
  const project = stores.projects.get(projectId)?.value;
  if (!project) return { type: 'unknown' };
  if (!mayPlanStep(actor, code, project)) return { type: 'notAllowed' };
  const step = stepsByCode(stores, projectId).get(code);
  if (!step || step.responsibleId === null) return { type: 'nobody' };
  if (step.done) return { type: 'done' };
  if (!isAsked(stepTemplatesIn(stores), code)) return { type: 'nobody' };
  const row = { ...step, id: stepId(projectId, code) };
  const { type } = await stores.messages.insert(
    reminder(row, clock.day(), step.responsibleId, clock.now()),
  );
  return { type: type === 'inserted' ? 'told' : 'alreadyTold', whom: step.responsible };
};

/** The step a reminder is of, as it stands; undefined when it is not there (any more). */
export const nudgedStep = (
  { stores }: Deps,
  { about, to }: Message,
): { step: Step; project: Project; day: string; to: PersonId | null } | undefined => {
  const [day = '', id = ''] = (about ?? '').split('/');
  const row = stores.steps.get(id)?.value;
  const project = row && stores.projects.get(row.projectId)?.value;
  const step = row && stepsByCode(stores, row.projectId).get(row.code);
  if (!project || !step) return undefined;
  return { step, project, day, to: to.type === 'person' ? to.id : null };
};
