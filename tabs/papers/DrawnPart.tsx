import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DrawnCode } from '#shared/domain/papers/template.ts';
import { drawnOf, type Table, triangleText } from '#shared/words/papers/drawn.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { questionName } from '#shared/words/papers/template.ts';
import { TekTriangle } from '../drawing/TekTriangle.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { contentIn, usePaper } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';

const useStyles = makeStyles({
  part: { margin: '12px 0' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '4px 12px',
    margin: '0 0 4px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0 0 6px', maxWidth: '72ch', overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 32px', alignItems: 'center' },
  wide: { flexGrow: 1, flexBasis: '280px', minWidth: 0, overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: '7px 12px 7px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    verticalAlign: 'top',
    // A column is as wide as its longest word; what has no room can be scrolled to.
    overflowWrap: 'break-word',
  },
  colHead: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  figure: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    paddingRight: '20px',
    '@media (max-width: 719px)': { whiteSpace: 'normal', paddingRight: '12px' },
  },
});

/** A table of words, as in the Word document. */
export const WordsTable = ({ table, label }: { readonly table: Table; readonly label: string }) => {
  const styles = useStyles();
  const at = (place: number, head: boolean): string =>
    mergeClasses(
      styles.cell,
      head && styles.colHead,
      table.figures.includes(place) && styles.figure,
    );
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {table.heads.map((head, place) => (
            <th key={head} scope="col" className={at(place, true)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own.
          <tr key={line}>
            {row.map((text, place) => (
              <td key={table.heads[place]} className={at(place, false)}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What the paper says of the project itself: it is put right there. */
export const DrawnPart = ({ draws }: { readonly draws: DrawnCode }) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const page = usePaper();
  const { areas } = useMe();
  const { paper: code, template, facts } = contentIn(page);
  const { texts, table } = drawnOf(draws, { facts, areas: page.shown?.content.areas ?? areas });
  const name = questionName(code, template, draws);
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <h3 className={styles.title}>{name}</h3>
        {page.reply.mayWrite && draws !== 'decider' && (
          <a
            className={mergeClasses(paper.link, paper.quiet)}
            href={projectHash(page.reply.project.id)}
          >
            {paperWords.fromProject}
          </a>
        )}
      </div>
      {texts.map((text) => (
        <p key={text} className={styles.text}>
          {text}
        </p>
      ))}
      <div className={styles.row}>
        {table && (
          <div className={styles.wide}>
            <WordsTable table={table} label={name} />
          </div>
        )}
        {draws === 'tek' && (
          <div role="img" aria-label={triangleText(facts)}>
            <TekTriangle tek={facts} />
          </div>
        )}
      </div>
    </div>
  );
};
