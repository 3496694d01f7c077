import { Button } from '@fluentui/react-components';
import type { DescriptionTask, StoriesReply } from '#shared/contract/stories.ts';
import { fitsProject, type StoryFilter } from '#shared/domain/stories/looking.ts';
import { descriptionWords, untoldWords } from '#shared/words/stories/overview.ts';
import { areaName, phaseNames } from '#shared/words/words.ts';
import { AreaMark } from '../../drawing/marks.tsx';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { useMe } from '../../shell/Looking.tsx';
import { go, projectHash, storyHash } from '../../shell/route.ts';
import { Empty } from './Empty.tsx';
import { useOverviewStyles } from './overviewStyles.ts';
import type { Create } from './useCreate.ts';

type Props = {
  readonly reply: StoriesReply;
  readonly filter: StoryFilter;
  readonly narrowed: boolean;
  readonly creating: Create;
  readonly onClear: () => void;
};

type Told = {
  readonly projectId: string;
  readonly title: string;
  readonly area: string | null;
};

/** A project, what is said of it, and the one thing to do. */
const ProjectRow = ({
  project,
  reply,
  said,
  action,
  label,
  busy,
  onAct,
}: {
  readonly project: Told;
  readonly reply: StoriesReply;
  readonly said: string;
  readonly action: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onAct: () => void;
}) => {
  const overview = useOverviewStyles();
  const mayWrite = useMe().may.includes('writeStory');
  return (
    <li className={overview.row}>
      <span className={overview.what}>
        <a className={overview.link} href={projectHash(project.projectId)}>
          {project.title}
        </a>
        <span className={overview.area}>
          <AreaMark areas={reply.areas} area={project.area} />
          {areaName(reply.areas, project.area)} · {said}
        </span>
      </span>
      {mayWrite && (
        <Button aria-label={label} disabledFocusable={busy} onClick={onAct}>
          {action}
        </Button>
      )}
    </li>
  );
};

const Problem = ({ creating }: { readonly creating: Create }) => {
  const overview = useOverviewStyles();
  return (
    <div role="alert">
      {creating.problem !== '' && <span className={overview.problem}>{creating.problem}</span>}
    </div>
  );
};

/** Projects under way or in operation that no story has told of. */
export const UntoldPanel = ({ reply, filter, narrowed, creating, onClear }: Props) => {
  const shared = usePanelStyles();
  const projects = reply.untold.filter((one) => fitsProject(filter, one));
  return (
    <section className={shared.panel} aria-labelledby="untold">
      <div className={shared.head}>
        <h2 id="untold" className={shared.title}>
          {untoldWords.title}
        </h2>
        <span className={shared.quiet}>{projects.length}</span>
        {projects.length > 0 && <span className={shared.quiet}>{untoldWords.help}</span>}
      </div>
      <Problem creating={creating} />
      {projects.length === 0 && (
        <Empty narrowed={narrowed} text={untoldWords.all} onClear={onClear} />
      )}
      <ul className={shared.plainList}>
        {projects.map((project) => (
          <ProjectRow
            key={project.projectId}
            project={project}
            reply={reply}
            said={phaseNames[project.phase]}
            action={untoldWords.write}
            label={untoldWords.writeAbout(project.title)}
            busy={creating.busy === `microStory:${project.projectId}`}
            onAct={() => void creating.create({ kind: 'microStory', projectId: project.projectId })}
          />
        ))}
      </ul>
    </section>
  );
};

const saidOf = ({ staleSince, storyId, phase }: DescriptionTask): string => {
  if (staleSince !== null) return descriptionWords.staleText(staleSince, phase);
  const missing = descriptionWords.missingText(phase);
  return storyId === null ? missing : `${missing} ${descriptionWords.draft}`;
};

const actionOf = ({ staleSince, storyId }: DescriptionTask): string => {
  if (staleSince !== null) return descriptionWords.update;
  return storyId === null ? descriptionWords.write : descriptionWords.go;
};

const TaskList = ({
  id,
  title,
  tasks,
  reply,
  creating,
}: {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly DescriptionTask[];
  readonly reply: StoriesReply;
  readonly creating: Create;
}) => {
  const shared = usePanelStyles();
  if (tasks.length === 0) return null;
  return (
    <section className={shared.panel} aria-labelledby={id} style={{ marginBottom: '14px' }}>
      <div className={shared.head}>
        <h2 id={id} className={shared.title}>
          {title}
        </h2>
        <span className={shared.quiet}>{tasks.length}</span>
      </div>
      <ul className={shared.plainList}>
        {tasks.map((task) => (
          <ProjectRow
            key={task.projectId}
            project={task}
            reply={reply}
            said={saidOf(task)}
            action={actionOf(task)}
            label={descriptionWords.about(actionOf(task), task.title)}
            busy={creating.busy === `description:${task.projectId}`}
            onAct={() => {
              if (task.storyId !== null) go(storyHash(task.storyId));
              else void creating.create({ kind: 'description', projectId: task.projectId });
            }}
          />
        ))}
      </ul>
    </section>
  );
};

/** What viborg.dk says of our projects: what is of an earlier phase, and what is missing. */
export const DescriptionsPanel = ({ reply, filter, narrowed, creating, onClear }: Props) => {
  const shared = usePanelStyles();
  const tasks = reply.descriptions.filter((one) => fitsProject(filter, one));
  const fresh = reply.stories.filter(
    ({ kind, state, staleSince }) =>
      kind === 'description' && state === 'published' && staleSince === null,
  ).length;
  return (
    <>
      <Problem creating={creating} />
      {tasks.length === 0 && (
        <div className={shared.panel}>
          <Empty narrowed={narrowed} text={descriptionWords.done} onClear={onClear} />
        </div>
      )}
      <TaskList
        id="stale"
        title={descriptionWords.stale}
        tasks={tasks.filter(({ staleSince }) => staleSince !== null)}
        reply={reply}
        creating={creating}
      />
      <TaskList
        id="missing"
        title={descriptionWords.missing}
        tasks={tasks.filter(({ staleSince }) => staleSince === null)}
        reply={reply}
        creating={creating}
      />
      {fresh > 0 && !narrowed && (
        <span className={shared.quiet}>{descriptionWords.fresh(fresh)}</span>
      )}
    </>
  );
};
