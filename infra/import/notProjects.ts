import { wordKey } from '#shared/domain/importWords.ts';
import type { Columns } from './headings.ts';
import { type Cell, isBlank, seenIn, type TableRow } from './table.ts';
import { areasNamed, type Lookup, standingNamed } from './words.ts';

/** Why a row of a list is no project. */
export type NoProject = 'sum' | 'headings' | 'section' | 'note';

const sums = new Set(
  [
    'I alt',
    'Total',
    'Totalt',
    'Sum',
    'Samlet',
    'Subtotal',
    'Hovedtotal',
    'Samlet sum',
    'Sum i alt',
    'Total i alt',
    'Samlet budget',
    'Samlet beløb',
    'I alt kr.',
  ].map(wordKey),
);
const sumOf = /^(?:i alt|total|subtotal|sum|samlet)(?:\s|:|$)|\si alt:?$/i;

const isNumber = (cell: Cell): boolean =>
  typeof cell === 'number' ||
  (seenIn(cell).length < 40 && /^[\d\s.,%-]+(?:\s*(?:kr|t\.?kr|mio)\.?)*$/i.test(seenIn(cell)));

const mayBeSum = /alt|total|sum|samlet/i;

const namesSum = (cell: Cell): boolean => {
  const text = seenIn(cell);
  return text.length < 40 && mayBeSum.test(text);
};

const isSum = (filled: readonly Cell[]): boolean => {
  // A sum says so where its row begins.
  if (!filled.slice(0, 3).some(namesSum)) return false;
  const [first = '', ...others] = filled.filter((cell) => !isNumber(cell)).map(seenIn);
  if (sums.has(wordKey(first))) return others.length === 0 || filled.length <= 3;
  return others.length === 0 && filled.length > 1 && sumOf.test(first);
};

const areHeadings = (cells: readonly Cell[], headings: readonly string[]): boolean =>
  cells.every(
    (cell, at) => seenIn(cell).replace(/\s+/g, ' ') === (headings[at] ?? '') || isBlank(cell),
  );

const isSection = (word: string, lookup: Lookup): boolean =>
  standingNamed(word, lookup.standings) !== null || areasNamed(word, lookup) !== null;

const isOwn = (cell: Cell): boolean =>
  !isBlank(cell) && !(typeof cell === 'object' && cell.odd === 'merged');

/**
 * A sum, the headings once more, the name of a part of the list, a line below it: all stand among
 * the projects and are none. Null when the row is a project's.
 */
export const noProjectIn = (
  row: TableRow,
  headings: readonly string[],
  columns: Columns,
  lookup: Lookup,
): NoProject | null => {
  const filled = row.cells.filter(isOwn);
  if (row.broken || filled.length === 0) return null;
  if (areHeadings(row.cells, headings)) return 'headings';
  if (isSum(filled)) return 'sum';
  if (filled.length > 1) return null;
  const title = row.cells[columns.places.get('title')?.column ?? -1];
  // A list of titles alone has a single cell in every row.
  if (columns.places.size + columns.ignored.length < 2) return null;
  if (title === undefined || !isOwn(title)) return 'note';
  return isSection(seenIn(title), lookup) ? 'section' : null;
};
