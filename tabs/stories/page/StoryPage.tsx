import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StoryReply } from '#shared/contract/stories.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { StoryKind } from '#shared/domain/stories/story.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { storyKindNames } from '#shared/words/stories/stories.ts';
import { UnreachedBox } from '../../reach/UnreachedBox.tsx';
import type { Live } from '../../remote/live.ts';
import { useApi, useLive } from '../../remote/RemoteContext.tsx';
import { CannotFetch } from '../../shell/CannotFetch.tsx';
import { useMe } from '../../shell/Looking.tsx';
import { go, projectHash } from '../../shell/route.ts';
import { StaleNotice } from '../../shell/StaleNotice.tsx';
import { AnswerStory, mayAnswer } from '../answer/AnswerStory.tsx';
import { StoryMatter } from '../answer/StoryMatter.tsx';
import { Article } from '../kinds/Article.tsx';
import { Description } from '../kinds/Description.tsx';
import { MicroStory } from '../kinds/MicroStory.tsx';
import { Press } from '../kinds/Press.tsx';
import { StoryContext, type StoryOnPage, sendMove, useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { Standing } from './Standing.tsx';
import { Timeline } from './Timeline.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', overflowY: 'auto' },
  top: { padding: '12px 32px 0', '@media (max-width: 719px)': { padding: '12px 16px 0' } },
  crumbs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  crumb: { color: tokens.colorNeutralForeground2 },
  title: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 316px',
    flexGrow: 1,
    '@media (max-width: 1050px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  work: {
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    padding: '16px 32px 40px',
    minWidth: 0,
    '@media (max-width: 719px)': { padding: '12px 16px 32px' },
  },
  rail: {
    padding: '20px 24px 32px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    '@media (max-width: 719px)': { padding: '20px 16px 32px' },
  },
  answer: {
    paddingBottom: '20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const Head = () => {
  const styles = useStyles();
  const me = useMe();
  const { now, project } = useStory().reply.view;
  return (
    <div className={styles.top}>
      <nav className={styles.crumbs} aria-label={storyPageWords.back}>
        {me.may.includes('seeStories') && (
          <>
            <a className={styles.crumb} href={hashOf({ type: 'stories', query: '' })}>
              {storyPageWords.back}
            </a>
            <ChevronRightRegular fontSize={12} aria-hidden="true" />
          </>
        )}
        <span>{storyKindNames[now.kind]}</span>
        {project && (
          <>
            <ChevronRightRegular fontSize={12} aria-hidden="true" />
            <a className={styles.crumb} href={projectHash(project.id)}>
              {project.title}
            </a>
          </>
        )}
      </nav>
      <h1 className={styles.title}>{now.about.title}</h1>
    </div>
  );
};

const bodies: Readonly<Record<StoryKind, () => React.JSX.Element>> = {
  microStory: MicroStory,
  article: Article,
  description: Description,
  press: Press,
};

/** Whoever is asked answers here too; for them the question, with its date, is what stands first. */
const Asked = () => {
  const styles = useStyles();
  const { reply } = useStory();
  if (!mayAnswer(reply)) return null;
  return (
    <div className={styles.answer}>
      <StoryMatter />
      <AnswerStory key={reply.view.now.ask?.seq} onAnswered={() => undefined} />
    </div>
  );
};

type LoadedProps = {
  readonly reply: StoryReply;
  readonly live: Live<StoryReply>;
  readonly stale: boolean;
};

const Loaded = ({ reply, live, stale }: LoadedProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const api = useApi();
  const { now, at } = reply.view;
  const story = useMemo<StoryOnPage>(
    () => ({ reply, move: (move) => sendMove(api, live.put, now.id, move) }),
    [reply, api, live, now.id],
  );
  const Body = bodies[now.kind];
  const asked = mayAnswer(reply);
  return (
    <StoryContext value={story}>
      <main className={styles.page}>
        {stale && <StaleNotice since={at} />}
        <Head />
        <div className={styles.body}>
          <div className={styles.work}>
            {!asked && <Standing />}
            <UnreachedBox unreached={reply.unreached} onChanged={live.refresh} />
            <Asked />
            {(!asked || reply.moves.length > 0) && <Body />}
          </div>
          <aside className={styles.rail} aria-label={storyPageWords.history}>
            <div className={page.section}>
              <Timeline />
            </div>
          </aside>
        </div>
      </main>
    </StoryContext>
  );
};

const NotFound = () => {
  const styles = useStyles();
  return (
    <main className={styles.work}>
      <h1>{storyPageWords.notFound}</h1>
      <div>
        <Button onClick={() => go(hashOf({ type: 'stories', query: '' }))}>
          {storyPageWords.toStories}
        </Button>
      </div>
    </main>
  );
};

/** One story: its text, who is asked, what was answered, where it lies, and how it came there. */
export const StoryPage = ({ id }: { readonly id: string }) => {
  const { state, live } = useLive(at('GET /api/stories/:id', { id }));
  switch (state.type) {
    case 'loading':
      return null;
    case 'failed':
      return state.failure.status === 404 ? (
        <NotFound />
      ) : (
        <CannotFetch failure={state.failure} onAgain={live.refresh} />
      );
    case 'ready':
      return <Loaded reply={state.value} live={live} stale={state.trouble !== null} />;
  }
};
