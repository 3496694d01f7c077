import type { FileChild } from 'docx';
import { chainColumns } from '#shared/domain/chain/chain.ts';
import { chainSvg, type Drawing, pictureSize } from '#shared/domain/chain/drawing.ts';
import type { ChainWordOf, PrintedChain } from '#shared/domain/chain/printed.ts';
import type { ComparedLink } from '#shared/domain/chain/versions.ts';
import { amountText } from '#shared/words/benefits/numbers.ts';
import { drawnLink, metaText, spokenLink } from '#shared/words/chain/drawn.ts';
import { chainPrint } from '#shared/words/chain/print.ts';
import {
  columnHeads,
  columnNames,
  columnQuestions,
  versionNames,
} from '#shared/words/chain/words.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { printWords } from '#shared/words/papers/print.ts';
import { areaName } from '#shared/words/words.ts';
import { chainDots } from './chainDots.ts';
import {
  type Docx,
  gap,
  heading,
  opening,
  type Pen,
  page,
  pageFoot,
  paragraphs,
  shared,
  sides,
  stylesFor,
  table,
  upright,
  wordFile,
} from './drawing.ts';

type Printing = Pen & { readonly printed: PrintedChain };

/** On its side a page of A4 has room for the seven columns. */
const wide = page.height - 2 * page.side;
/** Twips to points at 96 to the inch, as pictures are measured. */
const pictureRoom = { width: Math.floor(wide / 15), height: 560 };

const drawingOf = ({ links, edges }: PrintedChain): Drawing => ({
  links: links.map((link) => drawnLink(link)),
  edges,
});

const picture = ({ docx, printed }: Printing): FileChild => {
  const drawing = drawingOf(printed);
  const size = pictureSize(drawing);
  const scale = Math.min(pictureRoom.width / size.width, pictureRoom.height / size.height, 1);
  const said = chainPrint.picture(printed);
  return new docx.Paragraph({
    spacing: { before: 120, after: 120 },
    children: [
      new docx.ImageRun({
        type: 'svg',
        data: Buffer.from(chainSvg(drawing, columnHeads, said)),
        fallback: { type: 'png', data: Buffer.from(chainDots(drawing)) },
        transformation: {
          width: Math.round(size.width * scale),
          height: Math.round(size.height * scale),
        },
        altText: { name: chainPrint.title, title: chainPrint.title, description: said },
      }),
    ],
  });
};

const textIn = ({ links }: PrintedChain, id: string): string => {
  const link = links.find((one) => one.id === id);
  return link ? spokenLink(link) : '';
};

/** What it leads to, by name: the arrows of the picture in words. */
const onwardOf = (printed: PrintedChain, { id }: ComparedLink): string =>
  printed.edges
    .filter(({ from }) => from === id)
    .map(({ to }) => textIn(printed, to))
    .join('; ');

const columnParts = (printing: Printing): readonly FileChild[] =>
  chainColumns.flatMap((column) => {
    const { printed } = printing;
    const links = printed.links
      .filter((link) => link.column === column)
      .sort((a, b) => a.row - b.row);
    const rows = links.map((link) => [
      spokenLink(link),
      metaText(link),
      onwardOf(printed, link) || chainPrint.nothing,
    ]);
    const heads = [chainPrint.link, chainPrint.details, chainPrint.leadsTo];
    return [
      heading(printing, 1, columnNames[column], false),
      ...paragraphs(printing, columnQuestions[column], true),
      ...(rows.length === 0
        ? paragraphs(printing, chainPrint.noLinks)
        : [
            table(printing, { lines: { heads, rows, figures: [] }, widths: shared([4, 3, 4]) }),
            gap(printing),
          ]),
    ];
  });

const benefitParts = (printing: Printing): readonly FileChild[] => {
  const benefits = printing.printed.links.filter(({ column }) => column === 'benefit');
  if (benefits.length === 0) return [];
  const rows = benefits.map((link) => [
    spokenLink(link),
    link.indicator || chainPrint.lacks,
    link.promised ? amountText(link.promised, link.promised.baseline) : chainPrint.lacks,
    link.promised ? amountText(link.promised, link.promised.target) : chainPrint.lacks,
    link.promised?.ownerName || chainPrint.lacks,
    link.day === null ? chainPrint.lacks : dayYearText(link.day),
  ]);
  return [
    heading(printing, 1, chainPrint.benefits, false),
    table(printing, {
      lines: { heads: [...chainPrint.benefitHeads], rows, figures: [] },
      widths: shared([4, 3, 2, 2, 3, 2]),
    }),
  ];
};

const headParts = (printing: Printing): readonly FileChild[] => {
  const { areas, project, version } = printing.printed;
  const area = areaName(areas, project.leadArea);
  const kicker = [chainPrint.title, area, versionNames[version]].join(' · ');
  return opening(printing, kicker, project.title);
};

const documentOf = (docx: Docx, printed: PrintedChain) => {
  const printing: Printing = { docx, printed };
  const foot = pageFoot(printing, chainPrint.foot(printed));
  const sideways = { ...upright, orientation: docx.PageOrientation.LANDSCAPE };
  return new docx.Document({
    title: chainPrint.documentTitle(printed),
    subject: chainPrint.title,
    creator: printWords.creator,
    styles: stylesFor(),
    sections: [
      {
        properties: { page: { size: sideways, margin: sides } },
        ...foot,
        children: [...headParts(printing), picture(printing)],
      },
      {
        properties: { page: { size: upright, margin: sides } },
        ...foot,
        children: [...columnParts(printing), ...benefitParts(printing)],
      },
    ],
  });
};

/** A chain as a Word document: the picture, and the very same in words. */
export const chainWord: ChainWordOf = (printed) =>
  wordFile(chainPrint.fileName(printed), (docx) => documentOf(docx, printed));
