import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import {
  CameraRegular,
  ChevronLeftRegular,
  CloudOffRegular,
  DismissRegular,
} from '@fluentui/react-icons';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { VisitReply } from '#shared/contract/visits.ts';
import { noteProblem } from '#shared/domain/visits/noteRules.ts';
import { nextStep } from '#shared/domain/visits/now.ts';
import { longestNote } from '#shared/domain/visits/visit.ts';
import { refusalSentence } from '#shared/words/asking/words.ts';
import { dayIn } from '#shared/words/dates.ts';
import { stepWord, visitPageWords, noteWords as words } from '#shared/words/visits/page.ts';
import { noteRefusalWords, visitStepNames, visitTitle } from '#shared/words/visits/words.ts';
import { useLive } from '../../remote/RemoteContext.tsx';
import { CannotFetch } from '../../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../../shell/GreyPage.tsx';
import { useMe } from '../../shell/Looking.tsx';
import { go } from '../../shell/route.ts';
import { shrinkPicture } from '../../stories/write/shrinkPicture.ts';
import { visitHash } from '../visitsAddress.ts';
import { GroupChips } from './GroupChips.tsx';
import { keepTypedNote, typedNote } from './noteDraft.ts';
import type { Kept, NoteQueue, QueueState } from './noteQueue.ts';
import { TodaysNotes } from './TodaysNotes.tsx';
import { useNoteQueue } from './useNoteQueue.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  middle: {
    maxWidth: '640px',
    margin: '0 auto',
    padding: '10px 14px 16px',
    boxSizing: 'border-box',
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', marginBottom: '10px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  offline: {
    display: 'flex',
    gap: '10px',
    padding: '10px 12px',
    marginBottom: '10px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  strong: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  field: { width: '100%', '& textarea': { minHeight: '116px', maxHeight: '50vh' } },
  hint: {
    margin: '4px 0 12px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  problem: { margin: '6px 0', color: tokens.colorStatusDangerForeground1 },
  said: { margin: '6px 0', fontWeight: tokens.fontWeightSemibold },
  foot: {
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '10px 14px calc(10px + env(safe-area-inset-bottom))',
  },
  buttons: { display: 'flex', gap: '8px', maxWidth: '640px', margin: '0 auto' },
  save: { flexGrow: 1, minHeight: '44px' },
  camera: { minWidth: '56px', minHeight: '44px' },
  hidden: { display: 'none' },
  picture: { display: 'flex', alignItems: 'center', gap: '8px', marginTop: '8px' },
});

const Offline = ({ waiting }: { readonly waiting: number }) => {
  const styles = useStyles();
  return (
    <div className={styles.offline} role="status">
      <CloudOffRegular fontSize={20} aria-hidden="true" />
      <div>
        <span className={styles.strong}>{words.offline}</span>
        <span className={styles.small}>{words.offlineText(waiting)}</span>
      </div>
    </div>
  );
};

const keptTexts: Record<Kept, string> = {
  kept: words.saved,
  keptWithoutPicture: words.noRoomForPicture,
  noRoom: words.noRoom,
};

type Draft = { readonly text: string; readonly group: string; readonly picture: Blob | null };
const blank: Draft = { text: '', group: '', picture: null };

/** What is typed, until it is written down on the device; from there the queue has it. */
const useWriting = (visitId: string, queue: NoteQueue) => {
  const { id: personId } = useMe();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...blank,
    ...typedNote(personId, visitId),
  }));
  // A phone that runs short of memory lets go of the page: what is typed is there when it is back.
  useEffect(() => keepTypedNote(personId, visitId, draft), [personId, visitId, draft]);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const running = useRef(false);
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    if (running.current) return;
    const why = noteProblem(draft, dayIn(new Date().toISOString()));
    setProblem(why ? refusalSentence(noteRefusalWords(why)) : '');
    setSaid('');
    if (why) return;
    running.current = true;
    const kept = await queue.keep({ visitId, ...draft });
    running.current = false;
    if (kept === 'noRoom') setProblem(words.noRoom);
    else {
      setSaid(keptTexts[kept]);
      // The next note is most often of the same kind.
      setDraft({ ...blank, group: draft.group });
    }
    void queue.send().catch(() => undefined);
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const shrunk = await shrinkPicture(file);
    setProblem(shrunk.ok ? '' : words.notAPicture);
    if (shrunk.ok) change({ picture: shrunk.blob });
  };
  return { draft, said, problem, change, save, take };
};

type Writing = ReturnType<typeof useWriting>;

