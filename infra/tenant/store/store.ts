import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { schema } from './schema.ts';

export type SqlValue = string | number | null | Buffer;
export type SqlRow = readonly SqlValue[];

/** The tenant's memory on disk. Other parts of the tenant make tables of their own through `db`. */
export interface Store {
  readonly db: Database.Database;
  readonly dir: string;
  /** False once it has been closed. */
  readonly isOpen: boolean;
  /** All rows as arrays, in the order of the selected columns. */
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  get(sql: string, ...values: SqlValue[]): SqlRow | undefined;
  run(sql: string, ...values: SqlValue[]): { changes: number; lastInsertRowid: number };
  /** Everything or nothing; a write inside a write is a savepoint of the outer one. */
  write<T>(work: () => T): T;
  /** Small settings that outlive a restart, made once by `first` when they are missing. */
  setting(name: string, first: () => string): string;
  close(): void;
}

/**
 * Opens (or makes) the store in a folder. WAL with full sync: what was answered is on the disk,
 * whether the process or the machine goes away.
 */
export function openStore(dir: string): Store {
  mkdirSync(dir, { recursive: true });
  const db = new Database(join(dir, 'tenant.db'), { timeout: 5000 });
  db.pragma('journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA busy_timeout = 5000');
  db.exec(schema);
  return new DiskStore(db, dir);
}

class DiskStore implements Store {
  readonly db: Database.Database;
  readonly dir: string;
  readonly #statements = new Map<string, Database.Statement>();
  #depth = 0;
  isOpen = true;

  constructor(db: Database.Database, dir: string) {
    this.db = db;
    this.dir = dir;
  }

  #statement(kind: 'row' | 'run', sql: string): Database.Statement {
    const key = `${kind}${sql}`;
    const known = this.#statements.get(key);
    if (known !== undefined) return known;
    const made = this.db.prepare(sql);
    if (kind === 'row') made.raw(true);
    this.#statements.set(key, made);
    return made;
  }

  all(sql: string, ...values: SqlValue[]): readonly SqlRow[] {
    return this.#statement('row', sql).all(values) as SqlRow[];
  }

  get(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.#statement('row', sql).get(values) as SqlRow | undefined;
  }

  run(sql: string, ...values: SqlValue[]): { changes: number; lastInsertRowid: number } {
    const done = this.#statement('run', sql).run(values);
    return { changes: done.changes, lastInsertRowid: Number(done.lastInsertRowid) };
  }

  write<T>(work: () => T): T {
    const name = `level${this.#depth}`;
    const outermost = this.#depth === 0;
    this.db.exec(outermost ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const result = work();
      this.db.exec(outermost ? 'COMMIT' : `RELEASE ${name}`);
      return result;
    } catch (cause) {
      if (!outermost) this.db.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      else if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw cause;
    } finally {
      this.#depth -= 1;
    }
  }

  setting(name: string, first: () => string): string {
    const row = this.get('SELECT value FROM graph_settings WHERE name = ?', name);
    if (row !== undefined) return String(row[0]);
    const value = first();
    this.run('INSERT INTO graph_settings (name, value) VALUES (?, ?)', name, value);
    return value;
  }

  close(): void {
    this.isOpen = false;
    this.db.close();
  }
}
