import type { Store } from '../store/store.ts';

const settingName = 'servers';

/** Where the product's servers are. Several stand behind one address, as behind a balancer. */
export class Servers {
  readonly #db: Store['db'];
  #urls: readonly string[];
  #turn = 0;

  /** Needs the table that the clock makes. An address that was set at run time is kept. */
  constructor(store: Pick<Store, 'db'>, firstUrl: string) {
    this.#db = store.db;
    const row = this.#db
      .prepare('SELECT value FROM tenant_settings WHERE name = ?')
      .get(settingName) as { value: string } | undefined;
    this.#urls = row === undefined ? [firstUrl] : (JSON.parse(row.value) as string[]);
  }

  /** Where a person's browser finds the tab. */
  get publicUrl(): string {
    return this.#urls[0] ?? '';
  }

  get urls(): readonly string[] {
    return this.#urls;
  }

  set(urls: readonly string[]): void {
    this.#urls = urls;
    this.#db
      .prepare('INSERT OR REPLACE INTO tenant_settings (name, value) VALUES (?, ?)')
      .run(settingName, JSON.stringify(urls));
  }

  /** All servers, beginning with the one whose turn it is. */
  inTurn(): readonly string[] {
    const start = this.#turn++ % Math.max(1, this.#urls.length);
    return [...this.#urls.slice(start), ...this.#urls.slice(0, start)];
  }
}
