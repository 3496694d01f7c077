import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { RequestAction } from '#shared/contract/cardActions.ts';
import type { Given } from '#shared/domain/answer.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { botFaults } from '#shared/messages/chat.ts';
import type { AnswerResult } from '#shared/useCases/answerRequest.ts';
import { Fault } from '#shared/useCases/ports.ts';
import type { ReplyResult } from '#shared/useCases/replyToQuestion.ts';
import type { BotParts } from './botParts.ts';
import { cardFor, faultCard, questionCardFor, refusedCard } from './cards/cardFor.ts';
import type { CardContext } from './cards/context.ts';
import { rethinkCard } from './cards/nextStepCard.ts';
import { lateCard, notYoursCard, receivedCard } from './cards/noticeCard.ts';
import { questionCard, type ReplyProblem } from './cards/questionCard.ts';
import { inTime, type Outcome } from './deadline.ts';
import { factsOf, log } from './log.ts';
import { userIdsOf } from './messenger.ts';

/** Who presses: authenticated, never what a card says. */
export type Sender = {
  readonly actor: Actor;
  /** The Teams id of whoever pressed: their client draws the card anew by itself. */
  readonly teamsUserId: string;
  readonly conversationId: string;
};

export type Press = Sender & { readonly action: RequestAction };

/** What the person sees: a card in the old one's place, or a short word. */
export type Shown =
  | {
      readonly type: 'card';
      readonly card: IAdaptiveCard;
      /** The request, which others in the chat see too; null for what is one person's own. */
      readonly view: RequestView | null;
    }
  | { readonly type: 'word'; readonly text: string };

/** How it ended in the lists: taken, or not, or nobody knows. */
export type Ending = 'kept' | 'refused' | 'notStored' | 'uncertain';

/** What is shown now, and, when the lists were too slow, what will be shown in the end. */
export type Answered = {
  readonly shown: Shown;
  readonly rest: Promise<{ readonly shown: Shown; readonly ending: Ending }> | null;
};

/** Only what never went out is known not to be stored: a fault may come after the row is there. */
export const endingOf = (outcome: Outcome<{ readonly type: string }>): Ending => {
  if (outcome.type === 'done') return outcome.value.type === 'refused' ? 'refused' : 'kept';
  const { error } = outcome;
  return error instanceof Fault && error.context['outcome'] === 'notSent'
    ? 'notStored'
    : 'uncertain';
};

/** The word in a card's place when there is none to draw from: true, whatever the lists hold. */
export const wordAfter = (ending: Ending): Shown =>
  word(ending === 'notStored' ? botFaults.fault : botFaults.uncertain);

const word = (text: string): Shown => ({ type: 'word', text });
const unknown = word(botFaults.unknownRequest);

/** The seat a press is for: the one it names, else the first of the person's that waits. */
const seatOf = (view: RequestView, press: Press, seats: readonly string[]): string | undefined => {
  const mine = seats.filter((seat) => view.request.decider.seats.includes(seat));
  if (mine.length < 2) return undefined;
  const waits = mine.find(
    (seat) => view.positions.find((one) => one.seat === seat)?.position.type === 'waiting',
  );
  return mine.find((seat) => seat === press.action.seat) ?? waits;
};

type Drawing = { readonly reader: Reader; readonly context: CardContext };

/** The reader of the card that answers a press; after an answer, the next seat that waits. */
const drawingFor = (
  parts: BotParts,
  press: Press,
  view: RequestView,
  extra: Pick<CardContext, 'typed' | 'allChoices'> & { readonly keepSeat?: boolean } = {},
): Drawing => {
  const { keepSeat, ...more } = extra;
  const seats = parts.useCases.seatsFor(press.actor);
  const first = parts.useCases.readerFor(view, press.actor.id);
  const named = keepSeat ? press : { ...press, action: { ...press.action, seat: undefined } };
  const seat = seatOf(view, named, seats);
  const reader: Reader =
    seat === undefined
      ? first
      : {
          ...first,
          seat,
          deputy: seat !== press.actor.area,
          position: view.positions.find((one) => one.seat === seat)?.position ?? first.position,
        };
  const known = parts.known.byConversationId(press.conversationId);
  const userIds =
    known && known.kind !== 'personal'
      ? userIdsOf(known, view, parts.useCases.readerFor)
      : [press.teamsUserId].filter((id) => id !== '');
  return { reader, context: { links: parts.links, userIds, ...more } };
};

