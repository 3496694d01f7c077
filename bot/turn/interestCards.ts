import { interestReaderOf, openInterestQuestion } from '#shared/domain/interest/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { interestCardAt } from '../cards/interest/interestCardFor.ts';
import { interestPlace } from '../cards/interest/interestContext.ts';
import { askingCards } from './askingCards.ts';

export const { cards: interestCards, copy: interestCopy } = askingCards({
  ...{ type: 'interest', readerOf: interestReaderOf, cardAt: interestCardAt },
  askPlace: interestPlace,
  isOpen: ({ owes }) => owes !== null,
  ...{ openQuestion: openInterestQuestion, questionKind: 'interestQuestion' },
  about: messageAbout.interest,
});
