import { benefitReaderOf, openBenefitQuestion } from '#shared/domain/benefits/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { benefitCardAt } from '../cards/benefits/benefitCardFor.ts';
import { benefitPlace } from '../cards/benefits/benefitContext.ts';
import { askingCards } from './askingCards.ts';

export const { cards: benefitCards, copy: benefitCopy } = askingCards({
  ...{ type: 'benefit', readerOf: benefitReaderOf, cardAt: benefitCardAt },
  askPlace: benefitPlace,
  isOpen: ({ isWaiting }) => isWaiting,
  ...{ openQuestion: openBenefitQuestion, questionKind: 'benefitQuestion' },
  about: messageAbout.benefit,
});
