/** What a cell holds when a person sees no plain text or number in it. */
export type OddCell =
  /** `#REF!` and its like. */
  | { readonly odd: 'error'; readonly seen: string }
  /** A formula nobody has counted out: the file holds no result of it. */
  | { readonly odd: 'noResult'; readonly seen: string }
  /** A number shown in thousands or millions without saying so: 52 for 52.000. */
  | { readonly odd: 'scaled'; readonly seen: string }
  /** Lies under a merged cell further up, whose content a person sees here too. */
  | { readonly odd: 'merged'; readonly from: string; readonly cell: Cell };

/** A file as rows of cells. A number only where the file itself says it is one (XLSX). */
export type Cell = string | number | OddCell;

export type TableRow = {
  /** The line of the file where the row begins; in a workbook the row's number. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The row could not be read. */
  readonly broken?: true;
};

/** What was seen in the file but is not among the rows, so that nothing is left out in silence. */
export type TableNote =
  | { readonly type: 'hiddenRows'; readonly lines: readonly number[] }
  | { readonly type: 'hiddenColumns'; readonly columns: readonly string[] }
  | { readonly type: 'sheets'; readonly read: string; readonly unread: readonly string[] }
  | { readonly type: 'hiddenSheets'; readonly sheets: readonly string[] }
  | { readonly type: 'above'; readonly lines: readonly number[] }
  | { readonly type: 'farColumns'; readonly last: string };

export type Table = {
  /** The sheet the rows stand on; null in a file without sheets. */
  readonly sheet: string | null;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
};

export type Read =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: string };

const isEmptyText = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const nothing = /^(?:[-–—]+|n\/a|i\.a\.)$/i;

/** Nothing is said here: empty, or a dash as people put where there is nothing to say. */
export const isBlank = (cell: Cell | undefined): boolean => {
  if (cell === undefined) return true;
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return text === '' || (text.length < 5 && nothing.test(text));
};

/** Whether a row is there at all: what is only seen through a merged cell makes none. */
export const holdsAnything = (row: TableRow): boolean =>
  row.broken === true ||
  row.cells.some(
    (cell) => !(isEmptyText(cell) || (typeof cell === 'object' && cell.odd === 'merged')),
  );

/** A cell as a person would read it aloud. */
export const seenIn = (cell: Cell | undefined): string => {
  if (cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell).trim();
  return cell.odd === 'merged' ? seenIn(cell.cell) : cell.seen;
};

/** `A`, `B`, … `AA`: a column as a spreadsheet names it, from 0. */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) +
  String.fromCharCode(65 + (column % 26));
