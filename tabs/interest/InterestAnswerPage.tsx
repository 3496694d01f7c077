import { at } from '#shared/contract/at.ts';
import type { InterestReply } from '#shared/contract/interests.ts';
import type { InterestEvent } from '#shared/domain/interest/interest.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { interestPageWords } from '#shared/words/interest/page.ts';
import {
  interestQuestionWords,
  interestReceipts,
  interestWords,
} from '#shared/words/interest/words.ts';
import { AskedReceipt, projectSubject, type Said } from '../asking/AskedReceipt.tsx';
import { type AnswerPageProps, AskingPage } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { AnswerInterest } from './AnswerInterest.tsx';
import { InterestMatter } from './InterestMatter.tsx';

const saidOf = ({ view, reader }: InterestReply, event: InterestEvent): Said => {
  const who = event.byId === reader.id ? askingWords.you : event.byName;
  const title = interestReceipts.said(event, who);
  if (event.kind === 'noted') return { title, next: '' };
  if (event.kind !== 'yes') return { title, next: interestReceipts.backlog };
  const { ownerName } = view.project;
  const named = ownerName === '' ? '' : `${interestReceipts.owner} ${ownerName}.`;
  const owner = view.now.owner?.ownerId === null ? interestReceipts.ownerLater : '';
  return { title, next: `${named || owner} ${interestReceipts.yes}`.trim() };
};

const shownOf = (reply: InterestReply, replied: boolean): Said => {
  if (replied) return { title: exchangeWords.youReplied, next: interestQuestionWords.sent };
  const { word } = reply.view.now;
  return word
    ? saidOf(reply, word)
    : { title: interestPageWords.read, next: interestPageWords.nothingAsked };
};

type ReceiptProps = {
  readonly reply: InterestReply;
  readonly replied: boolean;
  readonly nextHash: string | null;
  readonly answerAgain: () => void;
};

const Receipt = ({ reply, replied, nextHash, answerAgain }: ReceiptProps) => {
  const { view, reader } = reply;
  const { project, now, isOpen } = view;
  const word = replied ? null : now.word;
  const mayAgain = reader.answers && isOpen && now.ask !== null && now.word !== null;
  const label = now.word?.kind === 'yes' ? interestWords.again : interestWords.answerAgain;
  return (
    <AskedReceipt
      subject={{ ...projectSubject(project), open: interestWords.open }}
      {...{ nextHash, answer: word, said: shownOf(reply, replied) }}
      isTicked={replied || word !== null}
      again={mayAgain ? { label, onClick: answerAgain } : null}
    />
  );
};

/** An idea among the matters: what it is, and whether it is wanted. */
export const InterestAnswerPage = ({ id, nextHash, onAnswered }: AnswerPageProps) => {
  const { state, live } = useLive(at('GET /api/interests/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  return (
    <AskingPage
      reply={reply}
      put={live.put}
      onAnswered={onAnswered}
      matter={<InterestMatter reply={reply} />}
      answers={(onMoved) => <AnswerInterest reply={reply} onMoved={onMoved} />}
      receipt={(replied, answerAgain) => <Receipt {...{ reply, replied, nextHash, answerAgain }} />}
    />
  );
};
