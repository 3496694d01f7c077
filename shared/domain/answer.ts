import type { AreaId } from './area.ts';
import { answerersOf, type Decider } from './decider.ts';
import { type PoolView, yearNotOpenedIn } from './funding.ts';
import {
  type Choice,
  grantsMoney,
  isChoiceOf,
  isReason,
  needsReason,
  outcomeRule,
} from './gates.ts';
import type { Person } from './person.ts';
import type { Decision, GateRequest, Statement } from './request.ts';
import { done, type Result, refused } from './result.ts';

/** Comments, reasons and questions: longer than this belongs in a document. */
export const longestComment = 2_000;

/** What somebody presses on a request. `seat` only when a person holds more than one. */
export type Given = { readonly seat?: AreaId | undefined } & (
  | { readonly type: 'choose'; readonly choice: Choice; readonly comment: string }
  | { readonly type: 'meeting'; readonly comment: string }
  | { readonly type: 'ask'; readonly comment: string }
  | { readonly type: 'lift'; readonly comment: string }
  | { readonly type: 'toCommonPool'; readonly comment: string }
);

export type Refusal =
  | { readonly type: 'alreadyEnded'; readonly decision: Decision }
  | { readonly type: 'notYours'; readonly decider: Decider }
  | { readonly type: 'notAnOutcome' }
  | { readonly type: 'notVerySmall' }
  | { readonly type: 'reasonRequired'; readonly choice: Choice }
  | { readonly type: 'questionRequired' }
  | { readonly type: 'commentTooLong'; readonly longest: number }
  | { readonly type: 'poolShort'; readonly pools: readonly PoolView[] }
  /** The pools of the year we are in have no budget yet: the money is not gone. */
  | { readonly type: 'yearNotOpened'; readonly year: number }
  /** Lifting or going to the meeting, where the chefgruppe or one chef decides already. */
  | { readonly type: 'notHere' };

/** What an answer does: it ends the request, or it is one more thing said about it. */
export type Effect =
  | {
      readonly type: 'end';
      readonly ending: 'decided' | 'lifted' | 'toCommonPool';
      readonly choice: Choice | null;
    }
  | {
      readonly type: 'say';
      readonly kind: 'position' | 'meeting' | 'question';
      readonly choice: Choice | null;
    };

export type Answered = {
  readonly effect: Effect;
  readonly seat: AreaId;
  readonly onBehalf: boolean;
  readonly comment: string;
};

/** What the rule needs to know at the moment of the answer, all of it read by the server. */
export type AnswerFacts = {
  readonly request: GateRequest;
  readonly decision: Decision | undefined;
  readonly verySmall: boolean;
  readonly pools: readonly PoolView[];
  readonly people: readonly Person[];
  /** Today in Copenhagen, YYYY-MM-DD. */
  readonly day: string;
};

const seatFor = (
  facts: AnswerFacts,
  personId: string,
  wanted: AreaId | undefined,
): { seat: AreaId; deputy: boolean } | undefined => {
  const seats = answerersOf(facts.request.decider, facts.people, facts.day).filter(
    (answerer) => answerer.person.id === personId,
  );
  if (wanted !== undefined) return seats.find((answerer) => answerer.seat === wanted);
  return seats.find((answerer) => !answerer.deputy) ?? seats[0];
};

/** Why pools cannot pay what is asked of them; null when they can. */
export const shortageOf = (
  pools: readonly PoolView[],
): Extract<Refusal, { type: 'poolShort' | 'yearNotOpened' }> | null => {
  const year = yearNotOpenedIn(pools);
  if (year !== null) return { type: 'yearNotOpened', year };
  return pools.some((pool) => pool.missingOre > 0) ? { type: 'poolShort', pools } : null;
};

const choiceRefusal = (facts: AnswerFacts, choice: Choice, comment: string): Refusal | null => {
  const { gate } = facts.request;
  if (!isChoiceOf(gate, choice)) return { type: 'notAnOutcome' };
  if (outcomeRule(gate, choice.outcome)?.onlyFor === 'verySmall' && !facts.verySmall)
    return { type: 'notVerySmall' };
  if (needsReason(gate, choice) && !isReason(comment)) return { type: 'reasonRequired', choice };
  return grantsMoney(gate, choice) ? shortageOf(facts.pools) : null;
};

const chosen = (facts: AnswerFacts, choice: Choice, comment: string): Result<Effect, Refusal> => {
  const refusal = choiceRefusal(facts, choice, comment);
  if (refusal) return refused(refusal);
  return facts.request.decider.type === 'chef'
    ? done({ type: 'end', ending: 'decided', choice })
    : done({ type: 'say', kind: 'position', choice });
};

const effectOf = (facts: AnswerFacts, given: Given): Result<Effect, Refusal> => {
  const isHearing = facts.request.decider.type === 'chefgruppe';
  const notHere = refused<Refusal>({ type: 'notHere' });
  switch (given.type) {
    case 'choose':
      return chosen(facts, given.choice, given.comment);
    case 'ask':
      return isReason(given.comment)
        ? done({ type: 'say', kind: 'question', choice: null })
        : refused({ type: 'questionRequired' });
    case 'meeting':
      return isHearing ? done({ type: 'say', kind: 'meeting', choice: null }) : notHere;
    case 'lift':
      return isHearing ? notHere : done({ type: 'end', ending: 'lifted', choice: null });
    case 'toCommonPool':
      return isHearing || facts.request.askOre === 0
        ? notHere
        : done({ type: 'end', ending: 'toCommonPool', choice: null });
  }
};

/**
 * Pure: what an answer would do, or why not. Who may answer is read from the stored decider and
 * today's seats, never from the card. The caller stores the effect and tells people.
 */
export const answer = (
  facts: AnswerFacts,
  personId: string,
  given: Given,
): Result<Answered, Refusal> => {
  const seat = seatFor(facts, personId, given.seat);
  if (facts.decision) return refused({ type: 'alreadyEnded', decision: facts.decision });
  if (!seat) return refused({ type: 'notYours', decider: facts.request.decider });
  if (given.comment.length > longestComment)
    return refused({ type: 'commentTooLong', longest: longestComment });
  const effect = effectOf(facts, given);
  return effect.ok
    ? done({
        effect: effect.value,
        seat: seat.seat,
        onBehalf: seat.deputy,
        comment: given.comment.trim(),
      })
    : effect;
};

/** Whether a press says the same as a statement that is already there. */
export const saysTheSame = (a: Statement, b: Statement): boolean =>
  a.kind === b.kind &&
  a.seat === b.seat &&
  a.byId === b.byId &&
  a.outcome === b.outcome &&
  a.spread === b.spread &&
  a.rethink === b.rethink &&
  a.text === b.text;
