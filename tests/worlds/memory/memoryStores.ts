import { createHash } from 'node:crypto';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { MailboxRead } from '#shared/domain/outOfOffice.ts';
import { lists } from '#shared/lists/all.ts';
import { AlikeIndex } from '#shared/text/alike.ts';
import type {
  Clock,
  Deps,
  DocumentPlace,
  Documents,
  FilePlace,
  Files,
  Inserted,
  Mailboxes,
  Pictures,
  Row,
  SentFile,
  Stored,
  Stores,
  Table,
  Unremoved,
  Updated,
} from '#shared/useCases/ports.ts';
import { chainWord } from '#shared/word/chainWord.ts';
import { minutesWord } from '#shared/word/minutesWord.ts';
import { paperWord } from '#shared/word/paperWord.ts';
import { quarterDeck } from '#shared/word/quarterDeck.ts';

/** Thrown by a table after the moment a test calls the crash: nothing is written any more. */
export class Crash extends Error {}

/** Counts every write of all tables; `failAt` cuts the process off before or after that write. */
export class Writes {
  count = 0;
  names: string[] = [];
  failBefore = Number.POSITIVE_INFINITY;
  failAfter = Number.POSITIVE_INFINITY;

  before(name: string): void {
    if (this.count >= this.failBefore || this.count > this.failAfter) throw new Crash(name);
  }

  after(name: string): void {
    this.count += 1;
    this.names.push(name);
    if (this.count > this.failAfter) throw new Crash(name);
  }
}

type Held = { id: string; cause?: string };

/** A list in memory that behaves as the source does: unique keys, etags, rows in order. */
export class MemoryTable<T extends Held> implements Table<T> {
  readonly rows = new Map<string, Row<T>>();
  readonly name: string;
  readonly writes: Writes;
  #seq = 0;

  constructor(name: string, writes: Writes) {
    this.name = name;
    this.writes = writes;
  }

