import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { RequestReply, RequestsReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { decideWords, minutesOf, minutesText } from '#shared/words/screens/decidePage.ts';
import { AbsenceButton } from '../absences/AbsenceButton.tsx';
import { singleKeysOn } from '../board/singleKeys.ts';
import { isTyping, withModifier } from '../board/useBoardKeys.ts';
import { Door } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { AnswerNotFound } from '../shell/AnswerReceipt.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useDaysSince } from '../shell/now.ts';
import { go, lastBoardHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useIsPhone } from '../shell/useMedia.ts';
import { type Answered, AnswerPanel } from './AnswerPanel.tsx';
import { Matter } from './Matter.tsx';
import { MatterList } from './MatterList.tsx';
import { matterHash, matterIdsIn, togetherId } from './matterIds.ts';
import { Receipt } from './Receipt.tsx';
import { ReplyPanel } from './ReplyPanel.tsx';
import { shortMatterIn } from './shortMatters.tsx';
import { Together, TogetherLink } from './Together.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', height: '100%', minHeight: 0 },
  phonePage: { flexDirection: 'column' },
  matter: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  reading: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '20px 48px 0',
    '@media (max-width: 719px)': { padding: '12px 16px 0' },
  },
  away: { display: 'flex', justifyContent: 'flex-end', padding: '4px 8px 0' },
  together: { padding: '8px 16px 0' },
  strokes: { display: 'flex', alignItems: 'center', gap: '5px', padding: '8px 16px 0' },
  stroke: {
    flexGrow: 1,
    height: '3px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke1,
  },
  here: { backgroundColor: tokens.colorCompoundBrandBackground, height: '5px' },
  place: {
    display: 'flex',
    justifyContent: 'space-between',
    padding: '6px 16px 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '8vh 0',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  quiet: { color: tokens.colorNeutralForeground3, maxWidth: '60ch' },
});

const Nothing = () => {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Door state="open" height={56} />
      <h2 className={styles.title}>{decideWords.nothing}</h2>
      <span className={styles.quiet}>{decideWords.nothingText}</span>
      <Button onClick={() => go(lastBoardHash())}>{decideWords.done}</Button>
    </div>
  );
};

const stepFor = (event: KeyboardEvent): number | undefined =>
  withModifier(event) ? undefined : { j: 1, k: -1 }[event.key.toLowerCase()];

/** J and K go to the next matter and the one before; answers have no key of their own. */
const useMatterKeys = (ids: readonly string[], chosenId: string | null): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = stepFor(event);
      if (step === undefined || isTyping(event.target) || !singleKeysOn()) return;
      const next = ids[ids.indexOf(chosenId ?? '') + step];
      if (next !== undefined) go(matterHash(next));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [ids, chosenId]);
};

type OpenProps = {
  readonly reply: RequestReply;
  readonly isPhone: boolean;
  readonly daysSince: (at: string) => number;
  readonly onAnswered: (answered: Answered) => void;
  readonly onReplied: (reply: RequestReply) => void;
  readonly onChanged: () => void;
};

/** A matter with what the person may do about it; nothing to press when it is not theirs. */
const OpenMatter = (props: OpenProps) => {
  const { reply, isPhone, daysSince, onAnswered, onReplied, onChanged } = props;
  const styles = useStyles();
  const { view, reader } = reply;
  const mayAnswer = reader.seat !== null && view.state.type !== 'ended';
  return (
    <>
      <div className={styles.reading}>
        <Matter reply={reply} daysSince={daysSince} onChanged={onChanged} />
      </div>
      {mayAnswer && <AnswerPanel reply={reply} isPhone={isPhone} onAnswered={onAnswered} />}
      {reply.waits === 'reply' && <ReplyPanel reply={reply} onReplied={onReplied} />}
    </>
  );
};

/** A matter that is not in the list: answered already, or opened by a link. */
const FetchedMatter = (
  props: Omit<OpenProps, 'reply'> & { readonly id: string; readonly next: RequestReply | null },
) => {
  const styles = useStyles();
  const { state, live } = useLive(at('GET /api/requests/:id', { id: props.id }));
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <AnswerNotFound message={state.failure.message} />;
  const reply = state.value;
  if (reply.view.state.type === 'ended')
    return (
      <div className={styles.reading}>
        <Receipt answered={{ type: 'late', reply, message: '' }} next={props.next} />
      </div>
    );
  return <OpenMatter {...props} reply={reply} onChanged={live.refresh} />;
};

const PhonePlace = ({
  ids,
  chosenId,
  minutes,
}: {
  ids: readonly string[];
  chosenId: string | null;
  minutes: number;
}) => {
  const styles = useStyles();
  const place = ids.indexOf(chosenId ?? '');
  if (place < 0) return null;
  return (
    <>
      <div className={styles.strokes} aria-hidden="true">
        {ids.map((id, index) => (
          <span key={id} className={mergeClasses(styles.stroke, index === place && styles.here)} />
        ))}
      </div>
      <div className={styles.place}>
        <span>
          {place + 1} {decideWords.of} {ids.length}
        </span>
        <span>{minutesText(minutes)}</span>
      </div>
    </>
  );
};

