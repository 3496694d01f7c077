import type { Deps, Row } from '../ports.ts';
import { changedRows } from './changedRows.ts';
import { keyOfRead, type ListName, noting, type Read, rowsOf, valueIn } from './reads.ts';

type Rows = readonly Row<{ readonly id: string }>[];

/** Later than any instant. */
export const farAhead = '9999';

export type KeptParts<V> = {
  readonly deps: Deps;
  /**
   * The column by which a row names the subject it belongs to. With such a row its subject is
   * doubted, so what a subject reads by its own name need not be remembered.
   */
  readonly own: Readonly<Partial<Record<ListName, string>>>;
  readonly subjects: () => Iterable<string>;
  /** From memory alone; undefined where there is no such subject (any more). */
  readonly workOut: (deps: Deps, subject: string) => V | undefined;
  /** The instant at which the hour alone makes it another; unless said, every moment may. */
  readonly until?: (value: V) => string;
};

/**
 * What is worked out for each of many subjects, kept until a row it was worked out from changes.
 * Which rows those are nobody says: what is read is noted while it is worked out, also that
 * something was not there. So a change costs those it concerns, and what comes out is what would
 * come out from nothing.
 */
export class Kept<V> {
  readonly #parts: KeptParts<V>;
  readonly #noting: Deps;
  readonly #values = new Map<string, V>();
  /** Every list that was looked into, as it stood when that was last made up for. */
  readonly #seen = new Map<ListName, Rows>();
  /** The fields by which a list was asked. */
  readonly #fields = new Map<ListName, Set<string>>();
  readonly #readers = new Map<string, Set<string>>();
  readonly #reads = new Map<string, readonly string[]>();
  #reading = { subject: '', keys: new Set<string>() };
  #day = '';
  #at = '';
  /** Nothing that asked what hour it is becomes another before this. */
  #next = '';

  constructor(parts: KeptParts<V>) {
    this.#parts = parts;
    this.#noting = noting(parts.deps, (read) => this.#note(read));
  }

  /** As of the last refresh, in no order. */
  get values(): ReadonlyMap<string, V> {
    return this.#values;
  }

  /** Works out anew what may be another since last time, or all; whom that concerned. */
  refresh(all = false): ReadonlySet<string> {
    const doubted = this.#doubted();
    if (all || this.#day === '')
      for (const subject of [...this.#values.keys(), ...this.#parts.subjects()])
        doubted.add(subject);
    // Until all is worked out nothing is known: a throw on the way leaves all to the next time.
    this.#day = '';
    const { clock } = this.#parts.deps;
    const [at, day] = [clock.now(), clock.day()];
    for (const subject of doubted) this.#workOut(subject);
    [this.#at, this.#day] = [at, day];
    return doubted;
  }

  #doubted(): Set<string> {
    const { deps, own } = this.#parts;
    const doubted = new Set<string>();
    this.#addOvertaken(doubted);
    if (deps.clock.day() !== this.#day) this.#addReaders('day', doubted);
    for (const list of Object.keys(own) as ListName[]) this.#see(list);
    for (const [list, before] of this.#seen) {
      const after = rowsOf(deps.stores, list);
      if (after === before) continue;
      this.#seen.set(list, after);
      const changed = changedRows(before, after);
      if (changed.length > 0) this.#addReaders({ list }, doubted);
      for (const row of changed) this.#addReadersOf(list, row, doubted);
    }
    return doubted;
  }

  /** Those whose hour has come; all who asked for it, when the clock was put back. */
  #addOvertaken(doubted: Set<string>): void {
    const now = this.#parts.deps.clock.now();
    const isBack = now < this.#at;
    if (!isBack && now < this.#next) return;
    this.#next = farAhead;
    for (const subject of this.#readers.get(keyOfRead('moment')) ?? []) {
      const until = this.#untilOf(subject);
      if (isBack || until <= now) doubted.add(subject);
      else this.#expect(until);
    }
  }

  #untilOf(subject: string): string {
    const value = this.#values.get(subject);
    return value === undefined ? '' : (this.#parts.until?.(value) ?? '');
  }

  #expect(until: string): void {
    if (until < this.#next) this.#next = until;
  }

  #addReadersOf(list: ListName, row: Rows[number], doubted: Set<string>): void {
    const subject = valueIn(row, this.#parts.own[list] ?? '');
    if (typeof subject === 'string') doubted.add(subject);
    for (const field of this.#fields.get(list) ?? [])
      this.#addReaders({ list, field, value: String(valueIn(row, field)) }, doubted);
  }

  #addReaders(read: Read, doubted: Set<string>): void {
    for (const subject of this.#readers.get(keyOfRead(read)) ?? []) doubted.add(subject);
  }

  #workOut(subject: string): void {
    for (const key of this.#reads.get(subject) ?? []) this.#forget(key, subject);
    this.#reading = { subject, keys: new Set() };
    const value = this.#parts.workOut(this.#noting, subject);
    if (value === undefined) this.#values.delete(subject);
    else this.#values.set(subject, value);
    const { keys } = this.#reading;
    if (keys.has(keyOfRead('moment'))) this.#expect(this.#untilOf(subject));
    if (keys.size === 0) this.#reads.delete(subject);
    else this.#reads.set(subject, [...keys]);
    for (const key of keys) {
      const readers = this.#readers.get(key) ?? new Set();
      this.#readers.set(key, readers.add(subject));
    }
  }

  #forget(key: string, subject: string): void {
    const readers = this.#readers.get(key);
    readers?.delete(subject);
    if (readers?.size === 0) this.#readers.delete(key);
  }

  #note(read: Read): void {
    if (typeof read !== 'string') {
      this.#see(read.list);
      if ('field' in read && this.#isOwn(read)) return;
      if ('field' in read) {
        const fields = this.#fields.get(read.list) ?? new Set();
        this.#fields.set(read.list, fields.add(read.field));
      }
    }
    this.#reading.keys.add(keyOfRead(read));
  }

  #isOwn({ list, field, value }: { list: ListName; field: string; value: string }): boolean {
    return this.#parts.own[list] === field && value === this.#reading.subject;
  }

  /** Nothing changes while it is worked out: how a list stands then is how it was read. */
  #see(list: ListName): void {
    if (!this.#seen.has(list)) this.#seen.set(list, rowsOf(this.#parts.deps.stores, list));
  }
}
