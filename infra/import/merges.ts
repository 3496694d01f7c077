import { limits } from './limits.ts';
import { type Cell, columnName } from './table.ts';

export type Place = { readonly row: number; readonly column: number };

/** "B7" as a place; null where it is none. */
export const placeOf = (ref: string): Place | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (!match) return null;
  const letters = (match[1] ?? '').toUpperCase();
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return { row: Number(match[2]), column: column - 1 };
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
