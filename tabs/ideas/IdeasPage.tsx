import { Button, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { firstSort } from '#shared/contract/boardAddress.ts';
import type { IdeaLine, IdeasReply } from '#shared/contract/ideas.ts';
import { noFilter } from '#shared/domain/boardLooking.ts';
import { isNew } from '#shared/domain/ideas/intake.ts';
import {
  type IdeaView,
  ideasPageWords,
  ideaViewNames,
  ideaViews,
  ownIdeasWords,
} from '#shared/words/ideas/page.ts';
import { takesUpDraft } from '../board/ideaDraft.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useDaysSince } from '../shell/now.ts';
import { boardHash, rewrite } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useMedia } from '../shell/useMedia.ts';
import { IdeaLane } from './IdeaLane.tsx';
import { IdeaPanel } from './IdeaPanel.tsx';
import { useIdeaStyles } from './ideaStyles.ts';
import { type IdeasLook, ideasHash, ideasLookOf } from './ideasAddress.ts';
import { OwnIdeas, waitingIn } from './OwnIdeas.tsx';
import { PurchaseLane } from './PurchaseLane.tsx';

const NewIdea = lazy(async () => ({ default: (await import('../board/NewIdea.tsx')).NewIdea }));

const holds: Record<Exclude<IdeaView, 'mine'>, (idea: IdeaLine) => boolean> = {
  all: () => true,
  new: isNew,
  intake: (idea) => !isNew(idea),
};

const countOf = (reply: IdeasReply, view: IdeaView): number =>
  view === 'mine' ? reply.own.length : reply.ideas.filter(holds[view]).length;

const shelfHash = (place: 'raw' | 'backlog'): string =>
  boardHash({
    ...{ as: 'list', grouping: 'none', sort: firstSort },
    filter: { ...noFilter, place },
  });

const isLate = ({ holder }: IdeaLine): boolean => holder.type === 'person' && holder.isLate;

const OwnSentence = ({ own }: Pick<IdeasReply, 'own'>) => {
  const styles = useIdeaStyles();
  const waiting = waitingIn(own);
  return (
    <>
      <h1 className={styles.title}>{ownIdeasWords.title(own.length)}</h1>
      {waiting > 0 && <span>{ownIdeasWords.waits(waiting)}</span>}
    </>
  );
};

const LaneSentence = ({ reply }: { readonly reply: IdeasReply }) => {
  const styles = useIdeaStyles();
  const late = reply.ideas.filter(isLate).length;
  const inIntake = countOf(reply, 'intake');
  return (
    <>
      <h1 className={styles.title}>{ideasPageWords.title(countOf(reply, 'new'))}</h1>
      {inIntake > 0 && (
        <span>
          <span className={styles.figure}>{inIntake}</span> {ideasPageWords.inIntake}
        </span>
      )}
      {late > 0 && <span className={styles.late}>{ideasPageWords.late(late)}</span>}
    </>
  );
};

type HeadProps = {
  readonly reply: IdeasReply;
  readonly view: IdeaView;
  readonly onNew: () => void;
};

/** How it stands, in a sentence, and the way in for a new one. */
const Head = ({ reply, view, onNew }: HeadProps) => {
  const styles = useIdeaStyles();
  const { may } = useMe();
  return (
    <div className={styles.head}>
      {view === 'mine' ? <OwnSentence own={reply.own} /> : <LaneSentence reply={reply} />}
      {may.includes('createIdea') && (
        <Button className={styles.push} icon={<AddRegular />} onClick={onNew}>
          {ideasPageWords.newIdea}
        </Button>
      )}
    </div>
  );
};

type ViewsProps = {
  readonly reply: IdeasReply;
  readonly look: IdeasLook;
  readonly onLook: (look: IdeasLook) => void;
};

const Views = ({ reply, look, onLook }: ViewsProps) => {
  const styles = useIdeaStyles();
  return (
    <nav className={styles.views} aria-label={ideasPageWords.views}>
      {ideaViews.map((view) => (
        <ToggleButton
          key={view}
          size="small"
          shape="circular"
          appearance="subtle"
          checked={look.view === view}
          onClick={() => onLook({ view, chosen: null })}
        >
          {ideaViewNames[view]}
          <span className={styles.count}>{countOf(reply, view)}</span>
        </ToggleButton>
      ))}
      <a className={styles.link} href={shelfHash('raw')}>
        {ideasPageWords.ideaBank(reply.ideaBank)}
      </a>
      <a className={styles.link} href={shelfHash('backlog')}>
        {ideasPageWords.backlog(reply.backlog)}
      </a>
    </nav>
  );
};

const Lane = ({ reply, look, onLook }: ViewsProps) => {
  const styles = useIdeaStyles();
  const daysSince = useDaysSince(reply.asOf);
  const isAlone = useMedia('(max-width: 1050px)');
  const { view, chosen } = look;
  if (view === 'mine') return null;
  const ideas = reply.ideas.filter(holds[view]);
  const shown = chosen ?? (isAlone ? null : (ideas[0]?.id ?? null));
  const onBack = isAlone ? () => onLook({ view, chosen: null }) : null;
  return (
    <div className={mergeClasses(styles.both, shown === null && styles.alone)}>
      {!(isAlone && shown !== null) && (
        <div className={styles.lanes}>
          <IdeaLane
            ideas={ideas}
            chosen={shown}
            daysSince={daysSince}
            onChoose={(id) => onLook({ view, chosen: id })}
          />
          <PurchaseLane
            purchases={view === 'new' ? [] : reply.purchases}
            chosen={shown}
            onChoose={(id) => onLook({ view, chosen: id })}
          />
        </div>
      )}
      {shown !== null && <IdeaPanel key={shown} id={shown} onBack={onBack} />}
    </div>
  );
};

/** What is on its way in and whom it lies with; and one's own ideas. */
export const IdeasPage = ({ query }: { readonly query: string }) => {
  const styles = useIdeaStyles();
  const { may, areas } = useMe();
  const { state, live } = useLive(at('GET /api/ideas'));
  const [isNewOpen, setNewOpen] = useState(takesUpDraft);
  const look = ideasLookOf(query, may.includes('sendRequest') ? 'all' : 'mine');
  if (state.type === 'loading')
    return <GreyPageWaiting label={ideasPageWords.waiting} blanks={[{ height: '60%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  const onLook = (next: IdeasLook): void => rewrite(ideasHash(next));
  return (
    <main className={styles.page}>
      {state.trouble !== null && <StaleNotice since={reply.asOf} />}
      <Head reply={reply} view={look.view} onNew={() => setNewOpen(true)} />
      <Views reply={reply} look={look} onLook={onLook} />
      {look.view === 'mine' ? (
        <OwnIdeas own={reply.own} asOf={reply.asOf} onReplied={live.refresh} />
      ) : (
        <Lane reply={reply} look={look} onLook={onLook} />
      )}
      <Suspense fallback={null}>
        {isNewOpen && <NewIdea areas={areas} onClose={() => setNewOpen(false)} />}
      </Suspense>
    </main>
  );
};
