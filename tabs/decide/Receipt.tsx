import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import type { RequestReply } from '#shared/contract/api.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { momentYearText } from '#shared/words/dates.ts';
import { decideWords, receiptHead, receiptNext } from '#shared/words/screens/decidePage.ts';
import { Door } from '../drawing/marks.tsx';
import { go, lastBoardHash, projectHash } from '../shell/route.ts';
import type { Answered } from './AnswerPanel.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    maxWidth: '560px',
    paddingTop: '4vh',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: {
    margin: 0,
    padding: '6px 12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '10px', paddingTop: '12px' },
});

type ReceiptProps = {
  readonly answered: Answered;
  readonly next: RequestReply | null;
};

/** What was stored, and what happens now; a late or double answer is told who decided and when. */
export const Receipt = ({ answered, next }: ReceiptProps) => {
  const styles = useStyles();
  const { view } = answered.reply;
  const decision = view.state.type === 'ended' ? view.state.decision : null;
  return (
    <section className={styles.box} role="status">
      <Door state="open" height={56} />
      <span className={styles.quiet}>{view.project.title}</span>
      <h1 className={styles.head}>
        <CheckmarkCircleFilled className={styles.tick} />
        {receiptHead(view, answered.reply.reader)}
      </h1>
      {decision && <span className={styles.quiet}>{momentYearText(decision.at)}</span>}
      {decision && decision.comment !== '' && (
        <blockquote className={styles.words}>»{decision.comment}«</blockquote>
      )}
      <span>{answered.type === 'late' ? answered.message : receiptNext(decision)}</span>
      <div className={styles.buttons}>
        {next && (
          <Button
            appearance="primary"
            size="large"
            onClick={() => go(hashOf({ type: 'decide', requestId: next.view.request.id }))}
          >
            {decideWords.nextIs(next.view.project.title)}
          </Button>
        )}
        <Button
          size="large"
          appearance={next ? 'secondary' : 'primary'}
          onClick={() => go(lastBoardHash())}
        >
          {decideWords.done}
        </Button>
        <Button size="large" appearance="subtle" onClick={() => go(projectHash(view.project.id))}>
          {decideWords.openProject}
        </Button>
      </div>
    </section>
  );
};
