import { at } from '#shared/contract/at.ts';
import type { BenefitReply } from '#shared/contract/benefits.ts';
import { type BenefitEvent, gainOf } from '#shared/domain/benefits/benefit.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { benefitAnswerWords } from '#shared/words/benefits/page.ts';
import {
  benefitQuestionWords,
  benefitReceipts,
  benefitWords,
  shareText,
} from '#shared/words/benefits/words.ts';
import { AskedReceipt, type Said } from '../asking/AskedReceipt.tsx';
import { type AnswerPageProps, AskingPage } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { AnswerBenefit } from './AnswerBenefit.tsx';
import { BenefitMatter } from './BenefitMatter.tsx';

const saidOf = ({ view, reader }: BenefitReply, word: BenefitEvent): Said => {
  const who = word.byId === reader.id ? askingWords.you : word.byName;
  const again =
    view.nextOn === null ? benefitReceipts.noMore : benefitReceipts.askedAgain(view.nextOn);
  if (word.kind === 'unmeasurable')
    return { title: benefitReceipts.unmeasurable(who), next: again };
  if (word.kind === 'notYet')
    return { title: benefitReceipts.notYet(who, word.until ?? ''), next: benefitWords.whenText };
  const share = shareText(gainOf(word, word.value ?? 0), gainOf(word, word.target));
  return {
    title: benefitReceipts.said(who, word, word.value ?? 0),
    next: [share, again, benefitReceipts.onPage].filter((part) => part !== '').join(' '),
  };
};

const shownOf = (reply: BenefitReply, replied: boolean): Said => {
  if (replied) return { title: exchangeWords.youReplied, next: benefitQuestionWords.sent };
  const { word } = reply.view.now;
  return word
    ? saidOf(reply, word)
    : { title: benefitAnswerWords.read, next: benefitAnswerWords.nothingAsked };
};

type ReceiptProps = {
  readonly reply: BenefitReply;
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
      again={mayAgain ? { label: benefitWords.again, onClick: answerAgain } : null}
    />
  );
};

/** How a benefit has gone, among the matters. */
export const BenefitAnswerPage = ({ id, nextHash, onAnswered }: AnswerPageProps) => {
  const { state, live } = useLive(at('GET /api/benefits/:id', { id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  return (
    <AskingPage
      reply={reply}
      put={live.put}
      onAnswered={onAnswered}
      matter={<BenefitMatter reply={reply} onChanged={live.refresh} />}
      answers={(onMoved) => <AnswerBenefit reply={reply} onMoved={onMoved} />}
      receipt={(replied, answerAgain) => <Receipt {...{ reply, replied, nextHash, answerAgain }} />}
    />
  );
};
