import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PostVisitMove, VisitReply } from '#shared/contract/visits.ts';
import { openVisitQuestion } from '#shared/domain/visits/view.ts';
import { visitAnswers } from '#shared/domain/visits/visit.ts';
import { visitAnswerWords as words } from '#shared/words/visits/page.ts';
import { visitAnswerLabels, visitWords } from '#shared/words/visits/words.ts';
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
  readonly reply: VisitReply;
  readonly onMoved: (moved: Moved<VisitReply>, isReply: boolean) => void;
};

const buttonsOf = (
  { view: { now, isWaiting } }: VisitReply,
  comment: string,
  day: string,
): readonly AnswerButton<PostVisitMove>[] => {
  const seen = { ask: now.ask?.seq ?? 0, revision: now.told, comment };
  const answers = visitAnswers.map((answer, place) => ({
    ...{ key: answer, label: visitAnswerLabels[answer], after: words.after[answer] },
    isPrimary: place === 0,
    move: {
      ...{ type: 'answered' as const, ...seen, answer },
      day: answer === 'otherDay' && day !== '' ? day : null,
    },
  }));
  if (!isWaiting) return answers;
  const question = {
    ...{ key: 'question', label: visitWords.askBack, after: words.afterQuestion },
    ...{ isPrimary: false, isMinor: true, move: { type: 'question' as const, ...seen } },
  };
  return [...answers, question];
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerVisit = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const page = usePageStyles();
  const [day, setDay] = useState('');
  const { waits, view } = reply;
  const { id, exchanges } = view.now;
  const sending = useSending<PostVisitMove, VisitReply>(
    answerPlace(id, view.now.ask),
    async (move) => movedBy(await api.send(at('POST /api/visits/:id/moves', { id }), move)),
    (moved, { type }) => onMoved(moved, type === 'reply'),
  );
  const { comment } = sending;
  const question = openVisitQuestion(view);
  return (
    <section className={page.section} aria-label={words.yourAnswer}>
      {waits === 'reply' && question !== null ? (
        <ReplyForm<PostVisitMove>
          question={exchanges.find((one) => one.question.seq === question)?.question}
          sending={sending}
          move={{ type: 'reply', question, comment }}
        />
      ) : (
        <>
          <Field label={visitWords.day}>
            <Input type="date" value={day} onChange={(_, { value }) => setDay(value)} />
          </Field>
          <Answers<PostVisitMove>
            label={visitWords.comment}
            sending={sending}
            buttons={buttonsOf(reply, comment, day)}
          />
        </>
      )}
    </section>
  );
};
