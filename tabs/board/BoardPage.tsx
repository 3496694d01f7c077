import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type MouseEvent,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BoardReply } from '#shared/contract/api.ts';
import { boardWords } from '#shared/messages/board.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useDaysSince } from '../shell/now.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useIsNarrow, useIsPhone } from '../shell/useMedia.ts';
import { BoardSentence, BoardTools } from './BoardHead.tsx';
import { BoardOverlays, type Overlay } from './BoardOverlays.tsx';
import { BoardFailed, BoardSkeleton } from './BoardWaiting.tsx';
import { mergeBoard } from './mergeBoard.ts';
import { PhoneBoard } from './PhoneBoard.tsx';
import { PhoneTools } from './PhoneTools.tsx';
import { Shelves } from './Shelves.tsx';
import { type BoardFilter, isNarrowed, type Looking, noFilter, shapeBoard } from './shapeBoard.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { WideBoard } from './WideBoard.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  body: { display: 'flex', gap: '10px', flexGrow: 1, minHeight: 0, padding: '0 0 0 20px' },
  phoneBody: { padding: 0 },
  shelves: { width: '150px', flexShrink: 0, paddingTop: '4px' },
  shelvesAlone: { flexGrow: 1, width: 'auto', padding: '0 16px' },
  none: { display: 'flex', alignItems: 'center', gap: '10px', padding: '6px 20px' },
  shelfSwitch: { padding: '0 20px 6px' },
});

/** Kept while the person is elsewhere in the tab, so that coming back shows the same board. */
let keptFilter: BoardFilter = noFilter;
let keptFocus: string | null = null;

const useLooking = (): Looking => {
  const me = useMe();
  const daysSince = useDaysSince();
  return useMemo(
    () => ({ meId: me.id, seats: me.seats, stuckAfterDays: me.stuckAfterDays, daysSince }),
    [me.id, me.seats, me.stuckAfterDays, daysSince],
  );
};

const useFilter = (): readonly [BoardFilter, (filter: BoardFilter) => void] => {
  const [filter, setFilter] = useState(keptFilter);
  const set = useCallback((next: BoardFilter) => {
    keptFilter = next;
    setFilter(next);
  }, []);
  return [filter, set];
};

/** Focus on one card: brought into sight first, then given focus when it stands there. */
const useCardFocus = () => {
  const [focusedId, setFocusedId] = useState<string | null>(keptFocus);
  const reveal = useRef<((row: number) => void) | null>(null);
  const wanted = useRef<string | null>(null);
  const page = useRef<HTMLElement>(null);
  const focusCard = (id: string, row: number): void => {
    wanted.current = id;
    keptFocus = id;
    reveal.current?.(row);
    setFocusedId(id);
    if (id === focusedId) giveFocus();
  };
  const giveFocus = (): void => {
    if (wanted.current === null) return;
    const card = page.current?.querySelector<HTMLElement>(
      `[data-card="${CSS.escape(wanted.current)}"]`,
    );
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: true });
  };
  useLayoutEffect(giveFocus);
  const onFocus = (target: EventTarget): void => {
    const id = target instanceof HTMLElement ? target.dataset['card'] : undefined;
    if (id === undefined) return;
    keptFocus = id;
    setFocusedId(id);
  };
  return { focusedId, reveal, page, focusCard, onFocus };
};

