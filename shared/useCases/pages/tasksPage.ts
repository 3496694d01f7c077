import type { DoneLine, TaskLine, TaskSubject, WaitedLine } from '#shared/contract/tasks.ts';
import { agreementKey, type EndingAgreement } from '#shared/domain/agreements.ts';
import { dayOf } from '#shared/domain/day.ts';
import { mayPlanStep, mayTick, writesDown } from '#shared/domain/fieldRights.ts';
import { waitedNames } from '#shared/domain/inquiries/now.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Step, type StepCode, steps, tickRefusalOf } from '#shared/domain/steps.ts';
import { madeStep } from '#shared/domain/stepTemplates.ts';
import {
  chosenFor,
  leadTasks,
  othersSteps,
  type ProjectTask,
  type Underway,
} from '#shared/domain/tasks/tasks.ts';
import { taskTimes, timeOf } from '#shared/domain/tasks/when.ts';
import { openInquiries } from '../inquiries/inquiries.ts';
import type { Deps } from '../ports.ts';
import { agreementsByPerson } from '../projects/agreementsHeld.ts';
import { underwayOf } from '../tasks/underway.ts';

export const subjectOfProject = ({ id, title, leadArea }: Project): TaskSubject => ({
  projectId: id,
  title,
  area: leadArea,
});

/** What is late first, then by its date; by name where that is the same. */
export const byUrgency = (a: TaskLine, b: TaskLine): number =>
  taskTimes.indexOf(a.when) - taskTimes.indexOf(b.when) ||
  (a.due ?? '').localeCompare(b.due ?? '') ||
  a.about.title.localeCompare(b.about.title, 'da');

/** What somebody is to a project. */
export const standingOf = (actor: Actor, project: Project | undefined): TaskLine['as'] => {
  if (project?.leadId === actor.id) return 'lead';
  return project?.ownerId === actor.id ? 'owner' : 'other';
};

/** One press does it: it is theirs to tick, takes no paper and no word of how it was said. */
const ticks = (actor: Actor, { project, steps: byCode }: Underway, code: StepCode): boolean => {
  if (!mayTick(actor, code, project) || writesDown(actor, code, project)) return false;
  if (steps[code].voice !== undefined && steps[code].voice !== 'digitek') return false;
  const done = new Set([...byCode.values()].filter((step) => step.done).map((step) => step.code));
  return tickRefusalOf(code, byCode.get(code)?.link ?? '', done, project.fastTracked) === null;
};

const taskOf = (actor: Actor, underway: Underway, task: ProjectTask): TaskLine['task'] => {
  if (task.type === 'send') return { type: 'send', gate: task.gate };
  if (task.type === 'nextStep') return { type: 'nextStep', text: task.text };
  if (task.type === 'unit') return { type: 'unit', name: task.name };
  const gate = steps[task.code].gate ?? null;
  const { code } = task;
  return {
    ...{ type: 'step', code, name: madeStep(underway.made, code).name },
    ticks: ticks(actor, underway, code),
    gate: gate === underway.gate ? gate : null,
  };
};

const keyOf = (task: ProjectTask): string => {
  if (task.type === 'unit') return `unit:${task.unitId}`;
  return task.type === 'step' ? task.code : task.type;
};

const linesIn = (actor: Actor, underway: Underway, today: string): readonly TaskLine[] => {
  const { project } = underway;
  const tasks =
    project.leadId === actor.id ? leadTasks(underway, actor.id) : chosenFor(underway, actor.id);
  return tasks.map((task) => ({
    id: `${project.id}:${keyOf(task)}`,
    about: subjectOfProject(project),
    due: task.due,
    when: timeOf(task.due, today),
    as: standingOf(actor, project),
    task: taskOf(actor, underway, task),
  }));
};

