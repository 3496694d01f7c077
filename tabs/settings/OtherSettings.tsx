import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { RulesReply } from '#shared/contract/rules.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';

const useStyles = makeStyles({
  block: { maxWidth: '860px', padding: '12px 0 24px' },
  head: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, paddingLeft: '20px' },
  line: { padding: '2px 0', overflowWrap: 'anywhere' },
});

/** What else can be set, and where; as it is now, where that is short. */
export const OtherSettings = ({ others }: { readonly others: RulesReply['others'] }) => {
  const styles = useStyles();
  const words = rulesWords.others;
  const links = [
    [words.stuck, hashOf({ type: 'board', as: 'board', query: '' })],
    [words.stories, hashOf({ type: 'stories', query: '' })],
    [words.closing(others.closingDays), hashOf({ type: 'stories', query: '' })],
    [words.steps, hashOf({ type: 'steps' })],
    [words.templates, hashOf({ type: 'templates' })],
    [words.words, hashOf({ type: 'words' })],
    [words.quarter(others.quarterlyStatusDays), hashOf({ type: 'quarter', id: '', query: '' })],
    [words.points(others.yearPoints), hashOf({ type: 'year', query: '' })],
  ] as const;
  return (
    <section className={styles.block} aria-label={rulesWords.othersTitle}>
      <h2 className={styles.head}>{rulesWords.othersTitle}</h2>
      <ul className={styles.list}>
        {links.map(([text, hash]) => (
          <li key={text} className={styles.line}>
            <Link href={hash}>{text}</Link>
          </li>
        ))}
        <li className={styles.line}>{words.areas(others.areas)}</li>
      </ul>
    </section>
  );
};
