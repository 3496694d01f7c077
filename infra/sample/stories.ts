import { readFile } from 'node:fs/promises';
import { dayOf } from '#shared/domain/day.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import { type About, type Content, emptyContent } from '#shared/domain/stories/story.ts';
import { pictureIdOf } from '#shared/graph/files.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps, Row, Table } from '#shared/useCases/ports.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { followStory } from '#shared/useCases/stories/followStory.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { readStory } from '#shared/useCases/stories/stories.ts';
import { descriptionDraft, interviewText } from '#shared/words/stories/draft.ts';
import { before } from './spread.ts';
import { type SampleMove, type SampleStory, sampleStories } from './storyPlans.ts';

/** The lists, and when the work that follows from what is written is done. */
type Lists = { readonly deps: Deps; readonly settled: () => Promise<void> };

type Around = {
  readonly deps: Deps;
  /** By the name before the @. */
  readonly people: ReadonlyMap<string, Person>;
};

type Known = { readonly plan: SampleStory; readonly project: Project };

/** The projects as they were: of one of them another phase is told. */
const projectsThen = (table: Table<Project>, { plan, project }: Known): Table<Project> => {
  const then = (row: Row<Project> | undefined): Row<Project> | undefined =>
    row && row.value.id === project.id && plan.phase !== undefined
      ? { ...row, value: { ...row.value, phase: plan.phase } }
      : row;
  return {
    all: () => table.all(),
    get: (id) => then(table.get(id)),
    where: (field, value) => table.where(field, value),
    read: async (id) => then(await table.read(id)),
    readWhere: (field, value) => table.readWhere(field, value),
    insert: (value) => table.insert(value),
    update: (row, changes) => table.update(row, changes),
  };
};

/** What a use case is given some days earlier. What follows waits until the story is whole. */
const depsThen = ({ deps }: Around, known: Known, daysAgo: number): Deps => {
  const at = before(deps.clock.now(), daysAgo);
  return {
    ...deps,
    stores: { ...deps.stores, projects: projectsThen(deps.stores.projects, known) },
    clock: { now: () => at, day: () => dayOf(at) },
    later: () => undefined,
  };
};

const personCalled = ({ people }: Around, alias: string, { project }: Known): Person => {
  const named = people.get(alias);
  const owner = [...people.values()].find(({ id }) => id === project.ownerId);
  const person = alias === 'owner' ? owner : named;
  if (!person) throw new Error(`The sample has nobody called ${alias} for ${project.id}.`);
  return person;
};

const actorFor = (around: Around, alias: string, known: Known): Actor => {
  const { id, name } = personCalled(around, alias, known);
  return actorOf(around.deps, id, name);
};

const aboutOf = ({ deps }: Around, { plan, project }: Known): About => ({
  title: plan.title ?? project.title,
  area: project.leadArea,
  lederId: project.ownerId,
  lederName: project.ownerName,
  plannedFor:
    plan.plannedIn === undefined ? null : dayOf(before(deps.clock.now(), -plan.plannedIn)),
});

const picturesOf = async ({ deps }: Around, { plan }: Known): Promise<Content['pictures']> => {
  if (!plan.picture) return [];
  const { file, alt } = plan.picture;
  const bytes = await readFile(new URL(`pictures/${file}`, import.meta.url));
  const id = pictureIdOf(bytes, 'image/jpeg');
  await deps.pictures.put(id, bytes, 'image/jpeg');
  return [{ id, alt, people: false, consent: '' }];
};

const contentOf = async (around: Around, known: Known): Promise<Content> => {
  const { deps } = around;
  const { plan, project } = known;
  const then = { ...project, phase: plan.phase ?? project.phase };
  const text = plan.text ?? descriptionDraft(then, settingsOf(deps.stores).areas);
  // A description leaves gaps for people to fill; the sample's are published, so it has none.
  return {
    ...emptyContent,
    text: text.replace(/\s*\[Skriv[^[\]]*\]/gi, ''),
    pictures: await picturesOf(around, known),
  };
};

const givenOf = (
  around: Around,
  known: Known,
  now: StoryNow,
  { daysAgo, by, given }: SampleMove,
): StoryGiven => {
  const { revision } = now;
  const at = before(around.deps.clock.now(), daysAgo);
  switch (given.type) {
    case 'saved': {
      const about = aboutOf(around, known);
      const text = `${given.text}\n\n${interviewText(about.lederName)}`;
      return { type: 'saved', revision, content: { ...emptyContent, text }, about };
    }
    case 'published':
      return {
        ...given,
        revision,
        outlet: given.channel === 'private' ? personCalled(around, by, known).name : '',
        day: dayOf(at),
      };
    case 'asked':
      return { ...given, revision };
    case 'planned':
    case 'accepted':
      return { ...given, revision };
    default:
      return { ...given, ask: now.ask?.seq ?? 0 };
  }
};

const move = async (
  around: Around,
  known: Known,
  now: StoryNow,
  step: SampleMove,
): Promise<StoryNow> => {
  const deps = depsThen(around, known, step.daysAgo);
  const actor = actorFor(around, step.by, known);
  const moved = await moveStory(deps, actor, now.id, givenOf(around, known, now, step));
  if (moved.type === 'unknown' || moved.type === 'refused')
    throw new Error(
      `The sample's ${now.id} cannot be ${step.given.type}: ${moved.type === 'refused' ? JSON.stringify(moved.refusal) : moved.type}`,
    );
  return moved.view.now;
};

const begin = async (around: Around, id: string, known: Known): Promise<StoryNow> => {
  const { kind, projectId, by, daysAgo } = known.plan;
  const created = await createStory(depsThen(around, known, daysAgo), actorFor(around, by, known), {
    ...{ key: id, kind, projectId, benefitId: null },
    content: await contentOf(around, known),
    about: aboutOf(around, known),
  });
  if (!created.ok) throw new Error(`The sample's ${id} cannot begin: ${created.refusal.type}`);
  return created.value.now;
};

/** Goes on where it was cut off: the first event begins it, and each move is one more. */
const tell = async (around: Around, id: string, plan: SampleStory): Promise<void> => {
  const { deps } = around;
  const project = deps.stores.projects.get(plan.projectId)?.value;
  if (!project) throw new Error(`The sample has no project ${plan.projectId}.`);
  const known = { plan, project };
  let now = (await readStory(deps, id)) ?? (await begin(around, id, known));
  for (const step of plan.moves.slice(now.revision - 1)) now = await move(around, known, now, step);
  await followStory(deps, id);
};

/** Every sample story is there with all that happened to it, and what follows was done. */
export const storiesAreTold = ({ deps: { stores } }: Pick<Lists, 'deps'>): boolean =>
  Object.entries(sampleStories).every(
    ([id, plan]) => (stores.stories.get(id)?.value.revision ?? 0) > plan.moves.length,
  );

/** Tells the sample's stories as anybody would, only earlier. */
export const tellSampleStories = async (
  { deps, settled }: Lists,
  people: ReadonlyMap<string, Person>,
): Promise<void> => {
  for (const [id, plan] of Object.entries(sampleStories)) await tell({ deps, people }, id, plan);
  await settled();
};
