import type { AsideReply } from '#shared/contract/api.ts';
import type { ChainWordOf } from '#shared/domain/chain/printed.ts';
import type { MailboxRead } from '#shared/domain/outOfOffice.ts';
import type { WordOf } from '#shared/domain/papers/printed.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import type { DeckOf, MinutesWordOf } from '#shared/domain/quarter/view.ts';
import type { ActivityType } from '#shared/domain/reach.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import type { WorkCalendar } from '#shared/domain/workday.ts';
import type { Rows } from '#shared/lists/all.ts';

/** A row as the source holds it. `seq` rises with every insert into the list and never changes. */
export type Row<T> = {
  readonly value: T;
  readonly seq: number;
  readonly etag: string;
};

export type Inserted<T> = {
  /** `exists`: the source already holds a row with this key (or cause); `row` is that one. */
  readonly type: 'inserted' | 'exists';
  readonly row: Row<T>;
};

export type Updated<T> =
  | { readonly type: 'updated'; readonly row: Row<T> }
  /** Somebody changed it first; `row` is how it stands now. */
  | { readonly type: 'changed'; readonly row: Row<T> }
  | { readonly type: 'gone' };

/**
 * One list. `all`, `get` and `where` answer from memory and may be a little old; everything else
 * goes to the source. A write whose outcome is unknown is looked up by its key before it is tried
 * again, so every method may simply be called again. Own writes are in memory when they return.
 */
export interface Table<T extends { readonly id: string }> {
  /** In order of `seq`. */
  all(): readonly Row<T>[];
  get(id: string): Row<T> | undefined;
  /** In order of `seq`; the field is one the list declares as indexed. */
  where<K extends keyof T & string>(field: K, value: T[K] & string): readonly Row<T>[];
  read(id: string): Promise<Row<T> | undefined>;
  readWhere<K extends keyof T & string>(field: K, value: T[K] & string): Promise<readonly Row<T>[]>;
  insert(value: T): Promise<Inserted<T>>;
  /** Only if the row is still as it was read (`If-Match`). */
  update(row: Row<T>, changes: Partial<T>): Promise<Updated<T>>;
}

/** A list that is never loaded whole: only read by what is looked for. */
export type Log<T extends { readonly id: string }> = Pick<
  Table<T>,
  'read' | 'readWhere' | 'insert'
> & {
  /** Rows whose indexed instant is `from` or later, and earlier than `until`; in order of `seq`. */
  readBetween(field: keyof T & string, from: string, until: string): Promise<readonly Row<T>[]>;
};

/** The lists that are only read by what is looked for. */
type Logged = 'history' | 'paperContents';

/** Every list that is declared, as a table of its rows; the logs are never loaded whole. */
export type Stores = {
  readonly [K in Exclude<keyof Rows, Logged>]: Table<Rows[K]>;
} & { readonly [K in Logged]: Log<Rows[K]> };

/** Rows that make no sense, left out of the tables and shown to the consultant. */
export type SetAside = AsideReply['rows'][number];

export interface Clock {
  /** ISO instant, UTC. */
  now(): string;
  /** Today in Europe/Copenhagen, YYYY-MM-DD. */
  day(): string;
}

export type PictureType = 'image/jpeg' | 'image/png';

/** Where a document lies: with a project's papers, or with the minutes of the chefgruppe's meetings. */
export type DocumentPlace = {
  /** Null: it belongs to no project. */
  readonly projectId: ProjectId | null;
  readonly name: string;
};

/** Word documents of papers and minutes, in the library. */
export interface Documents {
  /**
   * Puts a document there under its name and says where people open it. There already = it stays as
   * it is: somebody may have it open.
   */
  put(place: DocumentPlace, bytes: Uint8Array): Promise<string>;
}

/** Where a document that people send lies: with its project, by the step it belongs to. */
export type FilePlace = {
  readonly projectId: ProjectId;
  readonly code: StepCode;
  readonly name: string;
};

/** A document on its way: never all of it at once. `size` is what its sender says, in bytes. */
export type SentFile = {
  readonly size: number;
  readonly type: string;
  readonly parts: AsyncIterable<Uint8Array>;
};

