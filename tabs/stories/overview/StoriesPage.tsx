import { useLayoutEffect, useMemo, useState } from 'react';
import type { CommunicationReply, StoriesReply } from '#shared/contract/stories.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Action } from '#shared/domain/permissions.ts';
import { noStoryFilter, type StoryFilter } from '#shared/domain/stories/looking.ts';
import { isOver } from '#shared/domain/stories/machines.ts';
import { dayIn } from '#shared/words/dates.ts';
import { settingsWords, storiesWords } from '#shared/words/stories/overview.ts';
import { useLive } from '../../remote/RemoteContext.tsx';
import { useLastShown } from '../../remote/useLastShown.ts';
import { CannotFetch } from '../../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting, nothingSaid, SaidLine } from '../../shell/GreyPage.tsx';
import { useMe } from '../../shell/Looking.tsx';
import { go, rewrite, routeNow } from '../../shell/route.ts';
import { StaleNotice } from '../../shell/StaleNotice.tsx';
import { useDownload } from '../../shell/useDownload.ts';
import { useIsPhone, useMedia } from '../../shell/useMedia.ts';
import { PressDialog } from '../kinds/PressDialog.tsx';
import { Goals } from './Goals.tsx';
import { NewStoryDialog } from './NewStoryDialog.tsx';
import { type NewKind, OverviewHead, type WrittenKind } from './OverviewHead.tsx';
import {
  exportPath,
  filterFor,
  inMonth,
  isNarrowed,
  type Look,
  lookOf,
  lookQuery,
  storiesPath,
} from './overviewAddress.ts';
import { PressPanel } from './PressPanel.tsx';
import { RegisterPanel } from './RegisterPanel.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { StoryBoard } from './StoryBoard.tsx';
import { StoryCalendar } from './StoryCalendar.tsx';
import { DescriptionsPanel, UntoldPanel } from './Tasks.tsx';
import { useCreate } from './useCreate.ts';
import { ViewBar } from './ViewBar.tsx';

const show = (look: Look): void => go(hashOf({ type: 'stories', query: lookQuery(look) }));

/** Narrows the view the person is on now: what is drawn may still be the one before. */
const narrow = (changes: Partial<StoryFilter>): void => {
  const route = routeNow();
  if (route.type !== 'stories') return;
  const look = lookOf(route.query);
  const filter = { ...look.filter, ...changes };
  rewrite(hashOf({ type: 'stories', query: lookQuery({ ...look, filter }) }));
};

const kindsFor = (may: readonly Action[]): readonly NewKind[] => {
  if (may.includes('writeStory')) return ['microStory', 'article', 'press'];
  return may.includes('logPress') ? ['press'] : [];
};

const countsOf = (reply: StoriesReply) => ({
  register: reply.register.length,
  untold: reply.untold.length,
  viborgdk: reply.descriptions.length,
  press: reply.stories.filter(({ kind, state }) => kind === 'press' && !isOver(state)).length,
});

/** What a dialog shows stands until it has closed, also while it fades. */
type Dialogs =
  | { readonly type: 'new'; readonly open: boolean; readonly kind: WrittenKind }
  | { readonly type: 'press'; readonly open: boolean }
  | { readonly type: 'settings'; readonly open: boolean; readonly settings: CommunicationReply };

type LoadedProps = {
  readonly reply: StoriesReply;
  readonly look: Look;
  readonly stale: boolean;
  readonly onChanged: () => void;
};

const View = ({
  reply,
  look,
  onChanged,
  onNew,
}: Omit<LoadedProps, 'stale'> & { readonly onNew: (kind: NewKind) => void }) => {
  const { may } = useMe();
  const wide = useMedia('(min-width: 900px)');
  const creating = useCreate();
  const filter = filterFor(look.view, look.filter);
  const narrowed = isNarrowed(look);
  const onClear = (): void => narrow(noStoryFilter);
  const common = { reply, filter, narrowed, onClear };
  const today = dayIn(reply.asOf);
  switch (look.view) {
    case 'board':
      return <StoryBoard {...common} />;
    case 'calendar':
      return (
        <StoryCalendar
          {...common}
          wide={wide}
          today={today}
          month={look.month ?? Number(today.slice(5, 7))}
          onMonth={(month) => show(inMonth(look, reply.year, month))}
          onMoved={onChanged}
        />
      );
    case 'register':
      return <RegisterPanel {...common} wide={wide} />;
    case 'untold':
      return <UntoldPanel {...common} creating={creating} />;
    case 'viborgdk':
      return <DescriptionsPanel {...common} creating={creating} />;
    case 'press':
      return (
        <PressPanel {...common} mayLog={may.includes('logPress')} onNew={() => onNew('press')} />
      );
  }
};

