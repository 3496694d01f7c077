import { Button, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { TaskLine, TasksReply } from '#shared/contract/tasks.ts';
import { taskTimes } from '#shared/domain/tasks/when.ts';
import { dayText } from '#shared/words/dates.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import {
  type TaskView,
  tasksWords,
  taskTimeNames,
  taskViewNames,
  taskViews,
} from '#shared/words/tasks/page.ts';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { rewrite } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useStepName } from '../shell/stepNames.ts';
import { useMedia } from '../shell/useMedia.ts';
import { About, TaskRow, taskTitle } from './TaskRow.tsx';
import { useTaskStyles } from './taskStyles.ts';
import { tasksHash, taskViewOf } from './tasksAddress.ts';
import { WaitedList } from './WaitedList.tsx';

const urgent: readonly TaskLine['when'][] = ['late', 'now', 'thisWeek'];

const tasksIn = ({ tasks }: TasksReply, view: TaskView): readonly TaskLine[] =>
  view === 'lead' || view === 'owner' ? tasks.filter((one) => one.as === view) : tasks;

const countOf = (reply: TasksReply, view: TaskView): number => {
  if (view === 'waits') return reply.waitsOn.length;
  return view === 'done' ? reply.done.length : tasksIn(reply, view).length;
};

const headline = ({ tasks }: TasksReply): string => {
  const now = tasks.filter(({ when }) => urgent.includes(when)).length;
  return now > 0 ? tasksWords.titleWeek(now) : tasksWords.title(tasks.length);
};

const Head = ({ reply }: { readonly reply: TasksReply }) => {
  const styles = useTaskStyles();
  const late = reply.tasks.filter(({ when }) => when === 'late').length;
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{headline(reply)}</h1>
      {late > 0 && <span className={styles.late}>{tasksWords.late(late)}</span>}
      {reply.waitsOn.length > 0 && <span>{tasksWords.waitsOn(reply.waitsOn.length)}</span>}
    </div>
  );
};

type ViewsProps = { readonly reply: TasksReply; readonly view: TaskView; readonly isWide: boolean };

/** Whom one waits for stands beside the list where there is room. */
const Views = ({ reply, view, isWide }: ViewsProps) => {
  const styles = useTaskStyles();
  const shown = taskViews.filter(
    (one) =>
      (one === 'all' || one === view || countOf(reply, one) > 0) && !(isWide && one === 'waits'),
  );
  return (
    <nav className={styles.views} aria-label={tasksWords.views}>
      {shown.map((one) => (
        <ToggleButton
          key={one}
          size="small"
          shape="circular"
          appearance="subtle"
          checked={view === one}
          onClick={() => rewrite(tasksHash(one))}
        >
          {taskViewNames[one]}
          <span className={styles.count}>{countOf(reply, one)}</span>
        </ToggleButton>
      ))}
    </nav>
  );
};

const weekLater = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);

const weekIn = (when: TaskLine['when'], today: string): string => {
  if (when === 'thisWeek') return tasksWords.week(today);
  return when === 'nextWeek' ? tasksWords.week(weekLater(today)) : '';
};

type ListProps = {
  readonly tasks: readonly TaskLine[];
  readonly today: string;
  readonly onTick: (line: TaskLine) => void;
};

const TaskList = ({ tasks, today, onTick }: ListProps) => {
  const styles = useTaskStyles();
  const [first] = tasks;
  return (
    <section className={styles.panel} aria-label={placeNames.tasks}>
      {first === undefined && <p className={styles.empty}>{tasksWords.empty}</p>}
      {taskTimes.map((when) => {
        const lines = tasks.filter((one) => one.when === when);
        return (
          lines.length > 0 && (
            <section key={when} aria-label={taskTimeNames[when]}>
              <h2 className={styles.group}>
                {taskTimeNames[when]}
                <span className={styles.week}>{weekIn(when, today)}</span>
              </h2>
              <ul className={styles.rows}>
                {lines.map((line) => (
                  <TaskRow key={line.id} {...{ line, today, onTick }} isFirst={line === first} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </section>
  );
};

const DoneList = ({ done }: Pick<TasksReply, 'done'>) => {
  const stepName = useStepName();
  const styles = useTaskStyles();
  return (
    <section className={styles.panel} aria-label={taskViewNames.done}>
      {done.length === 0 && <p className={styles.empty}>{tasksWords.nothingDone}</p>}
      <ul className={styles.rows}>
        {done.map(({ id, about, code, doneAt }) => (
          <li key={id} className={styles.row}>
            <CheckmarkCircleFilled className={styles.tick} aria-hidden="true" />
            <span className={mergeClasses(styles.what, styles.strong)}>{stepName(code)}</span>
            <About about={about} />
            <span className={styles.due}>{tasksWords.doneOn(dayText(doneAt))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Ticks a step, and takes it back as long as nothing else was ticked. */
const useTicking = (onChanged: () => void) => {
  const api = useApi();
  const [ticked, setTicked] = useState<TaskLine | null>(null);
  const [problem, setProblem] = useState('');
  const put = async (line: TaskLine, done: boolean): Promise<void> => {
    const { task, about } = line;
    if (task.type !== 'step' || about.projectId === null) return;
    const { code } = task;
    const place = at('PATCH /api/projects/:id/steps/:code', { id: about.projectId, code });
    const sent = await api.send(place, { done });
    setProblem(sent.type === 'failed' ? sent.message : '');
    if (sent.type !== 'failed') setTicked(done ? line : null);
    onChanged();
  };
  return { ticked, problem, put };
};

const Said = ({ ticked, problem, put }: ReturnType<typeof useTicking>) => {
  const styles = useTaskStyles();
  return (
    <div role="status">
      {problem !== '' && <span className={styles.problem}>{problem}</span>}
      {ticked && (
        <span className={styles.said}>
          {tasksWords.ticked(taskTitle(ticked))}
          <Button size="small" appearance="subtle" onClick={() => void put(ticked, false)}>
            {tasksWords.undo}
          </Button>
        </span>
      )}
    </div>
  );
};

/** What the reader has to do across projects, whom they wait for, and what is done. */
export const TasksPage = ({ query }: { readonly query: string }) => {
  const styles = useTaskStyles();
  const { state, live } = useLive(at('GET /api/tasks'));
  const isWide = useMedia('(min-width: 1051px)');
  const ticking = useTicking(live.refresh);
  const view = taskViewOf(query);
  if (state.type === 'loading')
    return <GreyPageWaiting label={tasksWords.waiting} blanks={[{ height: '60%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  const { today, waitsOn, done } = reply;
  const shown = tasksIn(reply, view);
  const isBeside = isWide && waitsOn.length > 0;
  return (
    <main className={styles.page}>
      {state.trouble !== null && <StaleNotice since={reply.asOf} />}
      <Head reply={reply} />
      <Views reply={reply} view={view} isWide={isWide} />
      <Said {...ticking} />
      <div className={mergeClasses(styles.both, !isBeside && styles.alone)}>
        {view === 'done' && <DoneList done={done} />}
        {view !== 'done' && (isWide || view !== 'waits') && (
          <TaskList tasks={shown} today={today} onTick={(line) => void ticking.put(line, true)} />
        )}
        {(isBeside || view === 'waits') && <WaitedList lines={waitsOn} today={today} />}
      </div>
    </main>
  );
};
