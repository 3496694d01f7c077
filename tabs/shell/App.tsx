import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { Route } from '#shared/contract/tabAddress.ts';
import { BoardPage } from '../board/BoardPage.tsx';
import { BoardSkeleton } from '../board/BoardWaiting.tsx';
import { Sprites } from '../drawing/Sprites.tsx';
import { editsWaiting, notesWaiting } from '../held/waiting.ts';
import type { Api } from '../remote/api.ts';
import { RemoteProvider, useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from './CannotFetch.tsx';
import { MeContext } from './Looking.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { useRoute } from './route.ts';
import { TopNav } from './TopNav.tsx';
import { type Host, onTeamsTheme } from './teams.ts';
import { browserTheme, schemeOf, type ThemeName, themes } from './theme.ts';

const ProjectPage = lazy(async () => ({
  default: (await import('../project/ProjectPage.tsx')).ProjectPage,
}));
const DecidePage = lazy(async () => ({
  default: (await import('../decide/DecidePage.tsx')).DecidePage,
}));
const IdeasPage = lazy(async () => ({
  default: (await import('../ideas/IdeasPage.tsx')).IdeasPage,
}));
const TasksPage = lazy(async () => ({
  default: (await import('../tasks/TasksPage.tsx')).TasksPage,
}));
const MeetingPage = lazy(async () => ({
  default: (await import('../meeting/MeetingPage.tsx')).MeetingPage,
}));
const QuarterPage = lazy(async () => ({
  default: (await import('../quarter/QuarterPage.tsx')).QuarterPage,
}));
const PastPage = lazy(async () => ({
  default: (await import('../past/PastPage.tsx')).PastPage,
}));
const PlanPage = lazy(async () => ({
  default: (await import('../plan/PlanPage.tsx')).PlanPage,
}));
const YearPage = lazy(async () => ({
  default: (await import('../year/YearPage.tsx')).YearPage,
}));
const MoneyPage = lazy(async () => ({
  default: (await import('../money/MoneyPage.tsx')).MoneyPage,
}));
const BenefitsPage = lazy(async () => ({
  default: (await import('../benefits/BenefitsPage.tsx')).BenefitsPage,
}));
const VisitsPage = lazy(async () => ({
  default: (await import('../visits/VisitsPage.tsx')).VisitsPage,
}));
const VisitPage = lazy(async () => ({
  default: (await import('../visits/VisitPage.tsx')).VisitPage,
}));
const NotesPage = lazy(async () => ({
  default: (await import('../visits/notes/NotesPage.tsx')).NotesPage,
}));
const EditsOnTheirWay = lazy(async () => ({
  default: (await import('../chain/EditsOnTheirWay.tsx')).EditsOnTheirWay,
}));
const NotesOnTheirWay = lazy(async () => ({
  default: (await import('../visits/notes/NotesOnTheirWay.tsx')).NotesOnTheirWay,
}));
const StoriesPage = lazy(async () => ({
  default: (await import('../stories/overview/StoriesPage.tsx')).StoriesPage,
}));
const StoryPage = lazy(async () => ({
  default: (await import('../stories/page/StoryPage.tsx')).StoryPage,
}));
const PaperPage = lazy(async () => ({
  default: (await import('../papers/PaperPage.tsx')).PaperPage,
}));
const ChainPage = lazy(async () => ({
  default: (await import('../chain/ChainPage.tsx')).ChainPage,
}));
const StepsPage = lazy(async () => ({
  default: (await import('../steps/StepsPage.tsx')).StepsPage,
}));
const TemplatesPage = lazy(async () => ({
  default: (await import('../papers/TemplatesPage.tsx')).TemplatesPage,
}));
const TekCloudPage = lazy(async () => ({
  default: (await import('../cloud/TekCloudPage.tsx')).TekCloudPage,
}));
const PacePage = lazy(async () => ({
  default: (await import('../pace/PacePage.tsx')).PacePage,
}));
const FairnessPage = lazy(async () => ({
  default: (await import('../fairness/FairnessPage.tsx')).FairnessPage,
}));
const LessonsPage = lazy(async () => ({
  default: (await import('../lessons/LessonsPage.tsx')).LessonsPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../settings/SettingsPage.tsx')).SettingsPage,
}));
const AsidePage = lazy(async () => ({
  default: (await import('../aside/AsidePage.tsx')).AsidePage,
}));
const WordsPage = lazy(async () => ({
  default: (await import('../words/WordsPage.tsx')).WordsPage,
}));

const useStyles = makeStyles({
  // Fluent gives the provider's classes to every dialog and menu too: only variables belong here.
  root: {
    '--door-light': tokens.colorPaletteMarigoldBackground2,
    '--attention': tokens.colorStatusWarningBackground1,
    '--faint': '0.75',
    '--soft-bar': tokens.colorBrandStroke2,
    '--pointed': tokens.colorNeutralBackground1Hover,
    '--pointed-on-grey': tokens.colorNeutralBackground3Hover,
    '--pressed': tokens.colorNeutralBackground1Pressed,
  },
  // In the dark the warning ground is so strong that it shouts; the outline is enough.
  dark: {
    '--door-light': tokens.colorPaletteMarigoldForeground2,
    '--attention': tokens.colorNeutralBackground2,
  },
  // Where every grey is white, what is filled elsewhere is outlined.
  // And what is pointed at is cyan there, for black text only: what has colours of its own is grey.
  contrast: {
    '--faint': '0',
    '--soft-bar': tokens.colorNeutralBackground1,
    '--pointed': '#333',
    '--pointed-on-grey': '#333',
    '--pressed': '#444',
  },
  whole: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  page: { flexGrow: 1, minHeight: 0 },
});

const fullHeight = { height: '100%' } as const;

// Long: a line for each place there is, and the compiler counts them.
const Page = ({ route }: { readonly route: Route }) => {
  switch (route.type) {
    case 'board':
      return <BoardPage as={route.as} query={route.query} />;
    case 'project':
      return <ProjectPage key={route.id} id={route.id} section={route.section} />;
    case 'decide':
      return <DecidePage requestId={route.requestId} />;
    case 'ideas':
      return <IdeasPage query={route.query} />;
    case 'tasks':
      return <TasksPage query={route.query} />;
    case 'meeting':
      return <MeetingPage query={route.query} />;
    case 'quarter':
      return <QuarterPage id={route.id} query={route.query} />;
    case 'past':
      return <PastPage query={route.query} />;
    case 'fairness':
      return <FairnessPage />;
    case 'pace':
      return <PacePage />;
    case 'tekCloud':
      return <TekCloudPage />;
    case 'lessons':
      return <LessonsPage query={route.query} />;
    case 'plan':
      return <PlanPage query={route.query} />;
    case 'year':
      return <YearPage query={route.query} />;
    case 'money':
      return <MoneyPage query={route.query} />;
    case 'benefits':
      return <BenefitsPage query={route.query} />;
    case 'visits':
      return <VisitsPage query={route.query} />;
    case 'visit':
      return route.section === 'notes' ? (
        <NotesPage key={route.id} id={route.id} />
      ) : (
        <VisitPage key={route.id} id={route.id} />
      );
    case 'stories':
      return <StoriesPage query={route.query} />;
    case 'story':
      return <StoryPage key={route.id} id={route.id} />;
    case 'aside':
      return <AsidePage />;
    case 'words':
      return <WordsPage />;
    case 'paper':
      return <PaperPage key={`${route.id}:${route.paper}`} id={route.id} paper={route.paper} />;
    case 'chain':
      return <ChainPage key={route.id} id={route.id} query={route.query} />;
    case 'templates':
      return <TemplatesPage />;
    case 'steps':
      return <StepsPage />;
    case 'settings':
      return <SettingsPage />;
  }
};

/** At a wall the whole screen is the chain. */
const isWorkshop = (route: Route): boolean =>
  route.type === 'chain' && new URLSearchParams(route.query).get('vis') === 'workshop';

const unhurried = { every: 5_000 };

const Pages = () => {
  const styles = useStyles();
  const route = useRoute();
  // What was noted or edited without a net lies on the device: wherever one comes back to, it is sent.
  const [notesWait] = useState(notesWaiting.isThere);
  const [editsWait] = useState(editsWaiting.isThere);
  const { state, live } = useLive(at('GET /api/me'), unhurried);
  if (state.type === 'loading') return <BoardSkeleton />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  return (
    <MeContext value={state.value}>
      {!isWorkshop(route) && <TopNav route={route} me={state.value} />}
      <div className={styles.page}>
        <Suspense fallback={null}>
          <Page route={route} />
        </Suspense>
        {notesWait && (
          <Suspense fallback={null}>
            <NotesOnTheirWay />
          </Suspense>
        )}
        {editsWait && (
          <Suspense fallback={null}>
            <EditsOnTheirWay />
          </Suspense>
        )}
      </div>
    </MeContext>
  );
};

/** The theme Teams asks for, live; outside Teams the browser's own wish. */
const useThemeName = (host: Host): ThemeName => {
  const [name, setName] = useState<ThemeName>(host.type === 'teams' ? host.theme : browserTheme);
  useEffect(() => {
    if (host.type === 'teams') return onTeamsTheme(setName);
    const media = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setName(browserTheme());
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [host]);
  return name;
};

export const Themed = ({ name, children }: { name: ThemeName; children: ReactNode }) => {
  const styles = useStyles();
  // What the browser draws itself, such as the calendar in a field for a day, is in Teams' theme too.
  useEffect(() => {
    document.documentElement.style.colorScheme = schemeOf[name];
  }, [name]);
  return (
    <FluentProvider
      theme={themes[name]}
      style={fullHeight}
      className={mergeClasses(
        styles.root,
        name === 'dark' && styles.dark,
        name === 'contrast' && styles.contrast,
      )}
    >
      <div className={styles.whole}>
        <Sprites />
        {children}
      </div>
    </FluentProvider>
  );
};

export const App = ({ host, api }: { readonly host: Host; readonly api: Api }) => {
  const name = useThemeName(host);
  return (
    <Themed name={name}>
      {host.type === 'outside' ? (
        <OutsidePage because={host.because} />
      ) : (
        <RemoteProvider api={api}>
          <Pages />
        </RemoteProvider>
      )}
    </Themed>
  );
};
