import { Button } from '@fluentui/react-components';
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
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { type AnswerPageProps, AskingPage } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound, AnswerReceipt } from '../shell/AnswerReceipt.tsx';
import { projectHash } from '../shell/route.ts';
import { AnswerChef } from './AnswerChef.tsx';
import { ChefMatter } from './ChefMatter.tsx';

type Said = { readonly title: string; readonly next: string };

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
  const shown = shownOf(reply, replied);
  const mayAgain = reader.answers && isOpen && now.ask !== null;
  return (
    <AnswerReceipt
      name={project.title}
      title={shown.title}
      isTicked={replied || answer !== null}
      when={answer ? askingWords.when(answer.at) : ''}
      words={answer?.comment ?? ''}
      next={shown.next}
      nextMatter={nextHash === null ? null : { hash: nextHash, label: decideWords.next }}
      open={{ hash: projectHash(project.id), label: decideWords.openProject }}
      more={
        mayAgain && (
          <Button size="large" onClick={answerAgain}>
            {choices.length > 0 ? chefWords.another : chefPageWords.again}
          </Button>
        )
      }
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
