import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  lazy,
  type MouseEvent,
  memo,
  type RefObject,
  Suspense,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BoardReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject, Column } from '#shared/domain/board.ts';
import { dropOn } from '#shared/domain/boardDrop.ts';
import type { BoardView } from '#shared/domain/boardList.ts';
import {
  type BoardFilter,
  isNarrowed,
  type Looking,
  noFilter,
} from '#shared/domain/boardLooking.ts';
import type { StuckLimits } from '#shared/domain/stuck.ts';
import { boardWords, dropText, projectsText } from '#shared/words/screens/board.ts';
import { stuckWords } from '#shared/words/screens/stuck.ts';
import { originNames } from '#shared/words/words.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useDaysSince } from '../shell/now.ts';
import { go, projectHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useFirstPaint } from '../shell/useFirstPaint.ts';
import { useIsNarrow, useIsPhone } from '../shell/useMedia.ts';
import { useStable } from '../shell/useStable.ts';
import { BoardSentence, BoardTools } from './BoardHead.tsx';
import { BoardOverlays, type Overlay } from './BoardOverlays.tsx';
import { BoardFailed, BoardSkeleton } from './BoardWaiting.tsx';
import { takesUpDraft } from './ideaDraft.ts';
import { followBoard, mergeBoard } from './mergeBoard.ts';
import { PhoneBoard } from './PhoneBoard.tsx';
import { PhoneTools } from './PhoneTools.tsx';
import { Shelves } from './Shelves.tsx';
import { type BoardShape, shapeBoard } from './shapeBoard.ts';
import { textWidth } from './textWidth.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { type ShownProps, useBoardView } from './useBoardView.ts';
import { useWarmSearch } from './useWarmSearch.ts';
import { WideBoard, type WideBoardProps } from './WideBoard.tsx';

const ListPage = lazy(async () => ({ default: (await import('../list/ListPage.tsx')).ListPage }));

const useStyles = makeStyles({
  whole: { height: '100%', minHeight: 0 },
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  body: { display: 'flex', gap: '10px', flexGrow: 1, minHeight: 0, padding: '0 0 0 20px' },
  phoneBody: { padding: 0 },
  shelves: { flexShrink: 0, paddingTop: '4px' },
  shelvesAlone: { flexGrow: 1, width: 'auto', padding: '0 16px' },
  none: { display: 'flex', alignItems: 'center', gap: '10px', padding: '6px 20px' },
  onOneLine: { flexShrink: 0, whiteSpace: 'nowrap' },
  rule: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  shelfSwitch: { padding: '0 20px 6px' },
});

/** Kept while the person is elsewhere in the tab, so that coming back finds the same card. */
let keptFocus: string | null = null;

