/** How work ended, or that it has not yet. */
export type Outcome<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'failed'; readonly error: unknown };

export type InTime<T> = Outcome<T> | { readonly type: 'late'; readonly rest: Promise<Outcome<T>> };

/** What comes of work, and not before some time has gone. */
export const noSooner = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  const [value] = await Promise.all([
    work,
    new Promise<void>((resolve) => {
      setTimeout(resolve, ms);
    }),
  ]);
  return value;
};

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
