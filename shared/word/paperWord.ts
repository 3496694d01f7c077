import type { FileChild, Table } from 'docx';
import type { PaperContent } from '#shared/domain/papers/content.ts';
import { emptyValue, isEmptyValue, type PaperValue } from '#shared/domain/papers/paper.ts';
import type { Printed, WordOf } from '#shared/domain/papers/printed.ts';
import {
  type AskedQuestion,
  type AskedSection,
  sectionsOf,
} from '#shared/domain/papers/template.ts';
import {
  answerText,
  deciderSaid,
  drawnOf,
  type Table as Lines,
  triangleText,
  unanswered,
} from '#shared/words/papers/drawn.ts';
import {
  printedFoot,
  printedGate,
  printedName,
  printedVersion,
  printWords,
} from '#shared/words/papers/print.ts';
import {
  columnHeads,
  paperTitles,
  questionName,
  sectionName,
} from '#shared/words/papers/template.ts';
import { areaName } from '#shared/words/words.ts';
import { triangleDots, triangleLines, triangleSize } from './triangle.ts';

type Docx = typeof import('docx');

/** Twips: twentieths of a point. 22 mm of air on each side of an A4. */
const page = { width: 11_906, height: 16_838, side: 1_247 } as const;
const room = page.width - 2 * page.side;

const colours = {
  text: '242424',
  quiet: '616161',
  brand: '4F52B2',
  line: 'D1D1D1',
  strong: '424242',
} as const;

const language = { value: 'da-DK', eastAsia: 'da-DK', bidirectional: 'da-DK' } as const;
const font = 'Segoe UI';

/** A document is drawn with the library at hand, which is fetched when somebody wants one. */
type Drawing = { readonly docx: Docx; readonly content: PaperContent };

const headingStyle = (size: number, before: number) => ({
  run: { font, size, bold: true, color: colours.text, language },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

const stylesFor = () => ({
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
const paragraphs = ({ docx }: Drawing, text: string, quiet = false): readonly FileChild[] =>
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

const heading = ({ docx }: Drawing, level: 1 | 2, text: string): FileChild =>
  level === 1
    ? new docx.Paragraph({
        text,
        heading: docx.HeadingLevel.HEADING_1,
        numbering: { reference: 'sections', level: 0 },
      })
    : new docx.Paragraph({ text, heading: docx.HeadingLevel.HEADING_2 });

type CellIs = {
  readonly last: boolean;
  readonly head?: boolean;
  readonly right?: boolean;
  readonly quiet?: boolean;
};

const cell = ({ docx }: Drawing, text: string, width: number, is: CellIs) => {
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

const bordersFor = ({ docx }: Drawing) => {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: colours.line };
  return {
    ...{ top: none, left: none, right: none, insideVertical: none },
    ...{ bottom: line, insideHorizontal: line },
  };
};

/** A real table: its first row says what the columns are, and is said again on each page. */
const table = (drawing: Drawing, { lines, widths, headless = false }: Grid): Table => {
  const { docx } = drawing;
  const rowOf = (cells: readonly string[], head: boolean) =>
    new docx.TableRow({
      ...(head ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((text, place) =>
        cell(drawing, text, widths[place] ?? 0, {
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
    borders: bordersFor(drawing),
    rows: [
      ...(headless ? [] : [rowOf(lines.heads, true)]),
      ...lines.rows.map((row) => rowOf(row, false)),
    ],
  });
};

const shared = (parts: readonly number[]): readonly number[] => {
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.floor((part * room) / all));
};

const evenly = (count: number): readonly number[] => shared(Array.from({ length: count }, () => 1));

/** Word joins two tables that touch. */
const gap = ({ docx }: Drawing): FileChild => new docx.Paragraph({ spacing: { after: 60 } });

const picture = ({ docx, content: { facts } }: Drawing): FileChild => {
  const text = triangleText(facts);
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 160, after: 40 },
    children: [
      new docx.ImageRun({
        type: 'svg',
        data: Buffer.from(triangleLines(facts)),
        fallback: { type: 'png', data: Buffer.from(triangleDots(facts)) },
        transformation: triangleSize,
        altText: { name: 'TEK', title: 'TEK', description: printWords.triangle(text) },
      }),
    ],
  });
};

const caption = ({ docx }: Drawing, text: string): FileChild =>
  new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ text, size: 18, color: colours.quiet })],
  });

const tekParts = (drawing: Drawing, lines: Lines): readonly FileChild[] => [
  table(drawing, { lines, widths: shared([3, 1, 6]) }),
  picture(drawing),
  caption(drawing, printWords.figure(triangleText(drawing.content.facts))),
];

type Drawn = Extract<AskedQuestion, { kind: 'drawn' }>;

const drawnParts = (drawing: Drawing, { draws }: Drawn): readonly FileChild[] => {
  const { texts, table: lines } = drawnOf(draws, drawing.content);
  const said = texts.flatMap((text) => paragraphs(drawing, text));
  if (lines === null) return said;
  if (draws === 'tek') return [...said, ...tekParts(drawing, lines)];
  return [...said, table(drawing, { lines, widths: evenly(lines.heads.length) }), gap(drawing)];
};

type Rows = Extract<AskedQuestion, { kind: 'rows' }>;

const rowsParts = (drawing: Drawing, { columns }: Rows, { rows }: PaperValue) => {
  const lines: Lines = {
    heads: columns.map((column) => columnHeads[column]),
    rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
    figures: [],
  };
  return [table(drawing, { lines, widths: evenly(columns.length) }), gap(drawing)];
};

/** An extra question that nobody has answered is not printed. */
const isPrinted = (question: AskedQuestion, value: PaperValue): boolean =>
  question.extra !== true || !isEmptyValue(value);

