import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Run, wordDiff } from '#shared/text/wordDiff.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { usePaper, valueIn } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';

const useStyles = makeStyles({
  line: { margin: '6px 0 0', overflowWrap: 'anywhere' },
  added: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'none' },
  removed: { textDecorationLine: 'line-through' },
});

type Change = Run & { readonly key: string };

/** As much as is read at a glance; the whole is in the version. */
const mostChanges = 8;

const changesIn = (before: string, after: string): readonly Change[] => {
  let at = 0;
  return wordDiff(before, after)
    .map((run) => {
      const here = { ...run, text: run.text.trim(), key: `${at}${run.type}` };
      at += run.text.length;
      return here;
    })
    .filter(({ type, text }) => type !== 'same' && text !== '')
    .slice(0, mostChanges);
};

/** What became of the text since the version somebody is asked about, or the latest. */
export const ChangedSince = ({ code }: { readonly code: string }) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const page = usePaper();
  if (!page.base) return null;
  const before = page.base.content.values[code]?.text ?? '';
  const changes = changesIn(before, valueIn(page, code).text);
  if (changes.length === 0) return null;
  return (
    <p className={mergeClasses(paper.quiet, styles.line)}>
      {paperWords.changedSince(page.base.version.version)}{' '}
      {changes.map(({ key, type, text }) =>
        type === 'added' ? (
          <ins key={key} className={styles.added}>
            {`${text} `}
          </ins>
        ) : (
          <del key={key} className={styles.removed}>
            {`${text} `}
          </del>
        ),
      )}
    </p>
  );
};
