import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ShareRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { boardQueryOf } from '#shared/contract/boardAddress.ts';
import { shapeList, sortAfter, sorted } from '#shared/domain/boardList.ts';
import { type BoardFilter, countsOf } from '#shared/domain/boardLooking.ts';
import { listTitle, listWords } from '#shared/messages/boardList.ts';
import { dayIn } from '#shared/messages/dates.ts';
import { BoardSentence } from '../board/BoardHead.tsx';
import { BoardOverlays, type Overlay } from '../board/BoardOverlays.tsx';
import type { ShownProps } from '../board/useBoardView.ts';
import { saveFile } from '../money/saveFile.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { nothingSaid, SaidLine } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { boardPlace } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { shareLink } from '../shell/teams.ts';
import { useFirstPaint } from '../shell/useFirstPaint.ts';
import { useIsPhone } from '../shell/useMedia.ts';
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
});

/** What the list can be taken away as: a workbook of what is shown, or a link to it. */
const useTakingAway = ({ view }: Pick<ShownProps, 'view'>) => {
  const api = useApi();
  const [said, setSaid] = useState(nothingSaid);
  const [exporting, setExporting] = useState(false);
  const download = async (): Promise<void> => {
    setExporting(true);
    setSaid(nothingSaid);
    const file = await api.file(at('GET /api/board/export', {}, boardQueryOf(view)));
    setExporting(false);
    if (file.type === 'done')
      saveFile(file.value, `portefoelje-${dayIn(new Date().toISOString())}.xlsx`);
    else if (file.type === 'failed') setSaid({ text: file.message, isProblem: true });
  };
  const share = (): void => {
    const shown = shareLink(boardPlace(view), listWords.shared);
    setSaid(shown ? nothingSaid : { text: listWords.noShare, isProblem: true });
  };
  return { said, exporting, download, share };
};

const useListOverlay = () => {
  const me = useMe();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
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

/** Tavlen som liste: every project on a line, in the order and the groups somebody chose. */
export const ListPage = ({ board, looking, stale, view, onView }: ShownProps) => {
  const styles = useStyles();
  const me = useMe();
  const isPhone = useIsPhone();
  const { projects, areas, asOf } = board;
  const { filter, grouping, sort } = useDeferredValue(view);
  const inOrder = useMemo(
    () => sorted(projects, sort, looking.names),
    [projects, sort, looking.names],
  );
  const shape = useMemo(
    () => shapeList(inOrder, { filter, grouping }, looking),
    [inOrder, filter, grouping, looking],
  );
  const inView = useMemo(() => countsOf(projects, looking), [projects, looking]);
  const taking = useTakingAway({ view });
  const over = useListOverlay();
  useFirstPaint('list');

  const onFilter = (next: BoardFilter): void => onView({ ...view, filter: next });
  const onNewIdea = over.mayCreate ? over.newIdea : null;
  const tools = { view, inView, projects, names: looking.names, onView, onFilter };
  const share = (
    <Button
      appearance="subtle"
      icon={<ShareRegular />}
      aria-label={listWords.share}
      onClick={taking.share}
    >
      {isPhone ? null : listWords.share}
    </Button>
  );
  const download = (
    <Button
      appearance={isPhone ? 'subtle' : 'secondary'}
      icon={<ArrowDownloadRegular />}
      disabledFocusable={taking.exporting}
      onClick={() => void taking.download()}
    >
      {taking.exporting ? listWords.exporting : listWords.export}
    </Button>
  );
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
      >
        {!isPhone && share}
        {!isPhone && download}
      </BoardSentence>
      {stale && <StaleNotice since={asOf} />}
      {isPhone ? (
        <PhoneListTools {...tools} onNewIdea={onNewIdea}>
          {share}
          {download}
        </PhoneListTools>
      ) : (
        <ListTools {...tools} />
      )}
      <div className={styles.said}>
        <SaidLine said={taking.said} />
      </div>
      <ListGrid
        shape={shape}
        view={{ as: 'list', filter, grouping, sort }}
        looking={looking}
        isPhone={isPhone}
        onSort={(by) => onView({ ...view, sort: sortAfter(view.sort, by) })}
        onFilter={onFilter}
        onMenu={over.showMenu}
        newIdea={over.newIdea}
        showKeys={over.showKeys}
      />
      <BoardOverlays overlay={over.overlay} areas={areas} onClose={over.onClose} />
    </main>
  );
};
