import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { InterestEvent, InterestEventKind } from '#shared/domain/interest/interest.ts';
import type { InterestReader, InterestView } from '#shared/domain/interest/view.ts';
import type { CardContext } from '../context.ts';
import { openInterestCard, ownerCard } from './interestCard.ts';
import { type InterestPlace, type InterestProblem, interestPlace } from './interestContext.ts';
import {
  interestNotice,
  interestQuestion,
  interestReceipt,
  namedOwnerCard,
  overdueInterest,
} from './interestReceipt.ts';

const answers: readonly InterestEventKind[] = ['yes', 'notNow', 'no', 'noted'];

/** The newest answer of a round; null when there is none. */
const answerTo = ({ now }: InterestView, round: number): InterestEvent | null => {
  const next = now.events.find(
    ({ seq, kind }, at) =>
      seq > round &&
      kind === 'asked' &&
      now.events.slice(round, at).some((event) => answers.includes(event.kind)),
  )?.seq;
  return (
    now.events.findLast(
      ({ seq, kind }) =>
        seq > round && (next === undefined || seq < next) && answers.includes(kind),
    ) ?? null
  );
};

/** The card of whoever is asked: the question while it is theirs and open, else what became of it. */
const askedCard = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  place: InterestPlace,
  late = false,
): IAdaptiveCard => {
  const { now, owes } = view;
  const isNow = now.ask !== null && place.about >= now.ask.round;
  if (isNow && reader.answers && owes === 'interest')
    return openInterestCard(view, reader, context, { place });
  if (isNow && reader.answers && owes === 'owner') return ownerCard(view, context, { place });
  const event = answerTo(view, isNow ? (now.ask?.round ?? 0) : place.about);
  return event && (reader.answers || reader.id === event.byId)
    ? interestReceipt(view, event, reader, context, { place, side: 'answerer', late })
    : interestNotice(view, context, place, false);
};

const exchangeAt = ({ now }: InterestView, question: number) =>
  now.exchanges.find((one) => one.question.seq === question) ?? null;

/** A card about one event that has happened. */
const eventCard = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  place: InterestPlace,
): IAdaptiveCard => {
  const event = view.now.events.find(({ seq }) => seq === place.about);
  if (!event) return interestNotice(view, context, place, false);
  if (place.kind === 'interestOwner') return namedOwnerCard(view, event, context, place);
  const side = place.kind === 'interestAuthor' ? 'author' : 'team';
  return interestReceipt(view, event, reader, context, { place, side });
};

/** The card at a place, as the question stands when it is drawn. */
export const interestCardAt = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  place: InterestPlace,
): IAdaptiveCard => {
  switch (place.kind) {
    case 'interestQuestion': {
      const exchange = exchangeAt(view, place.about);
      return exchange
        ? interestQuestion(view, reader, context, { exchange, place })
        : interestNotice(view, context, place, false);
    }
    case 'interestTold':
    case 'interestAuthor':
    case 'interestOwner':
      return eventCard(view, reader, context, place);
    case 'interestOverdue':
      return view.owes === 'interest'
        ? overdueInterest(view, context, place)
        : interestNotice(view, context, place, false);
    default:
      return askedCard(view, reader, context, place);
  }
};

type Failed = { readonly place: InterestPlace; readonly problem: InterestProblem };

const failedReply = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  { place, problem }: Failed,
): IAdaptiveCard => {
  const exchange = exchangeAt(view, place.about);
  if (!exchange) return interestNotice(view, context, place, true);
  const shown = { exchange, place, problem: exchange.reply ? null : problem };
  return interestQuestion(view, reader, context, shown);
};

const refusalIn = (problem: InterestProblem): string =>
  problem.type === 'refused' ? problem.refusal.type : '';

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedInterestCard = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  failed: Failed,
): IAdaptiveCard => {
  const { place, problem } = failed;
  const refusal = refusalIn(problem);
  if (place.kind === 'interestQuestion') return failedReply(view, reader, context, failed);
  if (!reader.answers) return interestNotice(view, context, place, true);
  // A second press of the very same: its receipt, and no word about it.
  if (refusal === 'holdsAlready' || refusal === 'movedOn')
    return askedCard(view, reader, context, interestPlace(view), refusal === 'movedOn');
  if (!view.isOpen) return interestNotice(view, context, place, problem.type === 'refused');
  const shown = { place: interestPlace(view), problem };
  return view.owes === 'owner'
    ? ownerCard(view, context, shown)
    : openInterestCard(view, reader, context, shown);
};
