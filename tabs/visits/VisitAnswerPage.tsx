import { at } from '#shared/contract/at.ts';
import type { VisitReply } from '#shared/contract/visits.ts';
import { exchangeWords } from '#shared/words/asking/words.ts';
import { visitAnswerWords } from '#shared/words/visits/page.ts';
import {
  visitQuestionWords,
  visitReceipts,
  visitTitle,
  visitWho,
  visitWords,
} from '#shared/words/visits/words.ts';
import { AnswerPageOf } from '../asking/AnswerPageOf.tsx';
import type { Said } from '../asking/AskedReceipt.tsx';
import type { AnswerPageProps } from '../asking/AskingPage.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerVisit } from './AnswerVisit.tsx';
import { VisitMatter } from './VisitMatter.tsx';
import { visitHash } from './visitsAddress.ts';

const saidOf = ({ view, reader }: VisitReply, replied: boolean): Said => {
  if (replied) return { title: exchangeWords.youReplied, next: visitQuestionWords.sent };
  const { word, terms } = view.now;
  if (!word?.answer) return { title: visitAnswerWords.read, next: visitAnswerWords.nothingAsked };
  const first = terms?.days.expectations;
  const next =
    word.answer === 'yes' && first
      ? `${visitReceipts.first} ${visitReceipts.firstMeeting(first)} ${visitReceipts.before} ${visitReceipts.beforeText}`
      : visitReceipts.toLeder;
  return { title: visitReceipts.said(word.answer, visitWho(word, word.byId === reader.id)), next };
};

/** Whether a unit may be visited, among the matters. */
export const VisitAnswerPage = ({ id, ...props }: AnswerPageProps) => (
  <AnswerPageOf<VisitReply>
    {...props}
    {...useLive(at('GET /api/visits/:id', { id }))}
    subjectOf={({ view: { now } }) => ({
      name: visitTitle(now),
      hash: visitHash(now.id),
      open: visitWords.open,
    })}
    saidOf={saidOf}
    again={visitWords.answerAgain}
    matter={(reply, onChanged) => <VisitMatter {...{ reply, onChanged }} />}
    answers={(reply, onMoved) => <AnswerVisit {...{ reply, onMoved }} />}
  />
);
