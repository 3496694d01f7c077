/** Cards are equally tall, so what is in sight is arithmetic and nothing is measured. */
export type Pitch = { readonly card: number; readonly step: number };

const pitches = {
  usual: { card: 102, step: 110 },
  large: { card: 126, step: 134 },
  largest: { card: 150, step: 158 },
} as const satisfies Record<string, Pitch>;

/** Text zoomed up makes the rows taller in steps, still equal for all. */
export const pitchFor = (fontSize: number): Pitch => {
  if (fontSize <= 16) return pitches.usual;
  return fontSize <= 20 ? pitches.large : pitches.largest;
};

export type Window = { readonly from: number; readonly to: number };

const beyond = 3;
/** However tall the screen: four columns of this many are the 120 cards that may be mounted. */
const mostRows = 28;

/** The rows to mount, some more than are in sight; `to` is exclusive. */
export const windowOf = (scrollTop: number, height: number, step: number): Window => {
  const from = Math.max(0, Math.floor(scrollTop / step) - beyond);
  const to = Math.ceil((scrollTop + height) / step) + beyond;
  return { from, to: Math.min(to, from + mostRows) };
};

export const sameWindow = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to;

/** Where to scroll so that a row stands clear of the sticky head and the foot. */
export const scrollFor = (
  row: number,
  pitch: Pitch,
  scrollTop: number,
  height: number,
  head: number,
): number => {
  const top = row * pitch.step;
  if (top < scrollTop) return top;
  const lowest = scrollTop + height - head - pitch.step;
  return top > lowest ? top - (height - head - pitch.step) : scrollTop;
};
