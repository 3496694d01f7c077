import type { Document, FileChild, Table } from 'docx';
import type { Table as Lines } from '#shared/words/papers/drawn.ts';
import { printWords } from '#shared/words/papers/print.ts';

/* What every Word document of ours is drawn with: fonts, headings, real tables, heads and feet. */

export type Docx = typeof import('docx');

/** A document is drawn with the library at hand, which is fetched when somebody wants one. */
export type Pen = { readonly docx: Docx };

/** Twips: twentieths of a point. 22 mm of air on each side of an A4. */
export const page = { width: 11_906, height: 16_838, side: 1_247 } as const;
export const room = page.width - 2 * page.side;
export const sides = { left: page.side, right: page.side, top: page.side, bottom: page.side };
export const upright = { width: page.width, height: page.height };

export const colours = {
  text: '242424',
  quiet: '616161',
  brand: '4F52B2',
  line: 'D1D1D1',
  strong: '424242',
} as const;

const language = { value: 'da-DK', eastAsia: 'da-DK', bidirectional: 'da-DK' } as const;
const font = 'Segoe UI';

const headingStyle = (size: number, before: number) => ({
  run: { font, size, bold: true, color: colours.text, language },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

export const stylesFor = () => ({
  default: {
    document: {
      run: { font, size: 22, color: colours.text, language },
      paragraph: { spacing: { after: 120, line: 288, lineRule: 'auto' as const } },
    },
    title: {
      run: { font, size: 48, bold: true, color: colours.text, language },
      paragraph: { spacing: { before: 0, after: 80 } },
    },
    heading1: headingStyle(28, 320),
    heading2: headingStyle(22, 200),
  },
});

/** A text as people wrote it: an empty line parts paragraphs, a line break is a line break. */
export const paragraphs = ({ docx }: Pen, text: string, quiet = false): readonly FileChild[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map(
      (part) =>
        new docx.Paragraph({
          children: part.split('\n').map(
            (line, place) =>
              new docx.TextRun({
                text: line,
                ...(place > 0 ? { break: 1 } : {}),
                ...(quiet ? { color: colours.quiet, italics: true } : {}),
              }),
          ),
        }),
    );

/** The sections of a paper count themselves; the points of the minutes have numbers of their own. */
export const heading = ({ docx }: Pen, level: 1 | 2, text: string, isCounted = true): FileChild =>
  level === 1
    ? new docx.Paragraph({
        text,
        heading: docx.HeadingLevel.HEADING_1,
        ...(isCounted ? { numbering: { reference: 'sections', level: 0 } } : {}),
      })
    : new docx.Paragraph({ text, heading: docx.HeadingLevel.HEADING_2 });

type CellIs = {
  readonly last: boolean;
  readonly head?: boolean;
  readonly right?: boolean;
  readonly quiet?: boolean;
};

const cell = ({ docx }: Pen, text: string, width: number, is: CellIs) => {
  const run = new docx.TextRun({
    text,
    size: is.head ? 18 : 22,
    ...(is.head ? { bold: true, color: colours.quiet } : {}),
    ...(is.quiet ? { color: colours.quiet } : {}),
  });
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 0, right: is.last ? 0 : 120 },
    children: [
      new docx.Paragraph({
        spacing: { after: 0, line: 264, lineRule: 'auto' },
        ...(is.right ? { alignment: docx.AlignmentType.RIGHT } : {}),
        children: [run],
      }),
    ],
  });
};

type Grid = {
  readonly lines: Lines;
  readonly widths: readonly number[];
  /** No row of heads: each row is named by its first cell. */
  readonly headless?: boolean;
};

const bordersFor = ({ docx }: Pen) => {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: colours.line };
  return {
    ...{ top: none, left: none, right: none, insideVertical: none },
    ...{ bottom: line, insideHorizontal: line },
  };
};

/** A real table: its first row says what the columns are, and is said again on each page. */
export const table = (pen: Pen, { lines, widths, headless = false }: Grid): Table => {
  const { docx } = pen;
  const rowOf = (cells: readonly string[], head: boolean) =>
    new docx.TableRow({
      ...(head ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((text, place) =>
        cell(pen, text, widths[place] ?? 0, {
          last: place === cells.length - 1,
          head,
          right: lines.figures.includes(place),
          quiet: headless && place === 0,
        }),
      ),
    });
  return new docx.Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths: [...widths],
    borders: bordersFor(pen),
    rows: [
      ...(headless ? [] : [rowOf(lines.heads, true)]),
      ...lines.rows.map((row) => rowOf(row, false)),
    ],
  });
};

export const shared = (parts: readonly number[]): readonly number[] => {
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.floor((part * room) / all));
};

export const evenly = (count: number): readonly number[] =>
  shared(Array.from({ length: count }, () => 1));

/** Word joins two tables that touch. */
export const gap = ({ docx }: Pen): FileChild => new docx.Paragraph({ spacing: { after: 60 } });

export const edgeLine = ({ docx }: Pen, left: string, right: readonly string[]) =>
  new docx.Paragraph({
    tabStops: [{ type: docx.TabStopType.RIGHT, position: room }],
    children: [
      new docx.TextRun({ text: left, size: 18, color: colours.quiet }),
      new docx.TextRun({
        children: [new docx.Tab(), ...right],
        size: 18,
        color: colours.quiet,
      }),
    ],
  });

/** Which page of how many, and beside it what the document is. */
export const pageFoot = (pen: Pen, text: string) => {
  const { docx } = pen;
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  const pages = [printWords.page, CURRENT, printWords.of, TOTAL_PAGES];
  return { footers: { default: new docx.Footer({ children: [edgeLine(pen, text, pages)] }) } };
};

/** What kind of document it is, in the brand's colour, and under it the title. */
export const opening = ({ docx }: Pen, kicker: string, title: string): readonly FileChild[] => [
  new docx.Paragraph({
    spacing: { after: 40 },
    children: [new docx.TextRun({ text: kicker, bold: true, color: colours.brand })],
  }),
  new docx.Paragraph({ text: title, heading: docx.HeadingLevel.TITLE }),
];

/** A document as a file; the library is fetched when somebody wants one. */
export const wordFile = async (name: string, documentOf: (docx: Docx) => Document) => {
  const docx = await import('docx');
  const bytes = await docx.Packer.toBuffer(documentOf(docx));
  return { name, bytes: new Uint8Array(bytes) };
};
