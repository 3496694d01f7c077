import {
  type BoardProject,
  type Column,
  columnOf,
  columns,
  isUnderway,
  type Shelf,
  type Sums,
} from '#shared/domain/board.ts';
import {
  type BoardFilter,
  type Counts,
  countsOf,
  isAtGate,
  isEnded,
  type Looking,
  passes,
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

/** Buckets instead of sorting: fifty thousand cards are put in order in one pass. */
type Bucketed = {
  readonly buckets: BoardProject[][];
  total: number;
  askOre: number;
  budgetOre: number;
};

const newColumn = (): Bucketed => ({
  buckets: Array.from({ length: shelvesInColumn }, () => []),
  total: 0,
  askOre: 0,
  budgetOre: 0,
});

const inOrder = (column: Column, { buckets, ...sums }: Bucketed): ColumnShape => {
  buckets[1]?.sort(longestWaitFirst);
  return { column, cards: buckets.flat(), ...sums };
};

type Pass = {
  readonly columns: Record<Column, Bucketed>;
  readonly queues: Record<Gate, BoardProject[]>;
  readonly shelves: Record<Shelf, BoardProject[]>;
  shown: number;
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
  shown: 0,
});

const placeCard = (pass: Pass, project: BoardProject, isShown: boolean): void => {
  const column = pass.columns[columnOf(project)];
  column.total += 1;
  if (!isShown) return;
  column.buckets[rankOf(project)]?.push(project);
  column.askOre += project.askOre ?? 0;
  column.budgetOre += project.budgetOre ?? 0;
  if (project.waitingFor?.type === 'gate') pass.queues[project.waitingFor.gate].push(project);
};

const place = (pass: Pass, project: BoardProject, isShown: boolean): void => {
  if (isShown && !isEnded(project)) pass.shown += 1;
  if (isUnderway(project)) placeCard(pass, project, isShown);
  else if (isShown) pass.shelves[project.status as Shelf].push(project);
};

/** Groups, filters, counts and orders the whole board in one pass. */
export const shapeBoard = (
  projects: readonly BoardProject[],
  filter: BoardFilter,
  looking: Looking,
): BoardShape => {
  const pass = newPass();
  const test = passes(filter, looking);
  const inView = countsOf(projects, looking);
  for (const project of projects) place(pass, project, test(project));
  for (const gate of gateNames) pass.queues[gate].sort(longestWaitFirst);
  return {
    total: inView.all,
    shown: pass.shown,
    waiting: inView.waiting,
    stuck: inView.stuck,
    inView,
    columns: columns.map((column) => inOrder(column, pass.columns[column])),
    queues: pass.queues,
    shelves: pass.shelves,
  };
};
