import { at } from '#shared/contract/at.ts';
import type { ChefCommentReply } from '#shared/contract/chefComments.ts';
import type { ChefCommentEvent } from '#shared/domain/chefComments/chefComment.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { chefPageWords } from '#shared/words/chefComments/page.ts';
import {
  chefPast,
  chefReceipts,
  chefsQuestionWords,
  chefWords,
} from '#shared/words/chefComments/words.ts';
import { AskedReceipt, projectSubject, type Said } from '../asking/AskedReceipt.tsx';
import { type AnswerPageProps, AskingPage } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { AnswerChef } from './AnswerChef.tsx';
import { ChefMatter } from './ChefMatter.tsx';

const answerOf = ({ view: { now } }: ChefCommentReply): ChefCommentEvent | null =>
  now.word ?? (now.said?.kind === 'passed' ? null : now.said);

const saidOf = ({ view, reader }: ChefCommentReply, event: ChefCommentEvent): Said => {
  const who = event.byId === reader.id ? askingWords.you : event.byName;
  const name = event.kind === 'noted' ? view.chefName : who;
  const next = reader.answers
    ? chefReceipts.next(view, event.payer)
    : chefReceipts.nextForLead(view.now.step, event.payer);
  return {
    title: chefReceipts.said(view.areas, event, name),
    next: view.isGateSent ? chefPast.gateSentText : next,
  };
};

const shownOf = (reply: ChefCommentReply, replied: boolean): Said => {
  if (replied) return { title: exchangeWords.youReplied, next: chefsQuestionWords.sent };
  const answer = answerOf(reply);
  return answer
    ? saidOf(reply, answer)
    : { title: chefPageWords.read, next: chefPageWords.nothingAsked };
};

type ReceiptProps = {
  readonly reply: ChefCommentReply;
  readonly replied: boolean;
  readonly nextHash: string | null;
  readonly answerAgain: () => void;
};

const Receipt = ({ reply, replied, nextHash, answerAgain }: ReceiptProps) => {
  const { view, reader } = reply;
  const { project, now, isOpen, choices } = view;
  const answer = replied ? null : answerOf(reply);
  const mayAgain = reader.answers && isOpen && now.ask !== null;
  const label = choices.length > 0 ? chefWords.another : chefPageWords.again;
  return (
    <AskedReceipt
      subject={projectSubject(project)}
      {...{ nextHash, answer, said: shownOf(reply, replied) }}
      isTicked={replied || answer !== null}
      again={mayAgain ? { label, onClick: answerAgain } : null}
    />
  );
};

/** A chef's comment among the matters: what it costs and who could pay, and the answers below it. */
export const ChefAnswerPage = ({ id, nextHash, onAnswered }: AnswerPageProps) => {
  const { state, live } = useLive(at('GET /api/chef-comments/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  return (
    <AskingPage
      reply={reply}
      put={live.put}
      onAnswered={onAnswered}
      matter={<ChefMatter reply={reply} />}
      answers={(onMoved) => <AnswerChef reply={reply} onMoved={onMoved} />}
      receipt={(replied, answerAgain) => <Receipt {...{ reply, replied, nextHash, answerAgain }} />}
    />
  );
};
