/** How work ended, or that it has not yet. */
export type Outcome<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'failed'; readonly error: unknown };

export type InTime<T> = Outcome<T> | { readonly type: 'late'; readonly rest: Promise<Outcome<T>> };

/** Waits for work until the deadline, and no longer; the work itself goes on. */
export const inTime = async <T>(work: () => Promise<T>, ms: number): Promise<InTime<T>> => {
  const rest = work().then(
    (value): Outcome<T> => ({ type: 'done', value }),
    (error: unknown): Outcome<T> => ({ type: 'failed', error }),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<InTime<T>>((resolve) => {
    timer = setTimeout(() => resolve({ type: 'late', rest }), ms);
  });
  try {
    return await Promise.race([rest, late]);
  } finally {
    clearTimeout(timer);
  }
};
