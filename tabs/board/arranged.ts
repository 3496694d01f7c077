import {
  type BoardProject,
  columns,
  isUnderway,
  type Place,
  placeOf,
} from '#shared/domain/board.ts';
import { originOf, placesIn, type Replaced } from '#shared/domain/boardChanges.ts';
import { isAtGate } from '#shared/domain/boardLooking.ts';
import { type Gate, gateNames } from '#shared/domain/gates.ts';
import { priorities } from '#shared/domain/priority.ts';

/** Every list that a project stands in: its column or shelf, and the door it waits at. */
type Stand = Place | Gate;

/** Everything in its place and order, whatever is looked for. */
export type Arranged = Readonly<Record<Stand, readonly BoardProject[]>>;

const standsOf = (project: BoardProject): readonly Stand[] =>
  isUnderway(project) && project.waitingFor?.type === 'gate'
    ? [placeOf(project), project.waitingFor.gate]
    : [placeOf(project)];

const atGate = 1;

/** SKAL, then at the gate, then by priority, highest first; the last is for no priority. */
const lastRank = priorities.length + 2;

const rankInColumn = (project: BoardProject): number => {
  if (project.type === 'skal') return 0;
  if (isAtGate(project)) return atGate;
  return project.priority === undefined
    ? lastRank
    : 1 + priorities.length - priorities.indexOf(project.priority);
};

const ranked: ReadonlySet<Stand> = new Set(columns);
const doors: ReadonlySet<Stand> = new Set(gateNames);

const rankIn = (stand: Stand, project: BoardProject): number => {
  if (ranked.has(stand)) return rankInColumn(project);
  return doors.has(stand) ? atGate : lastRank;
};

const sinceOf = (project: BoardProject): string =>
  project.waitingFor?.type === 'gate' ? project.waitingFor.since : '';

const longestWaitFirst = (a: BoardProject, b: BoardProject): number =>
  sinceOf(a) < sinceOf(b) ? -1 : sinceOf(a) > sinceOf(b) ? 1 : 0;

/** Buckets instead of sorting: fifty thousand cards are put in order in one pass. */
const newStand = (): BoardProject[][] => Array.from({ length: lastRank + 1 }, () => []);

const newStands = (): Record<Stand, BoardProject[][]> => ({
  ...{ idea: newStand(), investigation: newStand(), trial: newStand(), operation: newStand() },
  ...{ gate1: newStand(), gate2: newStand(), gate3: newStand(), funding: newStand() },
  ...{ raw: newStand(), backlog: newStand(), pipeline: newStand() },
  ...{ closed: newStand(), stopped: newStand() },
});

const inOrder = (buckets: BoardProject[][]): readonly BoardProject[] => {
  buckets[atGate]?.sort(longestWaitFirst);
  return buckets.flat();
};

/** Every list, made of another with the same names. */
export const eachStand = <A, B>(
  all: Readonly<Record<Stand, A>>,
  make: (one: A) => B,
): Record<Stand, B> => {
  const { idea, investigation, trial, operation, gate1, gate2, gate3, funding } = all;
  const { raw, backlog, pipeline, closed, stopped } = all;
  return {
    ...{ idea: make(idea), investigation: make(investigation), trial: make(trial) },
    ...{ operation: make(operation), gate1: make(gate1), gate2: make(gate2), gate3: make(gate3) },
    ...{ funding: make(funding), raw: make(raw), backlog: make(backlog) },
    ...{ pipeline: make(pipeline), closed: make(closed), stopped: make(stopped) },
  };
};

const arrangedAnew = (projects: readonly BoardProject[]): Arranged => {
  const stands = newStands();
  for (const project of projects)
    for (const stand of standsOf(project)) stands[stand][rankIn(stand, project)]?.push(project);
  return eachStand(stands, inOrder);
};

/** As the buckets have it: by rank, at a gate by the wait, and else as all stand. */
const isBefore = (
  stand: Stand,
  a: BoardProject,
  b: BoardProject,
  places: ReadonlyMap<string, number>,
): boolean => {
  const rank = rankIn(stand, a);
  const order =
    rank - rankIn(stand, b) ||
    (rank === atGate ? longestWaitFirst(a, b) : 0) ||
    (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
  return order < 0;
};

/** The first place that nobody stands in who comes before. */
const firstPlace = (length: number, isTaken: (at: number) => boolean): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTaken(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The same with these in other clothes: only the lists that they leave or come into are new. */
const arrangedWith = (
  before: Arranged,
  replaced: readonly Replaced[],
  places: ReadonlyMap<string, number>,
): Arranged => {
  const now: Record<Stand, readonly BoardProject[]> = { ...before };
  for (const one of replaced) {
    for (const stand of standsOf(one.before))
      now[stand] = now[stand].filter((project) => project !== one.before);
    for (const stand of standsOf(one.after)) {
      const list = now[stand].slice();
      const taken = (at: number): boolean => {
        const other = list[at];
        return other !== undefined && isBefore(stand, other, one.after, places);
      };
      list.splice(firstPlace(list.length, taken), 0, one.after);
      now[stand] = list;
    }
  }
  return now;
};

/** By the very projects: when one changes they come in another array. */
const known = new WeakMap<readonly BoardProject[], Arranged>();

const arrangedFrom = (projects: readonly BoardProject[]): Arranged => {
  const origin = originOf(projects);
  const before = origin && known.get(origin.list);
  return before
    ? arrangedWith(before, origin.replaced, placesIn(projects))
    : arrangedAnew(projects);
};

/** No key in the search changes where a project stands, so they are arranged once a change. */
export const arranged = (projects: readonly BoardProject[]): Arranged => {
  const found = known.get(projects) ?? arrangedFrom(projects);
  known.set(projects, found);
  return found;
};
