/** Numbers that look random and come again with the same seed (mulberry32). */
export type Random = {
  readonly below: (n: number) => number;
  readonly pick: <T>(all: readonly T[]) => T;
};

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    pick: (all) => {
      const one = all[below(all.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
  };
};
