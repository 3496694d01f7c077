import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Given, Refusal } from '#shared/domain/answer.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { answerLabels, choiceLabel } from '#shared/words/words.ts';
import type { CardContext } from '../context.ts';
import { gateCard, type NotStored } from './gateCard.ts';
import { questionMissingCard, reasonCard } from './nextStepCard.ts';
import { lateCard, notYoursCard } from './noticeCard.ts';
import { ownPositionCard } from './ownPositionCard.ts';
import { questionCard } from './questionCard.ts';
import { meetingCard, receiptCard } from './receiptCard.ts';

/** The card of a request as it is now, for whoever looks at it. */
export const cardFor = (view: RequestView, reader: Reader, context: CardContext): IAdaptiveCard => {
  const { state } = view;
  switch (state.type) {
    case 'ended':
      return receiptCard(view, state.decision, reader, context);
    case 'meeting':
      return context.allChoices === true && reader.seat !== null
        ? gateCard(view, reader, context)
        : meetingCard(view, reader, context);
    case 'open':
      return reader.seat !== null && reader.position.type !== 'waiting' && !context.allChoices
        ? ownPositionCard(view, reader, context)
        : gateCard(view, reader, context);
  }
};

/** The lead's card about one question; the request's own card when there is no such question. */
export const questionCardFor = (
  view: RequestView,
  questionId: string,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const exchange = view.questions.find(({ question }) => question.id === questionId);
  const isOver = view.state.type === 'ended' && exchange?.reply === null;
  return exchange && !isOver
    ? questionCard(view, exchange, reader, context)
    : cardFor(view, reader, context);
};

/** The card a message carries. */
export const cardOfMessage = (
  message: Pick<Message, 'kind' | 'about'>,
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard =>
  message.kind === 'question' && message.about !== null
    ? questionCardFor(view, message.about, reader, context)
    : cardFor(view, reader, context);

const labelOf = (view: RequestView, given: Given): string => {
  switch (given.type) {
    case 'choose':
      return choiceLabel(view.request.gate, given.choice);
    default:
      return answerLabels[given.type];
  }
};

/** The card after an answer that was refused: what was not stored, why, and the text put back. */
export const refusedCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  refusal: Refusal,
  given: Given,
): IAdaptiveCard => {
  switch (refusal.type) {
    case 'alreadyEnded':
      return lateCard(view, refusal.decision, reader, context);
    case 'notYours':
      return notYoursCard(view, reader, context);
    case 'reasonRequired':
      return reasonCard(view, reader, context, refusal.choice);
    case 'questionRequired':
      return questionMissingCard(view, reader, context);
    case 'commentTooLong':
    case 'notAnOutcome':
    case 'notVerySmall':
    case 'poolShort':
    case 'yearNotOpened':
    case 'notHere':
      return gateCard(view, reader, context, {
        type: 'refused',
        refusal,
        label: labelOf(view, given),
      });
  }
};

/** The card after a fault: everything as it was, and the text put back. */
export const faultCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  isUncertain: boolean,
): IAdaptiveCard => {
  const fault: NotStored = { type: 'fault', uncertain: isUncertain };
  return view.state.type === 'ended' || reader.seat === null
    ? cardFor(view, reader, context)
    : gateCard(view, reader, context, fault);
};
