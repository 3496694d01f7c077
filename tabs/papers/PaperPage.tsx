import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PaperReply } from '#shared/contract/papers.ts';
import type { PaperCode } from '#shared/domain/papers/paper.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { paperTitles } from '#shared/words/papers/template.ts';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { go, lastBoardHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { BoundBars } from './BoundBars.tsx';
import { PaperContext, usePaper } from './onPaper.tsx';
import { PaperHead } from './PaperHead.tsx';
import { PaperRail } from './PaperRail.tsx';
import { Places } from './Places.tsx';
import { usePaperStyles } from './paperStyles.ts';
import { Sections } from './Sections.tsx';
import { usePaperOnPage } from './usePaperOnPage.ts';
import { useSaveVersion } from './useSaveVersion.ts';

type Named = { readonly id: string; readonly paper: PaperCode };

/** Ctrl+S saves the version, wherever the person is on the page; Esc closes the field and keeps it. */
const usePaperKeys = (save: () => void): void => {
  const { open, onOpen } = usePaper();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save();
      } else if (event.key === 'Escape' && open !== '' && !event.defaultPrevented) {
        onOpen('');
        document.getElementById(`ret-${open}`)?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [save, open, onOpen]);
};

const Paper = ({ live, stale }: { readonly live: Live<PaperReply>; readonly stale: boolean }) => {
  const styles = usePaperStyles();
  const { reply } = usePaper();
  const saving = useSaveVersion(live);
  usePaperKeys(saving.save);
  return (
    <main className={styles.page}>
      {stale && <StaleNotice since={reply.asOf} />}
      <PaperHead saving={saving} />
      <div className={styles.body}>
        <nav className={styles.places} aria-label={paperWords.fields}>
          <Places />
        </nav>
        <div className={styles.work}>
          <BoundBars />
          <Sections />
        </div>
        <aside className={styles.rail} aria-label={paperWords.versions}>
          <PaperRail />
        </aside>
      </div>
    </main>
  );
};

type LoadedProps = Named & {
  readonly reply: PaperReply;
  readonly live: Live<PaperReply>;
  readonly stale: boolean;
};

const Loaded = ({ id, paper, reply, live, stale }: LoadedProps) => (
  <PaperContext value={usePaperOnPage({ id, paper }, reply, live)}>
    <Paper live={live} stale={stale} />
  </PaperContext>
);

const NotFound = () => {
  const styles = usePaperStyles();
  return (
    <main className={styles.work}>
      <h1>{paperWords.notFound}</h1>
      <div>
        <Button onClick={() => go(lastBoardHash())}>{paperWords.toProject}</Button>
      </div>
    </main>
  );
};

/** One paper of a project: read as text, written a field at a time, saved as numbered versions. */
export const PaperPage = ({ id, paper }: Named) => {
  const { state, live } = useLive(at('GET /api/projects/:id/papers/:paper', { id, paper }));
  switch (state.type) {
    case 'loading':
      return <main aria-busy="true" aria-label={paperTitles[paper]} />;
    case 'failed':
      return state.failure.status === 404 ? (
        <NotFound />
      ) : (
        <CannotFetch
          title={paperWords.cannotFetch}
          failure={state.failure}
          onAgain={live.refresh}
        />
      );
    case 'ready':
      return (
        <Loaded
          id={id}
          paper={paper}
          reply={state.value}
          live={live}
          stale={state.trouble !== null}
        />
      );
  }
};
