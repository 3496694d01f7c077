import {
  type BoardProject,
  type Column,
  columnOf,
  columns,
  isUnderway,
  type Shelf,
  type Sums,
  sumsOf,
} from '#shared/domain/board.ts';
import {
  type BoardFilter,
  type Counts,
  countsOf,
  isAtGate,
  type Looking,
  passing,
} from '#shared/domain/boardLooking.ts';
import { type Gate, gateNames } from '#shared/domain/gates.ts';
import { priorities } from '#shared/domain/priority.ts';

export type ColumnShape = Sums & {
  readonly column: Column;
  readonly cards: readonly BoardProject[];
  /** All in the column, whatever the filter says. */
  readonly total: number;
};

export type BoardShape = {
  /** All but what is closed or stopped. */
  readonly total: number;
  readonly shown: number;
  readonly waiting: number;
  readonly stuck: number;
  readonly inView: Counts;
  readonly columns: readonly ColumnShape[];
  readonly queues: Readonly<Record<Gate, readonly BoardProject[]>>;
  readonly shelves: Readonly<Record<Shelf, readonly BoardProject[]>>;
};

/** SKAL, then at the gate, then by priority, highest first; the last is for no priority. */
const shelvesInColumn = priorities.length + 3;

const rankOf = (project: BoardProject): number => {
  if (project.type === 'skal') return 0;
  if (isAtGate(project)) return 1;
  return project.priority === undefined
    ? shelvesInColumn - 1
    : 1 + priorities.length - priorities.indexOf(project.priority);
};

const sinceOf = (project: BoardProject): string =>
  project.waitingFor?.type === 'gate' ? project.waitingFor.since : '';

const longestWaitFirst = (a: BoardProject, b: BoardProject): number =>
  sinceOf(a) < sinceOf(b) ? -1 : sinceOf(a) > sinceOf(b) ? 1 : 0;

/** Everything in its place and order, whatever is looked for. */
type Arranged = {
  readonly columns: Readonly<Record<Column, readonly BoardProject[]>>;
  readonly queues: Readonly<Record<Gate, readonly BoardProject[]>>;
  readonly shelves: Readonly<Record<Shelf, readonly BoardProject[]>>;
};

/** Buckets instead of sorting: fifty thousand cards are put in order in one pass. */
const newColumn = (): BoardProject[][] => Array.from({ length: shelvesInColumn }, () => []);

type Pass = {
  readonly columns: Record<Column, BoardProject[][]>;
  readonly queues: Record<Gate, BoardProject[]>;
  readonly shelves: Record<Shelf, BoardProject[]>;
};

const newPass = (): Pass => ({
  columns: {
    idea: newColumn(),
    investigation: newColumn(),
    trial: newColumn(),
    operation: newColumn(),
  },
  queues: { gate1: [], gate2: [], gate3: [], funding: [] },
  shelves: { raw: [], backlog: [], pipeline: [], closed: [], stopped: [] },
});

const place = (pass: Pass, project: BoardProject): void => {
  if (!isUnderway(project)) {
    pass.shelves[project.status as Shelf].push(project);
    return;
  }
  pass.columns[columnOf(project)][rankOf(project)]?.push(project);
  if (project.waitingFor?.type === 'gate') pass.queues[project.waitingFor.gate].push(project);
};

const inOrder = (buckets: BoardProject[][]): readonly BoardProject[] => {
  buckets[1]?.sort(longestWaitFirst);
  return buckets.flat();
};

const arrangedAnew = (projects: readonly BoardProject[]): Arranged => {
  const pass = newPass();
  for (const project of projects) place(pass, project);
  for (const gate of gateNames) pass.queues[gate].sort(longestWaitFirst);
  const { idea, investigation, trial, operation } = pass.columns;
  return {
    ...pass,
    columns: {
      idea: inOrder(idea),
      investigation: inOrder(investigation),
      trial: inOrder(trial),
      operation: inOrder(operation),
    },
  };
};

/** By the very projects: when one changes they come in another array, and are arranged anew. */
const arrangedBefore = new WeakMap<readonly BoardProject[], Arranged>();

/** No key in the search changes where a project stands, so all are arranged once a change. */
const arranged = (projects: readonly BoardProject[]): Arranged => {
  const known = arrangedBefore.get(projects) ?? arrangedAnew(projects);
  arrangedBefore.set(projects, known);
  return known;
};

const inEach = <K extends string>(
  all: Readonly<Record<K, readonly BoardProject[]>>,
  thatPass: (list: readonly BoardProject[]) => readonly BoardProject[],
): Readonly<Record<K, readonly BoardProject[]>> => {
  const shown: Record<K, readonly BoardProject[]> = { ...all };
  for (const key in shown) shown[key] = thatPass(shown[key]);
  return shown;
};

const countIn = (lists: Readonly<Record<string, readonly BoardProject[]>>): number =>
  Object.values(lists).reduce((sum, list) => sum + list.length, 0);

/** What passes of the board, in the order it has, with its sums and counts. */
export const shapeBoard = (
  projects: readonly BoardProject[],
  filter: BoardFilter,
  looking: Looking,
): BoardShape => {
  const thatPass = (list: readonly BoardProject[]) => passing(list, filter, looking);
  const inView = countsOf(projects, looking);
  const all = arranged(projects);
  const cards = inEach(all.columns, thatPass);
  const shelved = inEach(all.shelves, thatPass);
  const { raw, backlog, pipeline } = shelved;
  return {
    total: inView.all,
    shown: countIn(cards) + countIn({ raw, backlog, pipeline }),
    waiting: inView.waiting,
    stuck: inView.stuck,
    inView,
    columns: columns.map((column) => ({
      column,
      cards: cards[column],
      total: all.columns[column].length,
      ...sumsOf(cards[column]),
    })),
    queues: inEach(all.queues, thatPass),
    shelves: shelved,
  };
};
