import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { ApprovalEvent } from '#shared/domain/approvals/approval.ts';
import type { Exchange } from '#shared/domain/approvals/now.ts';
import { longestWord } from '#shared/domain/approvals/rules.ts';
import type { ApprovalReader, ApprovalView } from '#shared/domain/approvals/view.ts';
import {
  approvalKickers,
  approvalPast,
  approvalReceipts,
  approvalSummaries,
  approvalWords,
  exchangeWords,
} from '#shared/words/approvals/words.ts';
import { momentText } from '#shared/words/dates.ts';
import { capital, received } from '#shared/words/requests/cards.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  type Button,
  box,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
  openUrl,
  small,
  strong,
} from '../elements.ts';
import { beginningOf, quoted } from '../text.ts';
import { type ApprovalProblem, problemBox } from './approvalCard.ts';
import {
  type ApprovalPlace,
  aboutApproval,
  refreshApproval,
  summaryWith,
} from './approvalContext.ts';

type Notice = {
  readonly kicker: string;
  readonly title: string;
  readonly body: readonly (Element | null)[];
  readonly buttons?: readonly Button[];
  readonly place: ApprovalPlace;
};

const noticeCard = (
  view: ApprovalView,
  context: CardContext,
  { kicker: first, title, body, buttons, place }: Notice,
): IAdaptiveCard =>
  card(
    [
      kicker(first),
      heading(view.project.title),
      line([strong(title)]),
      ...body,
      actionSet(
        buttons ?? [openUrl(approvalWords.openProject, context.links.project(view.project.id))],
      ),
    ],
    summaryWith(view, approvalSummaries.told(first)),
    refreshApproval(view, context, place),
  );

const lines = (...texts: readonly string[]): readonly Element[] =>
  texts.filter((text) => text !== '').map((text) => line([text]));

const mostQuoted = 60;

const wordBox = (text: string): Element | null =>
  text === ''
    ? null
    : box('emphasis', [line([quoted(beginningOf(text, { words: mostQuoted }).text || text)])]);

/** What has become of an answer since it was given. */
const sinceText = (view: ApprovalView, event: ApprovalEvent): string => {
  if (event.kind === 'sentBack') return '';
  if (view.now.answer?.kind === 'withdrawn') return approvalReceipts.withdrawn;
  return view.yes === null || view.yes.seq !== event.seq ? approvalReceipts.changedSince : '';
};

const nameFor = (event: ApprovalEvent, reader: ApprovalReader): string =>
  event.byId === reader.id ? approvalReceipts.you : event.byName;

const approvedReceipt = (
  view: ApprovalView,
  event: ApprovalEvent,
  reader: ApprovalReader,
): Pick<Notice, 'kicker' | 'title' | 'body'> => {
  const { step } = view.now;
  const since = sinceText(view, event);
  const next = reader.answers ? approvalReceipts.nextApproved : approvalReceipts.nextForLead;
  return {
    kicker: approvalKickers.approved(step),
    title:
      event.kind === 'noted' && reader.answers
        ? approvalReceipts.noted(event.byName)
        : approvalReceipts.approved(step, event.facts ?? view.facts, nameFor(event, reader)),
    body: [
      note(approvalReceipts.when(event.at), 'Small'),
      wordBox(event.comment),
      ...lines(since === '' ? next(step) : since),
    ],
  };
};

const sentBackReceipt = (
  view: ApprovalView,
  event: ApprovalEvent,
  reader: ApprovalReader,
): Pick<Notice, 'kicker' | 'title' | 'body'> => {
  const { step } = view.now;
  const facts = event.facts ?? view.facts;
  const toLead = !reader.answers;
  return {
    kicker: toLead ? approvalKickers.yourNext : approvalKickers.sentBack(step),
    title: toLead
      ? approvalReceipts.wanted(step, facts)
      : approvalReceipts.sentBack(step, facts, nameFor(event, reader)),
    body: [
      note(approvalReceipts.when(event.at), 'Small'),
      wordBox(event.comment),
      ...lines(toLead ? approvalReceipts.leadCorrects(step) : approvalReceipts.nextSentBack),
    ],
  };
};

