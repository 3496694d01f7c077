import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { InquiryEvent } from '#shared/domain/inquiries/inquiry.ts';
import type { InquiryReader, InquiryView } from '#shared/domain/inquiries/view.ts';
import type { CardContext } from '../context.ts';
import { openInquiryCard } from './inquiryCard.ts';
import { type InquiryPlace, type InquiryProblem, inquiryPlace } from './inquiryContext.ts';
import {
  inquiryNotice,
  inquiryQuestion,
  inquiryReceipt,
  overdueInquiry,
} from './inquiryReceipt.ts';

/** The newest answer of the round that began at an event; null when there is none. */
const answerIn = ({ now }: InquiryView, round: number): InquiryEvent | null => {
  const answers = now.events.filter(({ kind, seq }) => kind === 'answered' && seq > round);
  const [first] = answers;
  const next = now.events.find(({ kind, seq }) => kind === 'asked' && first && seq > first.seq);
  return answers.findLast(({ seq }) => !next || seq < next.seq) ?? null;
};

/** The card of whoever is asked: the question while it is theirs and open, else what became of it. */
const askedCard = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  place: InquiryPlace,
  late = false,
): IAdaptiveCard => {
  const { now, isWaiting } = view;
  const isNow = now.ask !== null && place.about >= now.ask.round;
  if (isNow && reader.answers && isWaiting)
    return openInquiryCard(view, reader, context, { place });
  const event = answerIn(view, isNow ? (now.ask?.round ?? 0) : place.about);
  return event && (reader.answers || reader.id === event.byId)
    ? inquiryReceipt(view, event, reader, context, { place, isAnswerers: true, late })
    : inquiryNotice(view, context, place, false);
};

const exchangeAt = ({ now }: InquiryView, question: number) =>
  now.exchanges.find((one) => one.question.seq === question) ?? null;

const toldCard = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  place: InquiryPlace,
): IAdaptiveCard => {
  const event = view.now.events.find(({ seq, kind }) => seq === place.about && kind === 'answered');
  return event
    ? inquiryReceipt(view, event, reader, context, { place, isAnswerers: false })
    : inquiryNotice(view, context, place, false);
};

const overdueCard = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  place: InquiryPlace,
): IAdaptiveCard => {
  if (view.isWaiting) return overdueInquiry(view, context, place);
  const event = answerIn(view, place.about);
  return event
    ? inquiryReceipt(view, event, reader, context, { place, isAnswerers: false })
    : inquiryNotice(view, context, place, false);
};

/** The card at a place, as it stands when it is drawn. */
export const inquiryCardAt = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  place: InquiryPlace,
): IAdaptiveCard => {
  switch (place.kind) {
    case 'inquiryQuestion': {
      const exchange = exchangeAt(view, place.about);
      return exchange
        ? inquiryQuestion(view, reader, context, { exchange, place })
        : inquiryNotice(view, context, place, false);
    }
    case 'inquiryTold':
      return toldCard(view, reader, context, place);
    case 'inquiryOverdue':
      return overdueCard(view, reader, context, place);
    default:
      return askedCard(view, reader, context, place);
  }
};

type Failed = { readonly place: InquiryPlace; readonly problem: InquiryProblem };

const failedReply = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  { place, problem }: Failed,
): IAdaptiveCard => {
  const exchange = exchangeAt(view, place.about);
  if (!exchange) return inquiryNotice(view, context, place, true);
  const shown = { exchange, place, problem: exchange.reply ? null : problem };
  return inquiryQuestion(view, reader, context, shown);
};

const refusalIn = (problem: InquiryProblem): string =>
  problem.type === 'refused' ? problem.refusal.type : '';

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedInquiryCard = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  failed: Failed,
): IAdaptiveCard => {
  const { place, problem } = failed;
  const refusal = refusalIn(problem);
  if (place.kind === 'inquiryQuestion') return failedReply(view, reader, context, failed);
  if (!reader.answers) return inquiryNotice(view, context, place, true);
  // A second press of the very same: its receipt, and no word about it.
  if (refusal === 'holdsAlready' || refusal === 'movedOn')
    return askedCard(view, reader, context, inquiryPlace(view), refusal === 'movedOn');
  if (!view.isOpen) return inquiryNotice(view, context, place, problem.type === 'refused');
  return openInquiryCard(view, reader, context, { place: inquiryPlace(view), problem });
};