const writtenParts = (
  drawing: Drawing,
  question: AskedQuestion,
  value: PaperValue,
): readonly FileChild[] => {
  if (isEmptyValue(value)) return paragraphs(drawing, unanswered, true);
  return question.kind === 'rows'
    ? rowsParts(drawing, question, value)
    : paragraphs(drawing, value.text);
};

const valueIn = ({ values }: PaperContent, code: string): PaperValue => values[code] ?? emptyValue;

/** Questions answered yes or no stand in one table. */
const answersTable = (
  drawing: Drawing,
  questions: readonly AskedQuestion[],
): readonly FileChild[] => {
  const { content } = drawing;
  const rows = questions
    .filter((question) => isPrinted(question, valueIn(content, question.code)))
    .map(({ code }) => [
      questionName(content.paper, content.template, code),
      answerText(valueIn(content, code)),
    ]);
  if (rows.length === 0) return [];
  const lines: Lines = { heads: [printWords.question, printWords.answer], rows, figures: [] };
  return [table(drawing, { lines, widths: evenly(2) }), gap(drawing)];
};

/** Alone in its section a question needs no heading beside the section's own. */
const questionParts = (
  drawing: Drawing,
  question: AskedQuestion,
  isOnly: boolean,
): readonly FileChild[] => {
  const { content } = drawing;
  const value = valueIn(content, question.code);
  if (!isPrinted(question, value)) return [];
  const bare = isOnly || (question.kind === 'drawn' && ['tek', 'risk'].includes(question.draws));
  const name = questionName(content.paper, content.template, question.code);
  return [
    ...(bare ? [] : [heading(drawing, 2, name)]),
    ...(question.kind === 'drawn'
      ? drawnParts(drawing, question)
      : writtenParts(drawing, question, value)),
  ];
};

const sectionParts = (drawing: Drawing, section: AskedSection): readonly FileChild[] => {
  const { paper, template } = drawing.content;
  const told = section.questions.filter(({ kind }) => kind !== 'answer');
  const asked = section.questions.filter(({ kind }) => kind === 'answer');
  const parts = [
    ...told.flatMap((question) => questionParts(drawing, question, told.length === 1)),
    ...answersTable(drawing, asked),
  ];
  return parts.length === 0
    ? []
    : [heading(drawing, 1, sectionName(paper, template, section.code)), ...parts];
};

/** Title, purpose, and who decides on which version: on page 1. */
const headParts = (drawing: Drawing, { version }: Printed): readonly FileChild[] => {
  const { docx, content } = drawing;
  const { facts, areas, paper } = content;
  const kicker = [paperTitles[paper], areaName(areas, facts.leadArea)].join(' · ');
  const rows = [
    [printWords.owner, facts.ownerName || printWords.nobody],
    [printWords.lead, facts.leadName || printWords.nobody],
    [printWords.decision, deciderSaid(facts, areas)],
    [printWords.version, printedVersion({ version })],
  ];
  return [
    new docx.Paragraph({
      spacing: { after: 40 },
      children: [new docx.TextRun({ text: kicker, bold: true, color: colours.brand })],
    }),
    new docx.Paragraph({ text: facts.title, heading: docx.HeadingLevel.TITLE }),
    new docx.Paragraph({
      spacing: { after: 200 },
      border: {
        bottom: { style: docx.BorderStyle.SINGLE, size: 12, color: colours.brand, space: 8 },
      },
      children: [new docx.TextRun({ text: facts.purpose, size: 26, color: colours.strong })],
    }),
    table(drawing, {
      lines: { heads: [], rows, figures: [] },
      widths: shared([1, 4]),
      headless: true,
    }),
  ];
};

const edgeLine = ({ docx }: Drawing, left: string, right: readonly string[]) =>
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

const edgesOf = (drawing: Drawing, printed: Printed) => {
  const { docx, content } = drawing;
  const area = areaName(content.areas, content.facts.leadArea);
  const foot = [
    printWords.page,
    docx.PageNumber.CURRENT,
    printWords.of,
    docx.PageNumber.TOTAL_PAGES,
  ];
  return {
    headers: {
      default: new docx.Header({ children: [edgeLine(drawing, area, [printedGate(printed)])] }),
    },
    footers: {
      default: new docx.Footer({ children: [edgeLine(drawing, printedFoot(printed), foot)] }),
    },
  };
};

const documentOf = (docx: Docx, printed: Printed) => {
  const { content } = printed;
  const drawing: Drawing = { docx, content };
  const sections = sectionsOf(content.paper, content.template, content.facts.type);
  const sides = { left: page.side, right: page.side, top: page.side, bottom: page.side };
  return new docx.Document({
    title: `${content.facts.title}. ${paperTitles[content.paper]}, version ${printed.version.version}`,
    subject: paperTitles[content.paper],
    creator: printWords.creator,
    lastModifiedBy: printed.version.byName,
    styles: stylesFor(),
    numbering: {
      config: [
        {
          reference: 'sections',
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.DECIMAL,
              text: '%1.',
              alignment: docx.AlignmentType.START,
              style: { paragraph: { indent: { left: 420, hanging: 420 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: page.width, height: page.height }, margin: sides },
        },
        ...edgesOf(drawing, printed),
        children: [
          ...headParts(drawing, printed),
          ...sections.flatMap((section) => sectionParts(drawing, section)),
        ],
      },
    ],
  });
};

/** A version of a paper as a Word document that says its language, its headings and its tables. */
export const paperWord: WordOf = async (printed) => {
  const docx = await import('docx');
  const bytes = await docx.Packer.toBuffer(documentOf(docx, printed));
  return { name: printedName(printed), bytes: new Uint8Array(bytes) };
};
