import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EconomyReply, PostingReply } from '#shared/contract/economy.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { moneyWords, yearWords } from '#shared/messages/economyPage.ts';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { useLastShown } from '../remote/useLastShown.ts';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting, nothingSaid, SaidLine } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { go } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
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
import { saveFile } from './saveFile.ts';
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

const openerOf = (corrects: PostingReply | null): string =>
  corrects ? `[data-correct="${CSS.escape(corrects.id)}"]` : '[data-enter]';

const Loaded = ({
  reply,
  filter,
  stale,
  onChanged,
}: {
  readonly reply: EconomyReply;
  readonly filter: MoneyFilter;
  readonly stale: boolean;
  /** A write was answered: with this, should the screen show the whole year. */
  readonly onChanged: (reply: EconomyReply) => void;
}) => {
  const styles = useStyles();
  const api = useApi();
  const { areas } = useMe();
  const wide = useMedia('(min-width: 1000px)');
  const page = useRef<HTMLElement>(null);
  const projects = useProjects(reply);
  const isAlone = reply.fixed.lines.length === 0;
  const focusBack = useFocusBack();
  const [entry, setEntry] = useState<EntryShown | null>(null);
  const [opening, setOpening] = useState<YearShown | null>(null);
  const [editing, setEditing] = useState('');
  const [said, setSaid] = useState(nothingSaid);
  const [exporting, setExporting] = useState(false);
  useFirstPaint('money');

  const close = (): void => {
    setEntry(entry && { ...entry, open: false });
    setOpening(opening && { ...opening, open: false });
  };
  const onClosed = (opener: string): void => {
    // After what else happens as a dialog goes.
    setTimeout(() => {
      setEntry(null);
      setOpening(null);
      document.querySelector<HTMLElement>(opener)?.focus();
    }, 0);
  };
  const onEdit = (row: string): void => {
    if (row === '') focusBack(`[data-budget="${CSS.escape(editing)}"]`);
    setEditing(row);
  };
  const onSaved = (fresh: EconomyReply, text: string): void => {
    setSaid({ text, isProblem: false });
    onEdit('');
    onChanged(fresh);
  };
  const onEntered = (fresh: EconomyReply, text: string): void => {
    setSaid({ text, isProblem: false });
    close();
    onChanged(fresh);
  };
  const onOpened = (fresh: EconomyReply): void => {
    setSaid({ text: yearWords.opened(fresh.year), isProblem: false });
    close();
    show(inYear(filter, fresh.year));
  };
  const download = async (): Promise<void> => {
    setExporting(true);
    setSaid(nothingSaid);
    const file = await api.file(exportPath(filter));
    setExporting(false);
    if (file.type === 'done') saveFile(file.value, `oekonomi-${reply.year}.xlsx`);
    else if (file.type === 'failed') setSaid({ text: file.message, isProblem: true });
  };

  return (
    <GreyPage ref={page}>
      <MoneyHead
        reply={reply}
        areas={areas}
        stale={stale}
        exporting={exporting}
        onYear={(year) => show(inYear(filter, year))}
        onOpenYear={() => setOpening(reply.nextYear && { open: true, next: reply.nextYear })}
        onExport={() => void download()}
        onEnter={() => setEntry({ open: true, corrects: null })}
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
        onOpenYear={() => setOpening(reply.nextYear && { open: true, next: reply.nextYear })}
        onSee={(pool) => show({ ...filter, year: reply.year, pool })}
      />
      <div className={mergeClasses(styles.below, isAlone && styles.alone)}>
        {!isAlone && (
          <FixedPanel reply={reply} editing={editing} onEdit={onEdit} onSaved={onSaved} />
        )}
        <PostingsPanel
          reply={reply}
          areas={areas}
          wide={wide}
          filter={filter}
          projects={projects}
          page={page}
          onFilter={show}
          onCorrect={(corrects) => setEntry({ open: true, corrects })}
        />
      </div>
      {entry && (
        <EntryDialog
          {...entry}
          reply={reply}
          poolRow={filter.pool}
          onEntered={onEntered}
          onClose={close}
          onClosed={() => onClosed(openerOf(entry.corrects))}
        />
      )}
      {opening && (
        <YearDialog
          {...opening}
          onOpened={onOpened}
          onClose={close}
          onClosed={() => onClosed('[data-open-year], [data-enter]')}
        />
      )}
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
