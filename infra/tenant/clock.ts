import type { Store } from './store/store.ts';

/** The tenant's business time. Tokens never follow it: they are always made in real time. */
export class Clock {
  readonly #db: Store['db'];
  #offset: number | undefined;

  constructor(store: Pick<Store, 'db'>) {
    this.#db = store.db;
    this.#db.exec(
      'CREATE TABLE IF NOT EXISTS tenant_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
    );
    const row = this.#db.prepare("SELECT value FROM tenant_settings WHERE name = 'clock'").get();
    this.#offset = row === undefined ? undefined : Number((row as { value: string }).value);
  }

  now(): number {
    return Date.now() + (this.#offset ?? 0);
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  get moved(): boolean {
    return this.#offset !== undefined;
  }

  /** Moves the clock to an instant, from where it runs on; null gives real time back. */
  set(at: string | null): void {
    if (at === null) {
      this.#offset = undefined;
      this.#db.prepare("DELETE FROM tenant_settings WHERE name = 'clock'").run();
      return;
    }
    const instant = Date.parse(at);
    if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${at}`);
    this.#offset = instant - Date.now();
    this.#db
      .prepare("INSERT OR REPLACE INTO tenant_settings (name, value) VALUES ('clock', ?)")
      .run(String(this.#offset));
  }
}
