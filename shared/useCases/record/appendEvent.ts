import { Fault, type Inserted, type Table } from '../ports.ts';

/** One of several numbered events that something is folded from. */
export type Numbered = { readonly id: string; readonly seq: number; readonly cause: string };

/** What events have come to. */
export type Folded<E extends Numbered> = {
  readonly revision: number;
  readonly events: readonly E[];
};

/** How a press becomes the next event of what it is on. */
export type Appending<E extends Numbered, N extends Folded<E>, R> = {
  readonly table: Pick<Table<E>, 'read' | 'insert'>;
  readonly idOf: (seq: number) => string;
  /** Folded again, with events that were not known. */
  readonly withEvents: (now: N, events: readonly E[]) => N;
  /** The newest number that whoever presses has seen. */
  readonly seen: number;
  /** Who did what on which picture: the same however often it is delivered. */
  readonly causeOf: (now: N) => string;
  /** Judged on what there is now. */
  readonly eventFor: (
    now: N,
    numbered: Numbered,
  ) => Promise<{ readonly event: E } | { readonly refusal: R }>;
  /** Something else's event has the cause that was to be this one's: what it is may be looked up. */
  readonly onForeign?: (event: E) => Promise<void>;
};

export type Appended<N, R> =
  | {
      /** `repeated`: the same press delivered again; it gets the same answer as the first. */
      readonly type: 'done' | 'repeated';
      readonly now: N;
    }
  | { readonly type: 'refused'; readonly refusal: R; readonly now: N };

/** Far more than ever act on one thing at once. */
const mostTries = 30;

/** Whoever presses may have seen more than a query tells yet: what they saw is looked up by its number. */
const caughtUp = async <E extends Numbered, N extends Folded<E>, R>(
  { table, idOf, withEvents, seen }: Appending<E, N, R>,
  first: N,
): Promise<N> => {
  let now = first;
  while (now.revision < seen) {
    const next = await table.read(idOf(now.revision + 1));
    const longer = next && withEvents(now, [next.value]);
    if (!longer || longer.revision === now.revision) return now;
    now = longer;
  }
  return now;
};

/** Null: the number was taken by somebody else's event. */
const endOf = <E extends Numbered>(
  { type, row }: Inserted<E>,
  cause: string,
): 'done' | 'repeated' | null => {
  if (type === 'inserted') return 'done';
  return row.value.cause === cause ? 'repeated' : null;
};

/**
 * Appends what a press comes to. The insert under the next number is the commit, and it succeeds
 * for exactly one of those who act at once; whoever comes second is judged anew, on what there is
 * then.
 */
export const appendEvent = async <E extends Numbered, N extends Folded<E>, R>(
  appending: Appending<E, N, R>,
  first: N,
): Promise<Appended<N, R>> => {
  const { table, idOf, withEvents, causeOf, eventFor } = appending;
  let now = await caughtUp(appending, first);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const cause = causeOf(now);
    if (now.events.some((event) => event.cause === cause)) return { type: 'repeated', now };
    const seq = now.revision + 1;
    const made = await eventFor(now, { id: idOf(seq), seq, cause });
    if ('refusal' in made) return { type: 'refused', refusal: made.refusal, now };
    const inserted = await table.insert(made.event);
    const { value } = inserted.row;
    if (value.id !== idOf(value.seq)) {
      await appending.onForeign?.(value);
      continue;
    }
    // When somebody was first a query need not know of it yet: the row that is in the way does.
    now = withEvents(now, [value]);
    const type = endOf(inserted, cause);
    if (type) return { type, now };
  }
  throw new Fault('graph.unavailable', { id: idOf(first.revision), tries: mostTries });
};