const Loaded = ({ board, trouble }: { board: BoardReply; trouble: boolean }) => {
  const styles = useStyles();
  const me = useMe();
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  const looking = useLooking();
  const [filter, setFilter] = useFilter();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [reading, setReading] = useState(false);
  const focus = useCardFocus();
  const asked = useDeferredValue(filter);
  const { projects, areas, asOf } = board;
  const shape = useMemo(() => shapeBoard(projects, asked, looking), [projects, asked, looking]);
  useLayoutEffect(() => {
    performance.mark('board:shown');
  }, []);

  const openMenu = (id: string, target: HTMLElement | null): void => {
    const project = projects.find((one) => one.id === id);
    if (project && target) setOverlay({ type: 'menu', project, target });
  };
  const cardElement = (id: string): HTMLElement | null =>
    focus.page.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null;
  const mayCreate = me.may.includes('createIdea');
  const newIdea = (): void => {
    if (mayCreate) setOverlay({ type: 'idea' });
  };
  const onKeyDown = useBoardKeys({
    shape,
    focusedId: focus.focusedId,
    page: focus.page,
    focusCard: focus.focusCard,
    openMenu: (id) => openMenu(id, cardElement(id)),
    newIdea,
    showKeys: () => setOverlay({ type: 'keys' }),
  });
  const onContextMenu = (event: MouseEvent): void => {
    const card =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
    const id = card?.dataset['card'];
    if (id === undefined) return;
    event.preventDefault();
    openMenu(id, card);
  };
  const onClose = (): void => {
    setOverlay(null);
    if (overlay?.type === 'menu') overlay.target.focus();
  };
  const stale = trouble || board.stale === true;
  const showWaiting = (): void => setFilter({ ...filter, view: 'waiting' });
  const nothing = shape.shown === 0 && isNarrowed(asked);
  const besides =
    shape.shelves.raw.length + shape.shelves.backlog.length + shape.shelves.pipeline.length;

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys and menus of the cards inside.
    <main
      ref={focus.page}
      className={styles.page}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onFocus={(event) => focus.onFocus(event.target)}
    >
      <BoardSentence
        shape={shape}
        asOf={asOf}
        stale={stale}
        setAside={me.may.includes('seeSetAside') ? board.setAside : 0}
        onNewIdea={mayCreate ? newIdea : null}
      />
      {stale && <StaleNotice since={asOf} />}
      {isPhone ? (
        <PhoneTools filter={filter} areas={areas} shape={shape} onFilter={setFilter} />
      ) : (
        <BoardTools shape={shape} filter={filter} areas={areas} onFilter={setFilter} />
      )}
      {isNarrow && besides > 0 && (
        <div className={styles.shelfSwitch}>
          <Button size="small" appearance="subtle" onClick={() => setReading(!reading)}>
            {reading ? boardWords.backToBoard : `${boardWords.shelf} (${besides})`}
          </Button>
        </div>
      )}
      {nothing && (
        <div className={styles.none} role="status">
          {boardWords.emptyFilter}
          <Button size="small" onClick={() => setFilter(noFilter)}>
            {boardWords.clearFilter}
          </Button>
        </div>
      )}
      <div className={mergeClasses(styles.body, isPhone && styles.phoneBody)}>
        {(!isNarrow || reading) && (
          <Shelves
            contents={shape.shelves}
            areas={areas}
            height={window.innerHeight}
            className={isNarrow ? styles.shelvesAlone : styles.shelves}
          />
        )}
        {isPhone && !reading && (
          <PhoneBoard shape={shape} areas={areas} looking={looking} onShowWaiting={showWaiting} />
        )}
        {!isPhone && !(isNarrow && reading) && (
          <WideBoard
            shape={shape}
            areas={areas}
            looking={looking}
            focusedId={focus.focusedId}
            onShowWaiting={showWaiting}
            reveal={focus.reveal}
          />
        )}
      </div>
      <BoardOverlays overlay={overlay} areas={areas} onClose={onClose} />
    </main>
  );
};

const looking = { merge: mergeBoard };

/** Tavle: all projects by phase, with the gates as doors between them. */
export const BoardPage = () => {
  const { state, live } = useLive<BoardReply>('/api/board', looking);
  switch (state.type) {
    case 'loading':
      return <BoardSkeleton />;
    case 'failed':
      return <BoardFailed failure={state.failure} onAgain={live.refresh} />;
    case 'ready':
      return <Loaded board={state.value} trouble={state.trouble !== null} />;
  }
};