type DialogProps = {
  readonly dialog: Dialogs;
  readonly reply: StoriesReply;
  readonly onSaved: () => void;
  readonly onClose: () => void;
  readonly onClosed: (opener: string) => void;
};

const DialogShown = ({ dialog, reply, onSaved, onClose, onClosed }: DialogProps) => {
  const onNewClosed = (): void => onClosed('[data-new-story]');
  const common = { open: dialog.open, onClose };
  switch (dialog.type) {
    case 'new':
      return (
        <NewStoryDialog
          {...common}
          kind={dialog.kind}
          projects={reply.projects}
          onClosed={onNewClosed}
        />
      );
    case 'press':
      return <PressDialog {...common} projectId={null} onClosed={onNewClosed} />;
    case 'settings':
      return (
        <SettingsDialog
          {...common}
          settings={dialog.settings}
          onSaved={onSaved}
          onClosed={() => onClosed('[data-settings]')}
        />
      );
  }
};

/** The dialog over the page, and where the focus goes when it has gone. */
const useDialog = () => {
  const [dialog, setDialog] = useState<Dialogs | null>(null);
  const close = (): void => setDialog(dialog && { ...dialog, open: false });
  const onClosed = (opener: string): void => {
    // After what else happens as a dialog goes.
    setTimeout(() => {
      setDialog(null);
      document.querySelector<HTMLElement>(opener)?.focus();
    }, 0);
  };
  return { dialog, setDialog, close, onClosed };
};

const Loaded = ({ reply, look, stale, onChanged }: LoadedProps) => {
  const { may } = useMe();
  const phone = useIsPhone();
  const { dialog, setDialog, close, onClosed } = useDialog();
  const [said, setSaid] = useState(nothingSaid);
  const { exporting, download } = useDownload(setSaid);
  useLayoutEffect(() => {
    performance.mark('stories:shown');
  }, []);

  const onNew = (kind: NewKind): void =>
    setDialog(kind === 'press' ? { type: 'press', open: true } : { type: 'new', open: true, kind });

  const onSaved = (): void => {
    setSaid({ text: settingsWords.saved, isProblem: false });
    close();
    onChanged();
  };

  return (
    <GreyPage>
      <OverviewHead
        reply={reply}
        stale={stale}
        exporting={exporting}
        kinds={kindsFor(may)}
        onYear={(year) => show({ ...look, year })}
        onExport={() => void download(exportPath(look), `historier-${reply.year}.xlsx`)}
        onNew={onNew}
        onSettings={() =>
          setDialog(reply.settings && { type: 'settings', open: true, settings: reply.settings })
        }
      />
      <SaidLine said={said} />
      {stale && <StaleNotice since={reply.asOf} />}
      {(!phone || look.view === 'board') && <Goals goals={reply.goals} today={dayIn(reply.asOf)} />}
      <ViewBar look={look} areas={reply.areas} counts={countsOf(reply)} onFilter={narrow} />
      <View reply={reply} look={look} onChanged={onChanged} onNew={onNew} />
      {dialog && (
        <DialogShown
          dialog={dialog}
          reply={reply}
          onSaved={onSaved}
          onClose={close}
          onClosed={onClosed}
        />
      )}
    </GreyPage>
  );
};

const blanks = [{ height: '120px', marginTop: '60px' }, { height: '420px' }];

const unhurried = { every: 2_000 };

/** Historier: what Kommunikation and the team tell, where each story is, and what is missing. */
export const StoriesPage = ({ query }: { readonly query: string }) => {
  const look = useMemo(() => lookOf(query), [query]);
  const { state, live } = useLive(storiesPath(look), unhurried);
  const shown = useLastShown(state);
  if (state.type === 'failed')
    return (
      <CannotFetch
        title={storiesWords.cannotFetch}
        failure={state.failure}
        onAgain={live.refresh}
      />
    );
  if (!shown) return <GreyPageWaiting label={storiesWords.loading} blanks={blanks} />;
  return (
    <Loaded
      reply={shown}
      look={look}
      stale={state.type === 'ready' && state.trouble !== null}
      onChanged={live.refresh}
    />
  );
};
