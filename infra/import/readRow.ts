import type { ImportField, WordKind } from '#shared/domain/importWords.ts';
import { type CellRead, oddReason, type PlainCell, textIn } from './cells.ts';
import type { Columns, Place } from './headings.ts';
import { columnName, isBlank, seenIn, type TableRow } from './table.ts';

/** A cell that could not be read, with what somebody needs to find it. */
export type Unread = {
  readonly line: number;
  /** `B7`. */
  readonly address: string;
  readonly seen: string;
  readonly reason: string;
  /** A word nobody has taught yet. */
  readonly word?: { readonly kind: WordKind; readonly word: string };
};

/** Which project a row is about, and what it costs: not to be read through a merged cell. */
const onlyOnce: readonly ImportField[] = ['id', 'number', 'title', 'amount'];
const longestLine = 255;

/** White space that is not one space between two words. */
const uneven = /[^\S ]| {2}/;

/** A single line stays one, whatever line breaks a spreadsheet put into it. */
const oneLine = (cell: PlainCell): string => {
  const text = String(cell);
  return uneven.test(text) ? text.replace(/\s+/g, ' ') : text;
};

/** Reads a row cell by cell and keeps every one it could not read, so that all are mended at once. */
export class RowReader {
  readonly unread: Unread[] = [];
  readonly #row: TableRow;
  readonly #columns: Columns;

  constructor(row: TableRow, columns: Columns) {
    this.#row = row;
    this.#columns = columns;
  }

  place(field: ImportField): Place | undefined {
    return this.#columns.places.get(field);
  }

  /** Names a cell that is left as it is. */
  leave(column: number, reason: string, word?: Unread['word']): void {
    const address = `${columnName(column)}${this.#row.line}`;
    const seen = seenIn(this.#row.cells[column]);
    this.unread.push({ line: this.#row.line, address, seen, reason, ...(word ? { word } : {}) });
  }

  #plain(field: ImportField, { column, heading, unit }: Place): PlainCell | undefined {
    const cell = this.#row.cells[column];
    if (cell === undefined || isBlank(cell)) return undefined;
    if (typeof cell !== 'object') return cell;
    if (cell.odd === 'scaled' && unit !== '') return cell.seen;
    if (cell.odd === 'merged' && typeof cell.cell !== 'object' && !onlyOnce.includes(field))
      return cell.cell;
    this.leave(column, oddReason(cell, heading));
    return undefined;
  }

  read<T>(
    field: ImportField,
    how: (cell: PlainCell, heading: string, unit: string) => CellRead<T>,
    kind?: WordKind,
  ): T | undefined {
    const place = this.place(field);
    const cell = place && this.#plain(field, place);
    if (!place || cell === undefined) return undefined;
    const read = how(cell, place.heading, place.unit);
    if (read.ok) return read.value;
    const word = String(cell).slice(0, 60).replace(/\s+/g, ' ').trim();
    this.leave(place.column, read.reason, kind && { kind, word });
    return undefined;
  }

  text(field: ImportField, longest = longestLine): string | undefined {
    return this.read(field, (cell, heading) =>
      textIn(longest > longestLine ? cell : oneLine(cell), heading, longest),
    );
  }
}