const Foot = ({ writing }: { readonly writing: Writing }) => {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.foot}>
      <div className={styles.buttons}>
        <input
          ref={input}
          className={styles.hidden}
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={words.picture}
          onChange={(event) => {
            void writing.take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button
          className={styles.camera}
          size="large"
          icon={<CameraRegular />}
          aria-label={words.picture}
          onClick={() => input.current?.click()}
        />
        <Button
          className={styles.save}
          size="large"
          appearance="primary"
          onClick={() => void writing.save()}
        >
          {words.save}
        </Button>
      </div>
    </div>
  );
};

const Field = ({
  writing,
  field,
}: {
  readonly writing: Writing;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) => {
  const styles = useStyles();
  const { draft, problem, said, change } = writing;
  return (
    <>
      <Textarea
        className={styles.field}
        textarea={{ ref: field }}
        size="large"
        resize="vertical"
        value={draft.text}
        maxLength={longestNote}
        aria-label={words.field}
        placeholder={words.field}
        onChange={(_, { value }) => change({ text: value })}
      />
      <p className={styles.hint}>{words.hint}</p>
      {draft.picture && (
        <div className={styles.picture}>
          <span>{words.pictureTaken}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.removePicture}
            onClick={() => change({ picture: null })}
          />
        </div>
      )}
      <div role="alert">{problem !== '' && <p className={styles.problem}>{problem}</p>}</div>
      <div role="status">{said !== '' && <p className={styles.said}>{said}</p>}</div>
    </>
  );
};

const groupNames = (reply: VisitReply, state: QueueState, chosen: string): readonly string[] => [
  ...new Set(
    [
      ...reply.groups.map(({ name }) => name),
      ...state.notes
        .filter(({ visitId }) => visitId === reply.view.now.id)
        .map(({ group }) => group),
      chosen,
    ].filter((name) => name !== ''),
  ),
];

type LoadedProps = {
  readonly reply: VisitReply;
  readonly hasTrouble: boolean;
  readonly refresh: () => void;
};

const Loaded = ({ reply, hasTrouble, refresh }: LoadedProps) => {
  const styles = useStyles();
  const { now } = reply.view;
  const { queue, state } = useNoteQueue();
  const writing = useWriting(now.id, queue);
  const field = useRef<HTMLTextAreaElement>(null);
  const { sent, picturesLost } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent is news, and asks again.
  useEffect(refresh, [sent, refresh]);
  const waiting = state.notes.filter(({ visitId }) => visitId === now.id);
  const { draft, change } = writing;
  const takeBack = (number: number, text: string): void => {
    change({ text });
    void queue.takeBack(number);
    field.current?.focus();
  };
  return (
    <main className={styles.page}>
      <div className={styles.scroll}>
        <div className={styles.middle}>
          <div className={styles.head}>
            <Button
              appearance="subtle"
              icon={<ChevronLeftRegular />}
              aria-label={words.back}
              onClick={() => go(visitHash(now.id))}
            />
            <div>
              <h1 className={styles.title}>{words.title}</h1>
              <span className={styles.small}>
                {words.where(visitTitle(now), stepWord(nextStep(now), visitStepNames))}
              </span>
            </div>
          </div>
          {(hasTrouble || state.isOffline) && <Offline waiting={waiting.length} />}
          <Field writing={writing} field={field} />
          {picturesLost > 0 && <p className={styles.said}>{words.noRoomForPicture}</p>}
          <GroupChips
            names={groupNames(reply, state, draft.group)}
            chosen={draft.group}
            onChoose={(group) => change({ group })}
          />
          <TodaysNotes {...{ reply, waiting }} onTakeBack={takeBack} />
        </div>
      </div>
      <Foot writing={writing} />
    </main>
  );
};

const unhurried = { every: 5_000 };

/** What one sees in a visit, written down there: also where there is no net. */
export const NotesPage = ({ id }: { readonly id: string }) => {
  const { state, live } = useLive(at('GET /api/visits/:id', { id }), unhurried);
  if (state.type === 'loading')
    return <GreyPageWaiting label={visitPageWords.waiting} blanks={[{ height: '70%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  if (!reply.reader.plans) return <OnlyTeam id={id} />;
  return <Loaded reply={reply} hasTrouble={state.trouble !== null} refresh={live.refresh} />;
};

const OnlyTeam = ({ id }: { readonly id: string }) => {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.middle}>
        <p>{words.onlyTeam}</p>
        <a href={visitHash(id)}>{words.back}</a>
      </div>
    </main>
  );
};
