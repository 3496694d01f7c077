import { at } from '#shared/contract/at.ts';
import type { InquiryReply, PostInquiryMove } from '#shared/contract/inquiries.ts';
import { answersTo, inquiryRules } from '#shared/domain/inquiries/inquiry.ts';
import { answersLeft, openInquiryQuestion, ownYesOf } from '#shared/domain/inquiries/view.ts';
import { inquiryPageWords } from '#shared/words/inquiries/page.ts';
import { afterBuying } from '#shared/words/inquiries/price.ts';
import { inquiryAnswerLabels, inquiryWords } from '#shared/words/inquiries/words.ts';
import {
  type AnswerButton,
  Answers,
  answerPlace,
  ReplyForm,
  useSending,
} from '../asking/answering.tsx';
import { type Moved, movedBy } from '../asking/moved.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';

type Props = {
  readonly reply: InquiryReply;
  readonly onMoved: (moved: Moved<InquiryReply>, isReply: boolean) => void;
};

const buttonsOf = (
  { view, reader }: InquiryReply,
  comment: string,
): readonly AnswerButton<PostInquiryMove>[] => {
  const { now, isWaiting } = view;
  const seen = { ask: now.ask?.seq ?? 0, revision: now.revision };
  const answers = answersLeft(view, reader.id).map((answer) => ({
    ...{ key: answer, label: inquiryAnswerLabels[answer] },
    after: answer === 'buy' ? afterBuying(view) : inquiryPageWords.after[answer],
    isPrimary: answer === answersTo(now.subject)[0],
    move: { type: 'answered' as const, ...seen, answer, comment },
  }));
  const isOwn = ownYesOf(view, reader.id) !== null;
  if (!inquiryRules[now.subject].asksBack || !isWaiting || isOwn) return answers;
  const question = {
    ...{ key: 'question', label: inquiryWords.askBack(now), after: inquiryPageWords.afterQuestion },
    ...{ isPrimary: false, isMinor: true },
    move: { type: 'question' as const, ...seen, comment },
  };
  return [...answers, question];
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerInquiry = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const page = usePageStyles();
  const { waits, view } = reply;
  const { id, subject, exchanges } = view.now;
  const sending = useSending<PostInquiryMove, InquiryReply>(
    answerPlace(id, view.now.ask),
    async (move) => movedBy(await api.send(at('POST /api/inquiries/:id/moves', { id }), move)),
    (moved, { type }) => onMoved(moved, type === 'reply'),
  );
  const { comment } = sending;
  const question = openInquiryQuestion(view);
  return (
    <section className={page.section} aria-label={inquiryPageWords.yourAnswer}>
      {waits === 'reply' && question !== null ? (
        <ReplyForm<PostInquiryMove>
          question={exchanges.find((one) => one.question.seq === question)?.question}
          sending={sending}
          move={{ type: 'reply', question, comment }}
        />
      ) : (
        <Answers<PostInquiryMove>
          label={inquiryPageWords.comment[subject]}
          sending={sending}
          buttons={buttonsOf(reply, comment)}
        />
      )}
    </section>
  );
};
