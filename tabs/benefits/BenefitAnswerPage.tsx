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
import { AnswerPageOf } from '../asking/AnswerPageOf.tsx';
import { projectSubject, type Said } from '../asking/AskedReceipt.tsx';
import type { AnswerPageProps } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
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

/** How a benefit has gone, among the matters. */
export const BenefitAnswerPage = ({ id, ...props }: AnswerPageProps) => (
  <AnswerPageOf<BenefitReply>
    {...props}
    {...useLive(at('GET /api/benefits/:id', { id }))}
    subjectOf={({ view }) => projectSubject(view.project)}
    saidOf={shownOf}
    again={benefitWords.again}
    matter={(reply, onChanged) => <BenefitMatter {...{ reply, onChanged }} />}
    answers={(reply, onMoved) => <AnswerBenefit {...{ reply, onMoved }} />}
  />
);