/** A card drawn for the one who pressed; the request itself comes along for the others. */
const shownCard = (card: IAdaptiveCard, view: RequestView): Shown => ({ type: 'card', card, view });

const seen = (parts: BotParts, press: Press, view: RequestView): RequestView =>
  parts.useCases.seenBy(press.actor, view);

/** The request in memory, or from the lists when this server has not heard of it yet. */
const viewAtLeast = async (
  parts: BotParts,
  requestId: string,
  revision: number,
): Promise<RequestView | undefined | 'unread'> => {
  const known = parts.useCases.viewOf(requestId);
  if (known && known.revision >= revision) return known;
  const fresh = await inTime(() => parts.useCases.freshViewOf(requestId), parts.deadlineMs);
  if (fresh.type === 'done') return fresh.value ?? known;
  return known ?? 'unread';
};

const givenOf = (action: Exclude<RequestAction, { verb: LookingVerb }>): Given => {
  const { comment, seat } = action;
  return action.verb === 'choose'
    ? {
        type: 'choose',
        choice: { outcome: action.outcome, spread: action.spread, rethink: action.rethink },
        comment,
        seat,
      }
    : { type: action.verb, comment, seat };
};

type LookingVerb = 'refresh' | 'back' | 'rethinkChoices' | 'reply';

const afterAnswer = (parts: BotParts, press: Press, given: Given, result: AnswerResult): Shown => {
  if (result.type === 'unknown') return unknown;
  const { view } = result;
  if (result.type === 'refused') {
    const { reader, context } = drawingFor(parts, press, view, {
      typed: given.comment,
      keepSeat: true,
    });
    return shownCard(refusedCard(view, reader, context, result.refusal, given), view);
  }
  const { reader, context } = drawingFor(parts, press, view);
  return shownCard(cardFor(seen(parts, press, view), reader, context), view);
};

const replyProblems: Readonly<
  Record<
    Exclude<Extract<ReplyResult, { type: 'refused' }>['refusal']['type'], 'alreadyEnded'>,
    ReplyProblem
  >
> = {
  notYours: 'notYours',
  textMissing: 'missing',
  commentTooLong: 'tooLong',
  unknownQuestion: 'notYours',
  alreadyReplied: 'alreadyReplied',
};

type ReplyAction = Extract<RequestAction, { verb: 'reply' }>;

const questionShown = (
  parts: BotParts,
  press: Press,
  action: ReplyAction,
  view: RequestView,
  problem?: ReplyProblem,
): Shown => {
  const typed = problem === undefined ? '' : action.comment;
  const { reader, context } = drawingFor(parts, press, view, { typed });
  const exchange = view.questions.find(({ question }) => question.id === action.question);
  return shownCard(
    exchange
      ? questionCard(view, exchange, reader, context, problem)
      : notYoursCard(view, reader, context),
    view,
  );
};

const afterReply = (
  parts: BotParts,
  press: Press,
  action: ReplyAction,
  result: ReplyResult,
): Shown => {
  if (result.type === 'unknown') return unknown;
  const { view } = result;
  if (result.type !== 'refused') return questionShown(parts, press, action, view);
  const { refusal } = result;
  if (refusal.type !== 'alreadyEnded')
    return questionShown(parts, press, action, view, replyProblems[refusal.type]);
  const { reader, context } = drawingFor(parts, press, view);
  return shownCard(lateCard(view, refusal.decision, reader, context), view);
};

