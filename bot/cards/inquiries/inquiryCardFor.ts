import type { InquiryEvent } from '#shared/domain/inquiries/inquiry.ts';
import type { InquiryRefusal } from '#shared/domain/inquiries/rules.ts';
import type { InquiryReader, InquiryView } from '#shared/domain/inquiries/view.ts';
import { answerBeforeNextAsk, cardsFor } from '../asking/cardsFor.ts';
import { openInquiryCard } from './inquiryCard.ts';
import {
  inquiryNotice,
  inquiryQuestion,
  inquiryReceipt,
  overdueInquiry,
} from './inquiryReceipt.ts';

const isAnswer = ({ kind }: InquiryEvent): boolean => kind === 'answered';

/** The card at a place, and the card after a press that was not stored. */
export const { at: inquiryCardAt, failed: failedInquiryCard } = cardsFor<
  InquiryEvent,
  InquiryView,
  InquiryReader,
  InquiryRefusal
>({
  kinds: {
    ...{ ask: 'inquiryAsk', question: 'inquiryQuestion' },
    ...{ told: 'inquiryTold', overdue: 'inquiryOverdue' },
  },
  isWaiting: ({ isWaiting }) => isWaiting,
  answerOfMany: ({ now: { asked, said, word } }, { id }) =>
    asked && asked.seats.length > 0
      ? (word ?? said.find(({ byId }) => byId === id) ?? said.at(-1) ?? null)
      : null,
  ...{ isAnswer, answerIn: answerBeforeNextAsk(isAnswer) },
  ...{ open: openInquiryCard, receipt: inquiryReceipt, notice: inquiryNotice },
  ...{ question: inquiryQuestion, overdue: overdueInquiry },
});
