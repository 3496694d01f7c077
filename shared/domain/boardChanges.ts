import type { BoardProject } from './board.ts';

/* What became of a board since another one, so that the rest of it need not be said again. */

export type Changes = {
  /** As they are now: where they stood, and new ones last, in this order. */
  readonly changed: readonly BoardProject[];
  readonly gone: readonly string[];
};

type Known = ReadonlyMap<string, unknown>;

/** Those who stay stand as they stood, and who is new comes after them. */
const isInOrder = (before: Known, after: Known): boolean => {
  const stood = [...before.keys()].filter((id) => after.has(id));
  let at = 0;
  for (const id of after.keys()) {
    if (at === stood.length) return true;
    if (id !== stood[at]) return false;
    at += 1;
  }
  return true;
};

/** Whose value is another, and who is gone; null where the order says that it is another board. */
export const changesBetween = (
  before: Known,
  after: Known,
): { readonly changed: readonly string[]; readonly gone: readonly string[] } | null => {
  if (!isInOrder(before, after)) return null;
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after.keys()].filter((id) => before.get(id) !== after.get(id));
  return { changed, gone };
};

type Places = ReadonlyMap<string, number>;

/** Where each stands in a list. It goes on to the list that follows, as long as nobody moves. */
const places = new WeakMap<readonly BoardProject[], Places>();

export const placesIn = (projects: readonly BoardProject[]): Places => {
  const known = places.get(projects) ?? new Map(projects.map(({ id }, at) => [id, at]));
  places.set(projects, known);
  return known;
};

/** A project as it stood, and as it stands in the same place. */
export type Replaced = { readonly before: BoardProject; readonly after: BoardProject };

type Origin = { readonly list: readonly BoardProject[]; readonly replaced: readonly Replaced[] };

const origins = new WeakMap<readonly BoardProject[], Origin>();

/** The list that this one is made of, where only what stands in some of its places is another. */
export const originOf = (projects: readonly BoardProject[]): Origin | undefined =>
  origins.get(projects);

const withReplaced = (
  before: readonly BoardProject[],
  changed: readonly BoardProject[],
): readonly BoardProject[] => {
  const known = placesIn(before);
  const after = before.slice();
  const replaced: Replaced[] = [];
  for (const project of changed) {
    const at = known.get(project.id) ?? -1;
    const stood = after[at];
    if (stood === undefined) continue;
    after[at] = project;
    replaced.push({ before: stood, after: project });
  }
  places.set(after, known);
  // Only the last step is kept, or every list there ever was would be.
  origins.delete(before);
  origins.set(after, { list: before, replaced });
  return after;
};

/** The board that follows; it costs what changed, and a copy of the list. */
export const withChanges = (
  before: readonly BoardProject[],
  { changed, gone }: Changes,
): readonly BoardProject[] => {
  if (changed.length === 0 && gone.length === 0) return before;
  const known = placesIn(before);
  if (gone.length === 0 && changed.every(({ id }) => known.has(id)))
    return withReplaced(before, changed);
  const left = new Set(gone);
  const now = new Map(changed.map((project) => [project.id, project]));
  const stays = before.filter(({ id }) => !left.has(id)).map((one) => now.get(one.id) ?? one);
  const isNew = ({ id }: BoardProject): boolean => left.has(id) || !known.has(id);
  return [...stays, ...changed.filter(isNew)];
};
