import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf } from '#shared/domain/day.ts';
import { foldAt } from '#shared/domain/stories/linkedIn.ts';
import { withoutNumbers } from '#shared/domain/stories/privacy.ts';
import type { Content } from '#shared/domain/stories/story.ts';
import { pictureName, storyPageWords } from '#shared/words/stories/page.ts';
import { useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';

const useStyles = makeStyles({
  post: {
    maxWidth: '520px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
  },
  profile: { display: 'flex', gap: '10px', alignItems: 'center', padding: '12px 16px 8px' },
  logo: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '40px',
    height: '40px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: {
    padding: '2px 16px 12px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    lineHeight: '20px',
  },
  tag: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  gap: { backgroundColor: 'var(--attention)' },
  more: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '2px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  cell: { position: 'relative', aspectRatio: '4 / 3', overflow: 'hidden' },
  first: { gridColumn: '1 / -1', aspectRatio: 'auto' },
  picture: {
    display: 'block',
    width: '100%',
    height: '100%',
    objectFit: 'cover',
    fontSize: tokens.fontSizeBase200,
  },
  whole: { height: 'auto', maxHeight: '420px', objectFit: 'contain' },
  rest: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: tokens.colorBackgroundOverlay,
    color: tokens.colorNeutralForegroundStaticInverted,
    fontSize: tokens.fontSizeHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  acts: {
    display: 'flex',
    justifyContent: 'space-around',
    padding: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const special = /(\[[^\]\n]*\]|•[^\n\p{L}]*•|#[\p{L}\p{N}_]+)/gu;

const Words = ({ text }: { readonly text: string }) => {
  const styles = useStyles();
  return text.split(special).map((part, place) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place.
      key={place}
      className={mergeClasses(
        part.startsWith('#') && styles.tag,
        /^(?:\[.*\]|•.*•)$/.test(part) && styles.gap,
      )}
    >
      {part}
    </span>
  ));
};

const shownPictures = 5;

const Pictures = ({ pictures }: Pick<Content, 'pictures'>) => {
  const styles = useStyles();
  const shown = pictures.slice(0, shownPictures);
  const hidden = pictures.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <div className={styles.grid}>
      {shown.map(({ id, alt }, place) => {
        const large = place === 0 && shown.length % 2 === 1;
        return (
          <div key={`${id}:${alt}`} className={mergeClasses(styles.cell, large && styles.first)}>
            <img
              className={mergeClasses(styles.picture, large && styles.whole)}
              src={`/pictures/${id}`}
              alt={alt === '' ? pictureName(place) : alt}
            />
            {hidden > 0 && place === shown.length - 1 && (
              <span className={styles.rest}>+{hidden}</span>
            )}
          </div>
        );
      })}
    </div>
  );
};

type PostProps = Pick<Content, 'text' | 'pictures'> & {
  /** Unfolded from the beginning: whoever signs it off reads all of it. */
  readonly whole?: boolean;
};

/** A post as it will look in the feed, drawn by us: profile, text with its fold, pictures. */
export const PostPreview = ({ text, pictures, whole = false }: PostProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [open, setOpen] = useState(whole);
  const shown = withoutNumbers(text, dayOf(useStory().reply.view.at));
  const fold = foldAt(shown);
  return (
    <div className={styles.post}>
      <div className={styles.profile}>
        <span className={styles.logo} aria-hidden="true">
          VK
        </span>
        <span>
          <span className={styles.name}>{storyPageWords.previewProfile}</span>
          <span className={page.quiet}>{storyPageWords.previewUnder}</span>
        </span>
      </div>
      <div className={styles.text} dir="auto">
        {shown.trim() === '' ? (
          <span className={page.quiet}>{storyPageWords.emptyPost}</span>
        ) : (
          <Words text={fold === null || open ? shown : shown.slice(0, fold).trimEnd()} />
        )}
        {fold !== null && (
          <>
            {' '}
            <button type="button" className={styles.more} onClick={() => setOpen(!open)}>
              {open ? storyPageWords.less : storyPageWords.more}
            </button>
          </>
        )}
      </div>
      <Pictures pictures={pictures} />
    </div>
  );
};
