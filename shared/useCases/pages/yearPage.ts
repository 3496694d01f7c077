import type { YearReply } from '#shared/contract/year.ts';
import { dayOf } from '#shared/domain/day.ts';
import { quarterStateOf } from '#shared/domain/quarter/quarter.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import { isWaiting } from '#shared/domain/stories/now.ts';
import type { TellingPeriod } from '#shared/domain/stories/telling.ts';
import { carriedOutOn, isPlanned, isStanding, plannedFor } from '#shared/domain/visits/now.ts';
import { pointsOfYear } from '#shared/domain/yearPoints.ts';
import { poolsIn } from '../money/editPools.ts';
import type { Deps } from '../ports.ts';
import { quarterIds, quarterIn } from '../quarter/quarters.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';
import { allStories } from '../stories/stories.ts';
import { allVisits } from '../visits/visitsHeld.ts';

const monthPeriod = (day: string): string => day.slice(0, 7);

const quarterPeriod = (day: string): string =>
  `${day.slice(0, 4)}-K${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The day it first came out; null when it has not. */
const firstDay = ({ publications }: StoryNow): string | null =>
  publications.map(({ day, at }) => day ?? dayOf(at)).sort()[0] ?? null;

const isUnderway = (now: StoryNow): boolean =>
  firstDay(now) === null && now.state !== 'stopped' && now.state !== 'published';

const isLate = (now: StoryNow, at: string): boolean =>
  isWaiting(now) && now.ask !== null && now.ask.dueAt < at;

const periodsOf = (
  deps: Deps,
  kind: 'microStory' | 'article',
  periods: readonly string[],
  periodOf: (day: string) => string,
): readonly TellingPeriod[] => {
  const { storiesAMonth, articlesAQuarter } = settingsOf(deps.stores).communication;
  const aim = kind === 'microStory' ? storiesAMonth : articlesAQuarter;
  const stories = allStories(deps).filter((now) => now.kind === kind);
  const today = deps.clock.day();
  // What was to have come out and did not is still ahead, and nowhere before today.
  const placeOf = (now: StoryNow): string => {
    const planned = now.about.plannedFor;
    return periodOf(planned === null || planned < today ? today : planned);
  };
  return periods.map((period) => {
    const here = stories.filter((now) => isUnderway(now) && placeOf(now) === period);
    const out = stories.filter((now) => {
      const day = firstDay(now);
      return day !== null && periodOf(day) === period;
    });
    return {
      ...{ period, aim, published: out.length, underway: here.length },
      overdue: here.filter((now) => isLate(now, deps.clock.now())).length,
    };
  });
};

const nextMeetingIn = (deps: Deps): string | null =>
  quarterIds(deps)
    .map((id) => quarterIn(deps.stores, id))
    .filter(({ day, ended }) => day >= deps.clock.day() && ended === null)
    .map(({ day }) => day)
    .sort()[0] ?? null;

const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

const visitsOfYear = (deps: Deps, year: number): YearReply['visits'] =>
  allVisits(deps.stores)
    .filter(isPlanned)
    .filter(isStanding)
    .flatMap((now) => {
      const held = carriedOutOn(now);
      const day = held ?? plannedFor(now);
      if (!day?.startsWith(`${year}-`)) return [];
      const { area, unit } = now.terms;
      return [{ id: now.id, unit, area, day, isDone: held !== null }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));

/** What has its place in a year: meetings, stories, articles, visits, and the pools that begin anew. */
export const yearPage = (deps: Deps, year: number): Omit<YearReply, 'asOf'> => {
  const seats = areaIdsOf(deps.stores);
  const settings = settingsOf(deps.stores);
  return {
    today: deps.clock.day(),
    year,
    nextMeeting: nextMeetingIn(deps),
    quarters: quarterIds(deps)
      .map((id) => quarterIn(deps.stores, id))
      .filter(({ day }) => day.startsWith(`${year}-`))
      .sort((a, b) => a.day.localeCompare(b.day))
      .map((now) => ({ day: now.day, state: quarterStateOf(now, seats) })),
    stories: periodsOf(deps, 'microStory', monthsOf(year), monthPeriod),
    articles: periodsOf(
      deps,
      'article',
      [1, 2, 3, 4].map((quarter) => `${year}-K${quarter}`),
      quarterPeriod,
    ),
    visits: visitsOfYear(deps, year),
    points: pointsOfYear(settings.yearPoints, year, deps.calendarOf(settings.closingDays)),
    nextPools: {
      year: year + 1,
      isOpened: poolsIn(deps).some((pool) => pool.year === year + 1),
    },
  };
};
