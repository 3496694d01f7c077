import { makeStyles, tokens } from '@fluentui/react-components';
import { at } from '#shared/contract/at.ts';
import { asideProblemText, asideWords, boardWords } from '#shared/words/screens/board.ts';
import { BoardFailed } from '../board/BoardWaiting.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { lastBoardHash } from '../shell/route.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', padding: '24px 32px' },
  title: {
    margin: '8px 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  text: { maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  head: {
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: '8px 24px 4px 0',
  },
  cell: { padding: '8px 24px 8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Rows that make no sense, named so that somebody can put them right in the list. */
export const AsidePage = () => {
  const styles = useStyles();
  const { state, live } = useLive(at('GET /api/aside'));
  if (state.type === 'loading') return null;
  if (state.type === 'failed')
    return <BoardFailed failure={state.failure} onAgain={live.refresh} />;
  const { rows } = state.value;
  return (
    <main className={styles.page}>
      <a className={styles.link} href={lastBoardHash()}>
        {boardWords.backToBoard}
      </a>
      <h1 className={styles.title}>{asideWords.title}</h1>
      <p className={styles.text}>{rows.length === 0 ? asideWords.none : asideWords.intro}</p>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.head}>{asideWords.list}</th>
              <th className={styles.head}>{asideWords.item}</th>
              <th className={styles.head}>{asideWords.field}</th>
              <th className={styles.head}>{asideWords.problem}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.list}:${row.itemId}:${row.field}`}>
                <td className={styles.cell}>{row.list}</td>
                <td className={styles.cell}>{row.itemId}</td>
                <td className={styles.cell}>{row.field}</td>
                <td className={styles.cell}>{asideProblemText(row.problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
};
