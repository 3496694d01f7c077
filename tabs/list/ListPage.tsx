import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ShareRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { boardQueryOf } from '#shared/contract/boardAddress.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import {
  type BoardView,
  type SortKey,
  shapeList,
  sortAfter,
  sorted,
} from '#shared/domain/boardList.ts';
import { type BoardFilter, countsOf, type Looking } from '#shared/domain/boardLooking.ts';
import { dayIn } from '#shared/words/dates.ts';
import { listTitle, listWords } from '#shared/words/screens/boardList.ts';
import { BoardSentence } from '../board/BoardHead.tsx';
import { BoardOverlays, type Overlay } from '../board/BoardOverlays.tsx';
import { takesUpDraft } from '../board/ideaDraft.ts';
import type { ShownProps } from '../board/useBoardView.ts';
import { nothingSaid, type Said, SaidLine } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { boardPlace } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { shareLink } from '../shell/teams.ts';
import { useDownload } from '../shell/useDownload.ts';
import { useFirstPaint } from '../shell/useFirstPaint.ts';
import { useIsPhone } from '../shell/useMedia.ts';
import { useStable } from '../shell/useStable.ts';
import { ListGrid } from './ListGrid.tsx';
import { ListTools, PhoneListTools } from './ListTools.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  said: { padding: '0 20px' },
  away: { whiteSpace: 'nowrap', flexShrink: 0 },
});

type AwayProps = {
  readonly view: ShownProps['view'];
  readonly isPhone: boolean;
  readonly onSaid: (said: Said) => void;
};

/** What the list can be taken away as: a link to it, or a workbook of what is shown. */
const TakenAway = ({ view, isPhone, onSaid }: AwayProps) => {
  const styles = useStyles();
  const { exporting, download } = useDownload(onSaid);
  const share = (): void => {
    const shown = shareLink(boardPlace(view), listWords.shared);
    onSaid(shown ? nothingSaid : { text: listWords.noShare, isProblem: true });
  };
  const onDownload = (): void => {
    const name = `portefoelje-${dayIn(new Date().toISOString())}.xlsx`;
    void download(at('GET /api/board/export', {}, boardQueryOf(view)), name);
  };
  return (
    <>
      <Button
        className={styles.away}
        appearance="subtle"
        icon={<ShareRegular />}
        aria-label={listWords.share}
        onClick={share}
      >
        {isPhone ? null : listWords.share}
      </Button>
      <Button
        className={styles.away}
        appearance={isPhone ? 'subtle' : 'secondary'}
        icon={<ArrowDownloadRegular />}
        disabledFocusable={exporting}
        onClick={onDownload}
      >
        {exporting ? listWords.exporting : listWords.export}
      </Button>
    </>
  );
};

const useListOverlay = () => {
  const me = useMe();
  const [overlay, setOverlay] = useState<Overlay | null>(() =>
    takesUpDraft() ? { type: 'idea' } : null,
  );
  const mayCreate = me.may.includes('createIdea');
  return {
    overlay,
    mayCreate,
    newIdea: (): void => {
      if (mayCreate) setOverlay({ type: 'idea' });
    },
    showKeys: (): void => setOverlay({ type: 'keys' }),
    showMenu: (menu: Omit<Extract<Overlay, { type: 'menu' }>, 'type'>): void =>
      setOverlay({ type: 'menu', ...menu }),
    onClose: (): void => {
      setOverlay(null);
      if (overlay?.type === 'menu') overlay.target.focus();
    },
  };
};

/** The rows in their order and groups, and how many each view holds. */
const useShape = (
  projects: readonly BoardProject[],
  { filter, grouping, sort }: BoardView,
  looking: Looking,
) => {
  const inOrder = useMemo(
    () => sorted(projects, sort, looking.names),
    [projects, sort, looking.names],
  );
  const shape = useMemo(
    () => shapeList(inOrder, { filter, grouping }, looking),
    [inOrder, filter, grouping, looking],
  );
  const inView = useMemo(() => countsOf(projects, looking), [projects, looking]);
  return { shape, inView };
};

/** Tavlen som liste: every project on a line, in the order and the groups somebody chose. */
export const ListPage = ({ board, looking, stale, view, onView }: ShownProps) => {
  const styles = useStyles();
  const me = useMe();
  const isPhone = useIsPhone();
  const { projects, areas, asOf } = board;
  const asked = useDeferredValue(view);
  const { shape, inView } = useShape(projects, asked, looking);
  const [said, onSaid] = useState(nothingSaid);
  const over = useListOverlay();
  useFirstPaint('list');

  const onFilter = useStable((next: BoardFilter): void => onView({ ...view, filter: next }));
  const onSort = useStable((by: SortKey): void =>
    onView({ ...view, sort: sortAfter(view.sort, by) }),
  );
  const onMenu = useStable(over.showMenu);
  const newIdea = useStable(over.newIdea);
  const showKeys = useStable(over.showKeys);
  const shownView = useMemo(() => ({ ...asked, as: 'list' as const }), [asked]);
  const onNewIdea = over.mayCreate ? over.newIdea : null;
  const tools = { view, inView, projects, names: looking.names, onView, onFilter };
  const away = <TakenAway {...{ view, isPhone, onSaid }} />;
  return (
    <main className={styles.page}>
      <BoardSentence
        title={listTitle(shape.shown, inView.all)}
        waiting={shape.waiting}
        stuck={shape.stuck}
        asOf={asOf}
        stale={stale}
        setAside={me.may.includes('seeSetAside') ? board.setAside : 0}
        onNewIdea={isPhone ? null : onNewIdea}
      />
      {stale && <StaleNotice since={asOf} />}
      {isPhone ? (
        <PhoneListTools {...tools} onNewIdea={onNewIdea}>
          {away}
        </PhoneListTools>
      ) : (
        <ListTools {...tools}>{away}</ListTools>
      )}
      <div className={styles.said}>
        <SaidLine said={said} />
      </div>
      <ListGrid
        shape={shape}
        view={shownView}
        looking={looking}
        isPhone={isPhone}
        {...{ onSort, onFilter, onMenu, newIdea, showKeys }}
      />
      <BoardOverlays overlay={over.overlay} areas={areas} onClose={over.onClose} />
    </main>
  );
};
