import { type Ask, askIn, type Exchange, unbroken, withReply } from '../asking/asking.ts';
import {
  type VisitEvent,
  type VisitEventKind,
  type VisitId,
  type VisitStep,
  type VisitTerms,
  visitSteps,
  visitTermsIn,
} from './visit.ts';

export type StepNow = {
  /** The day it was held, or is to be. */
  readonly day: string | null;
  readonly done: boolean;
  /** The event that said so; 0 = only the plan has. */
  readonly seq: number;
};

/** What the numbered events of a visit come to; what was seen in it is `findingsOf`. */
export type VisitNow = {
  readonly id: VisitId;
  readonly revision: number;
  /** The newest event that a card tells of: what is grouped in the unit redraws no card. */
  readonly told: number;
  /** Null before anybody has planned it. */
  readonly terms: VisitTerms | null;
  /** The event that said so. */
  readonly written: number;
  readonly ask: Ask | null;
  readonly asked: VisitEvent | null;
  /** The leder's answer to it. */
  readonly word: VisitEvent | null;
  /** What the leder said yes to; null when they have not. */
  readonly agreed: VisitTerms | null;
  readonly exchanges: readonly Exchange<VisitEvent>[];
  readonly steps: Readonly<Record<VisitStep, StepNow>>;
  readonly withdrawn: VisitEvent | null;
  readonly events: readonly VisitEvent[];
};

type Mutable = { -readonly [K in keyof VisitNow]: VisitNow[K] };

/** What a step's own event says stands; the plan says the rest. */
const stepsPlanned = ({ steps }: Mutable, terms: VisitTerms): VisitNow['steps'] =>
  Object.fromEntries(
    visitSteps.map((step) => {
      const { done, seq, day } = steps[step];
      return [step, { done, seq, day: done ? day : terms.days[step] }];
    }),
  ) as VisitNow['steps'];

/** Somebody else is asked for their own yes. */
const askNobody = (now: Mutable): void => {
  now.ask = null;
  now.asked = null;
  now.word = null;
  now.agreed = null;
  now.exchanges = [];
};

/** Beside what becomes of the findings, which is no part of the plan. */
const takes: Partial<Record<VisitEventKind, (now: Mutable, event: VisitEvent) => void>> = {
  planned: (now, event) => {
    const terms = visitTermsIn(event);
    if (now.terms && now.terms.lederId !== terms.lederId) askNobody(now);
    now.terms = terms;
    now.written = event.seq;
    now.steps = stepsPlanned(now, terms);
  },
  asked: (now, event) => {
    const isSameRound = now.ask !== null && now.word === null;
    now.ask = askIn(event, isSameRound ? now.ask : null);
    now.asked = event;
    if (isSameRound) return;
    now.word = null;
    now.exchanges = [];
  },
  answered: (now, event) => {
    now.word = event;
    now.agreed = event.answer === 'yes' ? now.terms : null;
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
  stepped: (now, event) => {
    if (event.step === null) return;
    const { done, day, seq } = event;
    now.steps = { ...now.steps, [event.step]: { done, day, seq } };
  },
};

const untaken = Object.fromEntries(
  visitSteps.map((step) => [step, { day: null, done: false, seq: 0 }]),
) as VisitNow['steps'];

/** Folds the numbered events, in their order; none yet is a visit that nobody has planned. */
export const visitNowOf = (id: VisitId, events: readonly VisitEvent[]): VisitNow => {
  const now: Mutable = {
    ...{ id, revision: 0, told: 0, terms: null, written: 0, ask: null, asked: null, word: null },
    ...{ agreed: null, exchanges: [], steps: untaken, withdrawn: null, events: unbroken(events) },
  };
  for (const event of now.events) {
    now.revision = event.seq;
    const take = takes[event.kind];
    if (!take) continue;
    now.told = event.seq;
    take(now, event);
  }
  return now;
};

export type Planned = VisitNow & { readonly terms: VisitTerms };

export const isPlanned = (now: VisitNow): now is Planned => now.terms !== null;

/** An answer is waited for. */
export const isAsking = (
  now: VisitNow,
): now is Planned & { readonly ask: Ask; readonly asked: VisitEvent } =>
  now.ask !== null && now.word === null && now.withdrawn === null && isPlanned(now);

/** The step that comes next; null when all are done. */
export const nextStep = ({ steps }: Pick<VisitNow, 'steps'>): VisitStep | null =>
  visitSteps.find((step) => !steps[step].done) ?? null;

/**
 * The day it counts as carried out: its practice, which is the visit itself. What is chosen may be
 * chosen in another year.
 */
export const carriedOutOn = ({ steps }: Pick<VisitNow, 'steps'>): string | null =>
  steps.practice.done ? steps.practice.day : null;

/** The day it is planned for: its practice, else whatever of it is known. */
export const plannedFor = ({ steps }: Pick<VisitNow, 'steps'>): string | null =>
  steps.practice.day ??
  visitSteps.map((step) => steps[step].day).find((day) => day !== null) ??
  null;

export type VisitState =
  /** Called off. */
  | 'withdrawn'
  /** Nobody has asked the leder. */
  | 'planned'
  | 'asked'
  /** The leder would rather another day. */
  | 'otherDay'
  | 'declined'
  /** The leder has said yes, and nothing has been held. */
  | 'agreed'
  | 'underWay'
  | 'done';

const answerStates = { yes: 'agreed', otherDay: 'otherDay', no: 'declined' } as const;

export const visitStateOf = (now: VisitNow): VisitState => {
  if (now.withdrawn) return 'withdrawn';
  if (nextStep(now) === null) return 'done';
  if (visitSteps.some((step) => now.steps[step].done)) return 'underWay';
  if (now.ask === null) return 'planned';
  return now.word?.answer ? answerStates[now.word.answer] : 'asked';
};

/** It takes place, or is to: not called off, and not turned down. */
export const isStanding = (now: VisitNow): boolean => {
  const state = visitStateOf(now);
  return isPlanned(now) && state !== 'withdrawn' && state !== 'declined';
};

/** What the leder said yes to was something else: other days, or more people. */
export const isChangedSinceYes = ({ terms, agreed }: VisitNow): boolean =>
  terms !== null && agreed !== null && JSON.stringify(terms) !== JSON.stringify(agreed);
