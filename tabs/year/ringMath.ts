/* The ring on its 620 × 620 grid: January begins at the top, and the year goes with the clock. */

export const centre = 310;

type Point = { readonly x: number; readonly y: number };

/** Where a part of the year, 0 to 1, stands on a circle. */
export const pointAt = (part: number, radius: number): Point => {
  const angle = part * 2 * Math.PI - Math.PI / 2;
  return {
    x: Math.round((centre + radius * Math.cos(angle)) * 10) / 10,
    y: Math.round((centre + radius * Math.sin(angle)) * 10) / 10,
  };
};

const to = ({ x, y }: Point): string => `${x} ${y}`;

const isLong = (from: number, until: number): 0 | 1 => (until - from > 0.5 ? 1 : 0);

/** An arc from one part of the year to another. */
export const arc = (from: number, until: number, radius: number): string =>
  `M${to(pointAt(from, radius))}A${radius} ${radius} 0 ${isLong(from, until)} 1 ${to(pointAt(until, radius))}`;

/** A piece of a band between two circles. */
export const band = (from: number, until: number, inner: number, outer: number): string =>
  `${arc(from, until, outer)}L${to(pointAt(until, inner))}A${inner} ${inner} 0 ${isLong(from, until)} 0 ${to(pointAt(from, inner))}Z`;

const dayMs = 86_400_000;

/** Where in its year a day stands. */
export const partOfYear = (day: string): number => {
  const year = Number(day.slice(0, 4));
  const [first, next] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return (Date.parse(`${day}T12:00:00Z`) - first) / (next - first - dayMs / 1_000);
};

/** The middle of a month, 0 to 11. */
export const midMonth = (month: number): number => (month + 0.5) / 12;
