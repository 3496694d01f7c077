import { limits } from './limits.ts';
import { columnOf, coverBelow, type Merge, placeOf } from './merges.ts';
import { SeenNumbers } from './seenNumber.ts';
import { type Cell, columnName, holdsAnything, type TableNote, type TableRow } from './table.ts';
import { type Attributes, TooMuch, type WorkbookParts } from './workbookParts.ts';
import { TextRuns, type Workbook } from './workbookXml.ts';

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What a cell element has said of itself so far. */
type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string | null;
};

export type SheetRead = {
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
};

/** Listens to a sheet's XML and keeps its cells as a person sees them. */
class SheetListener {
  readonly #workbook: Workbook;
  readonly #numbers: SeenNumbers;
  readonly #rows = new Map<number, Cell[]>();
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: (readonly [number, number])[] = [];
  readonly #merges: Merge[] = [];
  readonly #runs = new TextRuns();
  #line = 0;
  #column = 0;
  #cells: Cell[] = [];
  #cell: OpenCell | null = null;
  #inValue = false;
  #count = 0;
  #far = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#numbers = new SeenNumbers(workbook.patterns, workbook.from1904);
  }

  readonly open = (name: string, attributes: () => Attributes): void => {
    switch (name) {
      case 'row':
        this.#openRow(attributes());
        break;
      case 'c':
        this.#openCell(attributes());
        break;
      case 'v':
        this.#inValue = this.#cell !== null;
        if (this.#cell) this.#cell.value = '';
        break;
      case 'f':
        if (this.#cell) this.#cell.formula = true;
        break;
      case 'col':
        this.#hideColumns(attributes());
        break;
      case 'mergeCell':
        this.#merge(attributes()['ref'] ?? '');
        break;
      default:
        this.#runs.open(name);
    }
  };

  readonly text = (text: string): void => {
    if (this.#inValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text;
    else this.#runs.add(text);
  };

  readonly close = (name: string): void => {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#runs.close(name);
  };

  #openRow(attributes: Attributes): void {
    this.#line = Number(attributes['r'] ?? this.#line + 1);
    this.#column = 0;
    this.#cells = [];
    if (isOn(attributes['hidden']) || Number(attributes['ht'] ?? 1) === 0)
      this.#hiddenRows.add(this.#line);
  }

  #openCell(attributes: Attributes): void {
    const named = columnOf(attributes['r'] ?? '');
    const column = named < 0 ? this.#column : named;
    this.#column = column + 1;
    this.#cell = {
      column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      formula: false,
      value: null,
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const inline = this.#runs.take();
    const held = this.#held(cell, inline);
    if (held === '') return;
    if (cell.column >= limits.columns) {
      this.#far = true;
      return;
    }
    this.#count += 1;
    if (this.#count > limits.cells) throw new TooMuch('cells');
    while (this.#cells.length < cell.column) this.#cells.push('');
    this.#cells[cell.column] = held;
  }

  #held({ type, style, formula, value }: OpenCell, inline: string): Cell {
    if (type === 'inlineStr') return inline;
    if (value === null || (value === '' && type !== 'str'))
      return formula ? { odd: 'noResult', seen: '' } : '';
    switch (type) {
      case 's':
        return this.#workbook.strings[Number(value)] ?? { odd: 'error', seen: '' };
      case 'b':
        return value.trim() === '1' ? 'ja' : 'nej';
      case 'e':
        return { odd: 'error', seen: value };
      case 'd':
      case 'str':
        return value;
      default:
        return this.#number(value, style);
    }
  }

  #number(value: string, style: number): Cell {
    const number = Number(value);
    return Number.isFinite(number)
      ? this.#numbers.cell(number, style)
      : { odd: 'error', seen: value };
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.set(this.#line, this.#cells);
    if (this.#rows.size > limits.rows) throw new TooMuch('rows');
  }

  #hideColumns({ min, max, hidden, width }: Attributes): void {
    if (isOn(hidden) || Number(width ?? 1) === 0)
      this.#hiddenColumns.push([Number(min) - 1, Number(max) - 1]);
  }

  #merge(ref: string): void {
    const [from = '', to = ''] = ref.split(':');
    const first = placeOf(from);
    const last = placeOf(to);
    if (first && last && (last.row > first.row || last.column > first.column))
      this.#merges.push({ first, last });
  }

  #isHiddenColumn(column: number): boolean {
    return this.#hiddenColumns.some(([from, to]) => column >= from && column <= to);
  }

  /** The rows a person sees, and what of the sheet they do not see. */
  result(withHidden: boolean): SheetRead {
    if (this.#merges.length > limits.rows) throw new TooMuch('merges');
    for (const merge of this.#merges) coverBelow(merge, this.#rows);
    const all = [...this.#rows].map(([line, cells]): TableRow => ({ line, cells }));
    const filled = all.filter(holdsAnything).sort((a, b) => a.line - b.line);
    const width = filled.reduce((most, row) => Math.max(most, row.cells.length), 0);
    const columns = Array.from({ length: width }, (_, column) => column);
    const unseen = withHidden ? [] : columns.filter((column) => this.#isHiddenColumn(column));
    const rows = filled.filter((row) => withHidden || !this.#hiddenRows.has(row.line));
    const lines = filled.filter((row) => this.#hiddenRows.has(row.line)).map((row) => row.line);
    return {
      rows: rows.map(({ line, cells }) => ({
        line,
        cells: columns.map((column) => (unseen.includes(column) ? '' : (cells[column] ?? ''))),
      })),
      notes: [
        ...(lines.length > 0 && !withHidden ? [{ type: 'hiddenRows', lines } as const] : []),
        ...(unseen.length > 0
          ? [{ type: 'hiddenColumns', columns: unseen.map(columnName) } as const]
          : []),
        ...(this.#far
          ? [{ type: 'farColumns', last: columnName(limits.columns - 1) } as const]
          : []),
      ],
    };
  }
}

/** A sheet as rows of what a person sees in it. */
export const sheetIn = (
  parts: WorkbookParts,
  workbook: Workbook,
  path: string,
  withHidden: boolean,
): SheetRead => {
  const listener = new SheetListener(workbook);
  parts.read(path, listener);
  return listener.result(withHidden);
};