type ChosenProps = {
  readonly ids: readonly string[];
  readonly requests: readonly RequestReply[];
  readonly chosenId: string | null;
  readonly receipt: Answered | null;
  /** Something else than a gate was answered: it stays to be read. */
  readonly onKept: (matterId: string) => void;
  readonly acts: Omit<OpenProps, 'reply'>;
};

/** The matter that is read: its receipt, something short, an open gate, one fetched, or none. */
const Chosen = ({ ids, requests, chosenId, receipt, onKept, acts }: ChosenProps) => {
  const styles = useStyles();
  const chosen = requests.find((one) => one.view.request.id === chosenId);
  const next = requests.find((one) => one.view.request.id !== chosenId) ?? null;
  const other = ids.find((id) => id !== chosenId);
  const nextHash = other === undefined ? null : matterHash(other);
  const short = shortMatterIn(chosenId);
  if (chosenId === togetherId) return <Together requests={requests} onChanged={acts.onChanged} />;
  if (short && !receipt)
    return (
      <Suspense fallback={null}>
        <short.Page
          key={chosenId}
          id={short.id}
          nextHash={nextHash}
          onAnswered={() => onKept(chosenId ?? '')}
        />
      </Suspense>
    );
  if (chosen && !receipt) return <OpenMatter key={chosenId} {...acts} reply={chosen} />;
  if (chosenId !== null && !receipt)
    return <FetchedMatter key={chosenId} {...acts} id={chosenId} next={next} />;
  return (
    <div className={styles.reading}>
      {receipt ? <Receipt answered={receipt} next={next} /> : <Nothing />}
    </div>
  );
};

type LoadedProps = {
  readonly reply: RequestsReply;
  readonly requestId: string | null;
  readonly stale: boolean;
  readonly onChanged: () => void;
};

const Loaded = ({ reply, requestId, stale, onChanged }: LoadedProps) => {
  const styles = useStyles();
  const isPhone = useIsPhone();
  const daysSince = useDaysSince(reply.asOf);
  const [answered, setAnswered] = useState<Answered | null>(null);
  // A server of the release before, which may answer while both run, does not say what else waits.
  const { requests, waits = [] } = reply;
  const ids = useMemo(() => matterIdsIn({ waits, requests }), [waits, requests]);
  // The list loses what was answered; what is read stays until another is chosen.
  const [kept, keep] = useState<string | null>(null);
  const chosenId = requestId ?? answered?.reply.view.request.id ?? kept ?? ids[0] ?? null;
  const chosen = requests.find((one) => one.view.request.id === chosenId) ?? null;
  useMatterKeys(ids, chosenId);
  const receipt = answered?.reply.view.request.id === chosenId ? answered : null;

  const onAnswered = (given: Answered): void => {
    setAnswered(given);
    go(matterHash(given.reply.view.request.id));
    onChanged();
  };
  const onKept = (matterId: string): void => {
    keep(matterId);
    onChanged();
  };
  const acts = { isPhone, daysSince, onAnswered, onReplied: onChanged, onChanged };

  return (
    <div className={mergeClasses(styles.page, isPhone && styles.phonePage)}>
      {!isPhone && (
        <MatterList
          requests={requests}
          waits={waits}
          at={reply.asOf}
          answered={reply.answered}
          chosenId={chosenId}
          daysSince={daysSince}
        />
      )}
      <main className={styles.matter}>
        {isPhone && (
          <div className={styles.away}>
            <AbsenceButton />
          </div>
        )}
        {isPhone && !receipt && (
          <PhonePlace ids={ids} chosenId={chosenId} minutes={chosen ? minutesOf(chosen.view) : 1} />
        )}
        {isPhone && chosenId === ids[0] && (
          <div className={styles.together}>
            <TogetherLink requests={requests} />
          </div>
        )}
        {stale && <StaleNotice since={reply.asOf} />}
        <Chosen {...{ ids, requests, chosenId, receipt, onKept, acts }} />
      </main>
    </div>
  );
};

/** Til beslutning: one question at a time, with all that an answer needs. */
export const DecidePage = ({ requestId }: { readonly requestId: string | null }) => {
  const { state, live } = useLive(at('GET /api/requests', {}, 'waitingFor=me'));
  switch (state.type) {
    case 'loading':
      return null;
    case 'failed':
      return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
    case 'ready':
      return (
        <Loaded
          reply={state.value}
          requestId={requestId}
          stale={state.trouble !== null}
          onChanged={live.refresh}
        />
      );
  }
};
