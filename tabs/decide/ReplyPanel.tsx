import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { RequestReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import type { Statement } from '#shared/domain/request.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    padding: '14px 48px 20px',
    maxHeight: '55%',
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 719px)': { padding: '10px 16px 14px' },
  },
  question: { margin: '0 0 6px', fontWeight: tokens.fontWeightSemibold },
  row: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    marginBottom: '12px',
  },
  field: { width: '100%' },
});

const ReplyTo = ({
  reply,
  question,
  onReplied,
}: {
  readonly reply: RequestReply;
  readonly question: Statement;
  readonly onReplied: (reply: RequestReply) => void;
}) => {
  const styles = useStyles();
  const api = useApi();
  const [text, setText, typing] = useTyped(['reply', question.id], '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const sent = await api.send(at('POST /api/requests/:id/reply', { id: reply.view.request.id }), {
      question: question.id,
      comment: text,
    });
    setBusy(false);
    if (sent.type === 'failed') setProblem(sent.message);
    else if (sent.type === 'done') {
      typing.forget();
      onReplied(sent.value);
    }
  };
  return (
    <div className={styles.row}>
      <TypedBefore typing={typing} />
      <Field
        className={styles.field}
        label={
          <>
            {question.byName}: »{question.text}«
          </>
        }
      >
        <Textarea
          value={text}
          maxLength={2_000}
          placeholder={decideWords.reply}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      {problem !== '' && (
        <MessageBar intent="error">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
        {decideWords.sendReply}
      </Button>
    </div>
  );
};

/** The lead's replies to questions nobody has replied to yet. */
export const ReplyPanel = ({
  reply,
  onReplied,
}: {
  readonly reply: RequestReply;
  readonly onReplied: (reply: RequestReply) => void;
}) => {
  const styles = useStyles();
  const open = reply.view.questions.filter((one) => one.reply === null);
  if (open.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={decideWords.reply}>
      {open.map(({ question }) => (
        <ReplyTo key={question.id} reply={reply} question={question} onReplied={onReplied} />
      ))}
    </section>
  );
};
