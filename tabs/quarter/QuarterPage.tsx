import { useEffect } from 'react';
import { at } from '#shared/contract/at.ts';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { MeetingTabs } from '../meeting/MeetingTabs.tsx';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { rewrite } from '../shell/route.ts';
import { Agenda } from './Agenda.tsx';
import { MeetingMode } from './MeetingMode.tsx';
import { MinutesPage } from './MinutesPage.tsx';
import { PlanForm } from './PlanForm.tsx';
import { lookIn, quarterHash } from './quarterAddress.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { QuarterContext, useOnQuarter } from './useQuarter.ts';

const Waiting = () => (
  <GreyPageWaiting label={quarterPageWords.waiting} blanks={[{ height: '60%' }]} />
);

type LoadedProps = {
  readonly reply: QuarterReply;
  readonly live: Live<QuarterReply>;
  readonly query: string;
};

const Loaded = ({ reply, live, query }: LoadedProps) => {
  const styles = useQuarterStyles();
  const onQuarter = useOnQuarter(reply, live);
  const look = lookIn(query, reply.state);
  return (
    <QuarterContext value={onQuarter}>
      <main className={styles.page}>
        {look !== 'moede' && <MeetingTabs here="quarter" />}
        {onQuarter.problem !== '' && (
          <p className={styles.problem} role="alert">
            {onQuarter.problem}
          </p>
        )}
        {look === 'dagsorden' && <Agenda />}
        {look === 'moede' && <MeetingMode />}
        {look === 'referat' && <MinutesPage />}
      </main>
    </QuarterContext>
  );
};

/** One kvartalsstatus: its agenda, the meeting itself, its minutes. */
const One = ({ id, query }: { readonly id: string; readonly query: string }) => {
  const { state, live } = useLive(at('GET /api/quarters/:id', { id }));
  if (state.type === 'loading') return <Waiting />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  return <Loaded reply={state.value} live={live} query={query} />;
};

/** The next one, when nobody said which; a place to plan one when there is none. */
const Next = () => {
  const styles = useQuarterStyles();
  const { state, live } = useLive(at('GET /api/quarters'));
  const next = state.type === 'ready' ? state.value.next : null;
  useEffect(() => {
    if (next !== null) rewrite(quarterHash(next));
  }, [next]);
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  if (state.type === 'loading' || next !== null) return <Waiting />;
  return (
    <main className={styles.page}>
      <MeetingTabs here="quarter" />
      <div className={styles.work}>
        <h1 className={styles.title}>{quarterPageWords.none}</h1>
        <p>{state.value.mayPlan ? quarterPageWords.noneText : quarterPageWords.noneTextOthers}</p>
        {state.value.mayPlan && <PlanForm onPlanned={live.refresh} />}
      </div>
    </main>
  );
};

export const QuarterPage = ({ id, query }: { readonly id: string; readonly query: string }) =>
  id === '' ? <Next /> : <One key={id} id={id} query={query} />;
