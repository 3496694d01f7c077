/** Whole øre. Money is integers, never floating point (domain.md, Money). */
export type Ore = number;

export const isOre = (value: unknown): value is Ore => Number.isSafeInteger(value);

/** Sum of whole øre. */
export const sumOf = (amounts: Iterable<Ore>): Ore => {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
};
