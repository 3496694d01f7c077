import type { Column } from '#shared/lists/column.ts';
import type { List } from '#shared/lists/list.ts';
import type { Row, SetAside } from '#shared/useCases/ports.ts';
import { type Item, isNoNewer, parsedItem } from './item.ts';

type Aside<T> = {
  readonly etag: string;
  readonly what: SetAside;
  /** A whole row whose key another row holds: it comes forward when that one goes. */
  readonly row: Row<T> | undefined;
};

/** What became of an item: something new, nothing new, or it can't be told without asking. */
export type Applied = 'changed' | 'same' | 'doubtful';

/**
 * The rows of one list in memory: in order of seq, found by key and by every indexed property. A
 * change costs the same however long the list is.
 */
export class ListRows<T extends { readonly id: string }> {
  readonly #list: List<T>;
  #rows: Row<T>[] = [];
  /** Somebody holds `#rows`, so the next change makes a copy. */
  #lent = false;
  readonly #seqOfKey = new Map<string, number>();
  readonly #indexes = new Map<string, Map<string, number[]>>();
  /** What was found for a value, until a row with that value changes. */
  readonly #found = new Map<string, readonly Row<T>[]>();
  readonly #aside = new Map<number, Aside<T>>();
  readonly #gone = new Map<number, string>();
  /** Rows that are shown as they were, because they say what nobody decided. */
  readonly #doubted = new Map<number, SetAside>();

  constructor(list: List<T>) {
    this.#list = list;
    for (const [property, column] of Object.entries(list.columns) as [string, Column<unknown>][])
      if (column.indexed && property !== 'id') this.#indexes.set(property, new Map());
  }

  all(): readonly Row<T>[] {
    this.#lent = true;
    return this.#rows;
  }

  get(id: string): Row<T> | undefined {
    const seq = this.#seqOfKey.get(id);
    return seq === undefined ? undefined : this.#bySeq(seq);
  }

  where(property: string, value: string): readonly Row<T>[] {
    if (property === 'id') return [this.get(value)].filter((row) => row !== undefined);
    const index = this.#indexes.get(property);
    if (!index) throw new RangeError(`${this.#list.name}.${property} is not indexed`);
    const question = foundKey(property, value);
    const found =
      this.#found.get(question) ??
      (index.get(value) ?? []).map((seq) => this.#bySeq(seq)).filter((row) => row !== undefined);
    if (found.length > 0) this.#found.set(question, found);
    return found;
  }

  setAside(): readonly SetAside[] {
    const aside = [...this.#aside].map(([seq, { what }]) => [seq, what] as const);
    return [...aside, ...this.#doubted].sort(([a], [b]) => a - b).map(([, what]) => what);
  }

  seqs(): readonly number[] {
    return [...this.#rows.map((row) => row.seq), ...this.#aside.keys()];
  }

  /** Takes an item as the source told it; `sure` when it was read just now, not from a delta. */
  apply(item: Item, sure = false): Applied {
    if (item.deleted) return this.remove(item.seq, item.etag);
    const known = this.#etagOf(item.seq);
    if (known !== undefined && isNoNewer(item.etag, known)) return 'same';
    if (!sure && this.#isBack(item)) return 'doubtful';
    // Changed by a person since: the source knows what the product wrote.
    if (this.#list.isRecord && item.hand === 'edited') return 'doubtful';
    this.#gone.delete(item.seq);
    const parsed = parsedItem(this.#list, item);
    if (parsed.ok) {
      const applied = this.#put({ value: parsed.value, seq: item.seq, etag: item.etag });
      if (parsed.doubt)
        this.#doubted.set(item.seq, {
          list: this.#list.name,
          itemId: String(item.seq),
          ...parsed.doubt,
        });
      return applied;
    }
    this.#drop(item.seq);
    this.#keepAside(item.seq, item.etag, parsed.field, parsed.problem);
    return 'changed';
  }

  /** Deleted, and here it is again: told late, or taken back from the recycle bin. */
  #isBack({ seq, etag }: Item): boolean {
    const gone = this.#gone.get(seq);
    return gone !== undefined && (gone === '' || isNoNewer(etag, gone));
  }

  /** A row this process wrote itself. */
  put(row: Row<T>): Applied {
    const known = this.#etagOf(row.seq);
    if (known !== undefined && isNoNewer(row.etag, known)) return 'same';
    this.#gone.delete(row.seq);
    return this.#put(row);
  }

  remove(seq: number, etag = ''): Applied {
    const known = this.#etagOf(seq);
    this.#gone.set(seq, known ?? this.#gone.get(seq) ?? etag);
    if (known === undefined) return 'same';
    this.#doubted.delete(seq);
    this.#drop(seq);
    return 'changed';
  }

  #put(row: Row<T>): Applied {
    this.#doubted.delete(row.seq);
    const holder = this.#seqOfKey.get(row.value.id);
    if (holder !== undefined && holder < row.seq) {
      this.#drop(row.seq);
      this.#keepAside(row.seq, row.etag, this.#list.fieldOf('id'), 'duplicate', row);
      return 'changed';
    }
    if (holder === row.seq) return this.#replace(row);
    const later = holder !== undefined && holder > row.seq ? this.#bySeq(holder) : undefined;
    if (later) this.#take(later);
    this.#drop(row.seq, row.value.id);
    this.#insert(row);
    if (later) this.#keepAside(later.seq, later.etag, this.#list.fieldOf('id'), 'duplicate', later);
    return 'changed';
  }

  /** The same row with the same key: the usual change, so it moves nothing that need not move. */
  #replace(row: Row<T>): Applied {
    const at = this.#placeOf(row.seq);
    const before = this.#rows[at];
    if (!before) throw new RangeError(`${this.#list.name}: row ${row.seq} is lost`);
    this.#own();
    this.#rows[at] = row;
    for (const property of this.#indexes.keys()) {
      this.#found.delete(foundKey(property, valueIn(row, property)));
      if (valueIn(before, property) === valueIn(row, property)) continue;
      this.#index(property, before, (seqs) => seqs.splice(placeIn(seqs, row.seq), 1));
      this.#index(property, row, (seqs) => seqs.splice(placeIn(seqs, row.seq), 0, row.seq));
    }
    return 'changed';
  }

  #keepAside(seq: number, etag: string, field: string, problem: string, row?: Row<T>): void {
    const what = { list: this.#list.name, itemId: String(seq), field, problem };
    this.#aside.set(seq, { etag, what, row });
  }

  /** Out of the rows or from aside; another row with its key then comes forward. */
  #drop(seq: number, keyTaken?: string): void {
    this.#aside.delete(seq);
    const row = this.#bySeq(seq);
    if (!row) return;
    this.#take(row);
    if (row.value.id !== keyTaken) this.#bringForward(row.value.id);
  }

  #bringForward(key: string): void {
    const heirs = [...this.#aside].filter(([, { row }]) => row?.value.id === key);
    const [first] = heirs.sort(([a], [b]) => a - b);
    const heir = first?.[1].row;
    if (!heir) return;
    this.#aside.delete(heir.seq);
    this.#insert(heir);
  }

  #insert(row: Row<T>): void {
    this.#own();
    this.#rows.splice(this.#placeOf(row.seq), 0, row);
    this.#seqOfKey.set(row.value.id, row.seq);
    const longer = this.#foundWith(row);
    this.#eachIndexed(row, (seqs) => seqs.splice(placeIn(seqs, row.seq), 0, row.seq));
    for (const [question, found] of longer) this.#found.set(question, found);
  }

