import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ApprovalReply, PostApprovalMove } from '#shared/contract/approvals.ts';
import { changesSinceYes, openQuestionOf } from '#shared/domain/approvals/view.ts';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { approvalPageWords } from '#shared/words/approvals/page.ts';
import { approvalWords } from '#shared/words/approvals/words.ts';
import { askingWords, exchangeWords } from '#shared/words/asking/words.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { Problems } from '../stories/Problems.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';
import { type ApprovalMoved, sendApprovalMove } from './onApproval.ts';

type Props = {
  readonly reply: ApprovalReply;
  readonly onMoved: (moved: ApprovalMoved, move: PostApprovalMove) => void;
};

/** What was typed stays until it is stored; however often it is pressed meanwhile, it is sent once. */
const useSending = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [comment, setComment] = useState('');
  const send = async (move: PostApprovalMove): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem('');
    const moved = await sendApprovalMove(api, reply.view.now.id, move);
    running.current = false;
    setBusy(false);
    if (moved.type === 'refused') setProblem(moved.message);
    else setComment('');
    onMoved(moved, move);
  };
  return { busy, problem, comment, setComment, send };
};

/** The owner's three answers, in the order of the card. */
const Answers = (props: Props) => {
  const styles = useAnswerStyles();
  const { view } = props.reply;
  const { busy, problem, comment, setComment, send } = useSending(props);
  const ask = view.now.ask?.seq ?? 0;
  const paper = view.now.ask?.facts ?? view.facts;
  const answers = [
    {
      type: 'approved',
      label: approvalWords.approve(view.now.step, paper, changesSinceYes(view)),
      after: approvalPageWords.afterApprove,
    },
    {
      type: 'sentBack',
      label: approvalWords.sendBack,
      after: approvalPageWords.afterSendBack,
    },
    { type: 'question', label: askingWords.ask, after: approvalPageWords.afterAsk },
  ] as const;
  return (
    <>
      <Field label={approvalPageWords.comment}>
        <Textarea
          className={styles.field}
          value={comment}
          maxLength={longestComment}
          rows={2}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
      <Problems problems={problem === '' ? [] : [problem]} />
      <div className={styles.buttons}>
        {answers.map(({ type, label, after }) => (
          <Button
            key={type}
            className={styles.button}
            size="large"
            appearance={type === 'approved' ? 'primary' : 'secondary'}
            disabledFocusable={busy}
            onClick={() => void send({ type, ask, comment })}
          >
            <span>
              <span className={styles.label}>{label}</span>
              <span className={styles.after}>{after}</span>
            </span>
          </Button>
        ))}
      </div>
    </>
  );
};

/** The lead's reply to the first question that has none. */
const Reply = ({ question, ...props }: Props & { readonly question: number }) => {
  const styles = useAnswerStyles();
  const { busy, problem, comment, setComment, send } = useSending(props);
  const asked = props.reply.view.now.exchanges.find((one) => one.question.seq === question);
  return (
    <>
      <Field
        label={`${exchangeWords.asks(asked?.question.byName ?? '')}: »${asked?.question.comment}«`}
      >
        <Textarea
          className={styles.field}
          value={comment}
          maxLength={longestComment}
          rows={2}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
      <Problems problems={problem === '' ? [] : [problem]} />
      <div>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void send({ type: 'reply', question, comment })}
        >
          {exchangeWords.sendReply}
        </Button>
      </div>
    </>
  );
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerApproval = (props: Props) => {
  const page = usePageStyles();
  const { waits, view } = props.reply;
  const question = openQuestionOf(view);
  return (
    <section className={page.section} aria-label={approvalPageWords.yourAnswer}>
      {waits === 'reply' && question !== null ? (
        <Reply {...props} question={question} />
      ) : (
        <Answers {...props} />
      )}
    </section>
  );
};