/** What was answered, to whoever answered it and to the lead; `late`: to a press that came after it. */
export const approvalReceipt = (
  view: ApprovalView,
  event: ApprovalEvent,
  reader: ApprovalReader,
  context: CardContext,
  { place, late }: { readonly place: ApprovalPlace; readonly late?: boolean },
): IAdaptiveCard => {
  const draw = event.kind === 'sentBack' ? sentBackReceipt : approvedReceipt;
  const drawn = draw(view, event, reader);
  const body = [...lines(late ? approvalPast.late : ''), ...drawn.body];
  return noticeCard(view, context, { ...drawn, body, place });
};

/** Nothing is asked any more, or not of the reader. */
export const approvalNotice = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
  why: { readonly isOpen: boolean; readonly pressed: boolean },
): IAdaptiveCard =>
  noticeCard(view, context, {
    kicker: why.isOpen ? approvalKickers.open(view.now.step) : approvalKickers.past(view.now.step),
    title: why.isOpen ? approvalPast.notYours : approvalPast.over,
    body: lines(
      why.isOpen ? approvalPast.waitsFor(view.project.ownerName) : approvalPast.overText,
      why.pressed ? approvalPast.changedNothing : '',
    ),
    place,
  });

/** The press is here, and the lists have not taken it yet. */
export const receivedApproval = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
): IAdaptiveCard =>
  noticeCard(view, context, {
    kicker: approvalKickers.received(view.now.step),
    title: received.title,
    body: lines(received.text),
    place,
  });

/** Nobody has answered in time: the next step is the lead's. */
export const overdueApproval = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
): IAdaptiveCard => {
  const { ask, step } = view.now;
  return noticeCard(view, context, {
    kicker: approvalKickers.overdue(step),
    title: approvalPast.overdue(view.project.ownerName),
    body: lines(ask ? approvalPast.overdueText(ask.at, ask.dueAt) : '', approvalPast.overdueNext),
    place,
  });
};

const replied = (exchange: Exchange, reply: ApprovalEvent, isOwn: boolean): readonly Element[] => [
  box('emphasis', [
    line([strong(isOwn ? exchangeWords.youReplied : exchangeWords.reply)]),
    line([quoted(reply.comment)]),
    line([small(capital(momentText(reply.at)))]),
  ]),
  ...lines(exchange.reply ? exchangeWords.ownerWaits : ''),
];

export type QuestionCard = {
  readonly exchange: Exchange;
  readonly problem?: ApprovalProblem | null;
  readonly place: ApprovalPlace;
};

/** An owner's question, on the lead's card; after the reply it is a receipt. */
export const ownersQuestion = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  { exchange, problem, place }: QuestionCard,
): IAdaptiveCard => {
  const { question, reply } = exchange;
  const { step } = view.now;
  const open = openUrl(approvalWords.openProject, context.links.project(view.project.id));
  const asked = box('emphasis', [
    line([quoted(question.comment)]),
    line([small(capital(momentText(question.at)))]),
  ]);
  const data = { ...aboutApproval(view), question: question.seq };
  return noticeCard(view, context, {
    kicker: reply ? approvalKickers.replied(step) : approvalKickers.question(step),
    title: exchangeWords.asks(question.byName),
    body: [
      asked,
      problem ? problemBox(problem) : null,
      ...(reply
        ? replied(exchange, reply, reply.byId === reader.id)
        : [
            line([exchangeWords.why]),
            field(approvalWords.replyField, context.typed ?? '', longestWord),
          ]),
    ],
    buttons: reply ? [open] : [execute(approvalWords.sendReply, 'replyToOwner', data), open],
    place,
  });
};
