import { isInShadedField, type Tek, tekPointOf } from '#shared/domain/tek.ts';
import { tekNames } from '#shared/words/words.ts';
import { pngOf } from './png.ts';

/* The triangle of a paper: drawn as lines, with a picture of dots for what cannot show lines. */

const width = 228;
const height = 204;
export const triangleSize = { width, height } as const;

const corners = { top: [114, 26], right: [206, 180], left: [22, 180] } as const;
const colours = { field: '#E8EBFA', line: '#5B5FC7', frame: '#424242', inner: '#C7C7C7' } as const;

type Weights = readonly [efficiency: number, quality: number, wellbeing: number];
type Place = readonly [x: number, y: number];

const third = 1 / 3;

const placeAt = ([e, k, t]: Weights): Place => [
  e * corners.top[0] + k * corners.right[0] + t * corners.left[0],
  e * corners.top[1] + k * corners.right[1] + t * corners.left[1],
];

const pointOf = (tek: Tek): Place | null => {
  const point = tekPointOf(tek);
  return point && placeAt([point.efficiency, point.quality, point.wellbeing]);
};

const at = (weights: Weights): string =>
  placeAt(weights)
    .map((value) => value.toFixed(1))
    .join(' ');

const dot = (tek: Tek): string => {
  const point = pointOf(tek);
  if (!point) return '';
  const [x, y] = point;
  const fill = isInShadedField(tek) ? colours.line : '#FFFFFF';
  return `<circle cx="${x}" cy="${y}" r="6" fill="${fill}" stroke="${colours.line}" stroke-width="2"/>`;
};

const label = (x: number, y: number, anchor: string, text: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="Segoe UI, Arial, sans-serif" font-size="13" font-weight="600" fill="#242424">${text}</text>`;

const named = (leg: keyof typeof tekNames, tek: Tek): string =>
  `${tekNames[leg]} ${tek[leg] ?? '–'}`;

/** As lines, with its words. */
export const triangleLines = (tek: Tek): string => {
  const middle = at([third, third, third]);
  const [a, b] = [at([third, 1 - third, 0]), at([third, 0, 1 - third])];
  const inner = [at([1, 0, 0]), at([0, 1, 0]), at([0, 0, 1])]
    .map((corner) => `<path d="M${corner}L${middle}" stroke="${colours.inner}" fill="none"/>`)
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path d="M${at([1, 0, 0])}L${a}L${b}Z" fill="${colours.field}"/>`,
    inner,
    `<path d="M${a}L${b}" stroke="${colours.line}" stroke-width="1.5" stroke-dasharray="5 4" fill="none"/>`,
    `<path d="M${at([1, 0, 0])}L${at([0, 1, 0])}L${at([0, 0, 1])}Z" stroke="${colours.frame}" stroke-width="1.5" stroke-linejoin="round" fill="none"/>`,
    dot(tek),
    label(114, 16, 'middle', named('efficiency', tek)),
    label(2, 198, 'start', named('wellbeing', tek)),
    label(226, 198, 'end', named('quality', tek)),
    '</svg>',
  ].join('');
};

const scale = 3;

const rgb = (colour: string): readonly number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
const white = rgb('#FFFFFF');
const painted = {
  field: rgb(colours.field),
  line: rgb(colours.line),
  frame: rgb(colours.frame),
} as const;

/** Where a place lies between the corners; negative outside. */
const weightsAt = (x: number, y: number): Weights => {
  const { top, right, left } = corners;
  const e = (left[1] - y) / (left[1] - top[1]);
  const k = (x - left[0] - e * (top[0] - left[0])) / (right[0] - left[0]);
  return [e, k, 1 - e - k];
};

const frameAt = 0.012;

const colourAt = (x: number, y: number, point: Place | null): readonly number[] => {
  if (point && Math.hypot(x - point[0], y - point[1]) <= 6) return painted.line;
  const weights = weightsAt(x, y);
  const least = Math.min(...weights);
  if (least < -frameAt) return white;
  if (least < frameAt) return painted.frame;
  if (Math.abs(weights[0] - third) < frameAt / 2) return painted.line;
  return weights[0] > third ? painted.field : white;
};

/** As dots, without words: they stand in the table beside it. */
export const triangleDots = (tek: Tek): Uint8Array => {
  const [across, down] = [width * scale, height * scale];
  const point = pointOf(tek);
  const rows = Buffer.alloc(down * (1 + across * 3));
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const colour = colourAt((x + 0.5) / scale, (y + 0.5) / scale, point);
      rows.set(colour, y * (1 + across * 3) + 1 + x * 3);
    }
  return pngOf(across, down, rows);
};
