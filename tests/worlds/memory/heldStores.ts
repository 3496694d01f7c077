import { ListRows } from '#shared/graph/listRows.ts';
import { lists, type Rows } from '#shared/lists/all.ts';
import type { List } from '#shared/lists/list.ts';
import type { Stores } from '#shared/useCases/ports.ts';

export type HeldName = Exclude<keyof Rows, 'history'>;

/** What somebody did to one row of a list: wrote it, typed nonsense into it, or took it away. */
export type Told<K extends HeldName = HeldName> = {
  readonly list: K;
  readonly seq: number;
  readonly value: Rows[K] | 'nonsense' | 'gone';
};

type Held = { readonly id: string };

const fromSource = (): never => {
  throw new TypeError('There is no source behind these lists');
};

/** Lists as a server holds them in memory, told what happened as a round of deltas tells it. */
export class HeldStores {
  readonly stores: Stores;
  readonly #rows: Readonly<Record<HeldName, ListRows<Held>>>;
  readonly #revisions = new Map<string, number>();

  constructor() {
    const { history: _, ...kept } = lists;
    const rows = Object.entries(kept).map(([name, list]) => [
      name,
      new ListRows(list as unknown as List<Held>),
    ]);
    this.#rows = Object.fromEntries(rows);
    const table = (held: ListRows<Held>) => ({
      all: () => held.all(),
      get: (id: string) => held.get(id),
      where: (field: string, value: string) => held.where(field, value),
      ...{ read: fromSource, readWhere: fromSource, insert: fromSource, update: fromSource },
    });
    const tables = Object.entries(this.#rows).map(([name, held]) => [name, table(held)]);
    this.stores = Object.fromEntries(tables) as Stores;
  }

  tell<K extends HeldName>({ list, seq, value }: Told<K>): void {
    const key = `${list} ${seq}`;
    const revision = (this.#revisions.get(key) ?? 0) + 1;
    this.#revisions.set(key, revision);
    const declared = lists[list] as unknown as List<Held>;
    const fields =
      typeof value === 'string'
        ? { [declared.fieldOf('id')]: '' }
        : declared.toFields(value as Held);
    this.#rows[list].apply(
      { seq, etag: `"${key},${revision}"`, deleted: value === 'gone', hand: 'none', fields },
      true,
    );
  }
}
