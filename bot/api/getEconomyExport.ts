import ExcelJS from 'exceljs';
import { economyFilter } from '#shared/contract/economy.ts';
import { economySheet } from '#shared/messages/economy.ts';
import { economyOf, type PoolLine, type PostingLine } from '#shared/useCases/economyPage.ts';
import { type ApiParts, bodyOf, type Turn } from './context.ts';
import { demandPools } from './getEconomy.ts';

type Cell = string | number | Date;

const kroner = (ore: number): number => ore / 100;

const amount = '#,##0.00;[Red]-#,##0.00';
const date = 'dd-mm-yyyy hh:mm';

/** Excel shows a date as it is written, so it is given Copenhagen's clock. */
const copenhagen = (instant: string): Date => {
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Copenhagen' });
  return new Date(`${local.replace(' ', 'T')}Z`);
};

const poolRow = ({ pool, balance, shortOre }: PoolLine): Cell[] => [
  pool.title,
  kroner(balance.budgetOre),
  kroner(balance.reservedOre),
  kroner(balance.grantedOre),
  kroner(balance.spentOre),
  kroner(balance.releasedOre),
  kroner(balance.availableOre),
  kroner(shortOre),
];

const postingRow = (posting: PostingLine): Cell[] => [
  copenhagen(posting.at),
  posting.poolTitle,
  economySheet.kinds[posting.kind],
  posting.projectTitle,
  posting.text,
  kroner(posting.ore),
  kroner(posting.afterOre),
  posting.by,
  posting.id,
];

const addSheet = (
  book: ExcelJS.Workbook,
  sheet: { readonly name: string; readonly heads: readonly string[] },
  rows: readonly Cell[][],
): void => {
  const page = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.addRow([...sheet.heads]).font = { bold: true };
  page.addRows(rows.map((row) => [...row]));
  for (const [index, head] of sheet.heads.entries()) {
    const column = page.getColumn(index + 1);
    const sample = rows[0]?.[index];
    column.width = Math.max(14, head.length + 2);
    if (sample instanceof Date) column.numFmt = date;
    else if (typeof sample === 'number') column.numFmt = amount;
  }
};

/** GET /api/economy/export: what is on screen, as a workbook with real numbers and dates. */
export const getEconomyExport =
  (parts: ApiParts) =>
  async ({ actor, request, reply }: Turn): Promise<unknown> => {
    demandPools(actor);
    const economy = economyOf(parts.deps, bodyOf(economyFilter, request.query));
    const book = new ExcelJS.Workbook();
    addSheet(book, economySheet.pools, economy.pools.map(poolRow));
    addSheet(book, economySheet.fixed, [
      ...economy.fixed.lines.map(({ pool }) => [pool.title, kroner(pool.budgetOre)]),
      [economySheet.computed, kroner(economy.fixed.computedOre)],
      [economySheet.stated, kroner(economy.fixed.statedOre)],
      [economySheet.difference, kroner(economy.fixed.differenceOre)],
    ]);
    addSheet(book, economySheet.postings, economy.postings.map(postingRow));
    reply.header('content-disposition', `attachment; filename="oekonomi-${economy.year}.xlsx"`);
    reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    return reply.send(Buffer.from(await book.xlsx.writeBuffer()));
  };
