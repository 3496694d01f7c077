import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { EconomyReply, PostingReply } from '#shared/contract/economy.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { moneyWords, yearWords } from '#shared/words/screens/economyPage.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { useLastShown } from '../remote/useLastShown.ts';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting, nothingSaid, SaidLine } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { go } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useDownload } from '../shell/useDownload.ts';
import { useFirstPaint } from '../shell/useFirstPaint.ts';
import { useMedia } from '../shell/useMedia.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { FixedPanel } from './FixedPanel.tsx';
import { MoneyHead } from './MoneyHead.tsx';
import {
  economyPath,
  exportPath,
  filterOf,
  inYear,
  isFiltered,
  type MoneyFilter,
  moneyQuery,
} from './moneyAddress.ts';
import { PoolsPanel } from './PoolsPanel.tsx';
import { PostingsPanel } from './PostingsPanel.tsx';
import { mergeProjects, type ProjectChoice } from './shapeMoney.ts';
import { YearDialog } from './YearDialog.tsx';

const useStyles = makeStyles({
  below: {
    display: 'grid',
    gridTemplateColumns: 'minmax(290px, 27%) minmax(0, 1fr)',
    alignItems: 'start',
    gap: '14px',
    marginTop: '14px',
    '@media (max-width: 1149px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  /** The postings, where there are no fixed lines beside them. */
  alone: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** What a dialog shows stands until it has closed, also while it fades. */
type EntryShown = { readonly open: boolean; readonly corrects: PostingReply | null };
type YearShown = { readonly open: boolean; readonly next: NonNullable<EconomyReply['nextYear']> };

const show = (filter: MoneyFilter): void =>
  go(hashOf({ type: 'money', query: moneyQuery(filter) }));

/** Projects to choose from: those of the whole year, however the postings are filtered now. */
const useProjects = (reply: EconomyReply): readonly ProjectChoice[] => {
  const [known, setKnown] = useState<{ year: number; projects: readonly ProjectChoice[] }>({
    year: reply.year,
    projects: [],
  });
  useEffect(() => {
    setKnown((before) => ({
      year: reply.year,
      projects: mergeProjects(before.year === reply.year ? before.projects : [], reply.projects),
    }));
  }, [reply.year, reply.projects]);
  return known.projects;
};

/** Gives focus back to what opened a form, once it stands there again. */
const useFocusBack = () => {
  const wanted = useRef('');
  useEffect(() => {
    if (wanted.current === '') return;
    const element = document.querySelector<HTMLElement>(wanted.current);
    wanted.current = '';
    element?.focus();
  });
  return (selector: string): void => {
    wanted.current = selector;
  };
};

/** The row whose budget is changed where it stands; '' = none. */
const useEditing = () => {
  const focusBack = useFocusBack();
  const [editing, setEditing] = useState('');
  const onEdit = (row: string): void => {
    if (row === '') focusBack(`[data-budget="${CSS.escape(editing)}"]`);
    setEditing(row);
  };
  return { editing, onEdit };
};

const openerOf = (corrects: PostingReply | null): string =>
  corrects ? `[data-correct="${CSS.escape(corrects.id)}"]` : '[data-enter]';

/** The dialogs over the page, and where the focus goes when one has gone. */
const useDialogs = (next: EconomyReply['nextYear']) => {
  const [entry, setEntry] = useState<EntryShown | null>(null);
  const [opening, setOpening] = useState<YearShown | null>(null);
  return {
    entry,
    opening,
    enter: (corrects: PostingReply | null): void => setEntry({ open: true, corrects }),
    openYear: (): void => setOpening(next && { open: true, next }),
    close: (): void => {
      setEntry(entry && { ...entry, open: false });
      setOpening(opening && { ...opening, open: false });
    },
    onClosed: (opener: string): void => {
      // After what else happens as a dialog goes.
      setTimeout(() => {
        setEntry(null);
        setOpening(null);
        document.querySelector<HTMLElement>(opener)?.focus();
      }, 0);
    },
  };
};

type DialogsProps = {
  readonly reply: EconomyReply;
  readonly filter: MoneyFilter;
  readonly over: ReturnType<typeof useDialogs>;
  readonly onEntered: (fresh: EconomyReply, text: string) => void;
  readonly onOpened: (fresh: EconomyReply) => void;
};

const Dialogs = ({ reply, filter, over, onEntered, onOpened }: DialogsProps) => {
  const { entry, opening } = over;
  return (
    <>
      {entry && (
        <EntryDialog
          {...entry}
          reply={reply}
          poolRow={filter.pool}
          onEntered={onEntered}
          onClose={over.close}
          onClosed={() => over.onClosed(openerOf(entry.corrects))}
        />
      )}
      {opening && (
        <YearDialog
          {...opening}
          onOpened={onOpened}
          onClose={over.close}
          onClosed={() => over.onClosed('[data-open-year], [data-enter]')}
        />
      )}
    </>
  );
};

type LoadedProps = {
  readonly reply: EconomyReply;
  readonly filter: MoneyFilter;
  readonly stale: boolean;
  /** A write was answered: with this, should the screen show the whole year. */
  readonly onChanged: (reply: EconomyReply) => void;
};

type BelowProps = {
  readonly reply: EconomyReply;
  readonly filter: MoneyFilter;
  readonly wide: boolean;
  readonly page: RefObject<HTMLElement | null>;
  readonly editing: string;
  readonly onEdit: (row: string) => void;
  readonly onSaved: (fresh: EconomyReply, text: string) => void;
  readonly onCorrect: (posting: PostingReply) => void;
};

/** Under the pools: the fixed lines, where there are any, and the postings. */
const Below = ({ reply, filter, wide, page, onCorrect, ...edit }: BelowProps) => {
  const styles = useStyles();
  const { areas } = useMe();
  const projects = useProjects(reply);
  const isAlone = reply.fixed.lines.length === 0;
  return (
    <div className={mergeClasses(styles.below, isAlone && styles.alone)}>
      {!isAlone && <FixedPanel reply={reply} {...edit} />}
      <PostingsPanel
        {...{ reply, areas, wide, filter, projects, page }}
        onFilter={show}
        onCorrect={onCorrect}
      />
    </div>
  );
};

const Loaded = ({ reply, filter, stale, onChanged }: LoadedProps) => {
  const { areas } = useMe();
  const wide = useMedia('(min-width: 1000px)');
  const page = useRef<HTMLElement>(null);
  const { editing, onEdit } = useEditing();
  const [said, setSaid] = useState(nothingSaid);
  const { exporting, download } = useDownload(setSaid);
  const over = useDialogs(reply.nextYear);
  useFirstPaint('money');

  const onSaved = (fresh: EconomyReply, text: string): void => {
    setSaid({ text, isProblem: false });
    onEdit('');
    onChanged(fresh);
  };
  const onEntered = (fresh: EconomyReply, text: string): void => {
    setSaid({ text, isProblem: false });
    over.close();
    onChanged(fresh);
  };
  const onOpened = (fresh: EconomyReply): void => {
    setSaid({ text: yearWords.opened(fresh.year), isProblem: false });
    over.close();
    show(inYear(filter, fresh.year));
  };
  return (
    <GreyPage ref={page}>
      <MoneyHead
        reply={reply}
        areas={areas}
        stale={stale}
        exporting={exporting}
        onYear={(year) => show(inYear(filter, year))}
        onOpenYear={over.openYear}
        onExport={() => void download(exportPath(filter), `oekonomi-${reply.year}.xlsx`)}
        onEnter={() => over.enter(null)}
      />
      <SaidLine said={said} />
      {stale && <StaleNotice since={reply.asOf} />}
      <PoolsPanel
        reply={reply}
        areas={areas}
        wide={wide}
        editing={editing}
        onEdit={onEdit}
        onSaved={onSaved}
        onOpenYear={over.openYear}
        onSee={(pool) => show({ ...filter, year: reply.year, pool })}
      />
      <Below {...{ reply, filter, wide, page, editing, onEdit, onSaved }} onCorrect={over.enter} />
      <Dialogs {...{ reply, filter, over, onEntered, onOpened }} />
    </GreyPage>
  );
};

const blanks = [{ height: '330px' }, { height: '420px' }];

const unhurried = { every: 2_000 };

/** Økonomi: every krone of the pools in a year, and the postings behind every figure. */
export const MoneyPage = ({ query }: { readonly query: string }) => {
  const filter = useMemo(() => filterOf(query), [query]);
  const { state, live } = useLive(economyPath(filter), unhurried);
  const shown = useLastShown(state);
  if (state.type === 'failed')
    return (
      <CannotFetch title={moneyWords.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  if (!shown) return <GreyPageWaiting label={moneyWords.loading} blanks={blanks} />;
  const onChanged = (reply: EconomyReply): void => {
    if (!isFiltered(filter) && reply.year === shown.year) live.put(reply);
    else live.refresh();
  };
  return (
    <Loaded
      reply={shown}
      filter={filter}
      stale={state.type === 'ready' && state.trouble !== null}
      onChanged={onChanged}
    />
  );
};
