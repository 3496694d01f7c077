type Named = Readonly<Record<string, unknown>>;

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was put in and taken out of a list, on the list as it is now; its order, where only that was changed. */
const rebasedList = (
  seen: readonly unknown[],
  draft: readonly unknown[],
  now: readonly unknown[],
) => {
  const added = draft.filter((one) => !seen.includes(one));
  const gone = seen.filter((one) => !draft.includes(one));
  if (added.length === 0 && gone.length === 0) return draft;
  const rest = now.filter((one) => !gone.includes(one));
  return [...rest, ...added.filter((one) => !rest.includes(one))];
};

const rebasedValue = (seen: unknown, draft: unknown, now: unknown): unknown => {
  if (isSame(seen, draft)) return now;
  if (Array.isArray(seen) && Array.isArray(draft) && Array.isArray(now))
    return rebasedList(seen, draft, now);
  if (!isNamed(draft) || !isNamed(now)) return draft;
  const before = isNamed(seen) ? seen : {};
  const keys = [...new Set([...Object.keys(now), ...Object.keys(draft)])];
  return Object.fromEntries(
    keys
      .map((key) => [key, rebasedValue(before[key], draft[key], now[key])] as const)
      .filter(([, value]) => value !== undefined),
  );
};

/**
 * What somebody has written of plain values, put on what stands there now: their own where they
 * have changed what they saw, everywhere else what others have made of it meanwhile.
 */
export const rebased = <T>(seen: T, draft: T, now: T): T => rebasedValue(seen, draft, now) as T;
