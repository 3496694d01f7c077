import type { ProjectReply } from '#shared/contract/api.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { followWords } from '#shared/words/ideas/follow.ts';
import { useIdeaStyles } from './ideaStyles.ts';

/** Those who have had the same idea, each in their own words. */
export const SameIdea = ({
  followers,
  heading: Heading,
}: Pick<ProjectReply, 'followers'> & { readonly heading: 'h2' | 'h3' }) => {
  const styles = useIdeaStyles();
  if (followers.length === 0) return null;
  return (
    <section aria-label={followWords.also(followers.length)}>
      <Heading className={styles.strong}>{followWords.also(followers.length)}</Heading>
      <ul className={styles.rows}>
        {followers.map(({ id, personName, words, at }) => (
          <li key={id}>
            »{words}«
            <span className={styles.small}>
              {' '}
              {personName}, {shortDayText(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
