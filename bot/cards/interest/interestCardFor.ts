import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { InterestEvent, InterestEventKind } from '#shared/domain/interest/interest.ts';
import type { InterestRefusal } from '#shared/domain/interest/rules.ts';
import type { InterestReader, InterestView } from '#shared/domain/interest/view.ts';
import { answerBeforeNextAsk, cardsFor } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import { openInterestCard, ownerCard } from './interestCard.ts';
import type { InterestPlace } from './interestContext.ts';
import {
  interestNotice,
  interestQuestion,
  interestReceipt,
  namedOwnerCard,
  overdueInterest,
} from './interestReceipt.ts';

const answers: readonly InterestEventKind[] = ['yes', 'notNow', 'no', 'noted'];
const isAnswer = ({ kind }: InterestEvent): boolean => answers.includes(kind);

const cards = cardsFor<InterestEvent, InterestView, InterestReader, InterestRefusal>({
  kinds: {
    ...{ ask: 'interestAsk', question: 'interestQuestion' },
    ...{ told: 'interestTold', overdue: 'interestOverdue' },
  },
  isWaiting: ({ owes }) => owes !== null,
  isOwed: ({ owes }) => owes === 'interest',
  ...{ isAnswer, answerIn: answerBeforeNextAsk(isAnswer) },
  open: (view, reader, context, shown) =>
    view.owes === 'owner'
      ? ownerCard(view, context, shown)
      : openInterestCard(view, reader, context, shown),
  receipt: (view, event, reader, context, { isAnswerers, ...at }) =>
    interestReceipt(view, event, reader, context, {
      ...at,
      side: isAnswerers ? 'answerer' : 'team',
    }),
  ...{ notice: interestNotice, question: interestQuestion, overdue: overdueInterest },
});

/** The card at a place, as the question stands when it is drawn. */
export const interestCardAt = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  place: InterestPlace,
): IAdaptiveCard => {
  if (place.kind !== 'interestAuthor' && place.kind !== 'interestOwner')
    return cards.at(view, reader, context, place);
  const event = view.now.events.find(({ seq }) => seq === place.about);
  if (!event) return interestNotice(view, context, place, false);
  return place.kind === 'interestOwner'
    ? namedOwnerCard(view, event, context, place)
    : interestReceipt(view, event, reader, context, { place, side: 'author' });
};

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedInterestCard = cards.failed;
