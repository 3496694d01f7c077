import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { RequestAction } from '#shared/contract/cardActions.ts';
import type { Given } from '#shared/domain/answer.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { AnswerResult } from '#shared/useCases/requests/answerRequest.ts';
import type { ReplyResult } from '#shared/useCases/requests/replyToQuestion.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import type { CardContext } from '../cards/context.ts';
import { cardFor, faultCard, questionCardFor, refusedCard } from '../cards/requests/cardFor.ts';
import { rethinkCard } from '../cards/requests/nextStepCard.ts';
import { lateCard, notYoursCard, receivedCard } from '../cards/requests/noticeCard.ts';
import { questionCard, type ReplyProblem } from '../cards/requests/questionCard.ts';
import {
  type FaultEnding,
  type Kind,
  type Press,
  type Shown,
  type Stored,
  unknown,
  word,
  wordAfter,
} from './actions.ts';
import type { BotParts } from './botParts.ts';
import { userIdsOf } from './drawing.ts';

type RequestPress = Press<RequestAction>;

type Drawing = { readonly reader: Reader; readonly context: CardContext };

/** The reader of the card that answers a press; after an answer, the next seat that waits. */
const drawingFor = (
  parts: BotParts,
  press: RequestPress,
  view: RequestView,
  extra: Pick<CardContext, 'typed' | 'allChoices'> & { readonly keepSeat?: boolean } = {},
): Drawing => {
  const { keepSeat, ...more } = extra;
  const seat = keepSeat ? press.action.seat : undefined;
  const reader = parts.useCases.readerFor(view, press.actor.id, seat);
  const known = parts.known.byConversationId(press.conversationId);
  const userIds =
    known && known.kind !== 'personal'
      ? userIdsOf(known, view, parts.useCases.readerFor)
      : [press.teamsUserId].filter((id) => id !== '');
  return { reader, context: { links: parts.links, userIds, ...more } };
};

/** A card drawn for the one who pressed; the request itself comes along for the others. */
const shownCard = (card: IAdaptiveCard, view: RequestView): Shown => ({ type: 'card', card, view });

const seen = (parts: BotParts, press: RequestPress, view: RequestView): RequestView =>
  parts.useCases.seenBy(press.actor, view);

type With<V extends RequestAction['verb']> = Extract<RequestAction, { verb: V }>;
type ReplyAction = With<'reply'>;
type AnswerAction = With<Given['type']>;

const givenOf = (action: AnswerAction): Given => {
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

const afterAnswer = (
  parts: BotParts,
  press: RequestPress,
  given: Given,
  result: AnswerResult,
): Shown => {
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

const questionShown = (
  parts: BotParts,
  press: RequestPress,
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
  press: RequestPress,
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

const refreshed = (
  parts: BotParts,
  press: RequestPress,
  { question }: With<'refresh'>,
  view: RequestView,
): Shown => {
  const { reader, context } = drawingFor(parts, press, view);
  const card =
    question === undefined
      ? cardFor(seen(parts, press, view), reader, context)
      : questionCardFor(seen(parts, press, view), question, reader, context);
  return shownCard(card, view);
};

/** All choices again, or those after "rethink". */
const choicesShown = (
  parts: BotParts,
  press: RequestPress,
  action: With<'back' | 'rethinkChoices'>,
  view: RequestView,
): Shown => {
  const typed = { typed: action.comment, keepSeat: true };
  const { reader, context } = drawingFor(parts, press, view, { ...typed, allChoices: true });
  if (view.state.type === 'ended')
    return shownCard(lateCard(view, view.state.decision, reader, context), view);
  if (reader.seat === null) return shownCard(notYoursCard(view, reader, context), view);
  return action.verb === 'rethinkChoices' && view.request.gate === 'gate3'
    ? shownCard(rethinkCard(view, reader, context), view)
    : shownCard(cardFor(view, reader, context), view);
};

/** The lists failed: the card says what is known, and what was typed is put back. */
const afterFault = (
  parts: BotParts,
  press: RequestPress,
  ending: FaultEnding,
  view: RequestView | undefined,
): Shown => {
  const { action } = press;
  if (!view) return wordAfter(ending);
  if (action.verb === 'reply')
    return questionShown(parts, press, action, view, ending === 'uncertain' ? ending : 'fault');
  const { reader, context } = drawingFor(parts, press, view, {
    typed: action.comment,
    keepSeat: true,
  });
  const card = faultCard(seen(parts, press, view), reader, context, ending === 'uncertain');
  return shownCard(card, view);
};

/** On its way into the lists, also when this server has not heard of the request itself. */
const received = (parts: BotParts, press: RequestPress, view: RequestView | undefined): Shown => {
  if (!view) return word(botFaults.received);
  const { reader, context } = drawingFor(parts, press, view);
  return shownCard(receivedCard(view, reader, context), view);
};

const stored = (result: AnswerResult | ReplyResult, shown: Shown): Stored => ({
  ending: result.type === 'refused' ? 'refused' : 'kept',
  shown,
});

const reply = async (
  parts: BotParts,
  press: RequestPress,
  action: ReplyAction,
): Promise<Stored> => {
  const { requestId, question, comment } = action;
  const input = { requestId, question, text: comment };
  const result = await parts.useCases.replyToQuestion(press.actor, input);
  return stored(result, afterReply(parts, press, action, result));
};

const answer = async (
  parts: BotParts,
  press: RequestPress,
  action: AnswerAction,
): Promise<Stored> => {
  const given = givenOf(action);
  const { requestId, revision } = action;
  const result = await parts.useCases.answerRequest(press.actor, { requestId, given, revision });
  return stored(result, afterAnswer(parts, press, given, result));
};

/** A gate request, and the lead's question about one. */
export const requestKind: Kind<RequestAction, RequestView> = {
  held: {
    known: (parts, { requestId }) => parts.useCases.viewOf(requestId),
    fresh: (parts, { requestId }) => parts.useCases.freshViewOf(requestId),
    isUpToDate: (view, { revision }) => view.revision >= revision,
  },
  asked: (parts, press) => {
    const { action } = press;
    switch (action.verb) {
      case 'refresh':
        return { type: 'look', draw: (view) => refreshed(parts, press, action, view) };
      case 'back':
      case 'rethinkChoices':
        return { type: 'look', draw: (view) => choicesShown(parts, press, action, view) };
      case 'reply':
        return { type: 'store', work: () => reply(parts, press, action) };
      default:
        return { type: 'store', work: () => answer(parts, press, action) };
    }
  },
  received,
  failed: afterFault,
};
