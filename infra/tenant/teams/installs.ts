import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Store } from '../store/store.ts';

type InstallState = Person['install'];

/** How the app stands with each person, and whether the bot has been told of it. */
export class Installs {
  readonly #db: Store['db'];

  constructor(store: Pick<Store, 'db'>) {
    this.#db = store.db;
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS teams_installs (
        subject TEXT PRIMARY KEY, state TEXT NOT NULL, announced INTEGER NOT NULL DEFAULT 0)
    `);
    const insert = this.#db.prepare('INSERT OR IGNORE INTO teams_installs VALUES (?, ?, 0)');
    for (const person of organisation.people) insert.run(person.id, person.install);
    insert.run(organisation.chefgruppe.conversationId, 'installed');
    insert.run(organisation.channel.id, 'installed');
  }

  stateOf(subject: string): InstallState {
    const row = this.#db.prepare('SELECT state FROM teams_installs WHERE subject = ?').get(subject);
    return (row as { state: InstallState } | undefined)?.state ?? 'notInstalled';
  }

  set(subject: string, state: InstallState): void {
    this.#db
      .prepare('UPDATE teams_installs SET state = ?, announced = 0 WHERE subject = ?')
      .run(state, subject);
  }

  /** A block is between the person and Teams: the bot hears nothing of it. */
  setBlocked(subject: string, blocked: boolean): void {
    this.#db
      .prepare("UPDATE teams_installs SET state = ? WHERE subject = ? AND state <> 'notInstalled'")
      .run(blocked ? 'blocked' : 'installed', subject);
  }

  /** Persons and conversations where the app stands, of which the bot has not heard yet. */
  unannounced(): readonly string[] {
    const rows = this.#db
      .prepare("SELECT subject FROM teams_installs WHERE announced = 0 AND state <> 'notInstalled'")
      .all() as { subject: string }[];
    return rows.map((row) => row.subject);
  }

  markAnnounced(subject: string): void {
    this.#db.prepare('UPDATE teams_installs SET announced = 1 WHERE subject = ?').run(subject);
  }
}
