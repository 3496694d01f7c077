import { type Ask, askIn, type Exchange, unbroken, withReply } from '../asking/asking.ts';
import type { ProjectId } from '../project.ts';
import {
  type BenefitEvent,
  type BenefitEventKind,
  type BenefitId,
  type BenefitTerms,
  projectOfBenefit,
  termsIn,
} from './benefit.ts';

/** What the events of a benefit come to. */
export type BenefitNow = {
  readonly id: BenefitId;
  readonly projectId: ProjectId;
  /** How many events there are: rises with each. */
  readonly revision: number;
  /** What is promised; null before anybody has written it. */
  readonly terms: BenefitTerms | null;
  /** The event that said so. */
  readonly written: number;
  readonly ask: Ask | null;
  /** The event that asked: with the month, and the promise as it was then. */
  readonly asked: BenefitEvent | null;
  /** What was said to it: a number, a day, or that it cannot be measured. */
  readonly word: BenefitEvent | null;
  /** What was measured, oldest first; of a month that was answered twice, the last. */
  readonly answers: readonly BenefitEvent[];
  /** The months that have been asked about. */
  readonly months: readonly number[];
  /** That it cannot be measured, as long as nobody has. */
  readonly unmeasurable: BenefitEvent | null;
  readonly withdrawn: BenefitEvent | null;
  readonly exchanges: readonly Exchange<BenefitEvent>[];
  readonly events: readonly BenefitEvent[];
};

type Mutable = { -readonly [K in keyof BenefitNow]: BenefitNow[K] };

const takes: Record<BenefitEventKind, (now: Mutable, event: BenefitEvent) => void> = {
  written: (now, event) => {
    // Measured in another way, it may be measured after all.
    if (now.terms?.indicator !== event.indicator) now.unmeasurable = null;
    now.terms = termsIn(event);
    now.written = event.seq;
  },
  asked: (now, event) => {
    now.ask = askIn(event, null);
    now.asked = event;
    now.word = null;
    now.exchanges = [];
    if (event.month !== null && !now.months.includes(event.month))
      now.months = [...now.months, event.month];
  },
  answered: (now, event) => {
    const others = now.answers.filter(({ month }) => month === null || month !== event.month);
    now.answers = [...others, event];
    now.unmeasurable = null;
    if (now.ask !== null) now.word = event;
  },
  notYet: (now, event) => {
    now.word = event;
  },
  unmeasurable: (now, event) => {
    now.word = now.ask === null ? null : event;
    now.unmeasurable = event;
  },
  question: (now, question) => {
    now.exchanges = [...now.exchanges, { question, reply: null }];
  },
  reply: (now, reply) => {
    now.exchanges = withReply(now.exchanges, reply);
  },
  withdrawn: (now, event) => {
    now.withdrawn = event;
    now.ask = null;
  },
};

/** Folds the events, in order of their numbers; none yet is a benefit that nobody has written. */
export const benefitNowOf = (
  { id, projectId }: Pick<BenefitNow, 'id' | 'projectId'>,
  events: readonly BenefitEvent[],
): BenefitNow => {
  const now: Mutable = {
    ...{ id, projectId, revision: 0, terms: null, written: 0, ask: null, asked: null, word: null },
    ...{ answers: [], months: [], unmeasurable: null, withdrawn: null, exchanges: [] },
    events: unbroken(events),
  };
  for (const event of now.events) {
    now.revision = event.seq;
    takes[event.kind](now, event);
  }
  return now;
};

/** The same by its id; undefined where the id names no benefit. */
export const benefitNowBy = (
  id: BenefitId,
  events: readonly BenefitEvent[],
): BenefitNow | undefined => {
  const projectId = projectOfBenefit(id);
  return projectId === null ? undefined : benefitNowOf({ id, projectId }, events);
};

type Waiting = BenefitNow & {
  readonly ask: Ask;
  readonly asked: BenefitEvent;
  readonly terms: BenefitTerms;
};

/** An answer is waited for, as far as the events say. */
export const isAsking = (now: BenefitNow): now is Waiting => now.ask !== null && now.word === null;

/** What is promised still: it was written, and not withdrawn. */
export const isPromised = (now: BenefitNow): now is BenefitNow & { readonly terms: BenefitTerms } =>
  now.terms !== null && now.withdrawn === null;

/** The day it was said that it will be known; null when nothing was promised. */
export const promisedDay = ({ word }: Pick<BenefitNow, 'word'>): string | null =>
  word?.kind === 'notYet' ? word.until : null;
