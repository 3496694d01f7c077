import { inquiryReaderOf, openInquiryQuestion } from '#shared/domain/inquiries/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { inquiryCardAt } from '../cards/inquiries/inquiryCardFor.ts';
import { inquiryPlace } from '../cards/inquiries/inquiryContext.ts';
import { askingCards } from './askingCards.ts';

export const { cards: inquiryCards, copy: inquiryCopy } = askingCards({
  ...{ type: 'inquiry', readerOf: inquiryReaderOf, cardAt: inquiryCardAt },
  askPlace: inquiryPlace,
  isOpen: ({ isWaiting }) => isWaiting,
  ...{ openQuestion: openInquiryQuestion, questionKind: 'inquiryQuestion' },
  about: messageAbout.inquiry,
});
