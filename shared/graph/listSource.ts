import type { Column } from '#shared/lists/column.ts';
import type { List } from '#shared/lists/list.ts';
import { Fault, type Inserted, type Row, type Updated } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import {
  asStored,
  expandOf,
  type Item,
  isSameRow,
  isSameValue,
  itemIn,
  revisionOf,
  rowFound,
  rowOf,
  versionIn,
} from './item.ts';
import { type Call, faultOf, isDone, isOpen, problemIn, type Reply } from './reply.ts';
import type { Site } from './site.ts';

const mostAttempts = 4;
const mostParts = 20;
/** As many as SharePoint gives at once (platform C2). */
const pageSize = 999;

/** The calls on one list: what is read is the source's truth, what is written is written once. */
export class ListSource<T extends { readonly id: string }> {
  readonly list: List<T>;
  readonly #client: GraphClient;
  readonly #site: Site;

  constructor(list: List<T>, client: GraphClient, site: Site) {
    this.list = list;
    this.#client = client;
    this.#site = site;
  }

  /** One item by its number: always up to date, unlike a query (platform C9). */
  async item(seq: number): Promise<Item | undefined> {
    const path = `${await this.#path()}/items/${seq}?${expandOf(this.list)}`;
    const call: Call = { method: 'GET', path, units: 1, priority: 'write' };
    const reply = await this.#client.send(call);
    if (reply.status === 404) return undefined;
    if (!isDone(reply)) throw faultOf(reply, call);
    const item = itemIn(reply.body);
    return item && this.#asRecorded(item);
  }

  /** Items by an indexed column, in order of their numbers. */
  items(property: keyof T & string, value: string): Promise<readonly Item[]> {
    return this.#found(`fields/${this.list.fieldOf(property)} eq '${value.replaceAll("'", "''")}'`);
  }

  /** Items whose indexed instant is `from` or later, and earlier than `until`. */
  itemsBetween(property: keyof T & string, from: string, until: string): Promise<readonly Item[]> {
    const field = `fields/${this.list.fieldOf(property)}`;
    return this.#found(`${field} ge '${from}' and ${field} lt '${until}'`);
  }

  async #found(filter: string): Promise<readonly Item[]> {
    const query = `$filter=${encodeURIComponent(filter)}&${expandOf(this.list)}&$top=${pageSize}`;
    const found: Item[] = [];
    for await (const value of this.#client.pages(`${await this.#path()}/items?${query}`, 2)) {
      const item = itemIn(value);
      if (item) found.push(await this.#asRecorded(item));
    }
    return found.sort((a, b) => a.seq - b.seq);
  }

  /**
   * Adds a row once. SharePoint's unique columns are what refuses a second one; which status it
   * refuses with is not promised, so after any no, and after no answer, the row is looked up.
   */
  async insert(value: T): Promise<Inserted<T>> {
    const stored = asStored(this.list, value);
    const call = await this.#insertCall(stored);
    return this.#settle(stored, call, await this.#client.send(call));
  }

  /** Many rows, 20 a call; each is settled for itself, in the order given. */
  async insertMany(values: readonly T[]): Promise<readonly Inserted<T>[]> {
    const rows = values.map((value) => asStored(this.list, value));
    const inserted: Inserted<T>[] = [];
    for (let at = 0; at < rows.length; at += mostParts) {
      const some = rows.slice(at, at + mostParts);
      const calls = await Promise.all(some.map((row) => this.#insertCall(row)));
      const replies = await this.#client.batch(calls);
      const ends = await Promise.allSettled(
        some.map((row, i) => {
          const [call, reply] = [calls[i], replies[i]];
          if (!call || !reply) throw new RangeError('a part of the batch is missing');
          return this.#settle(row, call, reply);
        }),
      );
      // A fault is told when nothing is under way any more; saying all of it again is harmless.
      for (const end of ends) {
        if (end.status === 'rejected') throw end.reason;
        inserted.push(end.value);
      }
    }
    return inserted;
  }

  /** Only if the row is still as it was read. */
  async update(row: Row<T>, changes: Partial<T>): Promise<Updated<T>> {
    const value = asStored(this.list, { ...row.value, ...changes });
    const call = await this.#updateCall(row, changes);
    const reply = await this.#client.send(call);
    if (isDone(reply)) return { type: 'updated', row: await this.#updated(row, value, reply) };
    if (reply.status === 404) return { type: 'gone' };
    if (!isOpen(reply) && reply.status !== 412) throw faultOf(reply, call);
    const maybeOurs = isOpen(reply) || reply.doubtful;
    const now = await this.#knownAfter(() => this.item(row.seq), maybeOurs);
    if (!now) return { type: 'gone' };
    if (isOpen(reply) && now.etag === row.etag) throw faultOf(reply, call);
    const fresh = rowOf(this.list, now);
    const next = revisionOf(now.etag) === revisionOf(row.etag) + 1;
    const ours = maybeOurs && next && isSameValue(this.list, fresh.value, value);
    return { type: ours ? 'updated' : 'changed', row: fresh };
  }

  /** A row of a record that a person has changed, as the product wrote it last. */
  async #asRecorded(item: Item): Promise<Item> {
    if (!this.list.isRecord || item.hand !== 'edited') return item;
    const path = `${await this.#path()}/items/${item.seq}/versions?$expand=fields`;
    for await (const value of this.#client.pages(path, 2)) {
      const { byPerson, fields } = versionIn(value);
      if (byPerson) continue;
      // Put back by hand, it says again what was recorded.
      const hand = isSameRow(this.list, item.fields, fields) ? 'none' : 'restored';
      return { ...item, hand, fields };
    }
    return { ...item, hand: 'made' };
  }

  #path(): Promise<string> {
    return this.#site.pathOf(this.list.name);
  }

  async #insertCall(value: T): Promise<Call> {
    const fields = Object.entries(this.list.toFields(value)).filter(([, field]) => field !== null);
    return {
      method: 'POST',
      path: `${await this.#path()}/items`,
      body: { fields: Object.fromEntries(fields) },
      units: 2,
      priority: 'write',
    };
  }

