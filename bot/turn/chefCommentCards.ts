import { chefReaderOf, openChefQuestion } from '#shared/domain/chefComments/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { chefCardAt } from '../cards/chefComments/chefCardFor.ts';
import { chefPlace } from '../cards/chefComments/chefContext.ts';
import { askingCards } from './askingCards.ts';

export const { cards: chefCommentCards, copy: chefCommentCopy } = askingCards({
  ...{ type: 'chefComment', readerOf: chefReaderOf, cardAt: chefCardAt, askPlace: chefPlace },
  isOpen: ({ lacks }) => lacks !== null,
  ...{ openQuestion: openChefQuestion, questionKind: 'chefQuestion' },
  about: messageAbout.chefComment,
});
