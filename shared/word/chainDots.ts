import { boxOf, type Drawing, paperFrame, pictureSize } from '#shared/domain/chain/drawing.ts';
import { pngOf } from './png.ts';

/* The picture of a chain as dots, for what cannot show lines: boxes and arrows; the words stand after it. */

const white = 0xff;
const line = 0x61;
/** The heads stand over the boxes. */
const down = 60;

type Canvas = { readonly width: number; readonly height: number; readonly rows: Buffer };

const canvasOf = (width: number, height: number): Canvas => {
  const rows = Buffer.alloc(height * (1 + width * 3), white);
  for (let y = 0; y < height; y += 1) rows[y * (1 + width * 3)] = 0;
  return { width, height, rows };
};

const dot = ({ width, height, rows }: Canvas, x: number, y: number): void => {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return;
  rows.fill(line, row * (1 + width * 3) + 1 + column * 3, row * (1 + width * 3) + 4 + column * 3);
};

const stroke = (canvas: Canvas, x1: number, y1: number, x2: number, y2: number): void => {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1)));
  for (let at = 0; at <= steps; at += 1) {
    const part = at / steps;
    dot(canvas, x1 + (x2 - x1) * part, y1 + (y2 - y1) * part);
  }
};

export const chainDots = (drawing: Drawing): Uint8Array => {
  const size = pictureSize(drawing);
  const canvas = canvasOf(Math.ceil(size.width), Math.ceil(size.height));
  const boxes = new Map(
    drawing.links.map((link) => {
      const { x, y } = boxOf(link, paperFrame);
      return [link.id, { x, y: y + down }];
    }),
  );
  const { width, height } = paperFrame;
  for (const { x, y } of boxes.values()) {
    stroke(canvas, x, y, x + width, y);
    stroke(canvas, x, y + height, x + width, y + height);
    stroke(canvas, x, y, x, y + height);
    stroke(canvas, x + width, y, x + width, y + height);
  }
  for (const { from, to } of drawing.edges) {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a && b) stroke(canvas, a.x + width, a.y + height / 2, b.x, b.y + height / 2);
  }
  return pngOf(canvas.width, canvas.height, canvas.rows);
};
