import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { BenefitReply, PostBenefitMove } from '#shared/contract/benefits.ts';
import { laterDays } from '#shared/domain/benefits/followUp.ts';
import { openBenefitQuestion } from '#shared/domain/benefits/view.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { benefitAnswerWords as after } from '#shared/words/benefits/page.ts';
import { benefitWords } from '#shared/words/benefits/words.ts';
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
  readonly reply: BenefitReply;
  readonly onMoved: (moved: Moved<BenefitReply>, isReply: boolean) => void;
};

type Sending = ReturnType<typeof useSending<PostBenefitMove, BenefitReply>>;

const seenIn = ({ view: { now } }: BenefitReply) => ({
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

/** The number and a word; or on to the days. */
const NumberAnswer = ({
  reply,
  sending,
  onLater,
}: {
  readonly reply: BenefitReply;
  readonly sending: Sending;
  readonly onLater: () => void;
}) => {
  const [value, setValue] = useState('');
  const { view } = reply;
  const terms = view.now.asked ?? view.now.terms;
  const { comment } = sending;
  const said = { ...seenIn(reply), comment };
  const buttons: readonly AnswerButton<PostBenefitMove>[] = [
    {
      ...{ key: 'save', label: benefitWords.save, after: after.save, isPrimary: true },
      move: { type: 'answered', ...said, value },
    },
    ...(view.isWaiting
      ? [
          {
            ...{ key: 'question', label: askingWords.ask, after: after.question },
            ...{ isPrimary: false, isMinor: true },
            move: { type: 'question', ...said },
          } as const,
        ]
      : []),
  ];
  return (
    <>
      {terms && (
        <Field label={benefitWords.value(terms)}>
          <Input
            size="large"
            value={value}
            inputMode="decimal"
            maxLength={60}
            onChange={(_, data) => setValue(data.value)}
          />
        </Field>
      )}
      <Answers<PostBenefitMove> label={benefitWords.comment} sending={sending} buttons={buttons} />
      <div>
        <Button appearance="subtle" onClick={onLater}>
          {benefitWords.notYet}
        </Button>
      </div>
    </>
  );
};

/** When it will be known, or that it never will. */
const LaterAnswer = ({
  reply,
  sending,
  onBack,
}: {
  readonly reply: BenefitReply;
  readonly sending: Sending;
  readonly onBack: () => void;
}) => {
  const page = usePageStyles();
  const said = { ...seenIn(reply), comment: sending.comment };
  const days = laterDays(reply.view.today).map(
    (until): AnswerButton<PostBenefitMove> => ({
      ...{ key: until, label: benefitWords.day(until), after: after.day, isPrimary: false },
      move: { type: 'notYet', ...said, until },
    }),
  );
  const never: AnswerButton<PostBenefitMove> = {
    ...{ key: 'never', label: benefitWords.unmeasurable, after: after.never, isPrimary: false },
    move: { type: 'unmeasurable', ...said },
  };
  return (
    <>
      <p className={page.strong}>{benefitWords.when}</p>
      <p className={page.quiet}>{benefitWords.whenText}</p>
      <Answers<PostBenefitMove>
        label={benefitWords.laterComment}
        sending={sending}
        buttons={[...days, never]}
      />
      <div>
        <Button appearance="subtle" onClick={onBack}>
          {benefitWords.back}
        </Button>
      </div>
    </>
  );
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerBenefit = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const page = usePageStyles();
  const [isLater, setLater] = useState(false);
  const { waits, view } = reply;
  const { id, exchanges } = view.now;
  const sending = useSending<PostBenefitMove, BenefitReply>(
    answerPlace(id, view.now.ask),
    async (move) => movedBy(await api.send(at('POST /api/benefits/:id/moves', { id }), move)),
    (moved, { type }) => onMoved(moved, type === 'reply'),
  );
  const question = openBenefitQuestion(view);
  if (waits === 'reply' && question !== null)
    return (
      <section className={page.section} aria-label={after.yourAnswer}>
        <ReplyForm<PostBenefitMove>
          question={exchanges.find((one) => one.question.seq === question)?.question}
          sending={sending}
          move={{ type: 'reply', question, comment: sending.comment }}
        />
      </section>
    );
  return (
    <section className={page.section} aria-label={after.yourAnswer}>
      {isLater ? (
        <LaterAnswer reply={reply} sending={sending} onBack={() => setLater(false)} />
      ) : (
        <NumberAnswer reply={reply} sending={sending} onLater={() => setLater(true)} />
      )}
    </section>
  );
};
