import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { Benefits } from '../benefits/Benefits.tsx';
import { RemovalPlace } from '../files/Removal.tsx';
import { SameIdea } from '../ideas/SameIdea.tsx';
import { Talk } from '../inquiries/Talk.tsx';
import { UnreachedBox } from '../reach/UnreachedBox.tsx';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { Reports } from '../reports/Reports.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useDaysSince } from '../shell/now.ts';
import { go, lastBoardHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { About } from './About.tsx';
import { Agreements } from './Agreements.tsx';
import { Checklist } from './Checklist.tsx';
import { Closing } from './Closing.tsx';
import { Deciding } from './Deciding.tsx';
import { Effect } from './Effect.tsx';
import { ProjectContext } from './editing.tsx';
import { Family } from './Family.tsx';
import { Head } from './Head.tsx';
import { Money } from './Money.tsx';
import { NowNext } from './NowNext.tsx';
import { Rail } from './Rail.tsx';
import { Recommendation } from './Recommendation.tsx';
import { RiskSection } from './RiskSection.tsx';
import { Skal } from './Skal.tsx';
import { Spread } from './Spread.tsx';
import { Stepper } from './Stepper.tsx';
import { Stories } from './Stories.tsx';
import { TekSection } from './TekSection.tsx';
import { useProjectOnPage } from './useProjectOnPage.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  top: { padding: '12px 32px 0', '@media (max-width: 719px)': { padding: '12px 16px 0' } },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 316px',
    minHeight: '60%',
    '@media (max-width: 1050px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  work: {
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
    padding: '16px 32px 40px',
    minWidth: 0,
    '@media (max-width: 719px)': { padding: '12px 16px 32px' },
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '24px 48px',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '18px' },
  rail: {
    padding: '20px 24px 32px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    '@media (max-width: 719px)': { padding: '20px 16px 32px' },
  },
});

/** A section that is opened for editing, or named in the address, is brought into sight. */
const useSight = (section: string): void => {
  useEffect(() => {
    if (section === '') return;
    document.getElementById(`afsnit-${section}`)?.scrollIntoView({ block: 'nearest' });
  }, [section]);
};

type LoadedProps = {
  readonly reply: ProjectReply;
  readonly live: Live<ProjectReply>;
  readonly section: string;
  readonly stale: boolean;
};

const Loaded = ({ reply, live, section, stale }: LoadedProps) => {
  const styles = useStyles();
  const daysSince = useDaysSince(reply.asOf);
  const onPage = useProjectOnPage(reply, live);
  useSight(section);
  useSight(onPage.editing);
  return (
    <ProjectContext value={onPage}>
      <RemovalPlace>
        <main className={styles.page}>
          {stale && <StaleNotice since={reply.asOf} />}
          <div className={styles.top}>
            <Head />
            <Stepper reply={reply} days={daysSince(reply.project.phaseSince)} />
          </div>
          <div className={styles.body}>
            <div className={styles.work}>
              <About />
              <SameIdea followers={reply.followers} heading="h2" />
              <NowNext daysSince={daysSince} />
              <Reports />
              <Spread />
              <Closing />
              <Agreements />
              <div className={styles.pair}>
                <Checklist />
                <div className={styles.column}>
                  <UnreachedBox unreached={reply.unreached} onChanged={live.refresh} />
                  <Deciding />
                  <Money />
                  <Recommendation />
                </div>
              </div>
              <div className={mergeClasses(styles.pair, styles.line)}>
                <TekSection />
                <RiskSection />
              </div>
              <div className={mergeClasses(styles.pair, styles.line)}>
                <Effect />
                <Skal />
              </div>
              <Benefits />
              <Talk />
              <Family />
              <Stories />
            </div>
            <aside className={styles.rail} aria-label={projectWords.history}>
              <Rail />
            </aside>
          </div>
        </main>
      </RemovalPlace>
    </ProjectContext>
  );
};

const NotFound = () => {
  const styles = useStyles();
  return (
    <main className={styles.work}>
      <h1>{projectWords.notFound}</h1>
      <div>
        <Button onClick={() => go(lastBoardHash())}>{projectWords.toBoard}</Button>
      </div>
    </main>
  );
};

/** One project: where it is, why, what is missing, who decides, what it costs. */
export const ProjectPage = ({ id, section }: { readonly id: string; readonly section: string }) => {
  const { state, live } = useLive(at('GET /api/projects/:id', { id }));
  switch (state.type) {
    case 'loading':
      return null;
    case 'failed':
      return state.failure.status === 404 ? (
        <NotFound />
      ) : (
        <CannotFetch failure={state.failure} onAgain={live.refresh} />
      );
    case 'ready':
      return (
        <Loaded reply={state.value} live={live} section={section} stale={state.trouble !== null} />
      );
  }
};
