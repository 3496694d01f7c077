import type { List } from '#shared/lists/list.ts';
import { Fault, type Row } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { expandOf, type Item, itemIn } from './item.ts';
import { ListRows } from './listRows.ts';
import type { ListSource } from './listSource.ts';
import { type Call, faultOf, isDone, type Reply } from './reply.ts';
import type { Site } from './site.ts';

export type ListMirrorParts<T extends { readonly id: string }> = {
  readonly list: List<T>;
  readonly source: ListSource<T>;
  readonly client: GraphClient;
  readonly site: Site;
  /** A page of the first reading (platform C2: never fewer than asked for because of us). */
  readonly pageSize: number;
  /** Called when a row was changed by something else than a round of deltas. */
  readonly changed: () => void;
};

/** What one answer brought, and whether there is more to ask for. */
export type Taken = { readonly changed: boolean; readonly more: boolean };

/** One list in memory, and where its delta stands. */
export class ListMirror<T extends { readonly id: string }> {
  readonly rows: ListRows<T>;
  readonly #parts: ListMirrorParts<T>;
  #link: string | undefined;
  /** The items met since a full reading began: what it has not met when it ends is gone. */
  #met: Set<number> | undefined = new Set();
  #doubtful = new Set<number>();

  constructor(parts: ListMirrorParts<T>) {
    this.#parts = parts;
    this.rows = new ListRows(parts.list);
  }

  get isLoaded(): boolean {
    return this.#met === undefined;
  }

  /** The next thing to ask: the start, a page, or what has changed since. */
  async nextCall(patienceMs: number): Promise<Call> {
    const { list, site, pageSize } = this.#parts;
    const link = this.#link;
    const path =
      link ?? `${await site.pathOf(list.name)}/items/delta?${expandOf(list)}&$top=${pageSize}`;
    return { method: 'GET', path, units: link ? 1 : 2, priority: 'background', patienceMs };
  }

  take(reply: Reply, call: Call): Taken {
    if (reply.status === 410) return this.#startOver(reply, call);
    if (reply.status === 404) this.#parts.site.forget();
    if (!isDone(reply)) throw faultOf(reply, call);
    const { value, '@odata.nextLink': next, '@odata.deltaLink': last } = reply.body;
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const changed = items.map((one) => this.#takeItem(one)).includes(true);
    const link = next ?? last;
    if (typeof link !== 'string')
      throw new Fault('graph.rejected', {
        list: this.#parts.list.name,
        problem: 'deltaWithoutLink',
      });
    this.#link = this.#parts.client.pathOf(link);
    if (typeof next === 'string') return { changed, more: true };
    return { changed: this.#endReading() || changed, more: false };
  }

  /** Items that were deleted and told again afterwards: only the source knows. */
  async settleDoubts(): Promise<boolean> {
    const doubtful = [...this.#doubtful];
    let changed = false;
    for (const seq of doubtful) {
      const item = await this.#parts.source.item(seq);
      const applied = item ? this.rows.apply(item, true) : this.rows.remove(seq);
      changed ||= applied === 'changed';
      this.#doubtful.delete(seq);
    }
    return changed;
  }

  /** An item read by its number just now: that answer is never behind (platform C9). */
  note(item: Item): void {
    this.#met?.add(item.seq);
    if (this.rows.apply(item, true) === 'changed') this.#parts.changed();
  }

  /** An item that a query gave, which may be some seconds behind. */
  noteFound(item: Item): void {
    this.#met?.add(item.seq);
    const applied = this.rows.apply(item);
    if (applied === 'doubtful') this.#doubtful.add(item.seq);
    if (applied === 'changed') this.#parts.changed();
  }

  /** What this process wrote. */
  put(row: Row<T>): void {
    this.#met?.add(row.seq);
    if (this.rows.put(row) === 'changed') this.#parts.changed();
  }

  noteGone(seq: number): void {
    this.#met?.delete(seq);
    if (this.rows.remove(seq) === 'changed') this.#parts.changed();
  }

  #takeItem(one: unknown): boolean {
    const item = itemIn(one);
    if (!item) return false;
    if (item.deleted) this.#met?.delete(item.seq);
    else this.#met?.add(item.seq);
    const applied = this.rows.apply(item);
    if (applied === 'doubtful') this.#doubtful.add(item.seq);
    return applied === 'changed';
  }

  /** The place in the order of changes is lost: read everything again, and keep the old meanwhile. */
  #startOver(reply: Reply, call: Call): Taken {
    if (this.#link === undefined) throw faultOf(reply, call);
    this.#link = undefined;
    this.#met = new Set();
    return { changed: false, more: true };
  }

  #endReading(): boolean {
    const met = this.#met;
    if (!met) return false;
    this.#met = undefined;
    const gone = this.rows.seqs().filter((seq) => !met.has(seq));
    for (const seq of gone) this.rows.remove(seq);
    return gone.length > 0;
  }
}
