import { makeStyles, tokens } from '@fluentui/react-components';
import { changedSentences, type Run, wordDiff } from '#shared/text/wordDiff.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { usePageStyles } from './pageStyles.ts';

const useStyles = makeStyles({
  pair: { display: 'flex', flexDirection: 'column', gap: '4px' },
  pairs: { display: 'flex', flexDirection: 'column', gap: '14px' },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

/** The space after a word is nobody's change: a line through or under it looks like a slip. */
const trimmed = (run: Run): readonly Run[] => {
  const text = run.text.trimEnd();
  const space = run.text.slice(text.length);
  if (run.type === 'same' || text === '' || space === '') return [run];
  return [
    { ...run, text },
    { type: 'same', text: space },
  ];
};

/** Each run with its place, which is what it is known by. */
const placed = (runs: readonly Run[]): readonly (Run & { readonly at: number })[] => {
  let at = 0;
  return runs.map((run) => {
    const here = { ...run, at };
    at += run.text.length;
    return here;
  });
};

const Runs = ({ runs }: { readonly runs: readonly Run[] }) => {
  const page = usePageStyles();
  return placed(runs.flatMap(trimmed)).map((run) => {
    const key = `${run.at}${run.type}`;
    if (run.type === 'added')
      return (
        <ins key={key} className={page.added}>
          {run.text}
        </ins>
      );
    if (run.type === 'removed')
      return (
        <del key={key} className={page.removed}>
          {run.text}
        </del>
      );
    return <span key={key}>{run.text}</span>;
  });
};

type TextsProps = { readonly before: string; readonly after: string };

/** The whole text, with what went struck through and what came underlined. */
export const TrackedText = ({ before, after }: TextsProps) => {
  const page = usePageStyles();
  return (
    <div className={page.paper} dir="auto">
      <Runs runs={wordDiff(before, after)} />
    </div>
  );
};

/** Only the sentences that changed, before and now. */
export const ChangedText = ({ before, after }: TextsProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const changes = changedSentences(before, after);
  if (changes.length === 0) return <p className={page.quiet}>{storyPageWords.sameText}</p>;
  return (
    <div className={styles.pairs}>
      {changes.map((change, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the text.
        <div key={place} className={styles.pair}>
          {change.before.length > 0 && (
            <div className={page.paper} dir="auto">
              <span className={styles.label}>{storyPageWords.before}</span>
              <Runs runs={change.before} />
            </div>
          )}
          {change.now.length > 0 && (
            <div className={page.paper} dir="auto">
              <span className={styles.label}>{storyPageWords.nowText}</span>
              <Runs runs={change.now} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
};
