import { type Ask, askIn, type Exchange, unbroken, withReply } from '../asking/asking.ts';
import { payersOf, type Share } from '../funding.ts';
import type { ProjectId } from '../project.ts';
import {
  type ChefCommentEvent,
  type ChefCommentEventKind,
  type ChefCommentId,
  type ChefStep,
  chefCommentIdOf,
} from './chefComment.ts';

/** What a chef's comment's events come to. */
export type ChefCommentNow = {
  readonly id: ChefCommentId;
  readonly projectId: ProjectId;
  readonly step: ChefStep;
  /** How many events there are: rises with each. */
  readonly revision: number;
  /** The newest question; each is a round of its own. */
  readonly ask: Ask | null;
  /** The chef's whole word of this round: a pool, or what the team has written down. */
  readonly word: ChefCommentEvent | null;
  /** The comment of this round, whole word or not; or that its deadline has passed. */
  readonly said: ChefCommentEvent | null;
  /** Questions of this round, oldest first. */
  readonly exchanges: readonly Exchange<ChefCommentEvent>[];
  readonly events: readonly ChefCommentEvent[];
};

type Mutable = { -readonly [K in keyof ChefCommentNow]: ChefCommentNow[K] };
type Take = (now: Mutable, event: ChefCommentEvent) => void;

const takeAsk: Take = (now, event) => {
  now.ask = askIn(event, null);
  now.word = null;
  now.said = null;
  now.exchanges = [];
};

const takeWord: Take = (now, event) => {
  now.word = event;
  now.said = event;
};

const takes: Record<ChefCommentEventKind, Take> = {
  asked: takeAsk,
  chosen: takeWord,
  noted: takeWord,
  commented: (now, event) => {
    now.said = event;
  },
  passed: (now, event) => {
    now.said ??= event;
  },
  question: (now, question) => {
    now.exchanges = [...now.exchanges, { question, reply: null }];
  },
  reply: (now, reply) => {
    now.exchanges = withReply(now.exchanges, reply);
  },
  withdrawn: (now) => {
    now.ask = null;
    now.word = null;
    now.said = null;
    now.exchanges = [];
  },
};

/** Folds the events, in order of their numbers; none yet is a comment nobody asked for. */
export const chefCommentNowOf = (
  { projectId, step }: Pick<ChefCommentNow, 'projectId' | 'step'>,
  events: readonly ChefCommentEvent[],
): ChefCommentNow => {
  const now: Mutable = {
    ...{ id: chefCommentIdOf(projectId, step), projectId, step, revision: 0 },
    ...{ ask: null, word: null, said: null, exchanges: [], events: unbroken(events) },
  };
  for (const event of now.events) {
    now.revision = event.seq;
    takes[event.kind](now, event);
  }
  return now;
};

/**
 * What the chef is still asked for: past the deadline, or after a comment alone, only the pool; and
 * nothing more when the gate asks for nothing (domain.md, The chef before the gate).
 */
export const lacksOf = (
  { ask, word, said }: ChefCommentNow,
  needsPool: boolean,
): 'both' | 'pool' | 'comment' | null => {
  if (ask === null || word !== null) return null;
  if (needsPool) return said === null ? 'both' : 'pool';
  return said === null ? 'comment' : null;
};

/** Whether the project's shares are what the chef chose; what people set themselves is at least two. */
export const followsChoice = (word: ChefCommentEvent | null, shares: readonly Share[]): boolean => {
  const payer = word?.payer ?? null;
  if (payer === null) return true;
  const pools = payersOf(shares).map(({ pool }) => pool);
  return payer === 'several' ? pools.length > 1 : pools.length === 1 && pools[0] === payer;
};

/** What makes the step done: the whole word, or where no pool is needed the comment or its deadline. */
export const holdingWord = (
  now: ChefCommentNow,
  around: {
    readonly needsPool: boolean;
    readonly shares: readonly Share[];
    /** When a gate last sent the project back, and with it the step. */
    readonly undoneAt: string | null;
  },
): ChefCommentEvent | null => {
  const { needsPool, shares, undoneAt } = around;
  const event = needsPool ? now.word : (now.word ?? now.said);
  if (!event || (undoneAt !== null && event.at <= undoneAt)) return null;
  return needsPool && !followsChoice(now.word, shares) ? null : event;
};
