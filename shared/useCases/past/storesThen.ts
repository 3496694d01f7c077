import type { Change } from '#shared/domain/history.ts';
import { asFound, type Found } from '#shared/domain/past/told.ts';
import { poolSubject } from '../money/editPools.ts';
import type { Deps, Row, Stores, Table } from '../ports.ts';

type Held = { readonly id: string };

/** A moment, and what the history knows of it. */
export type Then = {
  /** The day it is, and the instant it ends. */
  readonly day: string;
  readonly until: string;
  /** What has been changed since, as it was found. */
  readonly found: ReadonlyMap<string, Found>;
  /** The latest change before, of those subjects that have one in what was read. */
  readonly lastBefore: ReadonlyMap<string, Change>;
};

const cannot = (): never => {
  throw new TypeError('The past is only read');
};

/** Rows that nothing happens to any more. */
class PastTable<T extends Held> implements Table<T> {
  readonly #rows: readonly Row<T>[];
  readonly #byId: ReadonlyMap<string, Row<T>>;
  readonly #indexes = new Map<string, Map<unknown, Row<T>[]>>();

  constructor(rows: readonly Row<T>[]) {
    this.#rows = rows;
    this.#byId = new Map(rows.map((row) => [row.value.id, row]));
  }

  all(): readonly Row<T>[] {
    return this.#rows;
  }

  get(id: string): Row<T> | undefined {
    return this.#byId.get(id);
  }

  where<K extends keyof T & string>(field: K, value: T[K] & string): readonly Row<T>[] {
    const index = this.#indexes.get(field) ?? this.#indexed(field);
    return index.get(value) ?? [];
  }

  #indexed(field: keyof T & string): Map<unknown, Row<T>[]> {
    const index = new Map<unknown, Row<T>[]>();
    for (const row of this.#rows) {
      const known = index.get(row.value[field]);
      if (known) known.push(row);
      else index.set(row.value[field], [row]);
    }
    this.#indexes.set(field, index);
    return index;
  }

  read = cannot;
  readWhere = cannot;
  insert = cannot;
  update = cannot;
}

/** Rows that are written once, with the moment it was. */
type Event = Held & { readonly at: string };

const untilIn = <T extends Event>(table: Table<T>, until: string): Table<T> =>
  new PastTable(table.all().filter(({ value }) => value.at < until));

/** Rows as they were found then; those that were made since are left out. */
const foundIn = <T extends Held>(
  table: Table<T>,
  found: ReadonlyMap<string, Found>,
  keyOf: (row: T) => string = ({ id }) => id,
): Table<T> =>
  new PastTable(
    table.all().flatMap((row) => {
      const one = found.get(keyOf(row.value));
      return one?.made ? [] : [{ ...row, value: asFound(row.value, one) }];
    }),
  );

const projectsThen = (
  { projects }: Stores,
  { found, lastBefore, until }: Then,
): Stores['projects'] =>
  new PastTable(
    projects.all().flatMap((row) => {
      const { id, createdAt, lastChange } = row.value;
      if (createdAt >= until) return [];
      const value = asFound(row.value, found.get(id));
      const last = lastChange && lastChange.at < until ? lastChange : lastBefore.get(id);
      return [{ ...row, value: { ...value, lastChange: last ?? null } }];
    }),
  );

const requestsThen = ({ requests }: Stores, until: string): Stores['requests'] =>
  new PastTable(
    requests.all().flatMap((row) => {
      const { askedAt, closedAt } = row.value;
      if (askedAt >= until) return [];
      const isOpen = closedAt !== null && closedAt >= until;
      return [isOpen ? { ...row, value: { ...row.value, closedAt: null } } : row];
    }),
  );

/**
 * The lists as they were before a moment: rows by what was found in them, events by when they were
 * said. People, settings and what is kept of messages are as now.
 */
const storesThen = (stores: Stores, then: Then): Stores => {
  const { found, until } = then;
  return {
    ...stores,
    projects: projectsThen(stores, then),
    requests: requestsThen(stores, until),
    steps: foundIn(stores.steps, found),
    spreadUnits: foundIn(stores.spreadUnits, found),
    pools: foundIn(stores.pools, found, ({ id }) => poolSubject(id)),
    statements: untilIn(stores.statements, until),
    decisions: untilIn(stores.decisions, until),
    approvals: untilIn(stores.approvals, until),
    chefComments: untilIn(stores.chefComments, until),
    interests: untilIn(stores.interests, until),
    inquiries: untilIn(stores.inquiries, until),
    ledger: untilIn(stores.ledger, until),
    // Who could not be reached then is not known now.
    messages: new PastTable([]),
  };
};

/** The same world before a moment: its lists, and what the clock showed. */
export const depsThen = (deps: Deps, then: Then): Deps => ({
  ...deps,
  stores: storesThen(deps.stores, then),
  clock: { now: () => then.until, day: () => then.day },
});
