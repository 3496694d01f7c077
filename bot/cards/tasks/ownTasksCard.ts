import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { TaskLine } from '#shared/contract/tasks.ts';
import { daysFrom, dayText } from '#shared/words/dates.ts';
import { commands } from '#shared/words/server/chat.ts';
import { tasksWords, taskText, ownTasksWords as words } from '#shared/words/tasks/page.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  card,
  type Element,
  heading,
  kicker,
  line,
  link,
  note,
  openUrl,
  say,
  small,
  strong,
} from '../elements.ts';

/** What somebody has to do, as a card tells it. */
export type OwnTasks = {
  readonly tasks: readonly TaskLine[];
  /** Cards that wait for their answer; those have a command of their own. */
  readonly answers: number;
  readonly waitsOn: number;
  readonly day: string;
};

const [mine] = commands.mine;
/** As many as a glance takes in. */
const mostShown = 5;

const dueOf = ({ due, when }: TaskLine, day: string): string => {
  if (due === null) return '';
  return when === 'late' ? ` · ${tasksWords.daysOver(daysFrom(due, day))}` : ` · ${dayText(due)}`;
};

const taskLines = (one: TaskLine, day: string, links: Links): readonly Element[] => {
  const { title, projectId } = one.about;
  return [
    line([strong(taskText(one.task)), dueOf(one, day)], 'Medium'),
    line([projectId === null ? small(title) : link(title, links.project(projectId))], 'None'),
  ];
};

/** What one has to do, in short; all of it, and whom one waits for, is in the tab. */
export const ownTasksCard = (
  { tasks, answers, waitsOn, day }: OwnTasks,
  links: Links,
): IAdaptiveCard => {
  const more = tasks.length - mostShown;
  const title = tasksWords.title(tasks.length + answers);
  return card(
    [
      kicker(words.kicker),
      heading(title),
      answers > 0 ? line([words.answers(answers), strong(mine), words.answersEnd]) : null,
      ...tasks.slice(0, mostShown).flatMap((one) => taskLines(one, day, links)),
      more > 0 ? note(words.more(more), 'Small') : null,
      waitsOn > 0 ? note(`${tasksWords.waitsOn(waitsOn)}.`, 'Small') : null,
      actionSet([openUrl(words.open, links.tasks()), ...(answers > 0 ? [say(mine, mine)] : [])]),
    ],
    title,
    null,
  );
};
