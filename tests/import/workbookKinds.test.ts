import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importOf, planFrom, tableFrom } from '../builders/importing.ts';
import { aWorkbook, number, row, type SheetParts, text, texts } from '../builders/workbook.ts';

const heads = texts(1, 'Titel', 'Budget', 'Frist', 'Område');

/** A list with these rows below its headings. */
const list = (rows: string, more: Partial<SheetParts> = {}): Uint8Array =>
  aWorkbook({ sheets: [{ rows: heads + rows, ...more }] });

const titled = (line: number, cells = '', attributes = ''): string =>
  row(line, text(`A${line}`, `Projekt ${line}`) + cells, attributes);

const budgets = (file: Uint8Array): readonly (number | null)[] =>
  importOf(file).map((project) => project.budgetOre);

const reasons = (file: Uint8Array): readonly string[] =>
  planFrom(file).unread.map(({ address, reason }) => `${address} ${reason}`);

describe('a valid workbook is read, however it is written', () => {
  const cells = titled(2, number('B2', 45_000) + number('C2', 46_359, 1));
  it.each([
    ['elements with a prefix', { prefix: 'x' }],
    [
      'the strict form of the standard',
      { namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main' },
    ],
  ])('with %s', (_name, more) => {
    const file = aWorkbook({ ...more, formats: [14], sheets: [{ rows: heads + cells }] });
    expect(importOf(file)).toMatchObject([
      { title: 'Projekt 2', budgetOre: 4_500_000, nextStepDue: '2026-12-03' },
    ]);
  });

  it('with a sheet called sheet.xml, or named from the root', () => {
    for (const part of ['worksheets/sheet.xml', 'worksheets/SHEET1.xml'])
      expect(importOf(list(titled(2), { part }))).toHaveLength(1);
  });

  it('with no references on its cells', () => {
    const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row>${cell('Titel')}${cell('Budget')}</row><row>${cell('A')}<c><v>5</v></c></row>`;
    expect(budgets(aWorkbook({ sheets: [{ rows }] }))).toEqual([500]);
  });

  it('with runs of text, how they are pronounced left out', () => {
    const shared =
      '<r><rPr><b/></rPr><t xml:space="preserve">Nøgle</t></r><r><t>fri</t></r><rPh sb="0" eb="1"><t>X</t></rPh>';
    const rows = heads + row(2, '<c r="A2" t="s"><v>0</v></c>');
    const [project] = importOf(aWorkbook({ sharedStrings: [shared], sheets: [{ rows }] }));
    expect(project?.title).toBe('Nøglefri');
  });

  it('with hours: as they stand in the cell, and not as a moment in 1900', () => {
    const rows = heads + row(2, number('A2', 1.5, 1));
    const [project] = importOf(aWorkbook({ formats: ['[h]:mm'], sheets: [{ rows }] }));
    expect(project?.title).toBe('36:00');
  });

  it('with a link: the text is read and not the address', () => {
    const after =
      '<hyperlinks><hyperlink ref="A2" location="x" display="https://a.example"/></hyperlinks>';
    expect(importOf(list(titled(2), { after }))[0]?.title).toBe('Projekt 2');
  });

  it('with signs that XML does not take', () => {
    const [project] = importOf(list(row(2, text('A2', 'A_x000D_B _x005F_x0041_'))));
    expect(project?.title).toBe('A B _x0041_');
  });

  it('with a size far beyond its cells, or a stray cell at its very end', () => {
    const far = row(1_048_576, text('XFD1048576', 'x'));
    const before = '<dimension ref="A1:XFD1048576"/>';
    const plan = planFrom(list(titled(2) + far, { before }));
    expect(plan.rows).toHaveLength(1);
    expect(plan.notes).toContainEqual({ type: 'farColumns', last: 'IV' });
  });
});

describe('what a person sees in a cell', () => {
  it('is the formula’s result, 0 too', () => {
    const rows =
      titled(2, '<c r="B2"><f>1-1</f><v>0</v></c>') +
      titled(3, '<c r="B3"><f>A1</f><v>12.5</v></c>');
    expect(budgets(list(rows))).toEqual([0, 1_250]);
  });

  it.each([
    ['<c r="B2"><f>A1+1</f></c>', /^B2 .*formel uden gemt resultat/],
    ['<c r="B2"><f>A1+1</f><v></v></c>', /^B2 .*formel uden gemt resultat/],
    ['<c r="B2" t="e"><v>#REF!</v></c>', /^B2 .*"#REF!"/],
    ['<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', /^B2 .*"#DIV\/0!"/],
    [text('B2', '100\n200'), /^B2 "Budget" er "100 ⏎ 200"/],
  ])('is named when nobody can say: %s', (cell, sentence) => {
    const file = list(titled(2, cell));
    expect(budgets(file)).toEqual([null]);
    expect(reasons(file)).toEqual([expect.stringMatching(sentence)]);
  });

  it('is a merged amount once', () => {
    const after = '<mergeCells><mergeCell ref="B2:B4"/></mergeCells>';
    const file = list(titled(2, number('B2', 900)) + titled(3) + titled(4), { after });
    expect(budgets(file)).toEqual([90_000, null, null]);
    expect(reasons(file)).toEqual([
      expect.stringMatching(/^B3 .*flettet sammen med B2/),
      expect.stringMatching(/^B4 .*flettet sammen med B2/),
    ]);
  });

  it('is a merged area in every row it covers, and nothing that lies hidden below it', () => {
    const after = '<mergeCells><mergeCell ref="D2:D3"/></mergeCells>';
    const rows = titled(2, text('D2', 'Omsorg')) + titled(3, text('D3', 'Social')) + titled(4);
    expect(importOf(list(rows, { after })).map((one) => one.leadArea)).toEqual([
      'omsorg',
      'omsorg',
      null,
    ]);
  });

  it('is a day in either calendar, and an ISO day', () => {
    const rows = heads + titled(2, number('C2', 44_897, 1));
    const mac = aWorkbook({ date1904: true, formats: [14], sheets: [{ rows }] });
    const iso = list(titled(2, '<c r="C2" t="d"><v>2026-12-03T00:00:00</v></c>'));
    for (const file of [mac, iso]) expect(importOf(file)[0]?.nextStepDue).toBe('2026-12-03');
  });

  it.each([
    ['#,##0" t.kr."', 52, 5_200_000],
    ['#,##0," t.kr."', 52_000, 5_200_000],
    ['#,##0.0,," mio. kr."', 1_200_000, 120_000_000],
    ['"kr. "#,##0.00', 52_000, 5_200_000],
    ['_-* #,##0.00\\ "kr."_-;\\-* #,##0.00\\ "kr."_-;_-* "-"??\\ "kr."_-;_-@_-', 0, 0],
    ['[Red]#,##0', 52_000.4, 5_200_000],
    ['@', 52_000, 5_200_000],
    ['#,##0;;', 0, null],
  ])('is the number as %s shows it', (format, value, ore) => {
    const rows = heads + titled(2, number('B2', value, 1));
    expect(budgets(aWorkbook({ formats: [format], sheets: [{ rows }] }))).toEqual([ore]);
  });

  it.each(['0%', '0" dage"', 'h:mm', '#,##0,', 'd. mmmm yyyy'])(
    'is no amount as %s shows it',
    (format) => {
      const rows = heads + titled(2, number('B2', 46_359, 1));
      const file = aWorkbook({ formats: [format], sheets: [{ rows }] });
      expect(budgets(file)).toEqual([null]);
      expect(reasons(file)).toHaveLength(1);
    },
  );

  it('is in thousands where the heading says so', () => {
    const rows =
      texts(1, 'Titel', 'Budget (t.kr.)') +
      titled(2, number('B2', 52_000, 1)) +
      titled(3, number('B3', 52));
    expect(budgets(aWorkbook({ formats: ['#,##0,'], sheets: [{ rows }] }))).toEqual([
      5_200_000, 5_200_000,
    ]);
  });

  it('keeps the zeros a format puts before a number', () => {
    const rows = texts(1, 'Projekt-id', 'Titel') + row(2, number('A2', 42, 1) + text('B2', 'Lys'));
    expect(importOf(aWorkbook({ formats: ['0000'], sheets: [{ rows }] }))[0]?.id).toBe('0042');
  });
});

describe('what a person does not see', () => {
  const two = (state: 'hidden' | 'veryHidden'): Uint8Array =>
    aWorkbook({
      sheets: [
        { name: 'Lister', state, rows: heads + titled(2) },
        { name: 'Portefølje', rows: heads + titled(3) },
      ],
    });

  it.each(['hidden', 'veryHidden'] as const)('is a %s sheet', (state) => {
    const plan = planFrom(two(state));
    expect(plan.sheet).toBe('Portefølje');
    expect(plan.notes).toContainEqual({ type: 'hiddenSheets', sheets: ['Lister'] });
  });

  it('is a hidden or filtered row, a hidden column; both are told of, and read when asked', () => {
    const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const rows = titled(2, number('B2', 5)) + titled(3, number('B3', 6), 'hidden="1"');
    const file = list(rows, { before, after: '<autoFilter ref="A1:D3"/>' });
    expect(importOf(file)).toMatchObject([{ title: 'Projekt 2', budgetOre: null }]);
    expect(planFrom(file).notes).toEqual([
      { type: 'hiddenRows', lines: [3] },
      { type: 'hiddenColumns', columns: ['B'] },
    ]);
    expect(budgets(file)).toEqual([null]);
    expect(importOf(file, { withHidden: true }).map((one) => one.budgetOre)).toEqual([500, 600]);
  });

  it('reads the first sheet that is a list, and says which it did not read', () => {
    const file = aWorkbook({
      sheets: [
        { name: 'Tom', rows: '' },
        { name: 'Forside', rows: texts(1, 'Portefølje 2026') },
        { name: 'Liste', rows: heads + titled(2) },
        { name: 'Gammel', rows: heads + titled(2) + titled(3) },
      ],
    });
    const plan = planFrom(file);
    expect([plan.sheet, plan.rows.length]).toEqual(['Liste', 1]);
    expect(plan.notes).toContainEqual({
      type: 'sheets',
      read: 'Liste',
      unread: ['Tom', 'Forside', 'Gammel'],
    });
  });
});

describe('a file that is no workbook we read', () => {
  it.each([
    [
      'an old workbook, or one with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      /ældre Excel|adgangskode/,
    ],
    ['a document', zipSync({ 'word/document.xml': strToU8('<w/>') }), /kan ikke åbnes som XLSX/],
    ['a broken sheet', broken(), /kan ikke åbnes som XLSX/],
  ])('is refused with what to do: %s', (_name, bytes, sentence) => {
    expect(() => tableFrom(bytes)).toThrow(sentence);
    expect(() => tableFrom(bytes)).toThrow(/Gem /);
  });
});

function broken(): Uint8Array {
  const parts = unzipSync(list(titled(2)));
  return zipSync({
    ...parts,
    'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row r="1">'),
  });
}
