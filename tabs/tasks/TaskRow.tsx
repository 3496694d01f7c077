import { Button, mergeClasses } from '@fluentui/react-components';
import { CircleRegular } from '@fluentui/react-icons';
import type { TaskLine, TaskSubject } from '#shared/contract/tasks.ts';
import { daysFrom, dayText, weekdayText } from '#shared/words/dates.ts';
import { tasksWords, taskText } from '#shared/words/tasks/page.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { go, projectHash } from '../shell/route.ts';
import { useTaskStyles } from './taskStyles.ts';
import { taskHash } from './tasksAddress.ts';

export const taskTitle = ({ task }: TaskLine): string => taskText(task);

/** Why it matters. */
const whyOf = ({ task }: TaskLine): string => {
  switch (task.type) {
    case 'step':
      return task.gate === null ? '' : tasksWords.holdsUp(task.gate);
    case 'nextStep':
      return tasksWords.next;
    case 'unit':
      return tasksWords.unitWhy;
    case 'agreement':
      return tasksWords.agreementWhy;
    case 'send':
      return tasksWords.allReady;
    case 'matter':
      return '';
  }
};

const nearDays = 6;

/** "i morgen", "torsdag", "28. september", "21 dage over". */
const dueText = ({ due, when }: TaskLine, today: string): string => {
  if (due === null) return '';
  if (when === 'late') return tasksWords.daysOver(daysFrom(due, today));
  const days = daysFrom(today, due);
  if (days === 0) return tasksWords.today;
  if (days === 1) return tasksWords.tomorrow;
  return days <= nearDays ? (weekdayText(due).split(' ')[0] ?? '') : dayText(due);
};

const goLabel = ({ task }: TaskLine): string => {
  if (task.type === 'send') return tasksWords.send(task.gate);
  return task.type === 'matter' ? tasksWords.answer : tasksWords.open;
};

export const About = ({ about }: { readonly about: TaskSubject }) => {
  const styles = useTaskStyles();
  const { areas } = useMe();
  return (
    <span className={styles.about}>
      <AreaMark areas={areas} area={about.area} />
      {about.projectId === null ? (
        <span>{about.title}</span>
      ) : (
        <a className={styles.link} href={projectHash(about.projectId)}>
          {about.title}
        </a>
      )}
    </span>
  );
};

type Props = {
  readonly line: TaskLine;
  readonly today: string;
  /** The one that is done first. */
  readonly isFirst: boolean;
  readonly onTick: (line: TaskLine) => void;
};

/** Something to do: what, on which project, by when, and the one button that leads there. */
export const TaskRow = ({ line, today, isFirst, onTick }: Props) => {
  const styles = useTaskStyles();
  const { task, when } = line;
  const title = taskTitle(line);
  const why = whyOf(line);
  const ticks = task.type === 'step' && task.ticks;
  return (
    <li
      className={mergeClasses(styles.row, !ticks && styles.plain, when === 'late' && styles.over)}
    >
      <span className={mergeClasses(styles.tick, !ticks && styles.noTick)}>
        {ticks && (
          <Button
            appearance="transparent"
            icon={<CircleRegular />}
            aria-label={`${tasksWords.tick}: ${title}, ${line.about.title}`}
            onClick={() => onTick(line)}
          />
        )}
      </span>
      <span className={styles.what}>
        <span className={styles.strong}>{title}</span>
        {why !== '' && <span className={styles.small}>{why}</span>}
      </span>
      <About about={line.about} />
      <span className={mergeClasses(styles.due, when === 'late' && styles.late)}>
        {dueText(line, today)}
      </span>
      <span className={styles.go}>
        <Button
          size="small"
          appearance={isFirst ? 'primary' : 'secondary'}
          aria-label={`${goLabel(line)}: ${title}, ${line.about.title}`}
          onClick={() => go(taskHash(line))}
        >
          {goLabel(line)}
        </Button>
      </span>
    </li>
  );
};
