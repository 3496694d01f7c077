import { approvalReaderOf, openQuestionOf } from '#shared/domain/approvals/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { approvalCardAt } from '../cards/approvals/approvalCardFor.ts';
import { askPlace } from '../cards/approvals/approvalContext.ts';
import { askingCards } from './askingCards.ts';

export const { cards: approvalCards, copy: approvalCopy } = askingCards({
  ...{ type: 'approval', readerOf: approvalReaderOf, cardAt: approvalCardAt, askPlace },
  isOpen: ({ isOpen }) => isOpen,
  ...{ openQuestion: openQuestionOf, questionKind: 'approvalQuestion' },
  about: messageAbout.approval,
});
