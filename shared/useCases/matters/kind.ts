import type { Message } from '#shared/domain/message.ts';
import type { Matter, ShortMatter } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import type { Deps, Row } from '../ports.ts';
import type { Waiting } from '../requests/views.ts';

/** What a message tells of as it stands, and what has become of the telling. */
export type Told = {
  readonly matter: Matter;
  /** Over before anybody was told. */
  readonly isOvertaken: boolean;
  /**
   * Whether somebody still lacks it. Stricter than not overtaken, because it is asked long after: a
   * deputy whose days are over need not be found, but may stand in again.
   */
  readonly isWanted: boolean;
};

/** A matter whose answer, or reply to a question, is waited for from somebody, and since when. */
export type WaitingMatter = { readonly since: string; readonly waits: 'answer' | 'reply' } & (
  | { readonly type: 'request'; readonly waiting: Waiting }
  | ShortMatter
);

/** Something of a matter that was cut off, and how it is brought to its end. */
export type Unfinished = readonly [matter: string, finish: () => Promise<void>];

/** A kind of matter (sag), for all that walks over messages and over what waits for somebody. */
export type MatterKind = {
  /** The revision a message about it should show; cheaper than drawing it. */
  readonly revision: (deps: Deps, message: Message) => number;
  /** From memory; undefined when it is not there (any more). */
  readonly told: (deps: Deps, message: Message) => Told | undefined;
  /** Who else may answer what a message asks this person, the person included. */
  readonly answerers: (deps: Deps, message: Message, personId: PersonId) => readonly PersonId[];
  /** What waits for a person, longest waiting first; what is open is looked up once for all who are asked for. */
  readonly waiting: (deps: Deps) => (personId: PersonId) => readonly WaitingMatter[];
  /** Every message about this project's matters of the kind. */
  readonly toldOfProject: (deps: Deps, projectId: ProjectId) => readonly Row<Message>[];
  /** What may lack something, for the sweep. */
  readonly unfinished: (deps: Deps) => Promise<readonly Unfinished[]>;
  /** Tells what the clock, the people or the project call for; returns how many were put in. */
  readonly byClock: (deps: Deps) => Promise<number>;
};

/** Of a kind that the sweep looks after by itself. */
export const sweptElsewhere = {
  unfinished: async () => [],
  byClock: async () => 0,
} as const satisfies Pick<MatterKind, 'unfinished' | 'byClock'>;

/** Of a kind that tells of money, and asks nobody anything. */
export const asksNobody = {
  answerers: () => [],
  waiting: () => () => [],
  toldOfProject: () => [],
} as const satisfies Pick<MatterKind, 'answerers' | 'waiting' | 'toldOfProject'>;