  all(): readonly Row<T>[] {
    return [...this.rows.values()];
  }
  get(id: string): Row<T> | undefined {
    return this.rows.get(id);
  }
  where<K extends keyof T & string>(field: K, value: T[K] & string): readonly Row<T>[] {
    return this.all().filter((row) => row.value[field] === value);
  }
  async read(id: string): Promise<Row<T> | undefined> {
    await Promise.resolve();
    return this.rows.get(id);
  }
  async readWhere<K extends keyof T & string>(
    field: K,
    value: T[K] & string,
  ): Promise<readonly Row<T>[]> {
    await Promise.resolve();
    return this.where(field, value);
  }
  async readBetween(
    field: keyof T & string,
    from: string,
    until: string,
  ): Promise<readonly Row<T>[]> {
    await Promise.resolve();
    return this.all().filter(({ value }) => {
      const at = String(value[field]);
      return at >= from && at < until;
    });
  }
  async insert(value: T): Promise<Inserted<T>> {
    await Promise.resolve();
    this.writes.before(`${this.name}.insert`);
    const held = this.rows.get(value.id) ?? this.#withCause(value.cause);
    if (held) return { type: 'exists', row: held };
    this.#seq += 1;
    const row: Row<T> = { value, seq: this.#seq, etag: `"${this.name}-${this.#seq},1"` };
    this.rows.set(value.id, row);
    this.writes.after(`${this.name}.insert`);
    return { type: 'inserted', row };
  }
  async update(row: Row<T>, changes: Partial<T>): Promise<Updated<T>> {
    await Promise.resolve();
    this.writes.before(`${this.name}.update`);
    const held = this.rows.get(row.value.id);
    if (!held) return { type: 'gone' };
    if (held.etag !== row.etag) return { type: 'changed', row: held };
    const [guid, n] = held.etag.slice(1, -1).split(',');
    const next: Row<T> = {
      value: { ...held.value, ...changes },
      seq: held.seq,
      etag: `"${guid},${Number(n) + 1}"`,
    };
    this.rows.set(row.value.id, next);
    this.writes.after(`${this.name}.update`);
    return { type: 'updated', row: next };
  }
  /** Puts a row there without counting it: the world before the test. */
  put(...values: readonly T[]): void {
    for (const value of values) {
      this.#seq += 1;
      this.rows.set(value.id, { value, seq: this.#seq, etag: `"${this.name}-${this.#seq},1"` });
    }
  }
  #withCause(cause: string | undefined): Row<T> | undefined {
    return cause === undefined ? undefined : this.all().find((row) => row.value.cause === cause);
  }
}

type TableOf<S> = S extends { insert(value: infer T extends Held): unknown }
  ? MemoryTable<T>
  : never;
export type MemoryStores = { readonly [K in keyof Stores]: TableOf<Stores[K]> };

export const memoryStores = (writes = new Writes()): MemoryStores =>
  Object.fromEntries(
    Object.keys(lists).map((name) => [name, new MemoryTable(name, writes)]),
  ) as MemoryStores;

export class TestClock implements Clock {
  at: string;

  constructor(at = '2026-11-23T09:14:00Z') {
    this.at = at;
  }
  now(): string {
    return this.at;
  }
  day(): string {
    return dayOf(this.at);
  }
  pass(ms: number): void {
    this.at = new Date(Date.parse(this.at) + ms).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}

const memoryPictures = (): Pictures => {
  const held = new Map<string, Awaited<ReturnType<Pictures['read']>>>();
  return {
    put: async (id, bytes, type) => {
      held.set(id, { bytes, type });
    },
    read: async (id) => held.get(id),
  };
};

/** A library in memory: a put is a write like any other. */
export class MemoryDocuments implements Documents {
  readonly files = new Map<string, Uint8Array>();
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  async put({ projectId, name }: DocumentPlace, bytes: Uint8Array): Promise<string> {
    await Promise.resolve();
    const path = projectId === null ? `Kvartalsstatus/${name}` : `${projectId}/${name}`;
    if (!this.files.has(path)) {
      this.#writes.before('documents.put');
      this.files.set(path, bytes);
      this.#writes.after('documents.put');
    }
    return `https://viborg.sharepoint.com/sites/digitek/Documents/Papirer/${encodeURI(path)}`;
  }
}

/** Mailboxes in memory: what each says, off where nothing is said, and who was asked about. */
export class MemoryMailboxes implements Mailboxes {
  readonly says = new Map<string, MailboxRead>();
  readonly asked: (readonly string[])[] = [];

  /** The same mailboxes, as another server reads them. */
  beside(): MemoryMailboxes {
    const other = new MemoryMailboxes();
    for (const [id, says] of this.says) other.says.set(id, says);
    return other;
  }

  async read(people: readonly string[]): Promise<ReadonlyMap<string, MailboxRead>> {
    await Promise.resolve();
    this.asked.push(people);
    return new Map(people.map((id) => [id, this.says.get(id) ?? { type: 'off' }]));
  }
}

/** The library for what people send, in memory; a test may hold back, break or lose what is sent. */
export class MemoryFiles implements Files {
  readonly held = new Map<string, number>();
  /** What the library will not let go of, and why. */
  readonly unremovable = new Map<string, Unremoved>();
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  async put(place: FilePlace, file: SentFile): Promise<Stored> {
    const path = pathOf(place);
    if (this.held.has(path)) return { type: 'taken' };
    let size = 0;
    for await (const part of file.parts) size += part.length;
    if (size !== file.size) return { type: 'cutShort' };
    this.#writes.before('files.put');
    this.held.set(path, size);
    this.#writes.after('files.put');
    return { type: 'stored', link: linkOf(path) };
  }

  async find(place: FilePlace) {
    const size = this.held.get(pathOf(place));
    return size === undefined ? undefined : { link: linkOf(pathOf(place)), size };
  }

  async remove(place: FilePlace): Promise<'gone' | Unremoved> {
    const unremoved = this.unremovable.get(pathOf(place));
    if (unremoved) return unremoved;
    this.#writes.before('files.remove');
    this.held.delete(pathOf(place));
    this.#writes.after('files.remove');
    return 'gone';
  }
}

const pathOf = ({ projectId, code, name }: FilePlace): string => `${projectId}/${code}/${name}`;
const linkOf = (path: string): string =>
  `https://viborg.sharepoint.com/sites/digitek/Documents/Dokumenter/${encodeURI(path)}`;

export type TestDeps = Deps & {
  readonly stores: MemoryStores;
  readonly documents: MemoryDocuments;
  readonly files: MemoryFiles;
  readonly mailboxes: MemoryMailboxes;
  readonly clock: TestClock;
  readonly writes: Writes;
  /** Runs the work that was put off, until there is none; a crash ends it silently, as a kill does. */
  readonly settle: () => Promise<void>;
};

export const testDeps = (stores?: MemoryStores, writes = new Writes()): TestDeps => {
  const waiting: Promise<void>[] = [];
  let ids = 0;
  const clock = new TestClock();
  return {
    stores: stores ?? memoryStores(writes),
    clock,
    calendarOf: danishCalendar,
    pictures: memoryPictures(),
    documents: new MemoryDocuments(writes),
    files: new MemoryFiles(writes),
    mailboxes: new MemoryMailboxes(),
    wordOf: paperWord,
    minutesWordOf: minutesWord,
    deckOf: quarterDeck,
    chainWordOf: chainWord,
    alike: new AlikeIndex(),
    writes,
    hashOf: (text) => createHash('sha256').update(text).digest('hex'),
    newId: () => {
      ids += 1;
      return `new${ids}`;
    },
    later: (_name, work) => {
      waiting.push(
        work().catch((fault: unknown) => {
          if (!(fault instanceof Crash)) throw fault;
        }),
      );
    },
    settle: async () => {
      while (waiting.length > 0) await Promise.all(waiting.splice(0));
    },
  };
};
