import type { Clock } from '../clock.ts';
import type { JsonObject } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { Store } from '../store/store.ts';
import type { Conversation } from './conversations.ts';
import type { TeamsEvents } from './events.ts';

/** 'bot', or the object id of the person who wrote it. */
type Sender = string;

export interface StoredActivity {
  readonly id: string;
  readonly conversation: string;
  readonly sender: Sender;
  readonly at: string;
  readonly editedAt?: string;
  readonly rootId?: string;
  readonly content: JsonObject;
}

/** A card that one person got as the answer to a press or a refresh. */
interface View {
  readonly card: JsonObject;
  /** Real time: the client's one minute between refreshes does not follow business time. */
  readonly gotAt: number;
}

interface Row {
  seq: number;
  id: string;
  conversation: string;
  sender: string;
  at: string;
  edited_at: string | null;
  root_id: string | null;
  content: string;
}

/** What has been said in each chat, and what each person's client shows instead. */
export class Chats {
  readonly #db: Store['db'];
  readonly #clock: Clock;
  readonly #events: TeamsEvents;

  constructor(store: Pick<Store, 'db'>, clock: Clock, events: TeamsEvents) {
    this.#db = store.db;
    this.#clock = clock;
    this.#events = events;
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS teams_activities (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        conversation TEXT NOT NULL, sender TEXT NOT NULL, at TEXT NOT NULL,
        edited_at TEXT, root_id TEXT, content TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS teams_activities_of ON teams_activities (conversation, seq);
      CREATE TABLE IF NOT EXISTS teams_views (
        activity TEXT NOT NULL, person TEXT NOT NULL, card TEXT NOT NULL, got_at INTEGER NOT NULL,
        PRIMARY KEY (activity, person));
      CREATE TABLE IF NOT EXISTS teams_reads (
        person TEXT NOT NULL, conversation TEXT NOT NULL, seq INTEGER NOT NULL,
        PRIMARY KEY (person, conversation));
    `);
  }

  add(conversation: Conversation, sender: Sender, content: JsonObject, rootId?: string): string {
    const id = this.#nextId();
    this.#db
      .prepare(
        `INSERT INTO teams_activities (id, conversation, sender, at, root_id, content)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(id, conversation.id, sender, this.#clock.iso(), rootId ?? null, JSON.stringify(content));
    if (sender !== 'bot') this.markRead(sender, conversation);
    this.#tellOfMessage(conversation, sender, id, content);
    return id;
  }

  find(conversation: Conversation, id: string): StoredActivity | undefined {
    const found = this.findAnywhere(id);
    return found?.conversation === conversation.id ? found : undefined;
  }

  findAnywhere(id: string): StoredActivity | undefined {
    const row = this.#db.prepare('SELECT * FROM teams_activities WHERE id = ?').get(id);
    return row === undefined ? undefined : activityOf(row as Row);
  }

  /** A new version for everybody: it takes the place of what single clients had got. */
  replace(conversation: Conversation, id: string, content: JsonObject): void {
    this.#db
      .prepare('UPDATE teams_activities SET content = ?, edited_at = ? WHERE id = ?')
      .run(JSON.stringify(content), this.#clock.iso(), id);
    this.#db.prepare('DELETE FROM teams_views WHERE activity = ?').run(id);
    this.#tellOfChange(conversation);
  }

  remove(conversation: Conversation, id: string): void {
    this.#db.prepare('DELETE FROM teams_activities WHERE id = ?').run(id);
    this.#db.prepare('DELETE FROM teams_views WHERE activity = ?').run(id);
    this.#tellOfChange(conversation);
  }

  inConversation(conversation: Conversation, most = 200): readonly StoredActivity[] {
    const rows = this.#db
      .prepare('SELECT * FROM teams_activities WHERE conversation = ? ORDER BY seq DESC LIMIT ?')
      .all(conversation.id, most) as Row[];
    return rows.reverse().map(activityOf);
  }

  viewOf(activityId: string, personId: string): View | undefined {
    const row = this.#db
      .prepare('SELECT card, got_at FROM teams_views WHERE activity = ? AND person = ?')
      .get(activityId, personId) as { card: string; got_at: number } | undefined;
    return row && { card: JSON.parse(row.card) as JsonObject, gotAt: row.got_at };
  }

  setView(
    conversation: Conversation,
    activityId: string,
    personId: string,
    card: JsonObject,
  ): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO teams_views VALUES (?, ?, ?, ?)')
      .run(activityId, personId, JSON.stringify(card), Date.now());
    this.#events.tell([personId], { type: 'changed', conversationId: conversation.id });
  }

  unreadOf(personId: string, conversation: Conversation): number {
    const row = this.#db
      .prepare(
        `SELECT count(*) AS unread FROM teams_activities WHERE conversation = ? AND sender <> ?
         AND seq > coalesce((SELECT seq FROM teams_reads WHERE person = ? AND conversation = ?), 0)`,
      )
      .get(conversation.id, personId, personId, conversation.id);
    return (row as { unread: number }).unread;
  }

  markRead(personId: string, conversation: Conversation): void {
    this.#db
      .prepare(
        `INSERT OR REPLACE INTO teams_reads SELECT ?, ?, coalesce(max(seq), 0)
         FROM teams_activities WHERE conversation = ?`,
      )
      .run(personId, conversation.id, conversation.id);
  }

  /** Teams' ids are times in milliseconds; two messages in one millisecond still differ. */
  #nextId(): string {
    const row = this.#db
      .prepare('SELECT id FROM teams_activities ORDER BY seq DESC LIMIT 1')
      .get() as { id: string } | undefined;
    return String(Math.max(Date.now(), Number(row?.id ?? 0) + 1));
  }

  #tellOfMessage(
    conversation: Conversation,
    sender: Sender,
    activityId: string,
    content: JsonObject,
  ): void {
    const preview = content['summary'] ?? content['text'] ?? 'Sendte et kort';
    this.#events.tell(
      conversation.members.map((member) => member.id),
      {
        type: 'message',
        conversationId: conversation.id,
        activityId,
        from: nameOf(sender),
        preview: String(preview),
      },
    );
  }

  #tellOfChange(conversation: Conversation): void {
    this.#events.tell(
      conversation.members.map((member) => member.id),
      { type: 'changed', conversationId: conversation.id },
    );
  }
}

export function nameOf(sender: Sender): string {
  if (sender === 'bot') return organisation.botName;
  return organisation.people.find((person) => person.id === sender)?.name ?? sender;
}

function activityOf(row: Row): StoredActivity {
  return {
    id: row.id,
    conversation: row.conversation,
    sender: row.sender,
    at: row.at,
    ...(row.edited_at === null ? {} : { editedAt: row.edited_at }),
    ...(row.root_id === null ? {} : { rootId: row.root_id }),
    content: JSON.parse(row.content) as JsonObject,
  };
}
