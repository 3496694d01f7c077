import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type BenefitEvent, gainOf } from '#shared/domain/benefits/benefit.ts';
import type { BenefitRefusal } from '#shared/domain/benefits/rules.ts';
import type { BenefitReader, BenefitView } from '#shared/domain/benefits/view.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { amountText } from '#shared/words/benefits/numbers.ts';
import {
  askedNameOf,
  benefitKickers,
  benefitPast,
  benefitQuestionWords,
  benefitReceipts,
  benefitRefusalWords,
  benefitWords,
  shareText,
} from '#shared/words/benefits/words.ts';
import { lines, type Notice, noticeCard, problemBox, questionCard } from '../asking/asking.ts';
import type { QuestionAt, ReceiptAt } from '../asking/cardsFor.ts';
import { answeredNotice, passedNotice, receivedNotice } from '../asking/receipts.ts';
import type { CardContext } from '../context.ts';
import { type Element, execute, figureRow, line, openUrl, strong } from '../elements.ts';
import { aboutBenefit, type BenefitPlace, benefitFrame } from './benefitContext.ts';

const noticeAt = (
  view: BenefitView,
  context: CardContext,
  place: BenefitPlace,
  notice: Notice,
): IAdaptiveCard => noticeCard(benefitFrame(view, context, place, notice.kicker), notice);

const isNewest = ({ now }: BenefitView, { seq }: BenefitEvent): boolean => now.word?.seq === seq;

const titleOf = (event: BenefitEvent, who: string): string => {
  if (event.kind === 'unmeasurable') return benefitReceipts.unmeasurable(who);
  return event.kind === 'notYet'
    ? benefitReceipts.notYet(who, event.until ?? '')
    : benefitReceipts.said(who, event, event.value ?? 0);
};

/** What was promised when it was asked, what it has come to, and what is between. */
const gainRows = (event: BenefitEvent): readonly Element[] => {
  if (event.kind !== 'answered' || event.value === null) return [];
  const [promised, gain] = [gainOf(event, event.target), gainOf(event, event.value)];
  const isWorse = promised < 0;
  const row = (label: string, hundredths: number, isSum = false): Element =>
    figureRow(
      { label, text: amountText(event, hundredths), bold: isSum, separator: isSum },
      'Small',
    );
  if (isWorse) return [row(benefitReceipts.expected, -promised), row(benefitReceipts.worse, -gain)];
  const left = promised - gain;
  return [
    row(benefitReceipts.promised, promised),
    row(benefitReceipts.realised, gain),
    row(left < 0 ? benefitReceipts.more : benefitReceipts.left, Math.abs(left), true),
  ];
};

const nextText = (view: BenefitView, event: BenefitEvent): string => {
  if (!view.isOpen || !isNewest(view, event)) return '';
  return view.nextOn === null ? benefitReceipts.noMore : benefitReceipts.askedAgain(view.nextOn);
};

const shareOf = (event: BenefitEvent): string =>
  event.kind === 'answered' && event.value !== null
    ? shareText(gainOf(event, event.value), gainOf(event, event.target))
    : '';

/** What was answered, to whoever answered or leads the project. */
export const benefitReceipt = (
  view: BenefitView,
  event: BenefitEvent,
  reader: BenefitReader,
  context: CardContext,
  { place, isAnswerers, late }: ReceiptAt,
): IAdaptiveCard => {
  const { isOpen, now, project } = view;
  const mayAgain =
    isAnswerers && reader.answers && isOpen && now.ask !== null && isNewest(view, event);
  const who = event.byId === reader.id ? askingWords.you : event.byName;
  const next = [shareOf(event), nextText(view, event), isAnswerers ? benefitReceipts.done : ''];
  const receipt = answeredNotice({
    kicker: benefitKickers.answered,
    title: titleOf(event, who),
    before: [line([event.title])],
    ...{ late: late === true, at: event.at, comment: event.comment },
    after: [...gainRows(event), ...lines(next.filter((part) => part !== '').join(' '))],
    buttons: [
      ...(mayAgain ? [execute(benefitWords.again, 'measureAgain', aboutBenefit(view))] : []),
      openUrl(askingWords.openProject, context.links.project(project.id)),
    ],
  });
  return noticeAt(view, context, place, receipt);
};

/** Nothing is asked any more, or not of the reader. */
export const benefitNotice = (
  view: BenefitView,
  context: CardContext,
  place: BenefitPlace,
  pressed: boolean,
): IAdaptiveCard => {
  const notice = passedNotice(view.isWaiting, pressed, {
    ...{ open: benefitKickers.open, past: benefitKickers.past },
    waitsFor: benefitPast.waitsFor(view.isOwnerless ? '' : askedNameOf(view)),
    ...{ over: benefitPast.over, overText: benefitPast.overText },
  });
  return noticeAt(view, context, place, notice);
};

/** The press is here, and the lists have not taken it yet. */
export const receivedBenefit = (
  view: BenefitView,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard => noticeAt(view, context, place, receivedNotice(benefitKickers.received));

/** Nobody has answered: the lead can help it along. */
export const overdueBenefit = (
  view: BenefitView,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard => {
  const { ask, terms } = view.now;
  return noticeAt(view, context, place, {
    kicker: benefitKickers.passed,
    title: benefitPast.overdue(askedNameOf(view)),
    body: [
      line([strong(terms?.title ?? '')]),
      ...lines(ask ? benefitPast.overdueText(ask.at, ask.dueAt) : '', benefitPast.overdueNext),
    ],
  });
};

/** Nobody can answer: whoever leads the project chooses a new owner. */
export const ownerlessBenefit = (
  view: BenefitView,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard => {
  const { terms } = view.now;
  const name = terms?.ownerName ?? '';
  return noticeAt(view, context, place, {
    kicker: benefitKickers.owner,
    title: view.isOwnerless
      ? benefitPast.ownerless(terms?.title ?? '')
      : benefitPast.ownerFound(name),
    body: lines(view.isOwnerless ? benefitPast.ownerlessText(name) : ''),
    buttons: [
      openUrl(
        view.isOwnerless ? benefitWords.chooseOwner : askingWords.openProject,
        context.links.project(view.project.id),
      ),
    ],
  });
};

/** A question back, on the lead's card; after the reply it is a receipt. */
export const benefitQuestion = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  { exchange, problem, place }: QuestionAt<BenefitEvent, BenefitRefusal>,
): IAdaptiveCard => {
  const kickers = { open: benefitKickers.question, replied: benefitKickers.replied };
  const data = { ...aboutBenefit(view), question: exchange.question.seq };
  return questionCard(
    benefitFrame(view, context, place, exchange.reply ? kickers.replied : kickers.open),
    {
      ...{ exchange, readerId: reader.id, typed: context.typed ?? '', kickers },
      problem: problem ? problemBox(problem, benefitRefusalWords) : null,
      why: benefitQuestionWords.why,
      send: execute(exchangeWords.sendReply, 'replyAboutBenefit', data),
      sent: benefitQuestionWords.sent,
    },
  );
};
