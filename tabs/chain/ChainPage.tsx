import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { at } from '#shared/contract/at.ts';
import type { ChainReply } from '#shared/contract/chain.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { go, lastBoardHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useIsPhone } from '../shell/useMedia.ts';
import { ChainCanvas } from './ChainCanvas.tsx';
import { ChainFoot } from './ChainFoot.tsx';
import { ChainHead } from './ChainHead.tsx';
import { ChainRail } from './ChainRail.tsx';
import { ChainContext, useChain } from './onChain.tsx';
import { PhoneChain } from './PhoneChain.tsx';
import { Questions } from './Questions.tsx';
import { useUndoKeys } from './useChainKeys.ts';
import { useChainOnPage } from './useChainOnPage.ts';
import { CompareVersions, EarlierVersion } from './Versions.tsx';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(300px, 24vw, 346px)',
    gridTemplateRows: 'minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 1050px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'minmax(420px, 1fr) auto',
      overflowY: 'auto',
    },
  },
  wall: { gridTemplateColumns: 'minmax(0, 1fr)' },
  work: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 },
  said: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  unsaved: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    flexShrink: 0,
    padding: '8px 20px',
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
    overflowWrap: 'anywhere',
  },
  notFound: { padding: '20px 32px' },
});

/** What could not be saved is said, with its words: they are not lost from sight. */
const Unsaved = () => {
  const styles = useStyles();
  const { editing } = useChain();
  const { unsaved } = editing;
  if (!unsaved) return null;
  return (
    <div className={styles.unsaved} role="alert">
      <span>{unsaved.text}</span>
      <Button size="small" onClick={editing.onUnsavedSeen}>
        {chainWords.close}
      </Button>
    </div>
  );
};

const Picture = () => {
  const styles = useStyles();
  const on = useChain();
  const isWall = on.look.as === 'workshop';
  const drawing = useMemo(
    () => ({ links: [...on.links.values()].map(({ drawn }) => drawn), edges: on.chain.edges }),
    [on.links, on.chain.edges],
  );
  // The picture is drawn first: the text beside it, which is as long, follows when there is time.
  const later = useDeferredValue(on);
  const rail = useMemo(
    () => (
      <ChainContext value={later}>
        <ChainRail />
      </ChainContext>
    ),
    [later],
  );
  return (
    <div className={mergeClasses(styles.body, isWall && styles.wall)}>
      <div className={styles.work}>
        <ChainCanvas drawing={drawing} />
        <ChainFoot />
      </div>
      {!isWall && rail}
    </div>
  );
};

const Content = () => {
  const { look } = useChain();
  const isPhone = useIsPhone();
  if (look.compare) return <CompareVersions {...look.compare} />;
  if (look.version) return <EarlierVersion version={look.version} />;
  if (look.as === 'questions') return <Questions />;
  return isPhone ? <PhoneChain /> : <Picture />;
};

const Chain = ({ stale }: { readonly stale: boolean }) => {
  const styles = useStyles();
  const on = useChain();
  useUndoKeys();
  return (
    <main className={styles.page}>
      {stale && <StaleNotice since={on.reply.asOf} />}
      <ChainHead />
      <Unsaved />
      <Content />
      <span className={styles.said} role="status">
        {on.said}
      </span>
    </main>
  );
};

type LoadedProps = {
  readonly reply: ChainReply;
  readonly live: Live<ChainReply>;
  readonly query: string;
  readonly stale: boolean;
};

const Loaded = ({ reply, live, query, stale }: LoadedProps) => (
  <ChainContext value={useChainOnPage(reply, live, query)}>
    <Chain stale={stale} />
  </ChainContext>
);

const NotFound = () => {
  const styles = useStyles();
  return (
    <main className={styles.notFound}>
      <h1>{chainWords.notFound}</h1>
      <Button onClick={() => go(lastBoardHash())}>{chainWords.toBoard}</Button>
    </main>
  );
};

/** The effect chain of a project: as a picture, as text, as questions; made by several at once. */
export const ChainPage = ({ id, query }: { readonly id: string; readonly query: string }) => {
  const { state, live } = useLive(at('GET /api/projects/:id/chain', { id }));
  switch (state.type) {
    case 'loading':
      return <main aria-busy="true" aria-label={chainWords.waiting} />;
    case 'failed':
      return state.failure.status === 404 ? (
        <NotFound />
      ) : (
        <CannotFetch
          title={chainWords.cannotFetch}
          failure={state.failure}
          onAgain={live.refresh}
        />
      );
    case 'ready':
      return (
        <Loaded reply={state.value} live={live} query={query} stale={state.trouble !== null} />
      );
  }
};
