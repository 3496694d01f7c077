import { limits } from './limits.ts';
import { type Cell, columnName } from './table.ts';

export type Place = { readonly row: number; readonly column: number };

const a = 'A'.charCodeAt(0);

/** The column of "B7", from 0; -1 where there is none. Read sign by sign, since every cell has one. */
export const columnOf = (ref: string): number => {
  let column = 0;
  let at = 0;
  for (; at < ref.length; at += 1) {
    const letter = (ref.charCodeAt(at) & ~32) - a;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
  }
  return at === 0 || at > 3 ? -1 : column - 1;
};

/** "B7" as a place; null where it is none. */
export const placeOf = (ref: string): Place | null => {
  const plain = ref.replaceAll('$', '');
  const row = Number(/\d+$/.exec(plain)?.[0]);
  const column = columnOf(plain);
  return column >= 0 && row > 0 ? { row, column } : null;
};

export type Merge = { readonly first: Place; readonly last: Place };

/** Empties a row's cells from one column to another: what lies under a merged cell is not seen. */
const emptyCells = (cells: Cell[], from: number, to: number): void => {
  const last = Math.min(to, cells.length - 1);
  for (let column = from; column <= last; column += 1) cells[column] = '';
};

const linesUnder = (
  { first, last }: Merge,
  rows: ReadonlyMap<number, unknown>,
): readonly number[] => {
  const height = last.row - first.row;
  return height > rows.size
    ? [...rows.keys()].filter((line) => line > first.row && line <= last.row)
    : Array.from({ length: height }, (_, at) => first.row + 1 + at);
};

/** A merged cell is seen in every row it covers, in its own column, and hides what lies beside. */
export const coverBelow = (merge: Merge, rows: ReadonlyMap<number, Cell[]>): void => {
  const { first, last } = merge;
  const lastColumn = Math.min(last.column, limits.columns - 1);
  const top = rows.get(first.row);
  const anchor = top?.[first.column] ?? '';
  const from = `${columnName(first.column)}${first.row}`;
  if (top) emptyCells(top, first.column + 1, lastColumn);
  for (const line of linesUnder(merge, rows)) {
    const cells = rows.get(line);
    if (!cells) continue;
    emptyCells(cells, first.column, lastColumn);
    if (anchor === '') continue;
    while (cells.length < first.column) cells.push('');
    cells[first.column] = { odd: 'merged', from, cell: anchor };
  }
};
