import { type Ask, askIn, type Exchange, unbroken, withReply } from '../asking/asking.ts';
import type { PersonId } from '../person.ts';
import type { Project, ProjectId } from '../project.ts';
import {
  type InterestEvent,
  type InterestEventKind,
  type InterestId,
  interestIdOf,
} from './interest.ts';

/** What the events of the question of interest come to. */
export type InterestNow = {
  readonly id: InterestId;
  readonly projectId: ProjectId;
  /** How many events there are: rises with each. */
  readonly revision: number;
  readonly ask: Ask | null;
  /** The leder who is asked; null where it is the chef of the lead area. */
  readonly askedId: PersonId | null;
  /** What was answered in this round, or written down. */
  readonly word: InterestEvent | null;
  /** Who was named as owner in this round, or that it is not known yet. */
  readonly owner: InterestEvent | null;
  /** Questions of this round, oldest first. */
  readonly exchanges: readonly Exchange<InterestEvent>[];
  readonly events: readonly InterestEvent[];
};

type Mutable = { -readonly [K in keyof InterestNow]: InterestNow[K] };
type Take = (now: Mutable, event: InterestEvent) => void;

const clear: Take = (now) => {
  now.word = null;
  now.owner = null;
  now.exchanges = [];
};

const takeWord: Take = (now, event) => {
  now.word = event;
};

const takes: Record<InterestEventKind, Take> = {
  asked: (now, event) => {
    const isSameRound = now.ask !== null && now.word === null;
    now.ask = askIn(event, isSameRound ? now.ask : null);
    now.askedId = event.askedId;
    if (!isSameRound) clear(now, event);
  },
  yes: takeWord,
  notNow: takeWord,
  no: takeWord,
  noted: takeWord,
  owner: (now, event) => {
    now.owner = event;
  },
  question: (now, question) => {
    now.exchanges = [...now.exchanges, { question, reply: null }];
  },
  reply: (now, reply) => {
    now.exchanges = withReply(now.exchanges, reply);
  },
  withdrawn: (now, event) => {
    now.ask = null;
    now.askedId = null;
    clear(now, event);
  },
};

/** Folds the events, in order of their numbers; none yet is an idea that nobody was asked about. */
export const interestNowOf = (
  { projectId }: Pick<InterestNow, 'projectId'>,
  events: readonly InterestEvent[],
): InterestNow => {
  const now: Mutable = {
    ...{ id: interestIdOf(projectId), projectId, revision: 0, ask: null, askedId: null },
    ...{ word: null, owner: null, exchanges: [], events: unbroken(events) },
  };
  for (const event of now.events) {
    now.revision = event.seq;
    takes[event.kind](now, event);
  }
  return now;
};

/** What whoever is asked still owes: an answer, and after a yes who is the owner. */
export const owedBy = (
  { ask, word, owner }: InterestNow,
  { ownerId }: Pick<Project, 'ownerId'>,
): 'interest' | 'owner' | null => {
  if (ask === null) return null;
  if (word === null) return 'interest';
  return word.kind === 'yes' && owner === null && ownerId === null ? 'owner' : null;
};

/** What makes the step done: somebody wants it, or it is written down that they do. */
export const wantingWord = ({ word }: InterestNow): InterestEvent | null =>
  word?.kind === 'yes' || word?.kind === 'noted' ? word : null;

/** Why it lies in the backlog: it is not wanted, or not now. */
export const decliningWord = ({ word }: InterestNow): InterestEvent | null =>
  word?.kind === 'no' || word?.kind === 'notNow' ? word : null;
