import { Button, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PastReply } from '#shared/contract/past.ts';
import { dayOf } from '#shared/domain/day.ts';
import { previousDay } from '#shared/domain/workday.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { pastWords } from '#shared/words/screens/past.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { go, lastBoardHash } from '../shell/route.ts';
import { useIsPhone } from '../shell/useMedia.ts';
import { PastBoard } from './PastBoard.tsx';
import { dayIn, monthsBefore, pastHash } from './pastAddress.ts';
import { usePastStyles } from './pastStyles.ts';
import { SinceRail } from './SinceRail.tsx';

const today = (): string => dayOf(Date.now());

/** Days that are worth a look: what people ask for without knowing a date. */
const Shortcuts = ({ past }: { readonly past: PastReply }) => {
  const styles = usePastStyles();
  const { firstDay, lastQuarter, day } = past;
  const year = monthsBefore(today(), 12);
  const days = [
    ...(lastQuarter === null ? [] : [[lastQuarter, pastWords.lastQuarter] as const]),
    [monthsBefore(today(), 1), pastWords.monthAgo] as const,
    ...(year < firstDay ? [] : [[year, pastWords.yearAgo] as const]),
  ].filter(([one]) => one < today());
  return days.map(([one, name]) => (
    <Button
      key={name}
      shape="circular"
      size="small"
      className={styles.button}
      appearance={one === day ? 'outline' : 'subtle'}
      aria-pressed={one === day}
      onClick={() => go(pastHash(one))}
    >
      {name}
    </Button>
  ));
};

const DayField = ({ day, firstDay }: { readonly day: string; readonly firstDay: string }) => {
  const styles = usePastStyles();
  return (
    <Input
      type="date"
      className={styles.day}
      aria-label={pastWords.day}
      value={day}
      min={firstDay}
      max={previousDay(today())}
      onChange={(_, { value }) => {
        if (value !== '') go(pastHash(value));
      }}
    />
  );
};

const Head = ({ past }: { readonly past: PastReply }) => {
  const styles = usePastStyles();
  const count = past.changes.length;
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{pastWords.title(past.day)}</h1>
      <span className={styles.fact} role="status">
        <span className={styles.figure}>{pastWords.changed(count)}</span>
        {count > 0 && pastWords.since}
      </span>
      <Shortcuts past={past} />
      <DayField day={past.day} firstDay={past.firstDay} />
      <Button appearance="primary" className={styles.button} onClick={() => go(lastBoardHash())}>
        {pastWords.home}
      </Button>
    </div>
  );
};

const Loaded = ({ past, asked }: { readonly past: PastReply; readonly asked: string }) => {
  const styles = usePastStyles();
  const isPhone = useIsPhone();
  const [board, setBoard] = useState(false);
  return (
    <main className={styles.page}>
      <Head past={past} />
      {asked < past.day && (
        <div className={styles.note}>
          <MessageBar>
            <MessageBarBody>{pastWords.firstDay(past.firstDay)}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      {isPhone && (
        <div className={styles.note}>
          <Button className={styles.button} onClick={() => setBoard(!board)}>
            {board ? pastWords.hideBoard : pastWords.showBoard}
          </Button>
        </div>
      )}
      <section className={styles.frame} aria-label={`${pastWords.frame}, ${dayYearText(past.day)}`}>
        <span className={styles.label} aria-hidden="true">
          <HistoryRegular fontSize={14} /> {pastWords.frame}
        </span>
        {(!isPhone || board) && <PastBoard past={past} isPhone={isPhone} />}
        {(!isPhone || !board) && <SinceRail past={past} />}
      </section>
    </main>
  );
};

/** What was is not asked for again and again; what it is compared with moves slowly. */
const seldom = { every: 30_000 };

/** Tavlen, as it was when a day ended, and what has become of it since. */
export const PastPage = ({ query }: { readonly query: string }) => {
  const asked = dayIn(query) ?? monthsBefore(today(), 1);
  const { state, live } = useLive(at('GET /api/past/:day', { day: asked }), seldom);
  switch (state.type) {
    case 'loading':
      return <GreyPageWaiting label={pastWords.waiting} blanks={[{ height: '80%' }]} />;
    case 'failed':
      return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
    case 'ready':
      return <Loaded past={state.value} asked={asked} />;
  }
};
