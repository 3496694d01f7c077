import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type InquiryEvent, itSteps } from '#shared/domain/inquiries/inquiry.ts';
import { unsaidSeats } from '#shared/domain/inquiries/now.ts';
import type { InquiryRefusal } from '#shared/domain/inquiries/rules.ts';
import { type InquiryReader, type InquiryView, ownYesOf } from '#shared/domain/inquiries/view.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import {
  askedOf,
  inquiryKickers,
  inquiryPast,
  inquiryQuestionWords,
  inquiryReceipts,
  inquiryRefusalWords,
  inquiryWords,
} from '#shared/words/inquiries/words.ts';
import {
  lines,
  type Notice,
  noticeCard,
  problemBox,
  questionCard,
  wordBox,
} from '../asking/asking.ts';
import type { QuestionAt, ReceiptAt } from '../asking/cardsFor.ts';
import { answeredNotice, passedNotice, receivedNotice } from '../asking/receipts.ts';
import type { CardContext } from '../context.ts';
import { execute, line, openUrl, strong } from '../elements.ts';
import { quoted } from '../text.ts';
import { aboutInquiry, type InquiryPlace, inquiryFrame } from './inquiryContext.ts';

const noticeAt = (
  view: InquiryView,
  context: CardContext,
  place: InquiryPlace,
  notice: Notice,
): IAdaptiveCard => noticeCard(inquiryFrame(view, context, place, notice.kicker), notice);

const isNewest = ({ now }: InquiryView, { seq }: InquiryEvent): boolean => now.word?.seq === seq;

/** The words of whoever asked before an answer was given. */
const askedBefore = ({ now }: InquiryView, answer: InquiryEvent): InquiryEvent | undefined =>
  now.events.findLast(({ kind, seq }) => kind === 'asked' && seq < answer.seq);

/** What follows for a purchase; null where it is none. */
const nextFor = ({ now, seatsAfter }: InquiryView, { answer }: InquiryEvent): string | null => {
  const { subject } = now;
  // Another has to say yes too, and is asked by itself.
  if (subject === 'purchase' && answer === 'buy' && seatsAfter.length > 0) return '';
  if (subject === 'purchase')
    return answer === 'buy' ? inquiryReceipts.buy : inquiryReceipts.dontBuy;
  if (subject !== 'screening') return null;
  return answer === 'notYet' ? inquiryReceipts.notTicked : inquiryReceipts.screened;
};

/** What follows from an answer, to whoever asked. */
const nextForAsker = (view: InquiryView, event: InquiryEvent): string => {
  const { now, isOpen } = view;
  if (!isNewest(view, event)) return '';
  const said = nextFor(view, event);
  if (said !== null || !isOpen) return said ?? '';
  if (now.step === null) return inquiryReceipts.onPage;
  if (event.answer !== 'fine') return inquiryReceipts.notTicked;
  return itSteps[now.step].ticks ? inquiryReceipts.ticked : inquiryReceipts.checkOther;
};

/** What comes next, as it is told on the receipt. */
const nextFrom = (view: InquiryView, event: InquiryEvent, isAnswerers: boolean): string => {
  const left = view.now.word === null ? unsaidSeats(view.now).map(({ name }) => name) : [];
  if (left.length > 0) return inquiryReceipts.othersToo(left);
  return isAnswerers
    ? inquiryReceipts.toAsker(askedBefore(view, event)?.byName ?? '')
    : nextForAsker(view, event);
};

/** What was answered, to whoever answered or asked. */
export const inquiryReceipt = (
  view: InquiryView,
  event: InquiryEvent,
  reader: InquiryReader,
  context: CardContext,
  { place, isAnswerers, late }: ReceiptAt,
): IAdaptiveCard => {
  const { isOpen, now, project } = view;
  const asked = askedBefore(view, event);
  const isOwnYes = ownYesOf(view, reader.id)?.seq === event.seq;
  const isLast = reader.answers && now.ask !== null && isNewest(view, event);
  const mayAgain = isAnswerers && isOpen && (isLast || isOwnYes);
  const who = event.byId === reader.id ? askingWords.you : event.byName;
  const next = nextFrom(view, event, isAnswerers);
  const receipt = answeredNotice({
    kicker: inquiryKickers.answered(now),
    title: inquiryReceipts.said(event.answer ?? 'said', who),
    ...{ late: late === true, at: event.at, comment: event.comment },
    after: [
      ...(asked
        ? [line([strong(inquiryWords.asks({ ...now, asked }))]), line([quoted(asked.comment)])]
        : []),
      ...lines(next),
    ],
    buttons: [
      ...(mayAgain
        ? [execute(inquiryWords.answerAgain, 'answerInquiryAgain', aboutInquiry(view))]
        : []),
      openUrl(askingWords.openProject, context.links.project(project.id)),
    ],
  });
  return noticeAt(view, context, place, receipt);
};

/** Nothing is asked any more, or not of the reader. */
export const inquiryNotice = (
  view: InquiryView,
  context: CardContext,
  place: InquiryPlace,
  pressed: boolean,
): IAdaptiveCard => {
  const { now, isWaiting } = view;
  const notice = passedNotice(isWaiting, pressed, {
    ...{ open: inquiryKickers.open(now), past: inquiryKickers.past(now) },
    waitsFor: inquiryPast.waitsFor(askedOf(now)),
    ...{ over: inquiryPast.over, overText: inquiryPast.overText },
  });
  return noticeAt(view, context, place, notice);
};

/** The press is here, and the lists have not taken it yet. */
export const receivedInquiry = (
  view: InquiryView,
  context: CardContext,
  place: InquiryPlace,
): IAdaptiveCard =>
  noticeAt(view, context, place, receivedNotice(inquiryKickers.received(view.now)));

/** Nobody has answered: whoever asked, and where it says so the consultant, can help it along. */
export const overdueInquiry = (
  view: InquiryView,
  context: CardContext,
  place: InquiryPlace,
): IAdaptiveCard => {
  const { now } = view;
  const { ask, asked } = now;
  return noticeAt(view, context, place, {
    kicker: inquiryKickers.passed(now),
    title: inquiryPast.overdue(askedOf(now)),
    body: [
      wordBox(asked?.comment ?? ''),
      ...lines(ask ? inquiryPast.overdueText(ask.at, ask.dueAt) : '', inquiryPast.overdueNext(now)),
    ],
  });
};

/** A question back, on the lead's card; after the reply it is a receipt. */
export const inquiryQuestion = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  { exchange, problem, place }: QuestionAt<InquiryEvent, InquiryRefusal>,
): IAdaptiveCard => {
  const { now } = view;
  const kickers = { open: inquiryKickers.question(now), replied: inquiryKickers.replied(now) };
  const data = { ...aboutInquiry(view), question: exchange.question.seq };
  return questionCard(
    inquiryFrame(view, context, place, exchange.reply ? kickers.replied : kickers.open),
    {
      ...{ exchange, readerId: reader.id, typed: context.typed ?? '', kickers },
      problem: problem ? problemBox(problem, inquiryRefusalWords) : null,
      why: inquiryQuestionWords.why,
      send: execute(exchangeWords.sendReply, 'replyToInquiry', data),
      sent: inquiryQuestionWords.sent,
    },
  );
};