export type Stored =
  | { readonly type: 'stored'; readonly link: string }
  /** Another file has the name. */
  | { readonly type: 'taken' }
  /** The service has forgotten what it had of it: it has to be sent from its beginning. */
  | { readonly type: 'lost' }
  /** What came was not as long as was said. */
  | { readonly type: 'cutShort' };

/** Other documents of the projects, in the library. */
export interface Files {
  /** Never over another file. A fault says that it is not known whether it is there. */
  put(place: FilePlace, file: SentFile): Promise<Stored>;
  /** Where people open it, and how large it is; undefined when there is none of that name. */
  find(place: FilePlace): Promise<{ readonly link: string; readonly size: number } | undefined>;
  /** Lays it in the library's recycle bin; what is not there any more is gone too. */
  remove(place: FilePlace): Promise<'gone' | Unremoved>;
}

/** Somebody has it open, or a rule of the library keeps it. */
export type Unremoved = 'busy' | 'kept';

/** The pictures of stories, in the library. A picture's id is the hash of its bytes. */
export interface Pictures {
  /** Puts a picture there under its id; there already = nothing happens. */
  put(id: string, bytes: Uint8Array, type: PictureType): Promise<void>;
  read(id: string): Promise<{ readonly bytes: Uint8Array; readonly type: PictureType } | undefined>;
}

export type ToldInFeed =
  | { readonly type: 'told' }
  /** The feed shows nothing of an app that the person does not have. */
  | { readonly type: 'notInstalled' }
  | { readonly type: 'failed'; readonly problem: string };

/** What an entry of an activity feed says; `what` is the heading. */
export type FeedEntry = {
  readonly personId: PersonId;
  readonly activityType: ActivityType;
  readonly what: string;
  readonly preview: string;
  /** A Teams deep link. */
  readonly link: string;
  /** An entry of the same chain takes the place of the one before it. */
  readonly chain: string;
};

export interface ActivityFeed {
  tell(entry: FeedEntry): Promise<ToldInFeed>;
}

/** People's mailboxes, as far as they say that somebody is away. */
export interface Mailboxes {
  /** Everybody asked about is answered for; nothing is thrown. */
  read(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, MailboxRead>>;
}

/** Which projects are alike to an idea, by their words and from memory; most alike first. */
export interface Alikes {
  /** Reads these; asking among them does the same, and then takes longer. */
  follow(projects: readonly Row<Project>[]): void;
  among(
    projects: readonly Row<Project>[],
    written: Pick<Project, 'title' | 'purpose'>,
    /** The `seq` of the idea itself, which is alike to nothing but itself. */
    itself: number | null,
  ): readonly { readonly row: Row<Project>; readonly words: readonly string[] }[];
}

export type Deps = {
  readonly stores: Stores;
  readonly clock: Clock;
  /** Danish working days, with the days the settings say it is closed. */
  readonly calendarOf: (closingDays: readonly string[]) => WorkCalendar;
  readonly pictures: Pictures;
  readonly documents: Documents;
  readonly files: Files;
  readonly mailboxes: Mailboxes;
  /** A version of a paper as a Word document. */
  readonly wordOf: WordOf;
  /** The minutes of a kvartalsstatus as a Word document. */
  readonly minutesWordOf: MinutesWordOf;
  /** Its agenda as slides. */
  readonly deckOf: DeckOf;
  /** An effect chain as a Word document. */
  readonly chainWordOf: ChainWordOf;
  readonly alike: Alikes;
  /** SHA-256, hex. */
  readonly hashOf: (text: string) => string;
  /** A short, lower-case id that nobody else makes. */
  readonly newId: () => string;
  /** Work that follows a commit and must not hold up the reply; failures are logged and swept. */
  readonly later: (name: string, work: () => Promise<void>) => void;
};

export const faultCodes = [
  'graph.throttled',
  'graph.unavailable',
  'graph.denied',
  'graph.rejected',
  'row.invalid',
  'connector.unreachable',
  'connector.unavailable',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** The outside failing. Thrown at the edge, caught once per turn; never used for a rule's "no". */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(code: FaultCode, context: Record<string, unknown> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'Fault';
    this.code = code;
    this.context = context;
  }
}
