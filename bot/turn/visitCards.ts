import { messageAbout } from '#shared/domain/message.ts';
import { openVisitQuestion, visitReaderOf } from '#shared/domain/visits/view.ts';
import { visitCardAt } from '../cards/visits/visitCardFor.ts';
import { visitPlace } from '../cards/visits/visitContext.ts';
import { askingCards } from './askingCards.ts';

export const { cards: visitCards, copy: visitCopy } = askingCards({
  ...{ type: 'visit', readerOf: visitReaderOf, cardAt: visitCardAt },
  askPlace: visitPlace,
  isOpen: ({ isWaiting }) => isWaiting,
  ...{ openQuestion: openVisitQuestion, questionKind: 'visitQuestion' },
  about: messageAbout.visit,
  home: (view, links) => links.visit(view.now.id),
  revisionOf: ({ now }) => now.told,
});
