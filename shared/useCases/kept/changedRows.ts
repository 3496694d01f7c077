import type { Row } from '../ports.ts';

const seqOf = (row: Row<unknown> | undefined): number => row?.seq ?? Number.POSITIVE_INFINITY;

/** Which of two rows comes first, or both where they are the same row as it was and as it is. */
const firstOf = <T>(old: Row<T> | undefined, now: Row<T> | undefined): readonly Row<T>[] => {
  const seq = Math.min(seqOf(old), seqOf(now));
  return [old, now].filter((row) => row !== undefined).filter((row) => row.seq === seq);
};

/**
 * The rows that stand in only one of the two: as they were, and as they are. A list in memory that
 * did not change a row holds the very same row, so this costs a look at each and compares nothing.
 */
export const changedRows = <T>(
  before: readonly Row<T>[],
  after: readonly Row<T>[],
): readonly Row<T>[] => {
  const changed: Row<T>[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    // Nearly all are the same: this line is what a change costs in a long list.
    while (at < before.length && before[at] === after[to]) [at, to] = [at + 1, to + 1];
    const [old, now] = [before[at], after[to]];
    const first = firstOf(old, now);
    changed.push(...first);
    if (first[0] === old) at += 1;
    if (first.at(-1) === now) to += 1;
  }
  return changed;
};