  async #updateCall(row: Row<T>, changes: Partial<T>): Promise<Call> {
    return {
      method: 'PATCH',
      path: `${await this.#path()}/items/${row.seq}/fields`,
      headers: { 'If-Match': row.etag },
      body: this.list.toFields(changes),
      units: 2,
      priority: 'write',
    };
  }

  async #settle(value: T, call: Call, first: Reply): Promise<Inserted<T>> {
    let reply = first;
    let doubtful = false;
    for (let attempt = 1; ; attempt += 1) {
      const made = madeBy(reply, value);
      if (made) return { type: 'inserted', row: made };
      doubtful ||= isOpen(reply) || isDone(reply);
      const found = await this.#knownAfter(() => this.#find(value), doubtful);
      if (found) return this.#met(found, value, doubtful);
      if (isFinal(reply, attempt)) throw faultOf({ ...reply, doubtful }, call);
      reply = await this.#knownAfter(() => this.#client.send(call), doubtful);
    }
  }

  /** A row that is in the way is our own when the write may have been done and says the same. */
  #met(row: Row<T>, value: T, doubtful: boolean): Inserted<T> {
    const ours = doubtful && isSameValue(this.list, row.value, value);
    return { type: ours ? 'inserted' : 'exists', row };
  }

  /** By its key, and if that is free by every other column that must be unique. */
  async #find(value: T): Promise<Row<T> | undefined> {
    const columns = Object.entries(this.list.columns) as [keyof T & string, Column<unknown>][];
    const uniques = columns.filter(([, column]) => column.unique).map(([property]) => property);
    for (const property of ['id' as const, ...uniques.filter((name) => name !== 'id')]) {
      const wanted = String(value[property]);
      const [item] = await this.items(property, wanted);
      if (item) return rowFound(this.list, item, property, wanted);
    }
    return undefined;
  }

  async #updated(row: Row<T>, value: T, reply: Reply): Promise<Row<T>> {
    const etag = reply.body['@odata.etag'];
    if (typeof etag === 'string' && etag !== '') return { value, seq: row.seq, etag };
    const item = await this.item(row.seq);
    if (!item)
      throw new Fault('graph.rejected', { list: this.list.name, problem: 'goneAfterWrite' });
    return rowOf(this.list, item);
  }

  /** While looking for a write that may be done, a failure leaves it unknown. */
  async #knownAfter<R>(look: () => Promise<R>, doubtful: boolean): Promise<R> {
    try {
      return await look();
    } catch (cause) {
      if (!doubtful || !(cause instanceof Fault)) throw cause;
      throw new Fault(cause.code, { ...cause.context, outcome: 'unknown' }, cause);
    }
  }
}

/** The row, when the answer to the insert says where it stands. */
const madeBy = <T>(reply: Reply, value: T): Row<T> | undefined => {
  const item = isDone(reply) ? itemIn(reply.body) : undefined;
  return item && { value, seq: item.seq, etag: item.etag };
};

/**
 * A no that is not about a row that is there already. Looked for a second time if it speaks of
 * duplicates: a query may be some seconds behind (platform C9).
 */
const isFinal = (reply: Reply, attempt: number): boolean => {
  if (isOpen(reply) || isDone(reply)) return attempt >= mostAttempts;
  const { code, message } = problemIn(reply);
  return attempt > 2 || !/duplicate|unique|exist/i.test(`${code} ${message}`);
};
