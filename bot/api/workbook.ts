import type ExcelJS from 'exceljs';
import type { FastifyReply } from 'fastify';

/** A day without a time, YYYY-MM-DD. */
type Day = { readonly day: string };

/** A number that is no amount: a rank, a count. */
type Whole = { readonly whole: number };

/** Text stays text, also where it begins with what Excel takes for a formula. */
export type Cell = string | number | Date | Day | Whole | null;

type Sheet = { readonly name: string; readonly heads: readonly string[] };

const amount = '#,##0.00;[Red]-#,##0.00';
const moment = 'dd-mm-yyyy hh:mm';
const dayOnly = 'dd-mm-yyyy';

/** Excel shows a date as it is written, so it is given Copenhagen's clock. */
export const copenhagen = (instant: string): Date => {
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Copenhagen' });
  return new Date(`${local.replace(' ', 'T')}Z`);
};

const isWhole = (cell: Cell | undefined): cell is Whole =>
  typeof cell === 'object' && cell !== null && 'whole' in cell;

const isDay = (cell: Cell | undefined): cell is Day =>
  typeof cell === 'object' && cell !== null && 'day' in cell;

const writtenAs = (cell: Cell): string | number | Date | null => {
  if (isWhole(cell)) return cell.whole;
  return isDay(cell) ? new Date(`${cell.day}T00:00:00Z`) : cell;
};

const formatOf = (cells: readonly (Cell | undefined)[]): string | undefined => {
  const sample = cells.find((cell) => cell !== null && cell !== undefined);
  if (isDay(sample)) return dayOnly;
  if (sample instanceof Date) return moment;
  return typeof sample === 'number' ? amount : undefined;
};

export const addSheet = (
  book: ExcelJS.Workbook,
  sheet: Sheet,
  rows: readonly (readonly Cell[])[],
): void => {
  const page = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.addRow([...sheet.heads]).font = { bold: true };
  page.addRows(rows.map((row) => row.map(writtenAs)));
  for (const [index, head] of sheet.heads.entries()) {
    const column = page.getColumn(index + 1);
    column.width = Math.max(14, head.length + 2);
    const format = formatOf(rows.map((row) => row[index]));
    if (format !== undefined) column.numFmt = format;
  }
};

/** Fetched when somebody wants a workbook: it is a sixth of what a start takes. */
export const newBook = async (): Promise<ExcelJS.Workbook> => {
  const { default: excel } = await import('exceljs');
  return new excel.Workbook();
};

export const sendBook = async (
  reply: FastifyReply,
  book: ExcelJS.Workbook,
  name: string,
): Promise<FastifyReply> => {
  reply.header('content-disposition', `attachment; filename="${name}.xlsx"`);
  reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  return reply.send(Buffer.from(await book.xlsx.writeBuffer()));
};
