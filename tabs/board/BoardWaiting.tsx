import { makeStyles, tokens } from '@fluentui/react-components';
import { columns } from '#shared/domain/board.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { columnNames } from '#shared/words/words.ts';
import type { Failed } from '../remote/api.ts';
import { CannotFetch } from '../shell/CannotFetch.tsx';

const useStyles = makeStyles({
  page: { height: '100%', padding: '24px 20px', backgroundColor: tokens.colorNeutralBackground3 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: '40px',
  },
  name: {
    margin: '0 0 14px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  blank: {
    height: '102px',
    marginBottom: '8px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const blanks = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Only the very first time: the rooms, and cards of the right height. */
export const BoardSkeleton = () => {
  const styles = useStyles();
  return (
    <main className={styles.page} aria-busy="true" aria-label={boardWords.loading}>
      <div className={styles.grid}>
        {columns.map((column) => (
          <section key={column} aria-label={columnNames[column]}>
            <h2 className={styles.name}>{columnNames[column]}</h2>
            {blanks.map((blank) => (
              <div key={blank} className={styles.blank} />
            ))}
          </section>
        ))}
      </div>
    </main>
  );
};

export const BoardFailed = (props: { readonly failure: Failed; readonly onAgain: () => void }) => (
  <CannotFetch title={boardWords.cannotFetch} {...props} />
);
