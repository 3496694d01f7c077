/** Whether two replies say the same, all the way down. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) =>
      sameValue((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
    )
  );
};

/** The age of an answer is not news: what says the same but for `asOf` stays the same object. */
export const keepSame = <T>(before: T, after: T): T => {
  if (typeof before !== 'object' || before === null || typeof after !== 'object') return after;
  const aged = 'asOf' in before ? { ...after, asOf: before.asOf } : after;
  return sameValue(before, aged) ? before : after;
};
