import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { ChefCommentEvent } from '#shared/domain/chefComments/chefComment.ts';
import type { ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView, ChefReader } from '#shared/domain/chefComments/view.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import {
  chefAsked,
  chefDue,
  chefKickers,
  chefMoney,
  chefPast,
  chefReceipts,
  chefRefusalWords,
  chefsQuestionWords,
  chefWords,
} from '#shared/words/chefComments/words.ts';
import { lines, type Notice, noticeCard, problemBox, questionCard } from '../asking/asking.ts';
import type { QuestionAt, ReceiptAt } from '../asking/cardsFor.ts';
import { answeredNotice, passedNotice, receivedNotice } from '../asking/receipts.ts';
import type { CardContext } from '../context.ts';
import { amountRow, type Element, execute, openUrl } from '../elements.ts';
import { aboutChefComment, type ChefPlace, type ChefProblem, chefFrame } from './chefContext.ts';

const noticeAt = (
  view: ChefCommentView,
  context: CardContext,
  place: ChefPlace,
  notice: Notice,
): IAdaptiveCard => noticeCard(chefFrame(view, context, place, notice.kicker), notice);

/** What the gate will reserve of the pool that was chosen, and what is left then. */
const reservedRows = (view: ChefCommentView, event: ChefCommentEvent): readonly Element[] => {
  const pool = view.choices.find((one) => one.pool === event.payer);
  if (!pool || !view.isOpen || pool.missingOre > 0) return [];
  return [
    amountRow({ label: chefMoney.reserved(view.now.step), ore: pool.askedOre }, 'Medium'),
    amountRow({ label: chefMoney.leftThen, ore: pool.afterOre, bold: true, separator: true }),
  ];
};

const isNewest = ({ now }: ChefCommentView, { seq }: ChefCommentEvent): boolean =>
  (now.word ?? now.said)?.seq === seq;

/** What has become of an answer since it was given, or what follows from it. */
const nextText = (view: ChefCommentView, event: ChefCommentEvent, reader: ChefReader): string => {
  const { now, lacks, isGateSent, isOpen } = view;
  if (!isOpen && !isGateSent) return '';
  if (isGateSent) return chefPast.gateSentText;
  if (!isNewest(view, event)) return now.said === null ? chefReceipts.withdrawn : '';
  if (lacks === 'pool') return chefReceipts.onlyPool;
  return reader.answers
    ? chefReceipts.next(view, event.payer)
    : chefReceipts.nextForLead(now.step, event.payer);
};

const whoSaid = (view: ChefCommentView, event: ChefCommentEvent, reader: ChefReader): string => {
  if (event.kind === 'noted') return reader.answers ? 'du' : view.chefName;
  return event.byId === reader.id ? askingWords.you : event.byName;
};

/** What was answered, to whoever answered it and to the lead; `late`: to a press that came after it. */
export const chefReceipt = (
  view: ChefCommentView,
  event: ChefCommentEvent,
  reader: ChefReader,
  context: CardContext,
  { place, isAnswerers, late = false }: ReceiptAt,
): IAdaptiveCard => {
  const { isOpen, choices, areas, project, now } = view;
  const side = isAnswerers ? reader : { ...reader, answers: false };
  const canChoose = side.answers && isOpen && choices.length > 0 && now.word !== null;
  const { at, comment } = event;
  const receipt = answeredNotice({
    kicker: chefKickers.answered(now.step),
    title: chefReceipts.said(areas, event, whoSaid(view, event, side)),
    ...{ late, at, comment },
    after: [
      ...(side.answers ? reservedRows(view, event) : []),
      ...lines(nextText(view, event, side)),
    ],
    buttons: [
      ...(canChoose ? [execute(chefWords.another, 'chooseAgain', aboutChefComment(view))] : []),
      openUrl(askingWords.openProject, context.links.project(project.id)),
    ],
  });
  return noticeAt(view, context, place, receipt);
};

/** Nothing is asked any more, or not of the reader. */
export const chefNotice = (
  view: ChefCommentView,
  context: CardContext,
  place: ChefPlace,
  pressed: boolean,
): IAdaptiveCard => {
  const { now, lacks, isGateSent, chefName } = view;
  const notice = passedNotice(lacks !== null, pressed, {
    ...{ open: chefKickers.open(now.step), waitsFor: chefPast.waitsFor(chefName) },
    past: chefKickers.past(now.step),
    over: isGateSent ? chefPast.gateSent(now.step) : askingWords.over,
    overText: isGateSent ? chefPast.gateSentText : askingWords.overText,
  });
  return noticeAt(view, context, place, notice);
};

/** The press is here, and the lists have not taken it yet. */
export const receivedChefComment = (
  view: ChefCommentView,
  context: CardContext,
  place: ChefPlace,
): IAdaptiveCard =>
  noticeAt(view, context, place, receivedNotice(chefKickers.received(view.now.step)));

/** To the lead who has just asked: whom, and until when; or why not. */
export const askedChefCard = (
  view: ChefCommentView,
  context: CardContext,
  place: ChefPlace,
  problem: ChefProblem | null,
): IAdaptiveCard => {
  const { now, lacks, chefName, at } = view;
  const isAsked = lacks !== null && now.ask !== null;
  return noticeAt(view, context, place, {
    kicker: chefKickers.open(now.step),
    title: isAsked ? chefAsked.title(chefName) : chefAsked.not,
    body: [
      problem && !isAsked ? problemBox(problem, chefRefusalWords) : null,
      ...lines(now.ask && isAsked ? chefDue.answer(now.ask.dueAt, at) : ''),
    ],
  });
};

/** The deadline has passed and the pool is missing: the next step is the lead's. */
export const overdueChefComment = (
  view: ChefCommentView,
  context: CardContext,
  place: ChefPlace,
): IAdaptiveCard => {
  const { ask, step } = view.now;
  return noticeAt(view, context, place, {
    kicker: chefKickers.passed(step),
    title: chefPast.overdue(view.chefName),
    body: lines(ask ? chefPast.overdueText(ask.at, ask.dueAt) : '', chefPast.overdueNext),
  });
};

/** A chef's question, on the lead's card; after the reply it is a receipt. */
export const chefsQuestion = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  { exchange, problem, place }: QuestionAt<ChefCommentEvent, ChefRefusal>,
): IAdaptiveCard => {
  const { step } = view.now;
  const kickers = { open: chefKickers.question(step), replied: chefKickers.replied(step) };
  const data = { ...aboutChefComment(view), question: exchange.question.seq };
  return questionCard(
    chefFrame(view, context, place, exchange.reply ? kickers.replied : kickers.open),
    {
      ...{ exchange, readerId: reader.id, typed: context.typed ?? '', kickers },
      problem: problem ? problemBox(problem, chefRefusalWords) : null,
      why: chefsQuestionWords.why,
      send: execute(exchangeWords.sendReply, 'replyToChef', data),
      sent: chefsQuestionWords.sent,
    },
  );
};
