import { importWords } from '#shared/words/server/import.ts';
import { type HeadingWords, headingRowOf } from './headings.ts';
import { sheetIn } from './sheetXml.ts';
import { holdsAnything, type Read, type TableNote } from './table.ts';
import { type Rows, tableOf } from './tableOf.ts';
import { WorkbookParts } from './workbookParts.ts';
import { type Workbook, workbookIn } from './workbookXml.ts';

type Wanted = { readonly words: HeadingWords; readonly withHidden: boolean };

/** The first sheet a person sees that has a list on it, else the first with anything on it. */
const rowsIn = (parts: WorkbookParts, workbook: Workbook, wanted: Wanted): Rows | null => {
  const { withHidden, words } = wanted;
  let first: Rows | null = null;
  for (const { name, path, hidden } of workbook.sheets) {
    if (hidden && !withHidden) continue;
    const { rows, notes } = sheetIn(parts, workbook, path, withHidden);
    const filled = rows.filter(holdsAnything);
    if (headingRowOf(filled, words) >= 0) return { sheet: name, rows, notes };
    if (filled.length > 0) first ??= { sheet: name, rows, notes };
  }
  return first;
};

const sheetNotes = (workbook: Workbook, read: string, withHidden: boolean): TableNote[] => {
  const others = workbook.sheets.filter((sheet) => sheet.name !== read);
  const named = (hidden: boolean): readonly string[] =>
    others.filter((sheet) => sheet.hidden === hidden).map((sheet) => sheet.name);
  const unread = withHidden ? others.map((sheet) => sheet.name) : named(false);
  return [
    ...(unread.length > 0 ? [{ type: 'sheets', read, unread } as const] : []),
    ...(named(true).length > 0 && !withHidden
      ? [{ type: 'hiddenSheets', sheets: named(true) } as const]
      : []),
  ];
};

export const readXlsx = (bytes: Uint8Array, wanted: Wanted): Read => {
  const parts = new WorkbookParts(bytes);
  const workbook = workbookIn(parts);
  const rows = rowsIn(parts, workbook, wanted);
  const notes = sheetNotes(workbook, rows?.sheet ?? '', wanted.withHidden);
  const table = rows && tableOf({ ...rows, notes: [...notes, ...rows.notes] }, wanted.words);
  return table ? { ok: true, table } : { ok: false, problem: importWords.empty };
};
