import { type Ask, askIn, type Exchange, unbroken, withReply } from '../asking/asking.ts';
import { listed } from '../listed.ts';
import type { PersonId } from '../person.ts';
import {
  type AskedSeat,
  type InquiryEvent,
  type InquiryEventKind,
  type InquiryId,
  type InquiryOf,
  inquiryIn,
} from './inquiry.ts';

/** What the events of something that is asked come to. */
export type InquiryNow = InquiryOf & {
  readonly id: InquiryId;
  /** How many events there are: rises with each. */
  readonly revision: number;
  readonly ask: Ask | null;
  /** The words of whoever asked, in this round. */
  readonly asked: InquiryEvent | null;
  readonly askedId: PersonId | null;
  /** The yeses of those who are asked at once, until the last of them, or a no, is the word. */
  readonly said: readonly InquiryEvent[];
  /** The answer of this round. */
  readonly word: InquiryEvent | null;
  /** That it has been bought. */
  readonly bought: InquiryEvent | null;
  /** Questions back in this round, oldest first. */
  readonly exchanges: readonly Exchange<InquiryEvent>[];
  readonly events: readonly InquiryEvent[];
};

/** Those who are asked at once and have not answered yet. */
export const unsaidSeats = ({
  asked,
  said,
}: Pick<InquiryNow, 'asked' | 'said'>): readonly AskedSeat[] =>
  (asked?.seats ?? []).filter(({ seat }) => !said.some((one) => one.seat === seat));

/** Whom an answer is waited for from, by name. */
export const waitedNames = (now: Pick<InquiryNow, 'asked' | 'said'>): string => {
  const left = unsaidSeats(now).map(({ name }) => name);
  return left.length > 0 ? listed(left) : (now.asked?.askedName ?? '');
};

type Mutable = { -readonly [K in keyof InquiryNow]: InquiryNow[K] };

const takes: Record<InquiryEventKind, (now: Mutable, event: InquiryEvent) => void> = {
  asked: (now, event) => {
    const isSameRound = now.ask !== null && now.word === null;
    now.ask = askIn(event, isSameRound ? now.ask : null);
    now.asked = event;
    now.askedId = event.askedId;
    if (isSameRound) return;
    now.word = null;
    now.said = [];
    now.exchanges = [];
  },
  answered: (now, event) => {
    const isOneOfMany = (now.asked?.seats.length ?? 0) > 0;
    // A last word is put right by whoever had it.
    if (isOneOfMany && now.word && now.word.seat !== event.seat) return;
    const others = now.said.filter(({ seat }) => seat !== event.seat);
    if (isOneOfMany) now.said = event.answer === 'buy' ? [...others, event] : others;
    const isWaiting = isOneOfMany && event.answer === 'buy' && unsaidSeats(now).length > 0;
    now.word = isWaiting ? null : event;
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
    now.said = [];
  },
  bought: (now, event) => {
    now.bought = event;
  },
};

/** Folds the events, in order of their numbers; none yet is something nobody has asked. */
export const inquiryNowOf = (
  { id, projectId, subject, step }: InquiryOf & { readonly id: InquiryId },
  events: readonly InquiryEvent[],
): InquiryNow => {
  const now: Mutable = {
    ...{ id, projectId, subject, step, revision: 0, ask: null, asked: null, askedId: null },
    ...{ said: [], word: null, bought: null, exchanges: [], events: unbroken(events) },
  };
  for (const event of now.events) {
    now.revision = event.seq;
    takes[event.kind](now, event);
  }
  return now;
};

/** The same by its id; undefined where the id names nothing that can be asked. */
export const inquiryNowBy = (
  id: InquiryId,
  events: readonly InquiryEvent[],
): InquiryNow | undefined => {
  const of = inquiryIn(id);
  return of === null ? undefined : inquiryNowOf({ id, ...of }, events);
};

type Waiting = InquiryNow & { readonly ask: Ask; readonly asked: InquiryEvent };

/** An answer is waited for, as far as the events say. */
export const isAsking = (now: InquiryNow): now is Waiting => now.ask !== null && now.word === null;

/** The newest answer, of whatever round: what stands until there is another. */
export const lastAnswer = ({ events }: Pick<InquiryNow, 'events'>): InquiryEvent | null =>
  events.findLast(({ kind }) => kind === 'answered') ?? null;
