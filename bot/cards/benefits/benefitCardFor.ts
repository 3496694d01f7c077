import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { BenefitEvent, BenefitEventKind } from '#shared/domain/benefits/benefit.ts';
import type { BenefitReader, BenefitView } from '#shared/domain/benefits/view.ts';
import type { CardContext } from '../context.ts';
import { laterBenefitCard, openBenefitCard } from './benefitCard.ts';
import { type BenefitPlace, type BenefitProblem, benefitPlace } from './benefitContext.ts';
import {
  benefitNotice,
  benefitQuestion,
  benefitReceipt,
  overdueBenefit,
  ownerlessBenefit,
} from './benefitReceipt.ts';

const answers: readonly BenefitEventKind[] = ['answered', 'notYet', 'unmeasurable'];

/** The newest answer to the question that began at an event; null when there is none. */
const answerIn = ({ now }: BenefitView, round: number): BenefitEvent | null => {
  const next = now.events.find(({ kind, seq }) => kind === 'asked' && seq > round);
  return (
    now.events.findLast(
      ({ kind, seq }) => seq > round && (!next || seq < next.seq) && answers.includes(kind),
    ) ?? null
  );
};

/** The card of whoever is asked: the question while it is theirs and open, else what became of it. */
const askedCard = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  place: BenefitPlace,
  late = false,
): IAdaptiveCard => {
  const { now, isWaiting } = view;
  const isNow = now.ask !== null && place.about >= now.ask.round;
  if (isNow && reader.answers && isWaiting)
    return openBenefitCard(view, reader, context, { place });
  const event = answerIn(view, isNow ? (now.ask?.round ?? 0) : place.about);
  return event && (reader.answers || reader.id === event.byId)
    ? benefitReceipt(view, event, reader, context, { place, isAnswerers: true, late })
    : benefitNotice(view, context, place, false);
};

const exchangeAt = ({ now }: BenefitView, question: number) =>
  now.exchanges.find((one) => one.question.seq === question) ?? null;

const toldCard = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard => {
  const event = view.now.events.find(
    ({ seq, kind }) => seq === place.about && answers.includes(kind),
  );
  return event
    ? benefitReceipt(view, event, reader, context, { place, isAnswerers: false })
    : benefitNotice(view, context, place, false);
};

const overdueCard = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard => {
  if (view.isWaiting) return overdueBenefit(view, context, place);
  const event = answerIn(view, place.about);
  return event
    ? benefitReceipt(view, event, reader, context, { place, isAnswerers: false })
    : benefitNotice(view, context, place, false);
};

/** The card at a place, as it stands when it is drawn. */
export const benefitCardAt = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard => {
  switch (place.kind) {
    case 'benefitQuestion': {
      const exchange = exchangeAt(view, place.about);
      return exchange
        ? benefitQuestion(view, reader, context, { exchange, place })
        : benefitNotice(view, context, place, false);
    }
    case 'benefitTold':
      return toldCard(view, reader, context, place);
    case 'benefitOverdue':
      return overdueCard(view, reader, context, place);
    case 'benefitOwner':
      return view.isOpen
        ? ownerlessBenefit(view, context, place)
        : benefitNotice(view, context, place, false);
    default:
      return askedCard(view, reader, context, place);
  }
};

type Failed = {
  readonly place: BenefitPlace;
  readonly problem: BenefitProblem;
  /** The number as it was typed. */
  readonly value: string;
  /** It was pressed on the card that asks when it will be known. */
  readonly isLater: boolean;
};

const failedReply = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  { place, problem }: Failed,
): IAdaptiveCard => {
  const exchange = exchangeAt(view, place.about);
  if (!exchange) return benefitNotice(view, context, place, true);
  const shown = { exchange, place, problem: exchange.reply ? null : problem };
  return benefitQuestion(view, reader, context, shown);
};

const refusalIn = (problem: BenefitProblem): string =>
  problem.type === 'refused' ? problem.refusal.type : '';

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedBenefitCard = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  failed: Failed,
): IAdaptiveCard => {
  const { place, problem, value, isLater } = failed;
  const refusal = refusalIn(problem);
  if (place.kind === 'benefitQuestion') return failedReply(view, reader, context, failed);
  if (!reader.answers) return benefitNotice(view, context, place, true);
  // A second press of the very same: its receipt, and no word about it.
  if (refusal === 'holdsAlready' || refusal === 'movedOn')
    return askedCard(view, reader, context, benefitPlace(view), refusal === 'movedOn');
  if (!view.isOpen) return benefitNotice(view, context, place, problem.type === 'refused');
  return isLater
    ? laterBenefitCard(view, context, { place: benefitPlace(view), problem })
    : openBenefitCard(view, reader, context, { place: benefitPlace(view), problem, value });
};
