import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { VisitRefusal } from '#shared/domain/visits/given.ts';
import type { VisitReader, VisitView } from '#shared/domain/visits/view.ts';
import type { VisitEvent } from '#shared/domain/visits/visit.ts';
import { exchangeWords, visitExchangeWords } from '#shared/words/asking/words.ts';
import {
  lederNameOf,
  visitKickers,
  visitPast,
  visitQuestionWords,
  visitReceipts,
  visitRefusalWords,
  visitWho,
  visitWords,
} from '#shared/words/visits/words.ts';
import { lines, type Notice, noticeCard, problemBox, questionCard } from '../asking/asking.ts';
import type { Place, QuestionAt, ReceiptAt } from '../asking/cardsFor.ts';
import { answeredNotice, passedNotice, receivedNotice } from '../asking/receipts.ts';
import type { CardContext } from '../context.ts';
import { type Element, execute, line, openUrl, strong } from '../elements.ts';
import { aboutVisit, visitFrame } from './visitContext.ts';

const noticeAt = (
  view: VisitView,
  context: CardContext,
  place: Place,
  notice: Notice,
): IAdaptiveCard => noticeCard(visitFrame(view, context, place, notice.kicker), notice);

const isNewest = ({ now }: VisitView, { seq }: VisitEvent): boolean => now.word?.seq === seq;

/** What the leder does next: the first meeting, and nothing else. */
const nextForLeder = (view: VisitView, event: VisitEvent): readonly Element[] => {
  const first = view.now.terms?.days.expectations;
  if (event.answer !== 'yes' || !first || !isNewest(view, event))
    return lines(visitReceipts.toLeder);
  return [
    line([strong(visitReceipts.first), ` ${visitReceipts.firstMeeting(first)}`]),
    line([strong(visitReceipts.before), ` ${visitReceipts.beforeText}`]),
  ];
};

const nextFor = (view: VisitView, event: VisitEvent, isLeder: boolean): readonly Element[] => [
  ...lines(event.day === null ? '' : visitReceipts.otherDay(event.day)),
  ...(isLeder
    ? nextForLeder(view, event)
    : lines(isNewest(view, event) ? visitReceipts.team[event.answer ?? 'yes'] : '')),
];

/** What was answered, to whoever answered or comes. */
export const visitReceipt = (
  view: VisitView,
  event: VisitEvent,
  reader: VisitReader,
  context: CardContext,
  { place, isAnswerers, late }: ReceiptAt,
): IAdaptiveCard => {
  const { now, isOpen } = view;
  const mayAgain =
    isAnswerers && reader.answers && isOpen && now.ask !== null && isNewest(view, event);
  const receipt = answeredNotice({
    kicker: visitKickers.answered,
    title: visitReceipts.said(event.answer ?? 'yes', visitWho(event, event.byId === reader.id)),
    ...{ late: late === true, at: event.at, comment: event.comment },
    after: nextFor(view, event, isAnswerers),
    buttons: [
      ...(mayAgain ? [execute(visitWords.answerAgain, 'answerVisitAgain', aboutVisit(view))] : []),
      openUrl(visitWords.open, context.links.visit(now.id)),
    ],
  });
  return noticeAt(view, context, place, receipt);
};

/** Nothing is asked any more, or not of the reader. */
export const visitNotice = (
  view: VisitView,
  context: CardContext,
  place: Place,
  pressed: boolean,
): IAdaptiveCard => {
  const notice = passedNotice(view.isWaiting, pressed, {
    ...{ open: visitKickers.open, past: visitKickers.past },
    waitsFor: visitPast.waitsFor(lederNameOf(view.now)),
    ...{ over: visitPast.over, overText: visitPast.overText },
  });
  return noticeAt(view, context, place, notice);
};

/** The press is here, and the lists have not taken it yet. */
export const receivedVisit = (view: VisitView, context: CardContext, place: Place): IAdaptiveCard =>
  noticeAt(view, context, place, receivedNotice(visitKickers.received));

/** Nobody has answered: those who come can help it along. */
export const overdueVisit = (
  view: VisitView,
  context: CardContext,
  place: Place,
): IAdaptiveCard => {
  const { ask } = view.now;
  return noticeAt(view, context, place, {
    kicker: visitKickers.passed,
    title: visitPast.overdue(lederNameOf(view.now)),
    body: lines(ask ? visitPast.overdueText(ask.at, ask.dueAt) : '', visitPast.overdueNext),
  });
};

/** A question back, on the card of one of those who come; after the reply it is a receipt. */
export const visitQuestion = (
  view: VisitView,
  reader: VisitReader,
  context: CardContext,
  { exchange, problem, place }: QuestionAt<VisitEvent, VisitRefusal>,
): IAdaptiveCard => {
  const kickers = { open: visitKickers.question, replied: visitKickers.replied };
  const data = { ...aboutVisit(view), question: exchange.question.seq };
  return questionCard(
    visitFrame(view, context, place, exchange.reply ? kickers.replied : kickers.open),
    {
      ...{ exchange, readerId: reader.id, typed: context.typed ?? '', kickers },
      words: visitExchangeWords,
      problem: problem ? problemBox(problem, visitRefusalWords) : null,
      why: visitQuestionWords.why,
      send: execute(exchangeWords.sendReply, 'replyAboutVisit', data),
      sent: visitQuestionWords.sent,
    },
  );
};
