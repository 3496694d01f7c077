import type { Inserted, Log, Row, Table, Updated } from '#shared/useCases/ports.ts';
import { isFoundBy, parsedItem, rowFound, rowOf } from './item.ts';
import type { ListMirror } from './listMirror.ts';
import type { ListSource } from './listSource.ts';

/** A list that is held in memory and written at the source. */
export class GraphTable<T extends { readonly id: string }> implements Table<T> {
  readonly #source: ListSource<T>;
  readonly #mirror: ListMirror<T>;

  constructor(source: ListSource<T>, mirror: ListMirror<T>) {
    this.#source = source;
    this.#mirror = mirror;
  }

  all(): readonly Row<T>[] {
    return this.#mirror.rows.all();
  }

  get(id: string): Row<T> | undefined {
    return this.#mirror.rows.get(id);
  }

  where<K extends keyof T & string>(field: K, value: T[K] & string): readonly Row<T>[] {
    return this.#mirror.rows.where(field, value);
  }

  /** By its number when it is known, because that answer is never behind; else by its key. */
  async read(id: string): Promise<Row<T> | undefined> {
    const known = this.get(id);
    const item = known && (await this.#source.item(known.seq));
    if (item) {
      const row = rowOf(this.#source.list, item);
      this.#mirror.note(item);
      if (row.value.id === id) return row;
    }
    const [found] = await this.#source.items('id', id);
    if (!found) {
      if (known && !item) this.#mirror.noteGone(known.seq);
      return undefined;
    }
    this.#mirror.noteFound(found);
    return rowFound(this.#source.list, found, 'id', id);
  }

  /** Rows that make no sense are left out, as they are everywhere. */
  async readWhere<K extends keyof T & string>(
    field: K,
    value: T[K] & string,
  ): Promise<readonly Row<T>[]> {
    const items = await this.#source.items(field, value);
    for (const item of items) this.#mirror.noteFound(item);
    return items.flatMap((item) => {
      const parsed = parsedItem(this.#source.list, item);
      return parsed.ok && isFoundBy(item, parsed.value[field], value)
        ? [{ value: parsed.value, seq: item.seq, etag: item.etag }]
        : [];
    });
  }

  async insert(value: T): Promise<Inserted<T>> {
    const inserted = await this.#source.insert(this.#sealed(value));
    this.#mirror.put(inserted.row);
    return inserted;
  }

  /** For bulk: 20 rows a call. */
  async insertMany(values: readonly T[]): Promise<readonly Inserted<T>[]> {
    const inserted = await this.#source.insertMany(values.map((value) => this.#sealed(value)));
    for (const { row } of inserted) this.#mirror.put(row);
    return inserted;
  }

  async update(row: Row<T>, changes: Partial<T>): Promise<Updated<T>> {
    const sealed = this.#source.list.sealed(changes, row.value);
    const updated = await this.#source.update(row, sealed);
    if (updated.type === 'gone') this.#mirror.noteGone(row.seq);
    else this.#mirror.put(updated.row);
    return updated;
  }

  #sealed(value: T): T {
    return { ...value, ...this.#source.list.sealed(value) };
  }
}

/** A list that is only read by subject. A row that makes no sense there is a fault: the chain is broken. */
export class GraphLog<T extends { readonly id: string }> implements Log<T> {
  readonly #source: ListSource<T>;

  constructor(source: ListSource<T>) {
    this.#source = source;
  }

  async read(id: string): Promise<Row<T> | undefined> {
    const [item] = await this.#source.items('id', id);
    return item && rowOf(this.#source.list, item);
  }

  async readWhere<K extends keyof T & string>(
    field: K,
    value: T[K] & string,
  ): Promise<readonly Row<T>[]> {
    const items = await this.#source.items(field, value);
    return items.map((item) => rowOf(this.#source.list, item));
  }

  async readBetween(
    field: keyof T & string,
    from: string,
    until: string,
  ): Promise<readonly Row<T>[]> {
    const items = await this.#source.itemsBetween(field, from, until);
    return items.map((item) => rowOf(this.#source.list, item));
  }

  insert(value: T): Promise<Inserted<T>> {
    return this.#source.insert(value);
  }

  insertMany(values: readonly T[]): Promise<readonly Inserted<T>[]> {
    return this.#source.insertMany(values);
  }
}
