import { escaped, ink, textAt, wrapped } from '../picture/ink.ts';
import { type ChainColumn, type ChainEdge, chainColumns, columnAt, type LinkId } from './chain.ts';

/* A chain as a picture: where each box stands and how each line runs, on screen and on paper. */

/** A box of the picture, in the words it is drawn with. */
export type DrawnLink = {
  readonly id: LinkId;
  readonly column: ChainColumn;
  readonly row: number;
  /** Over the text: begins or stops, better or worse. */
  readonly kicker: string;
  /** Its long words with soft hyphens. */
  readonly title: string;
  /** Under it: what is promised, or by whom and when. */
  readonly meta: string;
  /** A price to pay: its lines are dashed. */
  readonly isWorse: boolean;
  /** What must be mended, or what became of it between two versions; '' when nothing. */
  readonly mark: string;
  readonly look: 'plain' | 'lack' | 'added' | 'removed' | 'changed';
};

export type Frame = {
  /** From one column's left edge to the next one's. */
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
  /** Half a row. */
  readonly half: number;
  readonly left: number;
  readonly top: number;
};

const leastPitch = 124;
const edge = 20;

/** The seven columns as wide as there is room for; `scale` is how much larger the text is. */
export const frameIn = (room: number, scale = 1): Frame => {
  const gap = 18 * scale;
  const least = leastPitch * scale;
  const pitch = Math.max(least, Math.floor((room - 2 * edge + gap) / chainColumns.length));
  return {
    ...{ pitch, width: pitch - gap, height: 108 * scale, half: 62 * scale },
    ...{ left: edge, top: 12 },
  };
};

export type Box = { readonly x: number; readonly y: number };

export const boxOf = (
  { column, row }: Pick<DrawnLink, 'column' | 'row'>,
  { left, top, pitch, half }: Frame,
): Box => ({ x: left + columnAt(column) * pitch, y: top + row * half });

/** How large the picture is, with room under the last row. */
export const sizeOf = (
  links: readonly Pick<DrawnLink, 'row'>[],
  { left, top, pitch, width, height, half }: Frame,
): { readonly width: number; readonly height: number } => ({
  width: 2 * left + (chainColumns.length - 1) * pitch + width,
  height: 2 * top + Math.max(0, ...links.map(({ row }) => row)) * half + height,
});

/** From the right side of one box to the left of the next; within a column round by the right. */
export const lineOf = (from: Box, to: Box, { width, height }: Frame): string => {
  const [x1, y1] = [from.x + width, from.y + height / 2];
  const y2 = to.y + height / 2;
  if (to.x <= from.x) {
    const out = x1 + 20;
    return `M${x1} ${y1}C${out} ${y1} ${out} ${y2} ${to.x + width} ${y2}`;
  }
  const bend = Math.min(40, (to.x - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`;
};

/** The row a point of the picture is in. */
export const rowAt = (y: number, { top, half, height }: Frame): number =>
  Math.max(0, Math.round((y - top - height / 2) / half));

/** The column a point of the picture is in. */
export const columnAtX = (x: number, { left, pitch, width }: Frame): ChainColumn => {
  const at = Math.round((x - left - width / 2) / pitch);
  return chainColumns[Math.max(0, Math.min(chainColumns.length - 1, at))] ?? 'situation';
};

export type Drawing = {
  readonly links: readonly DrawnLink[];
  readonly edges: readonly ChainEdge[];
};

export type Heads = Readonly<
  Record<ChainColumn, { readonly name: string; readonly under: string }>
>;

const outlineOf = ({ look }: DrawnLink): string => {
  if (look === 'lack') return `stroke="${ink.warning}" stroke-dasharray="4 3"`;
  if (look === 'removed') return `stroke="${ink.line}" stroke-dasharray="2 3"`;
  return look === 'added' || look === 'changed'
    ? `stroke="${ink.text}" stroke-width="2"`
    : `stroke="${ink.outline}"`;
};

type Line = {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string;
};

/** What stands in a box, from the top: so many lines have room. */
const mostLines = 5;

const linesIn = ({ kicker, title, meta, mark }: DrawnLink, signs: number): readonly Line[] => {
  const small = { size: 12, bold: false };
  const under = mark === '' ? meta : mark;
  const room = Math.min(4, mostLines - (kicker === '' ? 0 : 1) - (under === '' ? 0 : 1));
  const fill = mark === '' ? ink.quiet : ink.warning;
  return [
    ...(kicker === '' ? [] : [{ ...small, text: kicker, fill: ink.quiet }]),
    ...wrapped(title, signs, room).map((text) => ({ text, size: 14, bold: true, fill: ink.text })),
    ...(under === '' ? [] : wrapped(under, Math.floor(signs * 1.15), 1)).map((text) => ({
      ...{ ...small, text, fill },
    })),
  ];
};

const boxSvg = (link: DrawnLink, frame: Frame): string => {
  const { x, y } = boxOf(link, frame);
  const signs = Math.floor((frame.width - 18) / 7.4);
  const ground = link.column === 'purpose' ? ink.purpose : ink.box;
  return [
    `<rect x="${x}" y="${y}" width="${frame.width}" height="${frame.height}" rx="6" fill="${ground}" ${outlineOf(link)}/>`,
    ...linesIn(link, signs).map((line, at) => textAt(x + 9, y + 22 + at * 20, line.text, line)),
  ].join('');
};

const headSvg = (heads: Heads, frame: Frame): string =>
  chainColumns
    .map((column, at) => {
      const x = frame.left + at * frame.pitch;
      const { name, under } = heads[column];
      return `${textAt(x, 26, name, { bold: true })}${textAt(x, 44, under, { size: 12, fill: ink.quiet })}`;
    })
    .join('');

/** Over the boxes: the heads of the columns. */
const headRoom = 64;

const edgesSvg = ({ links, edges }: Drawing, frame: Frame): string => {
  const byId = new Map(links.map((link) => [link.id, link]));
  return edges
    .map(({ from, to }) => {
      const [a, b] = [byId.get(from), byId.get(to)];
      if (!a || !b) return '';
      const end = boxOf(b, frame);
      const dash = a.isWorse || b.isWorse ? ' stroke-dasharray="4 3"' : '';
      const x = b.column === a.column ? end.x + frame.width : end.x;
      return `<path d="${lineOf(boxOf(a, frame), end, frame)}" fill="none" stroke="${ink.line}" stroke-width="1.4"${dash}/><circle cx="${x}" cy="${end.y + frame.height / 2}" r="2.5" fill="${ink.line}"/>`;
    })
    .join('');
};

/** The frame of a picture that is not on screen. */
export const paperFrame: Frame = frameIn(1_120);

/** How large the picture of a file is. */
export const pictureSize = (
  drawing: Drawing,
): { readonly width: number; readonly height: number } => {
  const { width, height } = sizeOf(drawing.links, paperFrame);
  return { width, height: height + headRoom };
};

/** The whole chain as one picture, with its words; `title` is what a screen reader says of it. */
export const chainSvg = (drawing: Drawing, heads: Heads, title: string): string => {
  const { width, height } = pictureSize(drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ink.ground}"/>`,
    headSvg(heads, paperFrame),
    `<path d="M${edge} 54H${width - edge}" stroke="${ink.outline}"/>`,
    `<g transform="translate(0 ${headRoom - 4})">`,
    edgesSvg(drawing, paperFrame),
    ...drawing.links.map((link) => boxSvg(link, paperFrame)),
    '</g></svg>',
  ].join('');
};
