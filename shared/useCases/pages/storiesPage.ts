import type {
  DescriptionTask,
  Goal,
  PublicationLine,
  StoriesReply,
  StoryLine,
} from '#shared/contract/stories.ts';
import { dayOf } from '#shared/domain/day.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Project } from '#shared/domain/project.ts';
import { columnOf, waitsForIn } from '#shared/domain/stories/machines.ts';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import { descriptionIdOf, type StoryEvent } from '#shared/domain/stories/story.ts';
import { staleSince, storyReaderOf } from '#shared/domain/stories/view.ts';
import type { Deps } from '../ports.ts';
import { communicationOf } from '../settings/editCommunication.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { allStories, calendarIn, storyIn, storyViewFrom } from '../stories/stories.ts';

const titleOf = (deps: Deps, projectId: string | null): string =>
  projectId === null ? '' : (deps.stores.projects.get(projectId)?.value.title ?? '');

const lineOf = (deps: Deps, actor: Actor, now: StoryNow): StoryLine => {
  const view = storyViewFrom(deps, now);
  const waits = isWaiting(now);
  return {
    id: now.id,
    kind: now.kind,
    title: now.about.title,
    projectId: now.projectId,
    projectTitle: view.project?.title ?? '',
    area: now.about.area,
    state: now.state,
    column: columnOf[now.state],
    since: now.since,
    plannedFor: now.about.plannedFor,
    waitsFor: waits ? (waitsForIn[now.kind][now.state] ?? null) : null,
    dueAt: waits ? (now.ask?.dueAt ?? null) : null,
    overdue: view.overdue,
    lederName: now.about.lederName,
    createdBy: now.createdBy,
    waitsForMe: waits && storyReaderOf(view, actor.id).answers,
    staleSince: staleSince(now, view.project?.phase ?? null),
    revision: now.revision,
  };
};

/** Whose OK holds: a text of the chef's own that was taken unchanged is the chef's OK. */
const signerOf = ({ approval, answer }: StoryNow): StoryEvent | null =>
  approval?.kind === 'accepted' && answer?.kind === 'suggested' ? answer : approval;

const registerOf = (deps: Deps, now: StoryNow): readonly PublicationLine[] =>
  now.publications.map((one) => ({
    storyId: now.id,
    kind: now.kind,
    title: now.about.title,
    projectId: now.projectId,
    projectTitle: titleOf(deps, now.projectId),
    area: now.about.area,
    channel: one.channel ?? 'official',
    outlet: one.outlet,
    link: one.link,
    day: one.day ?? dayOf(one.at),
    by: one.byName,
    approvedBy: signerOf(now)?.byName ?? '',
    approvedAt: now.approval?.at ?? null,
  }));

const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);

