import type { PersonId } from '../person.ts';
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
export type ApprovalAsk = {
  /** The event that asked. */
  readonly seq: number;
  /** The event that asked first since the last answer: asking anew before it is no new question. */
  readonly round: number;
  readonly at: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly facts: PaperFacts;
  readonly dueAt: string;
  readonly nudgeAt: string;
};

/** A question of the owner's, with the reply when there is one. */
export type Exchange = {
  readonly question: ApprovalEvent;
  readonly reply: ApprovalEvent | null;
};

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
  readonly exchanges: readonly Exchange[];
  readonly events: readonly ApprovalEvent[];
};

type Mutable = { -readonly [K in keyof ApprovalNow]: ApprovalNow[K] };

const askIn = (now: Mutable, event: ApprovalEvent, facts: PaperFacts): ApprovalAsk => ({
  seq: event.seq,
  round: now.ask && !now.answer ? now.ask.round : event.seq,
  at: event.at,
  byId: event.byId,
  byName: event.byName,
  facts,
  dueAt: event.dueAt ?? event.at,
  nudgeAt: event.nudgeAt ?? event.at,
});

const takeAsk = (now: Mutable, event: ApprovalEvent): void => {
  if (!event.facts) return;
  const isNewRound = !now.ask || now.answer !== null;
  now.ask = askIn(now, event, event.facts);
  if (!isNewRound) return;
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

const takeReply = (now: Mutable, event: ApprovalEvent): void => {
  now.exchanges = now.exchanges.map((one) =>
    one.question.seq === event.about && !one.reply ? { ...one, reply: event } : one,
  );
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
  reply: takeReply,
};

/** What follows a number that is not known (yet) cannot be judged. */
const unbroken = (events: readonly ApprovalEvent[]): readonly ApprovalEvent[] => {
  const ordered = [...events].sort((a, b) => a.seq - b.seq);
  const hole = ordered.findIndex((event, at) => event.seq !== at + 1);
  return hole < 0 ? ordered : ordered.slice(0, hole);
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
