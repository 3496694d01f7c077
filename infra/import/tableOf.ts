import { type HeadingWords, headingRowOf } from './headings.ts';
import { holdsAnything, seenIn, type Table, type TableNote, type TableRow } from './table.ts';

export type Rows = {
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
};

/**
 * Rows below their headings. The headings are the row with the most known words; what stands above,
 * a title or a date, is no project. Where no row is known, the first is, so that it can be named.
 */
export const tableOf = ({ sheet, rows, notes }: Rows, words: HeadingWords): Table | null => {
  const filled = rows.filter(holdsAnything);
  const at = Math.max(0, headingRowOf(filled, words));
  const first = filled[at];
  if (!first || first.broken) return null;
  const above = filled.slice(0, at).map((row) => row.line);
  return {
    sheet,
    headings: first.cells.map((cell) => seenIn(cell).replace(/\s+/g, ' ')),
    rows: filled.slice(at + 1),
    notes: [...notes, ...(above.length > 0 ? [{ type: 'above', lines: above } as const] : [])],
  };
};
