import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { boardWords } from '#shared/words/screens/board.ts';
import type { Failed } from '../remote/api.ts';
import { lastBoardHash } from './route.ts';

const useStyles = makeStyles({
  page: { height: '100%', padding: '24px 20px', backgroundColor: tokens.colorNeutralBackground3 },
  failed: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: { color: tokens.colorBrandForegroundLink },
});

/**
 * Nothing has been seen yet, and nothing can be fetched: said in place, with a way to try again, or
 * back where trying again helps nobody.
 */
export const CannotFetch = ({
  title = boardWords.cannotFetchPage,
  failure,
  onAgain,
}: {
  readonly title?: string;
  readonly failure: Failed;
  readonly onAgain: () => void;
}) => {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.failed} role="alert">
        <h1 className={styles.title}>{title}</h1>
        <span>{failure.message}</span>
        {failure.status === 403 ? (
          <a className={styles.link} href={lastBoardHash()}>
            {boardWords.backToBoard}
          </a>
        ) : (
          <Button onClick={onAgain}>{boardWords.tryAgain}</Button>
        )}
      </div>
    </main>
  );
};
