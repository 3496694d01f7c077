import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { InterestEvent } from '#shared/domain/interest/interest.ts';
import type { InterestRefusal } from '#shared/domain/interest/rules.ts';
import type { InterestReader, InterestView } from '#shared/domain/interest/view.ts';
import { askingWords, ideaExchangeWords } from '#shared/words/asking/words.ts';
import {
  interestKickers,
  interestPast,
  interestQuestionWords,
  interestReceipts,
  interestRefusalWords,
  interestWords,
} from '#shared/words/interest/words.ts';
import { lines, type Notice, noticeCard, problemBox, questionCard } from '../asking/asking.ts';
import type { QuestionAt } from '../asking/cardsFor.ts';
import { answeredNotice, passedNotice, receivedNotice } from '../asking/receipts.ts';
import type { CardContext } from '../context.ts';
import { type Element, execute, line, note, strong } from '../elements.ts';
import { aboutInterest, type InterestPlace, ideaNotice, interestFrame } from './interestContext.ts';

const noticeAt = (
  view: InterestView,
  context: CardContext,
  place: InterestPlace,
  notice: Notice,
): IAdaptiveCard =>
  noticeCard(interestFrame(view, context, place, notice.kicker), ideaNotice(view, context, notice));

const isNewest = ({ now }: InterestView, { seq }: InterestEvent): boolean => now.word?.seq === seq;

/** For whom a receipt is drawn. */
type Side = 'answerer' | 'author' | 'team';

const yesTexts = (view: InterestView): Record<Side, string> => ({
  answerer: interestReceipts.yes,
  author: interestReceipts.authorYes,
  team:
    view.project.ownerId === null
      ? `${interestReceipts.ownerNext} ${interestReceipts.yesNext}`
      : interestReceipts.yesNext,
});

const backlogTexts: Record<Side, string> = {
  answerer: interestReceipts.backlog,
  author: interestReceipts.authorBacklog,
  team: interestReceipts.backlogNext,
};

/** What has become of an answer since it was given, or what follows from it. */
const nextText = (view: InterestView, event: InterestEvent, side: Side): string => {
  if (!view.isOpen) return '';
  if (!isNewest(view, event)) return view.now.word === null ? interestReceipts.withdrawn : '';
  if (event.kind === 'yes') return yesTexts(view)[side];
  return event.kind === 'noted' ? '' : backlogTexts[side];
};

const ownerLine = (view: InterestView, event: InterestEvent): Element | null => {
  const { now, project } = view;
  if (event.kind !== 'yes' || !isNewest(view, event)) return null;
  if (project.ownerName !== '')
    return line([strong(interestReceipts.owner), ` ${project.ownerName}`], 'Medium');
  // Somebody was named and the idea has nobody: not written there yet, or taken away since.
  return now.owner?.ownerId === null ? line([interestReceipts.ownerLater], 'Medium') : null;
};

const kickerOf = (event: InterestEvent, side: Side): string =>
  side === 'author' ? interestKickers.author(event.kind) : interestKickers.answered;

/** What was answered, to whoever answered, gave the idea, or asked; `late`: to a press that came after it. */
export const interestReceipt = (
  view: InterestView,
  event: InterestEvent,
  reader: InterestReader,
  context: CardContext,
  {
    place,
    side,
    late = false,
  }: { readonly place: InterestPlace; readonly side: Side; readonly late?: boolean },
): IAdaptiveCard => {
  const { isOpen, now } = view;
  const mayAgain =
    side === 'answerer' && reader.answers && isOpen && now.ask !== null && isNewest(view, event);
  const who = event.byId === reader.id ? askingWords.you : event.byName;
  const again = event.kind === 'yes' ? interestWords.again : interestWords.answerAgain;
  const { at, comment } = event;
  const receipt = answeredNotice({
    kicker: kickerOf(event, side),
    title: interestReceipts.said(event, who),
    ...{ late, at, comment },
    after: [ownerLine(view, event), ...lines(nextText(view, event, side))],
    buttons: mayAgain ? [execute(again, 'wantAgain', aboutInterest(view))] : [],
  });
  return noticeAt(view, context, place, receipt);
};

/** Somebody was named as owner. */
export const namedOwnerCard = (
  view: InterestView,
  event: InterestEvent,
  context: CardContext,
  place: InterestPlace,
): IAdaptiveCard =>
  noticeAt(view, context, place, {
    kicker: interestKickers.owner,
    title: interestReceipts.named(event.byName),
    body: [
      note(askingWords.when(event.at), 'Small'),
      ...lines(view.project.purpose, interestReceipts.namedNext),
    ],
  });

/** Nothing is asked any more, or not of the reader. */
export const interestNotice = (
  view: InterestView,
  context: CardContext,
  place: InterestPlace,
  pressed: boolean,
): IAdaptiveCard => {
  const notice = passedNotice(view.owes !== null, pressed, {
    ...{ open: interestKickers.open, waitsFor: interestPast.waitsFor(view.askedName) },
    ...{ past: interestKickers.past, over: interestPast.over, overText: interestPast.overText },
  });
  return noticeAt(view, context, place, notice);
};

/** The press is here, and the lists have not taken it yet. */
export const receivedInterest = (
  view: InterestView,
  context: CardContext,
  place: InterestPlace,
): IAdaptiveCard => noticeAt(view, context, place, receivedNotice(interestKickers.received));

/** Nobody has answered: the next step is whoever asked's. */
export const overdueInterest = (
  view: InterestView,
  context: CardContext,
  place: InterestPlace,
): IAdaptiveCard => {
  const { ask } = view.now;
  return noticeAt(view, context, place, {
    kicker: interestKickers.passed,
    title: interestPast.overdue(view.askedName),
    body: lines(ask ? interestPast.overdueText(ask.at, ask.dueAt) : '', interestPast.overdueNext),
  });
};

/** A question about the idea, on the card of whoever gave it; after the reply it is a receipt. */
export const interestQuestion = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  { exchange, problem, place }: QuestionAt<InterestEvent, InterestRefusal>,
): IAdaptiveCard => {
  const kickers = { open: interestKickers.question, replied: interestKickers.replied };
  const data = { ...aboutInterest(view), question: exchange.question.seq };
  return questionCard(
    interestFrame(view, context, place, exchange.reply ? kickers.replied : kickers.open),
    {
      ...{ exchange, readerId: reader.id, typed: context.typed ?? '', kickers },
      problem: problem ? problemBox(problem, interestRefusalWords) : null,
      why: reader.isAuthor ? interestQuestionWords.whyAuthor : interestQuestionWords.why,
      send: execute(ideaExchangeWords.sendReply, 'replyAboutIdea', data),
      sent: interestQuestionWords.sent,
      words: ideaExchangeWords,
    },
  );
};
