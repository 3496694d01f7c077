import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Pointing, profileOf, signCount, signs, suggestedBy } from '#shared/domain/profile.ts';
import type { Project } from '#shared/domain/project.ts';
import { profileWords, signText } from '#shared/words/screens/profile.ts';
import { priorityNames } from '#shared/words/words.ts';

const useStyles = makeStyles({
  head: { margin: '14px 0 4px', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr)',
    alignItems: 'center',
    gap: '10px',
    padding: '3px 0',
    fontSize: tokens.fontSizeBase200,
  },
  unsaid: { color: tokens.colorNeutralForeground3 },
  scale: { display: 'block', width: '72px', height: '12px' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const placeAt: Record<Exclude<Pointing, null>, number> = { low: 6, middle: 36, high: 66 };

/** From low at the left to high at the right; the sentence beside it says the same. */
const Scale = ({ way }: { readonly way: Pointing }) => {
  const styles = useStyles();
  return (
    <svg className={styles.scale} viewBox="0 0 72 12" aria-hidden="true">
      <line x1="6" x2="66" y1="6" y2="6" style={{ stroke: tokens.colorNeutralStroke1 }} />
      {way === null ? null : (
        <circle
          cx={placeAt[way]}
          cy="6"
          r="4.5"
          style={{ fill: tokens.colorCompoundBrandBackground }}
        />
      )}
    </svg>
  );
};

/** The six signs that explain a priority, how many point each way, and what they suggest. */
export const Profile = ({ project }: { readonly project: Project }) => {
  const styles = useStyles();
  const profile = profileOf(project);
  const suggested = suggestedBy(profile);
  return (
    <>
      <h3 className={styles.head}>{profileWords.title}</h3>
      <ul className={styles.list}>
        {signs.map((sign) => (
          <li
            key={sign}
            className={mergeClasses(styles.row, profile[sign] === null && styles.unsaid)}
          >
            <Scale way={profile[sign]} />
            {signText(sign, profile)}
          </li>
        ))}
      </ul>
      <span className={styles.small}>
        {profileWords.count(signCount(profile))}
        {suggested && ` ${profileWords.suggests(priorityNames[suggested].toLowerCase())}`}
      </span>
    </>
  );
};
