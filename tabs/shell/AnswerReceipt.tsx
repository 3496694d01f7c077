import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { useAnswerStyles } from './answerStyles.ts';
import { go, lastBoardHash } from './route.ts';

type Way = { readonly hash: string; readonly label: string };

type ReceiptProps = {
  /** A drawing above it all. */
  readonly above?: ReactNode;
  /** The project or the story it is about. */
  readonly name: string;
  readonly title: string;
  readonly isTicked: boolean;
  readonly when: string;
  /** What was written along. */
  readonly words: string;
  readonly next: string;
  /** The next matter that waits. */
  readonly nextMatter: Way | null;
  readonly open: Way;
  /** Something more the reader may do. */
  readonly more?: ReactNode;
};

/** What was stored, what happens now, and the ways on. */
export const AnswerReceipt = (props: ReceiptProps) => {
  const { above, name, title, isTicked, when, words, next, nextMatter, open, more } = props;
  const styles = useAnswerStyles();
  return (
    <section className={styles.receipt} role="status">
      {above}
      <span className={styles.quiet}>{name}</span>
      <h1 className={styles.head}>
        {isTicked && <CheckmarkCircleFilled className={styles.tick} />}
        {title}
      </h1>
      {when !== '' && <span className={styles.quiet}>{when}</span>}
      {words !== '' && <blockquote className={styles.words}>»{words}«</blockquote>}
      <span>{next}</span>
      <div className={styles.ways}>
        {nextMatter && (
          <Button appearance="primary" size="large" onClick={() => go(nextMatter.hash)}>
            {nextMatter.label}
          </Button>
        )}
        <Button
          size="large"
          appearance={nextMatter ? 'secondary' : 'primary'}
          onClick={() => go(lastBoardHash())}
        >
          {decideWords.done}
        </Button>
        {more}
        <Button size="large" appearance="subtle" onClick={() => go(open.hash)}>
          {open.label}
        </Button>
      </div>
    </section>
  );
};

/** A matter that is not there, or could not be fetched. */
export const AnswerNotFound = ({ message }: { readonly message: string }) => {
  const styles = useAnswerStyles();
  return (
    <div className={styles.reading} role="alert">
      <div className={styles.receipt}>
        <h2 className={styles.head}>{decideWords.notFound}</h2>
        <span className={styles.quiet}>{message}</span>
        <Button onClick={() => go(hashOf({ type: 'decide', requestId: null }))}>
          {decideWords.next}
        </Button>
      </div>
    </div>
  );
};
