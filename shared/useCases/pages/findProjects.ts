import type { Area } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { foundBy, type Names } from '#shared/domain/boardLooking.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { waitsIn } from './board.ts';

/** What everybody may see of a project, as it is shown in a conversation of several. */
export type ProjectFacts = {
  readonly project: Project;
  readonly waitingFor: BoardProject['waitingFor'];
  readonly areas: readonly Area[];
  readonly now: string;
};

const factsIn = (deps: Deps, project: Project, areas: readonly Area[]): ProjectFacts => ({
  ...{ project, areas, now: deps.clock.now() },
  waitingFor: waitsIn(deps, project).waitingFor,
});

/** One project by its number; null for who may not see it, or where there is none. */
export const factsOf = (deps: Deps, actor: Actor, projectId: string): ProjectFacts | null => {
  const row = may(actor, 'seePortfolio') ? deps.stores.projects.get(projectId) : undefined;
  return row ? factsIn(deps, row.value, settingsOf(deps.stores).areas) : null;
};

const changedAt = ({ lastChange, createdAt }: Project): string => lastChange?.at ?? createdAt;

const isOwn = ({ leadId, ownerId, createdById }: Project, actor: Actor): boolean =>
  [leadId, ownerId, createdById].includes(actor.id);

type Ranked = { readonly project: Project; readonly rank: number };

const latestFirst = (one: Ranked, other: Ranked): number =>
  one.rank - other.rank || changedAt(other.project).localeCompare(changedAt(one.project));

/** Their own first, then what has moved last; what is over is not what anybody comes for. */
const withoutWords = (projects: readonly Project[], actor: Actor): readonly Ranked[] =>
  projects
    .filter((project) => !isOver(project))
    .map((project) => ({ project, rank: isOwn(project, actor) ? 0 : 1 }));

/** What is called so first, then what only speaks of it; what is over after what is not. */
const rankOf = (project: Project, words: readonly string[]): number => {
  const title = searchForm(project.title);
  const named = holdsWords(title, words) ? (title.startsWith(words[0] ?? '') ? 0 : 1) : 2;
  return named + (isOver(project) ? 3 : 0);
};

const ofBoard = (project: Project): BoardProject => {
  const { id, title, purpose, phase, status, type, municipality, origin } = project;
  return {
    ...{ id, title, purpose, phase, status, type, municipality },
    ...(origin === null ? {} : { origin }),
    ...(project.leadArea === null ? {} : { area: project.leadArea }),
    ...(project.ownerId === null ? {} : { owner: project.ownerId }),
    ...(project.leadId === null ? {} : { lead: project.leadId }),
  };
};

/** Found by the very words that the board's own search finds by. */
const withWords = (
  deps: Deps,
  projects: readonly Project[],
  words: readonly string[],
  names: Pick<Names, 'areas' | 'origins'>,
): readonly Ranked[] => {
  const known = new WeakMap<BoardProject, string>();
  return projects
    .filter((project) => {
      const { ownerId, ownerName, leadId, leadName } = project;
      const people: Record<string, string> = {};
      for (const [id, name] of [
        [ownerId, ownerName],
        [leadId, leadName],
      ] as const)
        if (id !== null) people[id] = deps.stores.people.get(id)?.value.name ?? name;
      return holdsWords(foundBy(ofBoard(project), { ...names, people }, known), words);
    })
    .map((project) => ({ project, rank: rankOf(project, words) }));
};

export type Page = { readonly skip: number; readonly count: number };

/** Projects by words; without any, the reader's own and the latest. */
export const findProjects = (
  deps: Deps,
  actor: Actor,
  typed: string,
  origins: Names['origins'],
  { skip, count }: Page,
): readonly ProjectFacts[] => {
  if (!may(actor, 'seePortfolio')) return [];
  const { areas } = settingsOf(deps.stores);
  const all = deps.stores.projects.all().map(({ value }) => value);
  const words = wordsSought(typed);
  const found =
    words.length === 0 ? withoutWords(all, actor) : withWords(deps, all, words, { areas, origins });
  return [...found]
    .sort(latestFirst)
    .slice(skip, skip + count)
    .map(({ project }) => factsIn(deps, project, areas));
};