/** The lists failed: the card says what is known, and what was typed is put back. */
const afterFault = (parts: BotParts, press: Press, error: unknown, ending: Ending): Shown => {
  const { action } = press;
  const isUncertain = ending === 'uncertain';
  log(error instanceof Fault ? 'warn' : 'error', 'pressFailed', {
    ...factsOf(error),
    verb: action.verb,
  });
  const view = parts.useCases.viewOf(action.requestId);
  if (!view) return wordAfter(ending);
  if (action.verb === 'reply')
    return questionShown(parts, press, action, view, isUncertain ? 'uncertain' : 'fault');
  const { reader, context } = drawingFor(parts, press, view, {
    typed: action.comment,
    keepSeat: true,
  });
  const card = faultCard(seen(parts, press, view), reader, context, isUncertain);
  return shownCard(card, view);
};

/** On its way into the lists, also when this server has not heard of the request itself. */
const received = (parts: BotParts, press: Press): Shown => {
  const view = parts.useCases.viewOf(press.action.requestId);
  if (!view) return word(botFaults.received);
  const { reader, context } = drawingFor(parts, press, view);
  return shownCard(receivedCard(view, reader, context), view);
};

/** Stores what a press says, and answers in time whether the lists are done or not. */
const stored = async <R extends { readonly type: string }>(
  parts: BotParts,
  press: Press,
  work: () => Promise<R>,
  show: (result: R) => Shown,
): Promise<Answered> => {
  const ended = (outcome: Outcome<R>): Shown =>
    outcome.type === 'done'
      ? show(outcome.value)
      : afterFault(parts, press, outcome.error, endingOf(outcome));
  const first = await inTime(work, parts.deadlineMs);
  return first.type === 'late'
    ? {
        shown: received(parts, press),
        rest: first.rest.then((outcome) => ({
          shown: ended(outcome),
          ending: endingOf(outcome),
        })),
      }
    : { shown: ended(first), rest: null };
};

/** Verbs that only draw: the card anew, all choices again, the choices after "rethink". */
const looked = async (parts: BotParts, press: Press): Promise<Shown> => {
  const { action } = press;
  const view = await viewAtLeast(parts, action.requestId, action.revision);
  if (!view) return unknown;
  if (view === 'unread') return word(botFaults.fault);
  const typed = { typed: action.comment, keepSeat: true };
  if (action.verb === 'refresh') {
    const { reader, context } = drawingFor(parts, press, view);
    const card =
      action.question === undefined
        ? cardFor(seen(parts, press, view), reader, context)
        : questionCardFor(seen(parts, press, view), action.question, reader, context);
    return shownCard(card, view);
  }
  const { reader, context } = drawingFor(parts, press, view, { ...typed, allChoices: true });
  if (view.state.type === 'ended')
    return shownCard(lateCard(view, view.state.decision, reader, context), view);
  if (reader.seat === null) return shownCard(notYoursCard(view, reader, context), view);
  return action.verb === 'rethinkChoices' && view.request.gate === 'gate3'
    ? shownCard(rethinkCard(view, reader, context), view)
    : shownCard(cardFor(view, reader, context), view);
};

/** Does what a press asks. Who may is asked by the use case, of the store, never of the card. */
export const pressed = async (parts: BotParts, press: Press): Promise<Answered> => {
  if (!parts.ready()) return { shown: word(botFaults.starting), rest: null };
  const { action, actor } = press;
  switch (action.verb) {
    case 'refresh':
    case 'back':
    case 'rethinkChoices':
      return { shown: await looked(parts, press), rest: null };
    case 'reply': {
      const { requestId, question, comment } = action;
      return stored(
        parts,
        press,
        () => parts.useCases.replyToQuestion(actor, { requestId, question, text: comment }),
        (result) => afterReply(parts, press, action, result),
      );
    }
    case 'choose':
    case 'ask':
    case 'meeting':
    case 'lift':
    case 'toCommonPool': {
      const given = givenOf(action);
      const { requestId, revision } = action;
      return stored(
        parts,
        press,
        () => parts.useCases.answerRequest(actor, { requestId, given, revision }),
        (result) => afterAnswer(parts, press, given, result),
      );
    }
  }
};
