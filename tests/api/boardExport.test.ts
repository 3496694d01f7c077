import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { newIdea } from '#shared/domain/project.ts';
import { boardSheet } from '#shared/words/screens/boardList.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const formula = '=HYPERLINK("https://ond.example")';

const aPortfolio = (): ApiWorld => {
  const world = anApiWorld({ title: 'Åben dør', budgetOre: 260_000_00, askOre: 85_000_00 });
  const at = { createdAt: '2026-06-01T08:00:00Z', createdBy: 'Import' };
  world.deps.stores.projects.put(
    newIdea({
      ...{ id: 'p2', title: formula, purpose: '+1', ...at, status: 'active', leadArea: 'social' },
      ...{ ownerId: idOf('owner'), askOre: 5_000_50, municipality: '@Skive' },
    }),
    newIdea({ id: 'p3', title: 'Zebra', ...at, status: 'stopped', leadArea: 'social' }),
    newIdea({ id: 'p4', title: 'Ær', ...at, status: 'raw', leadArea: 'social', waitsFor: 'IT' }),
  );
  return world;
};

const sheetOf = async (world: ApiWorld, query: string): Promise<ExcelJS.Worksheet> => {
  const answer = await world.call('GET', `/api/board/export${query}`, { as: 'nobody' });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-disposition']).toMatch(/portefoelje-\d{4}-\d\d-\d\d\.xlsx/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.raw as unknown as ArrayBuffer);
  const sheet = book.getWorksheet(boardSheet.name);
  if (!sheet) throw new Error('There is no sheet.');
  return sheet;
};

const column = (sheet: ExcelJS.Worksheet, head: string): readonly unknown[] => {
  const heads = (sheet.getRow(1).values as unknown[]).slice(1);
  const at = heads.indexOf(head) + 1;
  expect(at).toBeGreaterThan(0);
  return Array.from(
    { length: sheet.rowCount - 1 },
    (_, row) => sheet.getRow(row + 2).getCell(at).value,
  );
};

describe('the workbook of the list', () => {
  it('holds what is on screen, in its groups and its order', async () => {
    const sheet = await sheetOf(aPortfolio(), '?grupper=omraade&sorter=navn');
    expect(column(sheet, 'Gruppe')).toEqual(['Social', 'Social', 'Omsorg']);
    expect(column(sheet, 'Nr.')).toEqual(['p2', 'p4', 'p1']);
    const turned = await sheetOf(aPortfolio(), '?grupper=ingen&sorter=-navn');
    expect(column(turned, 'Nr.')).toEqual(['p1', 'p4', 'p2']);
    expect(turned.getCell('A1').value).toBe('Nr.');
  });

  it('is narrowed by the words of the address, and only by those it knows', async () => {
    expect(column(await sheetOf(aPortfolio(), '?soeg=skive'), 'Nr.')).toEqual(['p2']);
    expect(column(await sheetOf(aPortfolio(), '?omraade=omsorg'), 'Nr.')).toEqual(['p1']);
    expect(column(await sheetOf(aPortfolio(), '?fase=ended'), 'Nr.')).toEqual(['p3']);
    expect(column(await sheetOf(aPortfolio(), '?fase=nonsens'), 'Nr.')).toHaveLength(3);
  });

  it('keeps the next phase and the whole budget apart, as numbers', async () => {
    const sheet = await sheetOf(aPortfolio(), '?grupper=ingen&sorter=naeste');
    expect(column(sheet, 'Næste fase, kr.')).toEqual([85_000, 5_000.5, null]);
    expect(column(sheet, 'Hele budgettet, kr.')).toEqual([260_000, null, null]);
  });

  it('keeps what looks like a formula as text', async () => {
    const sheet = await sheetOf(aPortfolio(), '?soeg=skive');
    const texts = ['Projekt', 'Formål', 'Kommune'].map((head) => column(sheet, head)[0]);
    expect(texts).toEqual([formula, '+1', '@Skive']);
    sheet.getRow(2).eachCell((cell) => {
      expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
      expect(cell.type).not.toBe(ExcelJS.ValueType.Hyperlink);
    });
  });

  it('says whom each waits for and who owns it', async () => {
    const sheet = await sheetOf(aPortfolio(), '?grupper=ingen&sorter=navn');
    expect(column(sheet, 'Venter på')).toContain('IT');
    const [owner] = column(sheet, 'Projektejer');
    expect(owner).not.toBe('');
    expect(owner).not.toContain('-4');
  });
});
