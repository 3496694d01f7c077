import { mergeClasses } from '@fluentui/react-components';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { quarterHash } from '../quarter/quarterAddress.ts';
import { useQuarterStyles } from '../quarter/quarterStyles.ts';
import { useMe } from '../shell/Looking.tsx';

/** The two meetings there are; who may see only one sees no choice. */
export const MeetingTabs = ({ here }: { readonly here: 'digitek' | 'quarter' }) => {
  const styles = useQuarterStyles();
  const { may } = useMe();
  if (!may.includes('holdMeeting')) return null;
  const tabs = [
    {
      type: 'digitek',
      name: quarterPageWords.digitek,
      hash: hashOf({ type: 'meeting', query: '' }),
    },
    { type: 'quarter', name: quarterPageWords.nav, hash: quarterHash('') },
  ] as const;
  return (
    <nav className={styles.tabs} aria-label={quarterPageWords.tabs}>
      {tabs.map(({ type, name, hash }) => (
        <a
          key={type}
          href={hash}
          className={mergeClasses(styles.tab, type === here && styles.tabHere)}
          aria-current={type === here ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
};
