import { useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import type { MeetingLine, MeetingReply } from '#shared/contract/meeting.ts';
import { meetingWords } from '#shared/words/screens/meeting.ts';
import { ProjectContext } from '../project/editing.tsx';
import { useProjectOnPage } from '../project/useProjectOnPage.ts';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { rewrite } from '../shell/route.ts';
import { useMedia } from '../shell/useMedia.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { MeetingList } from './MeetingList.tsx';
import { MeetingProject } from './MeetingProject.tsx';
import { MeetingTabs } from './MeetingTabs.tsx';
import { chosenIn, meetingHash } from './meetingAddress.ts';
import { useMeetingStyles } from './meetingStyles.ts';

type Around = {
  readonly line: MeetingLine;
  readonly place: string;
  readonly liftHours: number;
  readonly onBack: (() => void) | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onSaved: () => void;
};

const Loaded = ({
  reply,
  live,
  ...around
}: Around & { readonly reply: ProjectReply; readonly live: Live<ProjectReply> }) => {
  const styles = useMeetingStyles();
  const onPage = useProjectOnPage(reply, live);
  const { line, liftHours, onSaved } = around;
  return (
    <ProjectContext value={onPage}>
      <section className={styles.work} aria-label={reply.project.title}>
        <div className={styles.inner}>
          <MeetingProject reply={reply} {...around} />
          <MeetingForm {...{ reply, line, liftHours, onSaved }} />
        </div>
      </section>
    </ProjectContext>
  );
};

const Taken = (around: Around) => {
  const { state, live } = useLive(at('GET /api/projects/:id', { id: around.line.id }));
  return state.type === 'ready' ? <Loaded reply={state.value} live={live} {...around} /> : null;
};

const isOpen = ({ state }: MeetingLine): boolean => state !== 'done';

/** "2 af 5, der mangler"; nothing for one that is done. */
const placeOf = (projects: readonly MeetingLine[], line: MeetingLine): string => {
  const open = projects.filter(isOpen);
  const found = open.indexOf(line);
  return found < 0 ? '' : meetingWords.place(found + 1, open.length);
};

/** The one after it that is not done, around the end; the line itself when there is no other. */
const nextOpen = (projects: readonly MeetingLine[], line: MeetingLine): MeetingLine => {
  const from = projects.indexOf(line);
  const around = [...projects.slice(from + 1), ...projects.slice(0, from)];
  return around.find(isOpen) ?? line;
};

const orders: readonly MeetingLine['state'][] = ['ready', 'lacking', 'done'];

/** As they stand in the list. */
const inOrder = ({ projects }: MeetingReply): readonly MeetingLine[] =>
  orders.flatMap((state) => projects.filter((one) => one.state === state));

const Empty = () => {
  const styles = useMeetingStyles();
  return (
    <main className={styles.empty}>
      <h1 className={styles.title}>{meetingWords.empty}</h1>
      <p>{meetingWords.emptyNext}</p>
    </main>
  );
};

type MeetingProps = {
  readonly reply: MeetingReply;
  readonly query: string;
  readonly onChanged: () => void;
};

const Meeting = ({ reply, query, onChanged }: MeetingProps) => {
  const styles = useMeetingStyles();
  const isAlone = useMedia('(max-width: 860px)');
  const [said, setSaid] = useState('');
  const projects = inOrder(reply);
  const wanted = chosenIn(query);
  const choose = (id: string | null): void => rewrite(meetingHash(id));
  const line = projects.find(({ id }) => id === wanted) ?? (isAlone ? undefined : projects[0]);
  const onSaved = (done: MeetingLine) => (): void => {
    setSaid(meetingWords.saved(done.title));
    onChanged();
    choose(nextOpen(projects, done).id);
  };
  const onStep = (from: MeetingLine) => (by: 1 | -1) => {
    const at = (projects.indexOf(from) + by + projects.length) % projects.length;
    choose(projects[at]?.id ?? null);
  };
  return (
    <main className={styles.page}>
      {!(isAlone && line) && (
        <MeetingList projects={projects} chosen={line?.id ?? null} onChoose={choose} />
      )}
      <div role="status" hidden={said === ''} style={hiddenStyle}>
        {said}
      </div>
      {line && (
        <Taken
          key={`${line.id}:${line.state}`}
          line={line}
          place={placeOf(projects, line)}
          liftHours={reply.liftHours}
          onBack={isAlone ? () => choose(null) : null}
          onStep={onStep(line)}
          onSaved={onSaved(line)}
        />
      )}
    </main>
  );
};

/** Said to who listens; who looks sees the project go to those that are done. */
const hiddenStyle = { position: 'absolute', left: '-10000px' } as const;

/** DigiTek's meeting: one project at a time, with what is recommended of it. */
export const MeetingPage = ({ query }: { readonly query: string }) => {
  const styles = useMeetingStyles();
  const { state, live } = useLive(at('GET /api/meeting'));
  if (state.type === 'loading')
    return <GreyPageWaiting label={meetingWords.waiting} blanks={[{ height: '60%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  return (
    <div className={styles.withTabs}>
      <MeetingTabs here="digitek" />
      {state.value.projects.length === 0 ? (
        <Empty />
      ) : (
        <Meeting reply={state.value} query={query} onChanged={live.refresh} />
      )}
    </div>
  );
};