  /** What was found before, with a row that comes after all of it: no need to find it again. */
  #foundWith(row: Row<T>): readonly (readonly [string, readonly Row<T>[]])[] {
    return [...this.#indexes.keys()].flatMap((property) => {
      const question = foundKey(property, valueIn(row, property));
      const found = this.#found.get(question);
      return found && (found.at(-1)?.seq ?? 0) < row.seq ? [[question, found.concat(row)]] : [];
    });
  }

  #take(row: Row<T>): void {
    this.#own();
    this.#rows.splice(this.#placeOf(row.seq), 1);
    this.#seqOfKey.delete(row.value.id);
    this.#eachIndexed(row, (seqs) => seqs.splice(placeIn(seqs, row.seq), 1));
  }

  #eachIndexed(row: Row<T>, change: (seqs: number[]) => void): void {
    for (const property of this.#indexes.keys()) this.#index(property, row, change);
  }

  #index(property: string, row: Row<T>, change: (seqs: number[]) => void): void {
    const index = this.#indexes.get(property);
    const value = valueIn(row, property);
    this.#found.delete(foundKey(property, value));
    const seqs = index?.get(value) ?? [];
    change(seqs);
    if (seqs.length === 0) index?.delete(value);
    else index?.set(value, seqs);
  }

  #own(): void {
    if (!this.#lent) return;
    this.#rows = this.#rows.slice();
    this.#lent = false;
  }

  #etagOf(seq: number): string | undefined {
    return this.#bySeq(seq)?.etag ?? this.#aside.get(seq)?.etag;
  }

  #bySeq(seq: number): Row<T> | undefined {
    const row = this.#rows[this.#placeOf(seq)];
    return row?.seq === seq ? row : undefined;
  }

  #placeOf(seq: number): number {
    const last = this.#rows.at(-1);
    if (!last || last.seq < seq) return this.#rows.length;
    return search(this.#rows.length, (at) => (this.#rows[at]?.seq ?? 0) < seq);
  }
}

const valueIn = <T>(row: Row<T>, property: string): string =>
  String(row.value[property as keyof T]);

const foundKey = (property: string, value: string): string => `${property}\n${value}`;

const placeIn = (seqs: readonly number[], seq: number): number =>
  (seqs.at(-1) ?? 0) < seq ? seqs.length : search(seqs.length, (at) => (seqs[at] ?? 0) < seq);

/** The first place for which `before` no longer holds. */
const search = (length: number, before: (at: number) => boolean): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
