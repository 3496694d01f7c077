import {
  type BoardProject,
  type Column,
  columns,
  type Shelf,
  type Sums,
  sumsOf,
} from '#shared/domain/board.ts';
import {
  type BoardFilter,
  type Counts,
  countsOf,
  type Looking,
  passing,
} from '#shared/domain/boardLooking.ts';
import type { Gate } from '#shared/domain/gates.ts';
import { arranged, eachStand } from './arranged.ts';

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

/** A column that nobody moved in is the same list, and is not added up again. */
const sums = new WeakMap<readonly BoardProject[], Sums>();

const sumsIn = (cards: readonly BoardProject[]): Sums => {
  const known = sums.get(cards) ?? sumsOf(cards);
  sums.set(cards, known);
  return known;
};

/** What passes of the board, in the order it has, with its sums and counts. */
export const shapeBoard = (
  projects: readonly BoardProject[],
  filter: BoardFilter,
  looking: Looking,
): BoardShape => {
  const inView = countsOf(projects, looking);
  const all = arranged(projects);
  const found = eachStand(all, (list) => passing(list, filter, looking));
  const { raw, backlog, pipeline, closed, stopped, gate1, gate2, gate3, funding } = found;
  const lists = [raw, backlog, pipeline, ...columns.map((column) => found[column])];
  return {
    total: inView.all,
    shown: lists.reduce((sum, list) => sum + list.length, 0),
    waiting: inView.waiting,
    stuck: inView.stuck,
    inView,
    columns: columns.map((column) => ({
      column,
      cards: found[column],
      total: all[column].length,
      ...sumsIn(found[column]),
    })),
    queues: { gate1, gate2, gate3, funding },
    shelves: { raw, backlog, pipeline, closed, stopped },
  };
};
