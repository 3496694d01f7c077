import { escaped, ink, textAt, wrapped } from './ink.ts';

/* A chart of bars as a picture one keeps, for a slide or a mail: its bars, and every figure beside them. */

export type BarMark = {
  /**
   * `filled` is what there is, `outline` what was promised, `hatched` what was promised and not
   * measured, `dashed` what is planned, `bracket` how uncertain it is, `line` an edge of its own.
   */
  readonly look: 'filled' | 'outline' | 'hatched' | 'dashed' | 'bracket' | 'line';
  /** From nothing, 0, to the longest bar it stands over or under, 1. */
  readonly from: number;
  readonly to: number;
};

export type BarRow = {
  readonly name: string;
  /** Under the name; '' when nothing. */
  readonly under: string;
  readonly bar: readonly BarMark[];
  /** A figure, or a word, under each head. */
  readonly cells: readonly string[];
  /** What all the others come to. */
  readonly isSum?: boolean;
};

export type BarPart = { readonly name: string; readonly rows: readonly BarRow[] };

export type BarPicture = {
  readonly title: string;
  /** What it comes to, in a sentence; '' when it is said by the bars alone. */
  readonly said: string;
  /** What the signs mean. */
  readonly legend: readonly { readonly look: BarMark['look']; readonly text: string }[];
  /** Over the figures of every part: they stand over each other. */
  readonly heads: readonly string[];
  readonly parts: readonly BarPart[];
  /** Where it comes from, and when. */
  readonly source: string;
};

export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

const margin = 32;
const nameRoom = 320;
const barRoom = 260;
const barHeight = 14;
/** The eye takes this many signs of 13 as so wide. */
const signWidth = 7.4;

const widthOf = (texts: readonly string[]): number =>
  Math.ceil(Math.max(...texts.map(({ length }) => length)) * signWidth) + 20;

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, one) => sum + one, 0);

/** The columns of figures: each head, and where it ends. */
type Sheet = {
  readonly width: number;
  readonly heads: readonly string[];
  readonly ends: readonly number[];
};

/** Each column is as wide as its head and its longest figure. */
const sheetOf = ({ heads, parts }: BarPicture): Sheet => {
  const rows = parts.flatMap((part) => part.rows);
  const columns = heads.map((head, at) =>
    widthOf([head, ...rows.map(({ cells }) => cells[at] ?? '')]),
  );
  const width = 2 * margin + nameRoom + barRoom + Math.max(340, sumOf(columns) + 24);
  const ends = columns.map((_, at) => width - margin - sumOf(columns.slice(at + 1)));
  return { width, heads, ends };
};

const rounded = (size: number): number => Math.round(size * 10) / 10;

/** One mark of a bar, or of the legend, in its own room. */
const markSvg = ({ look, from, to }: BarMark, x: number, y: number, room: number): string => {
  const [left, width] = [rounded(x + from * room), rounded(Math.max(0, to - from) * room)];
  const rect = (more: string): string =>
    `<rect x="${left}" y="${y}" width="${width}" height="${barHeight}" rx="2" ${more}/>`;
  switch (look) {
    case 'filled':
      return rect(`fill="${ink.brand}"`);
    case 'outline':
      return rect(`fill="none" stroke="${ink.line}"`);
    case 'hatched':
      return rect(`fill="url(#hatch)" stroke="${ink.line}"`);
    case 'dashed':
      return rect(`fill="none" stroke="${ink.line}" stroke-dasharray="3 3"`);
    case 'line':
      return `<path d="M${rounded(x + to * room)} ${y - 4}v${barHeight + 8}" stroke="${ink.text}" stroke-width="2"/>`;
    case 'bracket':
      return `<path d="M${left} ${y + 3}v8m0-4h${width}m0-4v8" fill="none" stroke="${ink.text}" stroke-width="2"/>`;
  }
};

const nameLines = ({ name }: BarRow): readonly string[] =>
  wrapped(name, Math.floor(nameRoom / 7.8), 2);

const rowHeight = (row: BarRow): number =>
  14 + 18 * nameLines(row).length + (row.under === '' ? 0 : 17);

const rowSvg = (row: BarRow, { ends, width }: Sheet, y: number): string => {
  const lines = nameLines(row);
  const look = { size: 13, bold: row.isSum ?? false, anchor: 'end' } as const;
  const under = wrapped(row.under, Math.floor(nameRoom / 6.4), 1)[0] ?? '';
  return [
    ...lines.map((line, at) => textAt(margin, y + 20 + at * 18, line, { bold: true })),
    under === ''
      ? ''
      : textAt(margin, y + 20 + lines.length * 18, under, { size: 12, fill: ink.quiet }),
    ...row.bar.map((mark) => markSvg(mark, margin + nameRoom, y + 9, barRoom)),
    ...row.cells.map((cell, at) => textAt(ends[at] ?? 0, y + 20, cell, look)),
    `<path d="M${margin} ${y + rowHeight(row)}H${width - margin}" stroke="${ink.outline}"/>`,
  ].join('');
};

const headHeight = 46;

const partHeight = ({ rows }: BarPart): number => headHeight + sumOf(rows.map(rowHeight)) + 10;

const partSvg = (part: BarPart, sheet: Sheet, top: number): string => {
  const { heads, ends, width } = sheet;
  const head = { size: 12, fill: ink.quiet, anchor: 'end' } as const;
  let y = top + headHeight;
  const rows: string[] = [];
  for (const row of part.rows) {
    rows.push(rowSvg(row, sheet, y));
    y += rowHeight(row);
  }
  return [
    textAt(margin, top + 32, part.name, { size: 15, bold: true }),
    ...heads.map((name, at) => textAt(ends[at] ?? 0, top + 32, name, head)),
    `<path d="M${margin} ${top + headHeight - 2}H${width - margin}" stroke="${ink.line}"/>`,
    ...rows,
  ].join('');
};

const legendSvg = (legend: BarPicture['legend'], y: number): string => {
  let x = margin;
  return legend
    .map(({ look, text }) => {
      const at = x;
      x += 26 + 8 + widthOf([text]);
      return `${markSvg({ look, from: look === 'line' ? 1 : 0, to: 1 }, at, y, 26)}${textAt(at + 34, y + 12, text, { size: 12, fill: ink.quiet })}`;
    })
    .join('');
};

const hatch = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${ink.ground}"/><rect width="2" height="6" fill="${ink.line}"/></pattern></defs>`;

/** The whole chart; its title is what a screen reader says of it. */
export const barsSvg = (picture: BarPicture): Picture => {
  const { title, said, legend, parts, source } = picture;
  const sheet = sheetOf(picture);
  const { width } = sheet;
  const saidLines = said === '' ? [] : wrapped(said, Math.floor((width - 2 * margin) / 7.4), 3);
  const legendTop = 62 + saidLines.length * 20;
  const top = legendTop + (legend.length === 0 ? 0 : 26);
  const height = top + sumOf(parts.map(partHeight)) + 44;
  let y = top;
  const drawn: string[] = [];
  for (const part of parts) {
    drawn.push(partSvg(part, sheet, y));
    y += partHeight(part);
  }
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    hatch,
    `<rect width="${width}" height="${height}" fill="${ink.ground}"/>`,
    textAt(margin, 44, title, { size: 22, bold: true }),
    ...saidLines.map((line, at) => textAt(margin, 68 + at * 20, line, { fill: ink.quiet })),
    legendSvg(legend, legendTop),
    ...drawn,
    textAt(margin, height - 18, source, { size: 12, fill: ink.quiet }),
    '</svg>',
  ].join('');
  return { svg, width, height };
};
