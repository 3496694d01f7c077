import { at } from '#shared/contract/at.ts';
import type { InquiryReply } from '#shared/contract/inquiries.ts';
import { unsaidSeats } from '#shared/domain/inquiries/now.ts';
import { ownYesOf } from '#shared/domain/inquiries/view.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { inquiryPageWords } from '#shared/words/inquiries/page.ts';
import {
  inquiryQuestionWords,
  inquiryReceipts,
  inquiryWords,
} from '#shared/words/inquiries/words.ts';
import { AnswerPageOf } from '../asking/AnswerPageOf.tsx';
import { projectSubject, type Said } from '../asking/AskedReceipt.tsx';
import type { AnswerPageProps } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerInquiry } from './AnswerInquiry.tsx';
import { InquiryMatter } from './InquiryMatter.tsx';

const shownOf = ({ view, reader }: InquiryReply, replied: boolean): Said => {
  if (replied) return { title: exchangeWords.youReplied, next: inquiryQuestionWords.sent };
  const { word, asked, ask } = view.now;
  const own = ownYesOf(view, reader.id);
  if (own)
    return {
      title: inquiryReceipts.said(own.answer ?? 'said', askingWords.you),
      next: inquiryReceipts.othersToo(unsaidSeats(view.now).map(({ name }) => name)),
    };
  if (!word) {
    const title = ask === null && asked ? inquiryPageWords.isGone : inquiryPageWords.read;
    return { title, next: inquiryPageWords.nothingAsked };
  }
  const who = word.byId === reader.id ? askingWords.you : word.byName;
  return {
    title: inquiryReceipts.said(word.answer ?? 'said', who),
    next: inquiryReceipts.toAsker(asked?.byName ?? ''),
  };
};

/** Something that is asked about a project, among the matters. */
export const InquiryAnswerPage = ({ id, ...props }: AnswerPageProps) => (
  <AnswerPageOf<InquiryReply>
    {...props}
    {...useLive(at('GET /api/inquiries/:id', { id }))}
    subjectOf={({ view }) => projectSubject(view.project)}
    saidOf={shownOf}
    again={inquiryWords.answerAgain}
    ownWordOf={({ view, reader }) => ownYesOf(view, reader.id)}
    matter={(reply, onChanged) => <InquiryMatter {...{ reply, onChanged }} />}
    answers={(reply, onMoved) => <AnswerInquiry {...{ reply, onMoved }} />}
  />
);
