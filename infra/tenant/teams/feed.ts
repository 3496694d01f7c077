import type { ActivityNotification } from '../graph/wire/surroundings.ts';
import type { Store } from '../store/store.ts';
import type { TeamsEvents } from './events.ts';

/** Each person's activity feed. */
export class Feed {
  readonly #db: Store['db'];
  readonly #events: TeamsEvents;

  constructor(store: Pick<Store, 'db'>, events: TeamsEvents) {
    this.#db = store.db;
    this.#events = events;
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS teams_feed (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, app TEXT NOT NULL,
        chain INTEGER, notification TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS teams_feed_of ON teams_feed (person, seq);
    `);
  }

  /** A notification with the same chain takes the earlier one's place. */
  add(personId: string, notification: ActivityNotification): void {
    if (notification.chainId !== undefined) {
      this.#db
        .prepare('DELETE FROM teams_feed WHERE person = ? AND app = ? AND chain = ?')
        .run(personId, notification.appId, notification.chainId);
    }
    this.#db
      .prepare('INSERT INTO teams_feed (person, app, chain, notification) VALUES (?, ?, ?, ?)')
      .run(
        personId,
        notification.appId,
        notification.chainId ?? null,
        JSON.stringify(notification),
      );
    this.#events.tell([personId], {
      type: 'notification',
      title: titleOf(notification),
      preview: notification.previewText ?? '',
    });
  }

  /** The newest first. */
  of(personId: string, most = 100): readonly (ActivityNotification & { readonly title: string })[] {
    const rows = this.#db
      .prepare('SELECT notification FROM teams_feed WHERE person = ? ORDER BY seq DESC LIMIT ?')
      .all(personId, most) as { notification: string }[];
    return rows.map((row) => {
      const notification = JSON.parse(row.notification) as ActivityNotification;
      return { ...notification, title: titleOf(notification) };
    });
  }
}

/** The tenant doesn't know the manifest's template: it shows what the parameters say. */
function titleOf(notification: ActivityNotification): string {
  const parameters = new Map(
    notification.templateParameters.map(({ name, value }) => [name, value]),
  );
  return (
    parameters.get('systemDefaultText') ??
    [...parameters.entries()]
      .filter(([name]) => name !== 'actor')
      .map(([, value]) => value)
      .join(' · ')
  );
}