const waitedStep = (actor: Actor, project: Project, step: Step, today: string): WaitedLine => {
  const { code, responsible, responsibleId, due } = step;
  const isLate = due !== null && due < today;
  return {
    id: step.id,
    about: subjectOfProject(project),
    what: { type: 'step', code, whom: responsible, due, isLate },
    mayNudge: responsibleId !== null && mayPlanStep(actor, code, project),
  };
};

const waitedIn = (actor: Actor, underway: Underway, today: string): readonly WaitedLine[] => {
  const { project, asked } = underway;
  if (standingOf(actor, project) === 'other') return [];
  const about = subjectOfProject(project);
  const word: readonly WaitedLine[] =
    asked === null
      ? []
      : [{ id: `${project.id}:asked`, about, what: { type: 'asked', asked }, mayNudge: false }];
  return [
    ...word,
    ...othersSteps(underway, actor.id).map((step) => waitedStep(actor, project, step, today)),
  ];
};

/** The agreements whose end is theirs to do something about. */
const agreementsFor = (deps: Deps, actor: Actor, today: string): readonly TaskLine[] => {
  const lineOf = (ending: EndingAgreement): readonly TaskLine[] => {
    const { kind, until } = ending;
    const project = deps.stores.projects.get(ending.project.id)?.value;
    return project === undefined
      ? []
      : [
          {
            id: agreementKey(project.id, ending),
            about: subjectOfProject(project),
            ...{ due: until, when: timeOf(until, today), as: standingOf(actor, project) },
            task: { type: 'agreement', kind, until },
          },
        ];
  };
  return (agreementsByPerson(deps, today).get(actor.id) ?? []).flatMap(lineOf);
};

/** What somebody has asked, and nobody has answered yet. */
const inquiriesOf = (deps: Deps, { id }: Actor, today: string): readonly WaitedLine[] =>
  openInquiries(deps)
    .filter(({ now }) => now.ask?.byId === id)
    .map(({ now, project, overdue }) => {
      const due = dayOf(now.ask?.dueAt ?? today);
      const whom = waitedNames(now);
      return {
        ...{ id: now.id, about: subjectOfProject(project), mayNudge: false },
        what: { type: 'inquiry', subject: now.subject, whom, due, isLate: overdue },
      };
    });

const lately = 30 * 86_400_000;

const doneFor = ({ stores, clock }: Deps, actor: Actor): readonly DoneLine[] => {
  const since = new Date(Date.parse(clock.now()) - lately).toISOString();
  return stores.steps
    .where('responsibleId', actor.id)
    .flatMap(({ value: { id, projectId, code, done, doneAt } }): DoneLine[] => {
      const project = stores.projects.get(projectId)?.value;
      return project && done && doneAt !== null && doneAt >= since
        ? [{ id, about: subjectOfProject(project), code, doneAt }]
        : [];
    })
    .sort((a, b) => b.doneAt.localeCompare(a.doneAt));
};

/** The projects somebody leads or owns, and those where they were chosen for a step. */
const projectsOf = ({ stores }: Deps, { id }: Actor): readonly Project[] => {
  const chosen = new Set(
    stores.steps.where('responsibleId', id).map(({ value }) => value.projectId),
  );
  return stores.projects
    .all()
    .map(({ value }) => value)
    .filter((one) => one.leadId === id || one.ownerId === id || chosen.has(one.id));
};

/** What somebody has to do on projects, what they wait for there, and what they did lately. */
export const tasksPage = (
  deps: Deps,
  actor: Actor,
): {
  readonly tasks: readonly TaskLine[];
  readonly waitsOn: readonly WaitedLine[];
  readonly done: readonly DoneLine[];
} => {
  const today = deps.clock.day();
  const underway = projectsOf(deps, actor).map((project) => underwayOf(deps, project));
  return {
    tasks: [
      ...underway.flatMap((one) => linesIn(actor, one, today)),
      ...agreementsFor(deps, actor, today),
    ],
    waitsOn: [
      ...underway.flatMap((one) => waitedIn(actor, one, today)),
      ...inquiriesOf(deps, actor, today),
    ],
    done: doneFor(deps, actor),
  };
};
