import { at } from '#shared/contract/at.ts';
import type { InquiryReply } from '#shared/contract/inquiries.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { inquiryPageWords } from '#shared/words/inquiries/page.ts';
import {
  inquiryQuestionWords,
  inquiryReceipts,
  inquiryWords,
} from '#shared/words/inquiries/words.ts';
import { AskedReceipt, type Said } from '../asking/AskedReceipt.tsx';
import { type AnswerPageProps, AskingPage } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { AnswerInquiry } from './AnswerInquiry.tsx';
import { InquiryMatter } from './InquiryMatter.tsx';

const shownOf = ({ view, reader }: InquiryReply, replied: boolean): Said => {
  if (replied) return { title: exchangeWords.youReplied, next: inquiryQuestionWords.sent };
  const { word, asked, ask } = view.now;
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

type ReceiptProps = {
  readonly reply: InquiryReply;
  readonly replied: boolean;
  readonly nextHash: string | null;
  readonly answerAgain: () => void;
};

const Receipt = ({ reply, replied, nextHash, answerAgain }: ReceiptProps) => {
  const { view, reader } = reply;
  const { project, now, isOpen } = view;
  const word = replied ? null : now.word;
  const mayAgain = reader.answers && isOpen && now.ask !== null && now.word !== null;
  return (
    <AskedReceipt
      {...{ project, nextHash, answer: word, said: shownOf(reply, replied) }}
      isTicked={replied || word !== null}
      again={mayAgain ? { label: inquiryWords.answerAgain, onClick: answerAgain } : null}
    />
  );
};

/** Something that is asked about a project, among the matters. */
export const InquiryAnswerPage = ({ id, nextHash, onAnswered }: AnswerPageProps) => {
  const { state, live } = useLive(at('GET /api/inquiries/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  return (
    <AskingPage
      reply={reply}
      put={live.put}
      onAnswered={onAnswered}
      matter={<InquiryMatter reply={reply} onChanged={live.refresh} />}
      answers={(onMoved) => <AnswerInquiry reply={reply} onMoved={onMoved} />}
      receipt={(replied, answerAgain) => <Receipt {...{ reply, replied, nextHash, answerAgain }} />}
    />
  );
};