const useLooking = ({ asOf, areas, people }: BoardReply): Looking => {
  const me = useMe();
  const daysSince = useDaysSince(asOf);
  return useMemo(
    () => ({
      meId: me.id,
      seats: me.seats,
      daysSince,
      names: { areas, people, origins: originNames },
    }),
    [me.id, me.seats, daysSince, areas, people],
  );
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

const cardIn = (page: HTMLElement | null, id: string): HTMLElement | null =>
  page?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null;

/** What floats over the board: the new idea, the list of keys, a card's menu. */
const useOverlay = (projects: readonly BoardProject[], page: RefObject<HTMLElement | null>) => {
  const me = useMe();
  const [overlay, setOverlay] = useState<Overlay | null>(() =>
    takesUpDraft() ? { type: 'idea' } : null,
  );
  const mayCreate = me.may.includes('createIdea');
  const openMenu = (id: string): void => {
    const project = projects.find((one) => one.id === id);
    const target = cardIn(page.current, id);
    if (project && target) setOverlay({ type: 'menu', project, target });
  };
  const onContextMenu = (event: MouseEvent): void => {
    const card =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
    const id = card?.dataset['card'];
    if (id === undefined) return;
    event.preventDefault();
    openMenu(id);
  };
  const onClose = (): void => {
    setOverlay(null);
    if (overlay?.type === 'menu') overlay.target.focus();
  };
  const newIdea = (): void => {
    if (mayCreate) setOverlay({ type: 'idea' });
  };
  const showKeys = (): void => setOverlay({ type: 'keys' });
  const changeLimits = (limits: StuckLimits): void => setOverlay({ type: 'limits', limits });
  return { overlay, mayCreate, openMenu, onContextMenu, onClose, newIdea, showKeys, changeLimits };
};

/** What counts as sitting, over the projects that do; whoever sets the limits does it here. */
const StuckRule = ({
  limits,
  onChange,
}: {
  readonly limits: StuckLimits;
  readonly onChange: (() => void) | null;
}) => {
  const styles = useStyles();
  return (
    <div className={styles.none}>
      <span className={styles.rule}>{stuckWords.rule(limits)}</span>
      {onChange && (
        <Button size="small" className={styles.onOneLine} onClick={onChange}>
          {stuckWords.change}
        </Button>
      )}
    </div>
  );
};

const NothingPasses = ({ onClear }: { readonly onClear: () => void }) => {
  const styles = useStyles();
  return (
    <div className={styles.none} role="status">
      {boardWords.emptyFilter}
      <Button size="small" onClick={onClear}>
        {boardWords.clearFilter}
      </Button>
    </div>
  );
};

type RoomsProps = {
  readonly shape: BoardShape;
  readonly areas: readonly Area[];
  readonly looking: Looking;
  readonly focusedId: string | null;
  readonly reveal: WideBoardProps['reveal'];
  readonly onShowWaiting: () => void;
  readonly onCard: (id: string, to: Column) => void;
};

/**
 * The rooms and the reading list, as many of them as there is room for. Not drawn at a key in the
 * search before it is known what passes.
 */
const Rooms = memo((props: RoomsProps) => {
  const { shape, areas, looking, focusedId, reveal, onShowWaiting, onCard } = props;
  const styles = useStyles();
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  const [reading, setReading] = useState(false);
  const { raw, backlog, pipeline } = shape.shelves;
  const besides = raw.length + backlog.length + pipeline.length;
  const readingOnly = isNarrow && reading;
  const rooms = { shape, areas, looking, onShowWaiting };
  return (
    <>
      {isNarrow && (
        <div className={styles.shelfSwitch}>
          <Button size="small" appearance="subtle" onClick={() => setReading(!reading)}>
            {reading ? boardWords.backToBoard : `${boardWords.shelf} (${besides})`}
          </Button>
        </div>
      )}
      <div className={mergeClasses(styles.body, isPhone && styles.phoneBody)}>
        {(!isNarrow || reading) && (
          <Shelves
            contents={shape.shelves}
            areas={areas}
            height={window.innerHeight}
            width={isNarrow ? undefined : Math.round(150 * Math.min(1.13, textWidth()))}
            className={isNarrow ? styles.shelvesAlone : styles.shelves}
          />
        )}
        {!readingOnly && isPhone && <PhoneBoard {...rooms} />}
        {!readingOnly && !isPhone && (
          <WideBoard {...rooms} focusedId={focusedId} reveal={reveal} onCard={onCard} />
        )}
      </div>
    </>
  );
});

/** Why a card stayed where it was when it was let go; the card itself never moves. */
const useLetGo = (projects: readonly BoardProject[]) => {
  const [said, setSaid] = useState('');
  const onCard = useCallback(
    (id: string, to: Column): void => {
      const project = projects.find((one) => one.id === id);
      const drop = project && dropOn(project, to);
      if (drop?.type === 'toGate') go(projectHash(id, 'gate'));
      setSaid(project && drop?.type === 'refused' ? dropText(project.title, drop.refusal) : '');
    },
    [projects],
  );
  return { said, onCard, forget: () => setSaid('') };
};

const LetGo = ({ said, onClose }: { readonly said: string; readonly onClose: () => void }) => {
  const styles = useStyles();
  return (
    <div role="status">
      {said !== '' && (
        <div className={styles.none}>
          {said}
          <Button size="small" onClick={onClose}>
            {boardWords.close}
          </Button>
        </div>
      )}
    </div>
  );
};

/** The board as rooms with doors between them. */
const RoomsPage = ({ board, looking, stale, view, onView }: ShownProps) => {
  const styles = useStyles();
  const me = useMe();
  const isPhone = useIsPhone();
  const focus = useCardFocus();
  const asked = useDeferredValue(view.filter);
  const { projects, areas, asOf } = board;
  const shape = useMemo(() => shapeBoard(projects, asked, looking), [projects, asked, looking]);
  const over = useOverlay(projects, focus.page);
  const letGo = useLetGo(projects);
  useFirstPaint('board');
  const onKeyDown = useBoardKeys({ shape, ...focus, ...over });
  const onFilter = useStable((next: BoardFilter): void => onView({ ...view, filter: next }));
  const onShowWaiting = useStable((): void => onFilter({ ...view.filter, view: 'waiting' }));
  const tools = { view, inView: shape.inView, areas, onFilter };
  const onNewIdea = over.mayCreate ? over.newIdea : null;

  return (
    <main
      ref={focus.page}
      className={styles.page}
      onKeyDown={onKeyDown}
      onContextMenu={over.onContextMenu}
      onFocus={(event) => focus.onFocus(event.target)}
    >
      <BoardSentence
        title={projectsText(shape.total)}
        waiting={shape.waiting}
        stuck={shape.stuck}
        asOf={asOf}
        stale={stale}
        setAside={me.may.includes('seeSetAside') ? board.setAside : 0}
        onNewIdea={isPhone ? null : onNewIdea}
      />
      {stale && <StaleNotice since={asOf} />}
      {isPhone ? <PhoneTools {...tools} onNewIdea={onNewIdea} /> : <BoardTools {...tools} />}
      {view.filter.view === 'stuck' && (
        <StuckRule
          limits={board.stuckLimits}
          onChange={
            me.may.includes('changeSettings') ? () => over.changeLimits(board.stuckLimits) : null
          }
        />
      )}
      <LetGo said={letGo.said} onClose={letGo.forget} />
      {shape.shown === 0 && isNarrowed(asked) && (
        <NothingPasses onClear={() => onFilter(noFilter)} />
      )}
      <Rooms
        shape={shape}
        areas={areas}
        looking={looking}
        {...{ focusedId: focus.focusedId, reveal: focus.reveal, onShowWaiting }}
        onCard={letGo.onCard}
      />
      <BoardOverlays overlay={over.overlay} areas={areas} onClose={over.onClose} />
    </main>
  );
};

type LoadedProps = {
  readonly board: BoardReply;
  readonly trouble: boolean;
  readonly as: BoardView['as'];
  readonly query: string;
};

const Loaded = ({ board, trouble, as, query }: LoadedProps) => {
  const looking = useLooking(board);
  const { view, onView, settle } = useBoardView(as, query);
  useWarmSearch(board.projects, looking.names);
  const shown = { board, looking, stale: trouble || board.stale === true, view, onView };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that a field was left.
    <div className={useStyles().whole} onBlur={settle}>
      {view.as === 'list' ? (
        <Suspense fallback={<BoardSkeleton />}>
          <ListPage {...shown} />
        </Suspense>
      ) : (
        <RoomsPage {...shown} />
      )}
    </div>
  );
};

const looking = { merge: mergeBoard, follow: followBoard };

/** Tavle: all projects by phase with the gates as doors between them, or as a list. */
export const BoardPage = ({ as, query }: Pick<LoadedProps, 'as' | 'query'>) => {
  const { state, live } = useLive(at('GET /api/board'), looking);
  switch (state.type) {
    case 'loading':
      return <BoardSkeleton />;
    case 'failed':
      return <BoardFailed failure={state.failure} onAgain={live.refresh} />;
    case 'ready':
      return <Loaded board={state.value} trouble={state.trouble !== null} as={as} query={query} />;
  }
};
