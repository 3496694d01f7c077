import papaparse from 'papaparse';
import { importWords } from '#shared/words/server/import.ts';
import { decode } from './decode.ts';
import { type HeadingWords, headingRowOf, headingsKnown } from './headings.ts';
import { limits } from './limits.ts';
import type { Read, TableRow } from './table.ts';
import { tableOf } from './tableOf.ts';
import { TooMuch } from './workbookParts.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/** Excel's own first line, which names the separator and holds nothing else. */
const named = /^sep=(.)\s*?(?:\r\n|\r|\n|$)/i;

const rowsBy = (text: string, delimiter: string, preview: number): readonly string[][] =>
  papaparse.parse<string[]>(text, { delimiter, preview, skipEmptyLines: true }).data;

type Split = { readonly known: number; readonly even: number; readonly cells: number };

/** How well a separator parts the file: known headings first, then rows as wide as their headings. */
const splitBy = (text: string, delimiter: string, words: HeadingWords): Split => {
  const rows = rowsBy(text, delimiter, 60).map((cells, line): TableRow => ({ line, cells }));
  const at = Math.max(0, headingRowOf(rows, words));
  const width = rows[at]?.cells.length ?? 0;
  const below = rows.slice(at);
  return {
    known: headingsKnown(rows[at]?.cells ?? [], words),
    even: below.filter((row) => row.cells.length === width).length / Math.max(1, below.length),
    cells: width,
  };
};

/** Enough to see the headings and some rows below them. */
const beginning = 200_000;

/** Which split gives known headings and even rows. */
const delimiterOf = (text: string, words: HeadingWords): string => {
  const start = text.slice(0, beginning);
  const tried = delimiters.map((delimiter) => ({ delimiter, ...splitBy(start, delimiter, words) }));
  const [best] = tried.sort(
    (a, b) => b.known - a.known || (b.cells > 1 ? b.even : 0) - (a.cells > 1 ? a.even : 0),
  );
  return best?.delimiter ?? ';';
};

/** Counted before the rows are made: one row of millions of cells would fill the memory alone. */
const refuseTooMuch = (text: string, delimiter: string): void => {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === '"' || sign === '\n' || sign === '\r') signs += 1;
  }
  if (signs > 2 * limits.cells) throw new TooMuch('signs');
};

const linesIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

const rowsIn = (text: string, delimiter: string, firstLine: number): readonly TableRow[] => {
  const rows: TableRow[] = [];
  let line = firstLine;
  let seen = 0;
  let cells = 0;
  papaparse.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }) => {
      const broken = errors.some((error) => error.type === 'Quotes');
      cells += data.length;
      if (cells > limits.cells || rows.length > limits.rows) throw new TooMuch('cells');
      rows.push({ line, cells: data, ...(broken ? { broken: true as const } : {}) });
      line += linesIn(text.slice(seen, meta.cursor));
      seen = meta.cursor;
    },
  });
  return rows;
};

export const readCsv = (bytes: Uint8Array, words: HeadingWords): Read => {
  const text = decode(bytes)?.replace(/^\uFEFF/, '');
  if (text === undefined) return { ok: false, problem: importWords.notText };
  const sign = named.exec(text);
  const list = sign ? text.slice(sign[0].length) : text;
  const delimiter = sign?.[1] ?? delimiterOf(list, words);
  refuseTooMuch(list, delimiter);
  const rows = rowsIn(list, delimiter, sign ? 2 : 1);
  const table = tableOf({ sheet: null, rows, notes: [] }, words);
  return table ? { ok: true, table } : { ok: false, problem: importWords.empty };
};
