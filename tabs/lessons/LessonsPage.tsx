import { SearchBox, ToggleButton } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { LessonsReply } from '#shared/contract/lessons.ts';
import type { Area } from '#shared/domain/area.ts';
import { isSharingDue, type LessonLearnt, type RiskKnown } from '#shared/domain/lessons.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { standingText } from '#shared/words/ideas/alike.ts';
import {
  type LessonsView,
  lessonFrom,
  lessonsViewNames,
  lessonsViews,
  lessonsWords,
  sharingText,
} from '#shared/words/screens/lessons.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting } from '../shell/GreyPage.tsx';
import { Pick } from '../shell/Pick.tsx';
import { projectHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useLessonStyles } from './lessonStyles.ts';

type Looking = { readonly view: LessonsView; readonly area: string; readonly sought: string };

type Found = { readonly project: LessonLearnt['project'] };

/** The risks have an address of their own. */
const viewIn = (query: string): LessonsView =>
  new URLSearchParams(query).get('vis') === 'risici' ? 'risks' : 'lessons';

/** Whether what is sought is in it, in any form of the words. */
const isSought = (
  { area, sought }: Looking,
  { project }: Found,
  texts: readonly string[],
): boolean =>
  (area === '' || project.leadArea === area) &&
  holdsWords(searchForm([project.title, ...texts].join(' ')), wordsSought(sought));

type RowProps = {
  readonly project: LessonLearnt['project'];
  readonly areas: readonly Area[];
  readonly children: React.ReactNode;
};

const Row = ({ project, areas, children }: RowProps) => {
  const styles = useLessonStyles();
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <AreaMark areas={areas} area={project.leadArea} />
      </span>
      <div>
        <a className={styles.name} href={projectHash(project.id)}>
          {project.title}
        </a>
        <span className={styles.where}>{standingText(project)}</span>
        {children}
      </div>
    </li>
  );
};

const Lesson = ({ lesson, areas }: { lesson: LessonLearnt; areas: readonly Area[] }) => {
  const styles = useLessonStyles();
  const sharing = sharingText(lesson);
  return (
    <Row project={lesson.project} areas={areas}>
      <ul className={styles.lines}>
        {lesson.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.small}>
        <span>{lessonFrom(lesson)}</span>
        {sharing !== '' &&
          (isSharingDue(lesson) ? (
            <span className={styles.due}>
              <Sits size={14} />
              {sharing}
            </span>
          ) : (
            <span>{sharing}</span>
          ))}
      </div>
    </Row>
  );
};

const Risk = ({ risk, areas }: { risk: RiskKnown; areas: readonly Area[] }) => {
  const styles = useLessonStyles();
  return (
    <Row project={risk.project} areas={areas}>
      <p className={styles.why}>{risk.why}</p>
      <div className={styles.small}>{lessonsWords.category(risk.category)}</div>
    </Row>
  );
};

type ToolsProps = {
  readonly looking: Looking;
  readonly areas: readonly Area[];
  readonly count: number;
  readonly onLooking: (looking: Looking) => void;
};

const Tools = ({ looking, areas, count, onLooking }: ToolsProps) => {
  const styles = useLessonStyles();
  return (
    <div className={styles.tools}>
      <fieldset className={styles.views} aria-label={lessonsWords.views}>
        {lessonsViews.map((view) => (
          <ToggleButton
            key={view}
            size="small"
            appearance="subtle"
            checked={looking.view === view}
            onClick={() => onLooking({ ...looking, view })}
          >
            {lessonsViewNames[view]}
          </ToggleButton>
        ))}
      </fieldset>
      <SearchBox
        className={styles.search}
        aria-label={lessonsWords.search}
        placeholder={lessonsWords.searchHint}
        value={looking.sought}
        onChange={(_, data) => onLooking({ ...looking, sought: data.value })}
      />
      <Pick
        label={lessonsWords.area}
        value={looking.area}
        choices={[['', lessonsWords.allAreas], ...areas.map(({ id, name }) => [id, name] as const)]}
        onChange={(area) => onLooking({ ...looking, area })}
      />
      <span className={styles.quiet} role="status">
        {lessonsWords.count(count)}
      </span>
    </div>
  );
};

const nothingIn = (view: LessonsView, isNarrowed: boolean): string => {
  if (isNarrowed) return lessonsWords.noneFound;
  return view === 'lessons' ? lessonsWords.none : lessonsWords.noRisks;
};

type LoadedProps = {
  readonly reply: LessonsReply;
  readonly stale: boolean;
  readonly query: string;
};

const Loaded = ({ reply, stale, query }: LoadedProps) => {
  const styles = useLessonStyles();
  const [looking, onLooking] = useState<Looking>(() => ({
    view: viewIn(query),
    ...{ area: '', sought: '' },
  }));
  const lessons = useMemo(
    () => reply.lessons.filter((one) => isSought(looking, one, one.lines)),
    [reply, looking],
  );
  const risks = useMemo(
    () => reply.risks.filter((one) => isSought(looking, one, [one.why])),
    [reply, looking],
  );
  const due = reply.lessons.filter(isSharingDue).length;
  const isLessons = looking.view === 'lessons';
  const count = isLessons ? lessons.length : risks.length;
  const isNarrowed = looking.area !== '' || looking.sought !== '';
  return (
    <GreyPage>
      {stale && <StaleNotice since={reply.asOf} />}
      <div className={styles.head}>
        <h1 className={styles.title}>{placeNames.lessons}</h1>
        {due > 0 && (
          <span className={styles.due}>
            <Sits size={15} />
            {lessonsWords.due(due)}
          </span>
        )}
      </div>
      <p className={styles.intro}>{isLessons ? lessonsWords.intro : lessonsWords.risksIntro}</p>
      <Tools {...{ looking, count, onLooking }} areas={reply.areas} />
      {count === 0 && <p className={styles.quiet}>{nothingIn(looking.view, isNarrowed)}</p>}
      <ul className={styles.list} aria-label={lessonsViewNames[looking.view]}>
        {isLessons
          ? lessons.map((one) => <Lesson key={one.project.id} lesson={one} areas={reply.areas} />)
          : risks.map((one) => <Risk key={one.project.id} risk={one} areas={reply.areas} />)}
      </ul>
    </GreyPage>
  );
};

/** Erfaringer: what projects have taught, and their risks, across all of them. */
export const LessonsPage = ({ query }: { readonly query: string }) => {
  const { state, live } = useLive(at('GET /api/lessons'));
  switch (state.type) {
    case 'loading':
      return <GreyPageWaiting label={placeNames.lessons} blanks={[{ height: '120px' }]} />;
    case 'failed':
      return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
    case 'ready':
      return <Loaded reply={state.value} stale={state.trouble !== null} query={query} />;
  }
};