const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-K${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** A story counts once, in the period of its first publication. */
const firstDays = (stories: readonly StoryNow[], kind: StoryNow['kind']): readonly string[] =>
  stories
    .filter((now) => now.kind === kind)
    .flatMap((now) => {
      const days = now.publications.map((one) => one.day ?? dayOf(one.at)).sort();
      return days.slice(0, 1);
    });

const goalsOf = (deps: Deps, stories: readonly StoryNow[], year: number): readonly Goal[] => {
  const { storiesAMonth, articlesAQuarter } = settingsOf(deps.stores).communication;
  const [posts, articles] = [firstDays(stories, 'microStory'), firstDays(stories, 'article')];
  const count = (days: readonly string[], fits: (day: string) => boolean): number =>
    days.filter(fits).length;
  return [
    {
      kind: 'microStory',
      aim: storiesAMonth,
      periods: monthsOf(year).map((period) => ({
        period,
        published: count(posts, (day) => day.startsWith(period)),
      })),
    },
    {
      kind: 'article',
      aim: articlesAQuarter,
      periods: [1, 2, 3, 4].map((quarter) => ({
        period: `${year}-K${quarter}`,
        published: count(articles, (day) => quarterOf(day) === `${year}-K${quarter}`),
      })),
    },
  ];
};

/** How many micro-stories and articles were told in a year. */
export const storiesTold = (
  deps: Deps,
  year: number,
): { readonly stories: number; readonly articles: number } => {
  const all = allStories(deps);
  const told = (kind: StoryNow['kind']): number =>
    firstDays(all, kind).filter((day) => day.startsWith(String(year))).length;
  return { stories: told('microStory'), articles: told('article') };
};

/** What there is most to tell of comes first. */
const worth: readonly Phase[] = ['operation', 'spread', 'trial', 'investigation', 'idea'];

const isTellable = ({ status }: Project): boolean => status === 'active' || status === 'operating';

const projectsByWorth = (deps: Deps): readonly Project[] =>
  deps.stores.projects
    .all()
    .map((row) => row.value)
    .filter(isTellable)
    .sort(
      (a, b) =>
        worth.indexOf(a.phase) - worth.indexOf(b.phase) || a.title.localeCompare(b.title, 'da'),
    );

/** Neither published nor on the way: a micro-story or an article. */
const untoldOf = (deps: Deps, stories: readonly StoryNow[]): StoriesReply['untold'] => {
  const told = new Set(
    stories
      .filter(
        ({ kind, state }) => (kind === 'microStory' || kind === 'article') && state !== 'stopped',
      )
      .map(({ projectId }) => projectId),
  );
  return projectsByWorth(deps)
    .filter((project) => !told.has(project.id))
    .map(({ id, title, phase, leadArea }) => ({ projectId: id, title, phase, area: leadArea }));
};

const descriptionTasks = (deps: Deps): readonly DescriptionTask[] =>
  projectsByWorth(deps).flatMap((project): DescriptionTask[] => {
    const now = storyIn(deps, descriptionIdOf(project.id));
    if (now?.state === 'stopped') return [];
    const stale = now ? staleSince(now, project.phase) : null;
    if (now?.state === 'published' && stale === null) return [];
    const { id, title, phase, leadArea } = project;
    const storyId = now?.id ?? null;
    return [{ projectId: id, title, phase, area: leadArea, storyId, staleSince: stale }];
  });

const closedIn = (deps: Deps, year: number): readonly string[] => {
  const calendar = calendarIn(deps);
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (calendar.isClosed(day)) days.push(day);
  }
  return days;
};

const isOfYear = (now: StoryNow, year: number): boolean =>
  [now.createdAt, now.since, now.about.plannedFor, ...now.publications.map(({ day }) => day)].some(
    (at) => at?.startsWith(String(year)) === true,
  ) || isWaiting(now);

const yearsOf = (deps: Deps, stories: readonly StoryNow[]): readonly number[] => {
  const days = stories.flatMap((now) => [
    now.createdAt,
    now.about.plannedFor,
    ...now.publications.map(({ day }) => day),
  ]);
  const years = [deps.clock.day(), ...days].flatMap((day) => day?.slice(0, 4) ?? []);
  return [...new Set(years.map(Number))].sort((a, b) => b - a);
};

const projectsFor = (deps: Deps, actor: Actor): StoriesReply['projects'] =>
  may(actor, 'logPress')
    ? deps.stores.projects
        .all()
        .map(({ value: { id, title } }) => ({ id, title }))
        .sort((a, b) => a.title.localeCompare(b.title, 'da'))
    : [];

/** Everything Kommunikation looks at, for a year or for one project. */
export const storiesPage = (
  deps: Deps,
  actor: Actor,
  wanted: { readonly year?: number | undefined; readonly project?: string | undefined },
): Omit<StoriesReply, 'asOf'> => {
  const year = wanted.year ?? Number(deps.clock.day().slice(0, 4));
  const all = allStories(deps);
  const shown =
    wanted.project === undefined
      ? all.filter((now) => isOfYear(now, year))
      : all.filter((now) => now.projectId === wanted.project);
  return {
    year,
    areas: settingsOf(deps.stores).areas,
    stories: shown.map((now) => lineOf(deps, actor, now)),
    register: shown
      .flatMap((now) => registerOf(deps, now))
      .filter(({ day }) => wanted.project !== undefined || day.startsWith(String(year)))
      .sort((a, b) => b.day.localeCompare(a.day)),
    goals: goalsOf(deps, all, year),
    untold: wanted.project === undefined ? untoldOf(deps, all) : [],
    descriptions: descriptionTasks(deps).filter(
      ({ projectId }) => wanted.project === undefined || projectId === wanted.project,
    ),
    closed: wanted.project === undefined ? closedIn(deps, year) : [],
    years: yearsOf(deps, all),
    projects: wanted.project === undefined ? projectsFor(deps, actor) : [],
    settings: may(actor, 'changeSettings') ? communicationOf(deps) : null,
  };
};
