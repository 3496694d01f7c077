import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

const white: Colour = [255, 255, 255];
const purple: Colour = [91, 95, 199];

/** The door on a grid of 32: a frame with a round head, a leaf ajar, a knob and the floor. */
const leaf: readonly Point[] = [
  [11.2, 7.6],
  [18.6, 9.8],
  [18.6, 27.2],
  [11.2, 25],
];

const isInRounded = (
  [x, y]: Point,
  box: readonly [number, number, number, number],
  radius: number,
) => {
  const [left, top, right, bottom] = box;
  if (x < left || x > right || y < top || y > bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};

const isInPolygon = ([x, y]: Point, corners: readonly Point[]): boolean => {
  let inside = false;
  for (const [at, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

const isFrame = (point: Point): boolean => {
  if (point[1] > 25) return false;
  return (
    isInRounded(point, [8.8, 5.2, 23.2, 40], 3.5) && !isInRounded(point, [11.2, 7.6, 20.8, 40], 1.4)
  );
};

const isFloor = (point: Point): boolean => isInRounded(point, [5, 23.6, 27, 26], 1.2);
const isKnob = ([x, y]: Point): boolean => (x - 16.6) ** 2 + (y - 18.2) ** 2 <= 0.95 ** 2;
const isDoor = (point: Point): boolean => {
  if (isKnob(point)) return false;
  return isInPolygon(point, leaf) || isFrame(point) || isFloor(point);
};

type Paint = (point: Point) => { readonly colour: Colour; readonly solid: boolean };

const samples = 4;

/** One picture element: the mean of sixteen points, so that edges are smooth. */
const elementAt = (column: number, row: number, size: number, paint: Paint): readonly number[] => {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let at = 0; at < samples * samples; at += 1) {
    const x = ((column + ((at % samples) + 0.5) / samples) * 32) / size;
    const y = ((row + (Math.floor(at / samples) + 0.5) / samples) * 32) / size;
    const { colour, solid } = paint([x, y]);
    if (!solid) continue;
    covered += 1;
    for (const [channel, value] of colour.entries()) sum[channel] = (sum[channel] ?? 0) + value;
  }
  const mean = sum.map((value) => (covered === 0 ? 255 : Math.round(value / covered)));
  return [...mean, Math.round((covered * 255) / (samples * samples))];
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

const png = (size: number, paint: Paint): Buffer => {
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) {
    rows.push(0);
    for (let column = 0; column < size; column += 1)
      rows.push(...elementAt(column, row, size, paint));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** 192 × 192: the white door on a rounded tile. */
export const colourIcon = (): Buffer =>
  png(192, (point) => ({
    colour: isDoor(point) ? white : purple,
    solid: isInRounded(point, [0, 0, 32, 32], 6),
  }));

/** 32 × 32: the door alone, white on nothing. */
export const outlineIcon = (): Buffer =>
  png(32, (point) => ({ colour: white, solid: isDoor(point) }));
