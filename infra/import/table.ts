/** A file as rows of cells. A number only where the file itself says it is one (XLSX). */
export type Cell = string | number;

export type TableRow = {
  /** The line of the file where the row begins; in a workbook the row's number. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The row could not be read. */
  readonly broken?: true;
};

export type Table = {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
};

export type Read =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: string };

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** The first row with content is the headings; rows without content are not rows. */
export const tableOf = (rows: readonly TableRow[]): Table | null => {
  const filled = rows.filter((row) => row.broken || row.cells.some((cell) => !isBlank(cell)));
  const [first, ...rest] = filled;
  if (!first || first.broken) return null;
  return { headings: first.cells.map((cell) => String(cell).trim()), rows: rest };
};
