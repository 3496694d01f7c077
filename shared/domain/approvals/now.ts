import { type Ask, askIn, type Exchange, unbroken, withReply } from '../asking/asking.ts';
import type { ProjectId } from '../project.ts';
import {
  type ApprovalEvent,
  type ApprovalEventKind,
  type ApprovalId,
  type ApprovalStep,
  approvalIdOf,
  isOtherPaper,
  type PaperFacts,
  sameFacts,
} from './approval.ts';

/** The owner is asked about these facts. */
export type ApprovalAsk = Ask & { readonly facts: PaperFacts };

/** A yes, and what it was said to. */
export type Yes = ApprovalEvent & { readonly facts: PaperFacts };

/** What an approval's events come to. */
export type ApprovalNow = {
  readonly id: ApprovalId;
  readonly projectId: ProjectId;
  readonly step: ApprovalStep;
  /** How many events there are: rises with each. */
  readonly revision: number;
  readonly ask: ApprovalAsk | null;
  /** Its answer, when there is one. */
  readonly answer: ApprovalEvent | null;
  /** The newest yes that was not taken back; whether it still holds is asked of `holdingYes`. */
  readonly yes: Yes | null;
  /** The yes before this round: what a change is told against. */
  readonly base: Yes | null;
  /** Questions of this round, oldest first. */
  readonly exchanges: readonly Exchange<ApprovalEvent>[];
  readonly events: readonly ApprovalEvent[];
};

type Mutable = { -readonly [K in keyof ApprovalNow]: ApprovalNow[K] };

const takeAsk = (now: Mutable, event: ApprovalEvent): void => {
  if (!event.facts) return;
  const waiting = now.answer === null ? now.ask : null;
  now.ask = { ...askIn(event, waiting), facts: event.facts };
  if (waiting) return;
  now.base = now.yes;
  now.exchanges = [];
  now.answer = null;
};

const takeYes = (now: Mutable, event: ApprovalEvent): void => {
  if (!event.facts) return;
  now.yes = { ...event, facts: event.facts };
  now.answer = event;
};

const takeBack = (now: Mutable, event: ApprovalEvent): void => {
  now.yes = null;
  now.answer = event;
};

const takes: Record<ApprovalEventKind, (now: Mutable, event: ApprovalEvent) => void> = {
  asked: takeAsk,
  approved: takeYes,
  noted: takeYes,
  sentBack: takeBack,
  withdrawn: takeBack,
  question: (now, question) => {
    now.exchanges = [...now.exchanges, { question, reply: null }];
  },
  reply: (now, reply) => {
    now.exchanges = withReply(now.exchanges, reply);
  },
};

/** Folds an approval's events, in order of their numbers; none yet is an approval nobody asked for. */
export const approvalNowOf = (
  { projectId, step }: Pick<ApprovalNow, 'projectId' | 'step'>,
  events: readonly ApprovalEvent[],
): ApprovalNow => {
  const now: Mutable = {
    ...{ id: approvalIdOf(projectId, step), projectId, step, revision: 0 },
    ...{ ask: null, answer: null, yes: null, base: null, exchanges: [] },
    events: unbroken(events),
  };
  for (const event of now.events) {
    now.revision = event.seq;
    takes[event.kind](now, event);
  }
  return now;
};

/** The owner's answer is waited for: the clock runs. */
export const isWaiting = (
  now: ApprovalNow,
): now is ApprovalNow & { readonly ask: ApprovalAsk; readonly answer: null } =>
  now.ask !== null && now.answer === null;

/** The yes that holds: said to the facts as they are, and not before a gate undid the step. */
export const holdingYes = (
  now: ApprovalNow,
  facts: PaperFacts,
  undoneAt: string | null,
): Yes | null =>
  now.yes && sameFacts(now.yes.facts, facts) && (undoneAt === null || now.yes.at > undoneAt)
    ? now.yes
    : null;

/**
 * Whether what the owner was asked about has changed so that they are asked anew: while they are
 * being asked, after they said yes, and when another paper came after they sent one back.
 */
export const isOutdated = (now: ApprovalNow, facts: PaperFacts): boolean => {
  if (!now.ask || facts.link === '' || facts.ownerId === null) return false;
  if (isWaiting(now)) return !sameFacts(now.ask.facts, facts);
  if (now.answer?.kind === 'sentBack') return isOtherPaper(now.ask.facts, facts);
  return now.yes !== null && !sameFacts(now.yes.facts, facts);
};
