import { matterIdOf } from '#shared/contract/matterIds.ts';
import type { TaskLine, TaskSubject } from '#shared/contract/tasks.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Actor } from '#shared/domain/person.ts';
import { type TaskTime, timeOf } from '#shared/domain/tasks/when.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import {
  byUrgency,
  standingOf,
  subjectOfProject,
  tasksPage,
} from '#shared/useCases/pages/tasksPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { waitsAs } from '#shared/words/matters.ts';
import { quarterTitle } from '#shared/words/quarter/words.ts';
import { requestTask } from '#shared/words/tasks/page.ts';
import { visitTitle } from '#shared/words/visits/words.ts';
import type { Handler } from './context.ts';

const subjectIn = (deps: Deps, matter: WaitingMatter): TaskSubject => {
  if (matter.type === 'story') {
    const { projectId, about } = matter.view.now;
    return { projectId, title: about.title, area: about.area };
  }
  if (matter.type === 'quarter')
    return { projectId: null, title: quarterTitle(matter.view.now.day), area: null };
  if (matter.type === 'visit')
    return {
      ...{ projectId: null, title: visitTitle(matter.view.now) },
      area: matter.view.now.terms?.area ?? null,
    };
  const id = matter.type === 'request' ? matter.waiting.view.project.id : matter.view.project.id;
  const project = deps.stores.projects.get(id)?.value;
  return project ? subjectOfProject(project) : { projectId: id, title: '', area: null };
};

const dueIn = (matter: WaitingMatter): string | null => {
  const dueAt = matter.type === 'request' ? null : (matter.view.now.ask?.dueAt ?? null);
  return dueAt === null ? null : dayOf(dueAt);
};

const taskIn = (matter: WaitingMatter, actor: Actor): TaskLine['task'] => {
  if (matter.type === 'request') {
    const { view, waits } = matter.waiting;
    return {
      type: 'matter',
      kind: requestTask(view.request.gate, waits === 'reply'),
      matterId: view.request.id,
    };
  }
  const { kind } = waitsAs(matter, actor.id);
  return { type: 'matter', kind, matterId: matterIdOf(matter.type, matter.view.now.id) };
};

/** What waits for an answer without a date is for now. */
const timeIn = (due: string | null, today: string): TaskTime =>
  due === null ? 'now' : timeOf(due, today);

const lineOf = (deps: Deps, actor: Actor, matter: WaitingMatter): TaskLine => {
  const about = subjectIn(deps, matter);
  const task = taskIn(matter, actor);
  const due = dueIn(matter);
  const project = about.projectId === null ? undefined : deps.stores.projects.get(about.projectId);
  return {
    id: task.type === 'matter' ? task.matterId : about.title,
    about,
    due,
    when: timeIn(due, deps.clock.day()),
    as: standingOf(actor, project?.value),
    task,
  };
};

/** What the reader has to do, what they wait for, and what is done. */
export const getTasks: Handler<'GET /api/tasks'> =
  ({ deps, freshness }) =>
  ({ actor }) => {
    const { tasks, ...page } = tasksPage(deps, actor);
    const matters = mattersWaitingFor(deps, actor.id).map((matter) => lineOf(deps, actor, matter));
    return {
      asOf: freshness.asOf(),
      today: deps.clock.day(),
      tasks: [...matters, ...tasks].sort(byUrgency),
      ...page,
    };
  };
