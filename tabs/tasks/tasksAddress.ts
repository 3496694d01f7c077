import { hashOf } from '#shared/contract/tabAddress.ts';
import type { TaskLine } from '#shared/contract/tasks.ts';
import { type TaskView, taskViews } from '#shared/words/tasks/page.ts';
import { matterHash } from '../decide/matterIds.ts';
import { projectHash } from '../shell/route.ts';

const viewWords: Record<TaskView, string> = {
  all: 'alle',
  lead: 'leder',
  owner: 'ejer',
  waits: 'venter',
  done: 'klar',
};

export const taskViewOf = (query: string): TaskView => {
  const said = new URLSearchParams(query).get('vis');
  return taskViews.find((view) => viewWords[view] === said) ?? 'all';
};

export const tasksHash = (view: TaskView): string =>
  hashOf({ type: 'tasks', query: view === 'all' ? '' : `vis=${viewWords[view]}` });

/** Where a task is done. */
export const taskHash = ({ task, about }: TaskLine): string => {
  switch (task.type) {
    case 'matter':
      return matterHash(task.matterId);
    case 'step':
      return projectHash(about.projectId ?? '', 'gate');
    case 'unit':
      return projectHash(about.projectId ?? '', 'spredning');
    case 'agreement':
      return projectHash(about.projectId ?? '', 'aftaler');
    case 'nextStep':
      return projectHash(about.projectId ?? '', 'now');
    case 'send':
      return projectHash(about.projectId ?? '');
  }
};
