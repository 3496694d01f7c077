import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../infra/import/readTable.ts';
import type { Table } from '../../infra/import/table.ts';
import { runsOf } from '../builders/long.ts';

const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const tableIn = async (bytes: Uint8Array): Promise<Table> => {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.problem);
  return read.table;
};

const problemIn = async (bytes: Uint8Array): Promise<string> => {
  const read = await readTable(bytes);
  return read.ok ? '' : read.problem;
};

const danish = 'titel;område\r\nNøglefri – på æøå;Omsorg\r\n';

describe('a portfolio file', () => {
  it.each([
    ['UTF-8', utf8(danish)],
    ['UTF-8 with its mark', utf8(`\uFEFF${danish}`)],
    ['Windows-1252', windows1252(danish)],
  ])('is read as %s', async (_name, bytes) => {
    const table = await tableIn(bytes);
    expect(table.headings).toEqual(['titel', 'område']);
    expect(table.rows.map((row) => row.cells)).toEqual([['Nøglefri – på æøå', 'Omsorg']]);
  });

  it.each([';', ',', '\t'])('may be parted by %j', async (sign) => {
    const text = ['titel', '"et; to, tre"'].map((one) => `${one}${sign}x`).join('\n');
    const table = await tableIn(utf8(text));
    expect(table.headings).toEqual(['titel', 'x']);
    expect(table.rows[0]?.cells).toEqual(['et; to, tre', 'x']);
  });

  it('keeps quoted line breaks in their cell and counts the lines of the file', async () => {
    const table = await tableIn(
      utf8('titel;resume\r\nA;"et\r\nto\r\ntre"\r\n\r\nB;"sagde ""ja"""\r\n'),
    );
    expect(table.rows).toEqual([
      { line: 2, cells: ['A', 'et\r\nto\r\ntre'] },
      { line: 6, cells: ['B', 'sagde "ja"'] },
    ]);
  });

  it('minds no empty columns at the end, nor empty rows', async () => {
    const table = await tableIn(utf8('titel;kommune;;;\n;;;;\nA;Viborg;;;\n;;;;\n'));
    expect(table.rows.map((row) => row.line)).toEqual([3]);
  });

  it('says of a row whose quote never ends that it is broken', async () => {
    const table = await tableIn(utf8('titel;resume\nA;fin\nB;"aldrig slut\nC;x\n'));
    expect(table.rows.map((row) => row.broken ?? false)).toEqual([false, true]);
  });

  it('may be a workbook, with amounts, dates, formulas and links in its cells', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('Tom');
    const sheet = workbook.addWorksheet('Portefølje');
    sheet.addRow(['Titel', 'Beløb', 'Frist', 'Kilde', 'Status']);
    sheet.addRow([
      { richText: [{ text: 'Nøgle' }, { text: 'fri' }] },
      { formula: '4000*2', result: 8_000 },
      new Date(Date.UTC(2026, 10, 3)),
      { text: 'https://viborg.dk', hyperlink: 'https://viborg.dk' },
      'idé',
    ]);
    const table = await tableIn(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(table.headings).toEqual(['Titel', 'Beløb', 'Frist', 'Kilde', 'Status']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['Nøglefri', 8_000, '2026-11-03', 'https://viborg.dk', 'idé'] },
    ]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['only empty lines', utf8('\n\n;;;\n')],
    ['a zip that is no workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3, 4)],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0)],
    ['more than 20 MB', new Uint8Array(21 * 1_024 * 1_024).fill(65)],
  ])('that is %s is refused in a sentence', async (_name, bytes) => {
    expect(await problemIn(bytes)).toMatch(/^Filen .*\.$|^Filen .*XLSX\.$/);
  });

  it('of any bytes never breaks the reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const read = await readTable(bytes);
        expect(typeof read.ok).toBe('boolean');
      }),
      { numRuns: runsOf({ daily: 30, long: 1_000 }) },
    );
  });
});
