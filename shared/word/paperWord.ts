import type { FileChild } from 'docx';
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
import {
  colours,
  type Docx,
  edgeLine,
  evenly,
  gap,
  heading,
  opening,
  type Pen,
  pageFoot,
  paragraphs,
  shared,
  sides,
  stylesFor,
  table,
  upright,
  wordFile,
} from './drawing.ts';
import { triangleDots, triangleLines, triangleSize } from './triangle.ts';

type Drawing = Pen & { readonly content: PaperContent };

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
    ...opening(drawing, kicker, facts.title),
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

const edgesOf = (drawing: Drawing, printed: Printed) => {
  const { docx, content } = drawing;
  const area = areaName(content.areas, content.facts.leadArea);
  return {
    headers: {
      default: new docx.Header({ children: [edgeLine(drawing, area, [printedGate(printed)])] }),
    },
    ...pageFoot(drawing, printedFoot(printed)),
  };
};

const documentOf = (docx: Docx, printed: Printed) => {
  const { content } = printed;
  const drawing: Drawing = { docx, content };
  const sections = sectionsOf(content.paper, content.template, content.facts.type);
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
          page: { size: upright, margin: sides },
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
export const paperWord: WordOf = (printed) =>
  wordFile(printedName(printed), (docx) => documentOf(docx, printed));
