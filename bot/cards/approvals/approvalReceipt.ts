import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type ApprovalEvent, doorOf } from '#shared/domain/approvals/approval.ts';
import type { ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import type { ApprovalReader, ApprovalView } from '#shared/domain/approvals/view.ts';
import { chefCommentIdOf, chefStepBefore } from '#shared/domain/chefComments/chefComment.ts';
import {
  approvalKickers,
  approvalPast,
  approvalReceipts,
  approvalRefusalWords,
  ownersQuestionWords,
} from '#shared/words/approvals/words.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { chefPageWords } from '#shared/words/chefComments/page.ts';
import { lines, type Notice, noticeCard, problemBox, questionCard } from '../asking/asking.ts';
import type { QuestionAt, ReceiptAt } from '../asking/cardsFor.ts';
import {
  type AnsweredNotice,
  answeredNotice,
  passedNotice,
  receivedNotice,
} from '../asking/receipts.ts';
import type { CardContext } from '../context.ts';
import { execute, openUrl } from '../elements.ts';
import { type ApprovalPlace, aboutApproval, frameOf } from './approvalContext.ts';

const noticeAt = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
  notice: Notice,
): IAdaptiveCard => noticeCard(frameOf(view, context, place, notice.kicker), notice);

/** What has become of an answer since it was given. */
const sinceText = (view: ApprovalView, event: ApprovalEvent): string => {
  if (event.kind === 'sentBack') return '';
  if (view.now.answer?.kind === 'withdrawn') return approvalReceipts.withdrawn;
  return view.yes === null || view.yes.seq !== event.seq ? approvalReceipts.changedSince : '';
};

const nameFor = (event: ApprovalEvent, reader: ApprovalReader): string =>
  event.byId === reader.id ? askingWords.you : event.byName;

type Drawn = Pick<AnsweredNotice, 'kicker' | 'title'> & { readonly after: string };

const approvedReceipt = (
  view: ApprovalView,
  event: ApprovalEvent,
  reader: ApprovalReader,
): Drawn => {
  const { step } = view.now;
  const since = sinceText(view, event);
  const next = reader.answers ? approvalReceipts.nextApproved : approvalReceipts.nextForLead;
  return {
    kicker: approvalKickers.approved(step),
    title:
      event.kind === 'noted' && reader.answers
        ? approvalReceipts.noted(event.byName)
        : approvalReceipts.approved(step, event.facts ?? view.facts, nameFor(event, reader)),
    after: since === '' ? next(step) : since,
  };
};

const sentBackReceipt = (
  view: ApprovalView,
  event: ApprovalEvent,
  reader: ApprovalReader,
): Drawn => {
  const { step } = view.now;
  const facts = event.facts ?? view.facts;
  const toLead = !reader.answers;
  return {
    kicker: toLead ? approvalKickers.yourNext : approvalKickers.sentBack(step),
    title: toLead
      ? approvalReceipts.wanted(step, facts)
      : approvalReceipts.sentBack(step, facts, nameFor(event, reader)),
    after: toLead ? approvalReceipts.leadCorrects(step) : approvalReceipts.nextSentBack,
  };
};

/** The owner's yes holds, and the chef is next: the lead asks with one press. */
const askChef = (view: ApprovalView, event: ApprovalEvent, reader: ApprovalReader) => {
  const { now, project, yes, doneSteps } = view;
  const step = chefStepBefore(doorOf(now.step));
  if (reader.answers || !reader.replies || yes?.seq !== event.seq || doneSteps.includes(step))
    return [];
  const chefCommentId = chefCommentIdOf(project.id, step);
  return [execute(chefPageWords.askChef, 'askChef', { chefCommentId })];
};

/** What was answered, to whoever answered it and to the lead; `late`: to a press that came after it. */
export const approvalReceipt = (
  view: ApprovalView,
  event: ApprovalEvent,
  reader: ApprovalReader,
  context: CardContext,
  { place, isAnswerers, late = false }: ReceiptAt,
): IAdaptiveCard => {
  const side = isAnswerers ? reader : { ...reader, answers: false };
  const draw = event.kind === 'sentBack' ? sentBackReceipt : approvedReceipt;
  const { after, ...first } = draw(view, event, side);
  const open = openUrl(askingWords.openProject, context.links.project(view.project.id));
  const { at, comment } = event;
  const receipt = answeredNotice({
    ...{ ...first, late, at, comment },
    after: lines(after),
    buttons: [...askChef(view, event, side), open],
  });
  return noticeAt(view, context, place, receipt);
};

/** Nothing is asked any more, or not of the reader. */
export const approvalNotice = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
  pressed: boolean,
): IAdaptiveCard => {
  const { step } = view.now;
  const notice = passedNotice(view.isOpen, pressed, {
    ...{ open: approvalKickers.open(step), past: approvalKickers.past(step) },
    waitsFor: approvalPast.waitsFor(view.project.ownerName),
    ...{ over: askingWords.over, overText: askingWords.overText },
  });
  return noticeAt(view, context, place, notice);
};

/** The press is here, and the lists have not taken it yet. */
export const receivedApproval = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
): IAdaptiveCard =>
  noticeAt(view, context, place, receivedNotice(approvalKickers.received(view.now.step)));

/** Nobody has answered in time: the next step is the lead's. */
export const overdueApproval = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
): IAdaptiveCard => {
  const { ask, step } = view.now;
  return noticeAt(view, context, place, {
    kicker: approvalKickers.overdue(step),
    title: approvalPast.overdue(view.project.ownerName),
    body: lines(ask ? approvalPast.overdueText(ask.at, ask.dueAt) : '', approvalPast.overdueNext),
  });
};

/** An owner's question, on the lead's card; after the reply it is a receipt. */
export const ownersQuestion = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  { exchange, problem, place }: QuestionAt<ApprovalEvent, ApprovalRefusal>,
): IAdaptiveCard => {
  const { step } = view.now;
  const kickers = {
    open: approvalKickers.question(step),
    replied: approvalKickers.replied(step),
  };
  const data = { ...aboutApproval(view), question: exchange.question.seq };
  return questionCard(
    frameOf(view, context, place, exchange.reply ? kickers.replied : kickers.open),
    {
      ...{ exchange, readerId: reader.id, typed: context.typed ?? '', kickers },
      problem: problem ? problemBox(problem, approvalRefusalWords) : null,
      why: ownersQuestionWords.why,
      send: execute(exchangeWords.sendReply, 'replyToOwner', data),
      sent: ownersQuestionWords.sent,
    },
  );
};
