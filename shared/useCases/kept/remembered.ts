import type { Deps, Row } from '../ports.ts';
import { type ListName, noting, type Read, rowsOf } from './reads.ts';

/** What a value was worked out from, as it stood. */
class Seen {
  readonly #deps: Deps;
  readonly #lists = new Map<ListName, readonly Row<{ readonly id: string }>[]>();
  #day: string | null = null;
  #moment: string | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  note(read: Read): void {
    if (read === 'day') this.#day ??= this.#deps.clock.day();
    else if (read === 'moment') this.#moment ??= this.#deps.clock.now();
    else if (!this.#lists.has(read.list))
      this.#lists.set(read.list, rowsOf(this.#deps.stores, read.list));
  }

  isSame(): boolean {
    const { clock, stores } = this.#deps;
    if (this.#day !== null && this.#day !== clock.day()) return false;
    if (this.#moment !== null && this.#moment !== clock.now()) return false;
    for (const [list, rows] of this.#lists) if (rowsOf(stores, list) !== rows) return false;
    return true;
  }
}

type Held<V> = {
  /** The same world each time: what others keep by it, as the book of a pool, is kept. */
  readonly noted: Deps;
  seen: Seen;
  known: { readonly value: V } | null;
};

const holding = <V>(deps: Deps): Held<V> => {
  const held: Held<V> = {
    seen: new Seen(deps),
    known: null,
    noted: noting(deps, (read) => held.seen.note(read)),
  };
  return held;
};

/**
 * Works something out from memory once for as long as it is the same: while each list that was looked
 * into, by it or by what it gave, holds the very same rows, and so the day and the moment, where they
 * were asked. Unlike `Kept` it knows no subjects: any change of such a list begins it anew.
 */
export const remembered = <V>(workOut: (deps: Deps) => V): ((deps: Deps) => V) => {
  const all = new WeakMap<Deps, Held<V>>();
  return (deps) => {
    const held = all.get(deps) ?? holding<V>(deps);
    all.set(deps, held);
    if (held.known && held.seen.isSame()) return held.known.value;
    held.known = null;
    held.seen = new Seen(deps);
    const value = workOut(held.noted);
    held.known = { value };
    return value;
  };
};
