import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StoryLine } from '#shared/contract/stories.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { stateText, storyKindNames } from '#shared/words/stories/stories.ts';
import { phaseNames } from '#shared/words/words.ts';
import { Sits } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { storyHash } from '../shell/route.ts';
import { PressDialog } from '../stories/kinds/PressDialog.tsx';
import { useCreate } from '../stories/overview/useCreate.ts';
import { useProject } from './editing.tsx';

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '18px' },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: '0 0 12px', padding: 0 },
  story: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 16px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  late: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

const Line = ({ story }: { readonly story: StoryLine }) => {
  const styles = useStyles();
  const { kind, state, title, staleSince } = story;
  return (
    <li>
      <a className={styles.story} href={storyHash(story.id)}>
        <span>
          {title}
          <span className={styles.small}>{storyKindNames[kind]}</span>
        </span>
        <span>
          {story.overdue || staleSince !== null ? (
            <span className={styles.late}>
              <Sits size={14} />
              {staleSince === null
                ? stateText(kind, state)
                : storyPageWords.tellsOf(phaseNames[staleSince])}
            </span>
          ) : (
            stateText(kind, state)
          )}
          <span className={styles.small}>{shortDayText(story.since)}</span>
        </span>
      </a>
    </li>
  );
};

const Begin = ({ projectId }: { readonly projectId: string }) => {
  const styles = useStyles();
  const { may } = useMe();
  const { create, busy, problem } = useCreate();
  const [logging, setLogging] = useState<boolean | null>(null);
  const begin = (kind: StoryLine['kind']) => () => void create({ kind, projectId });
  return (
    <>
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        {may.includes('writeStory') && (
          <>
            <Button disabledFocusable={busy !== null} onClick={begin('microStory')}>
              {storyPageWords.writeMicroStory}
            </Button>
            <Button disabledFocusable={busy !== null} onClick={begin('article')}>
              {storyPageWords.writeArticle}
            </Button>
            <Button disabledFocusable={busy !== null} onClick={begin('description')}>
              {storyPageWords.writeDescription}
            </Button>
          </>
        )}
        {may.includes('logPress') && (
          <Button onClick={() => setLogging(true)}>{storyPageWords.logPress}</Button>
        )}
      </div>
      {/* Also a closed dialog puts a hidden tab stop into the page, so it comes with the first press;
          then it stays, because only a dialog that closes lets go of the page behind it. */}
      {logging !== null && (
        <PressDialog open={logging} projectId={projectId} onClose={() => setLogging(false)} />
      )}
    </>
  );
};

const unhurried = { every: 5_000 };

const Told = ({ projectId }: { readonly projectId: string }) => {
  const styles = useStyles();
  const { state } = useLive(
    at('GET /api/stories', {}, `project=${encodeURIComponent(projectId)}`),
    unhurried,
  );
  if (state.type !== 'ready') return null;
  const { stories } = state.value;
  if (stories.length === 0) return <p className={styles.small}>{storyPageWords.noStories}</p>;
  return (
    <ul className={styles.list}>
      {[...stories]
        .sort((a, b) => b.since.localeCompare(a.since))
        .map((story) => (
          <Line key={story.id} story={story} />
        ))}
    </ul>
  );
};

/** What was told of the project, and where a new story begins. */
export const Stories = () => {
  const styles = useStyles();
  const { may } = useMe();
  const { project } = useProject().reply;
  if (!may.includes('seeStories')) return null;
  return (
    <section
      className={styles.section}
      id="afsnit-historier"
      aria-label={storyPageWords.storiesSection}
    >
      <h2 className={styles.title}>{storyPageWords.storiesSection}</h2>
      <Told projectId={project.id} />
      <Begin projectId={project.id} />
    </section>
  );
};
