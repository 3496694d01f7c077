import { Buffer } from 'node:buffer';
import exceljs from 'exceljs';
import { importWords } from '#shared/messages/import.ts';
import { type Cell, type Read, type TableRow, tableOf } from './table.ts';

/** A cell as text or number: what a person sees in it, not how the workbook keeps it. */
const cellOf = (value: exceljs.CellValue): Cell => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : value.hyperlink;
  if ('result' in value) return cellOf(value.result ?? null);
  return 'error' in value ? String(value.error) : '';
};

const rowsOf = (sheet: exceljs.Worksheet): readonly TableRow[] => {
  const rows: TableRow[] = [];
  sheet.eachRow((row, line) => {
    const cells: Cell[] = [];
    for (let column = 1; column <= sheet.columnCount; column += 1)
      cells.push(cellOf(row.getCell(column).value));
    rows.push({ line, cells });
  });
  return rows;
};

/** The first sheet that holds anything. */
export const readXlsx = async (bytes: Uint8Array): Promise<Read> => {
  const workbook = new exceljs.Workbook();
  try {
    const copy = Buffer.from(bytes);
    await workbook.xlsx.load(
      copy.buffer.slice(copy.byteOffset, copy.byteOffset + copy.length) as ArrayBuffer,
    );
  } catch {
    return { ok: false, problem: importWords.notWorkbook };
  }
  for (const sheet of workbook.worksheets) {
    const table = tableOf(rowsOf(sheet));
    if (table) return { ok: true, table };
  }
  return { ok: false, problem: importWords.empty };
};
