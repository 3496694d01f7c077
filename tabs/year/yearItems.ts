import { hashOf } from '#shared/contract/tabAddress.ts';
import type { YearReply } from '#shared/contract/year.ts';
import type { Area } from '#shared/domain/area.ts';
import type { QuarterState } from '#shared/domain/quarter/quarter.ts';
import type { TellingPeriod } from '#shared/domain/stories/telling.ts';
import { daysFrom, dayText, shortDayText } from '#shared/words/dates.ts';
import { toldState, toldTitle, yearWords } from '#shared/words/plan/year.ts';
import { areaName } from '#shared/words/words.ts';

export type ItemState = 'done' | 'planned' | 'none';
export type ItemKind = 'meeting' | 'story' | 'article' | 'visit' | 'point' | 'pools';

/** A line of the list; what it says of the ring has the same name there. */
export type YearItem = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly when: string;
  readonly title: string;
  readonly said: string;
  readonly isLate: boolean;
  /** Where it is: in the tab, or an address of its own; null when it is nowhere. */
  readonly href: string | null;
};

/** What is on a day, and not in a month or by the end of a quarter. */
type Dated = YearItem & { readonly day: string };

export type Quarter = {
  readonly number: number;
  readonly time: 'past' | 'now' | 'next' | 'later';
  readonly items: readonly YearItem[];
};

export const periodState = ({ published, aim, underway }: TellingPeriod): ItemState => {
  if (published > 0 && published >= aim) return 'done';
  return underway > 0 || published > 0 ? 'planned' : 'none';
};

const quarterOfMonth = (month: number): number => Math.floor(month / 3) + 1;

/** Quarters since year 0, to tell what is before and after. */
const orderOf = (year: number, quarter: number): number => year * 4 + quarter - 1;

const timeOf = ({ today, year }: YearReply, quarter: number): Quarter['time'] => {
  const now = orderOf(Number(today.slice(0, 4)), quarterOfMonth(Number(today.slice(5, 7)) - 1));
  const its = orderOf(year, quarter);
  if (its === now) return 'now';
  if (its < now) return 'past';
  return its === now + 1 ? 'next' : 'later';
};

const stateOfMeeting = (state: QuarterState, isMissed: boolean): ItemState => {
  if (isMissed) return 'none';
  return state === 'planned' ? 'planned' : 'done';
};

/** A day that passed without a meeting is late while its quarter lasts; after that it is a gap. */
const meetings = (reply: YearReply, quarter: number): readonly Dated[] =>
  reply.quarters
    .filter(({ day }) => quarterOfMonth(Number(day.slice(5, 7)) - 1) === quarter)
    .map(({ day, state }) => {
      const isMissed = state === 'planned' && day < reply.today;
      return {
        ...{ id: `meeting:${day}`, kind: 'meeting', day, when: shortDayText(day) },
        state: stateOfMeeting(state, isMissed),
        title: yearWords.meeting,
        said: yearWords.meetingState(state, isMissed),
        isLate: isMissed && timeOf(reply, quarter) === 'now',
        href: hashOf({ type: 'quarter', id: day, query: '' }),
      } satisfies Dated;
    });

const visits = (reply: YearReply, quarter: number): readonly Dated[] =>
  reply.visits
    .filter(({ day }) => quarterOfMonth(Number(day.slice(5, 7)) - 1) === quarter)
    .map(({ id, unit, day, isDone }) => ({
      ...{ id: `visit:${id}`, kind: 'visit', state: isDone ? 'done' : 'planned' },
      ...{ day, when: shortDayText(day), title: yearWords.visit(unit) },
      said: yearWords.visitState(isDone, day < reply.today),
      isLate: !isDone && day < reply.today,
      href: hashOf({ type: 'visit', id, section: '' }),
    }));

const points = (
  { points: all, today }: YearReply,
  quarter: number,
  areas: readonly Area[],
): readonly Dated[] =>
  all
    .filter(({ day }) => quarterOfMonth(Number(day.slice(5, 7)) - 1) === quarter)
    .map(({ id, title, day, area, link }) => ({
      ...{ id: `point:${id}`, kind: 'point', state: day < today ? 'done' : 'planned' },
      ...{ day, when: shortDayText(day), title },
      said: yearWords.pointState(
        day < today ? null : daysFrom(today, day),
        area === null ? '' : areaName(areas, area),
      ),
      isLate: false,
      href: link === '' ? null : link,
    }));

const summed = (periods: readonly TellingPeriod[]): TellingPeriod =>
  periods.reduce((sum, one) => ({
    period: sum.period,
    aim: sum.aim + one.aim,
    published: sum.published + one.published,
    underway: sum.underway + one.underway,
    overdue: sum.overdue + one.overdue,
  }));

const lastDays = ['31. mar.', '30. juni', '30. sep.', '31. dec.'] as const;

const toldItem = (
  kind: 'story' | 'article',
  sum: TellingPeriod,
  quarter: number,
  isPast: boolean,
): YearItem => ({
  ...{ id: `${kind}:${quarter}`, kind, state: periodState(sum) },
  when: kind === 'story' ? yearWords.everyMonth : yearWords.before(lastDays[quarter - 1] ?? ''),
  title: toldTitle(kind === 'story' ? 'microStory' : 'article', sum.aim),
  said: toldState(sum, isPast),
  isLate: sum.overdue > 0,
  href: hashOf({ type: 'stories', query: '' }),
});

const poolsItem = ({ nextPools, today }: YearReply): YearItem => {
  const { year, isOpened } = nextPools;
  return {
    ...{ id: 'pools', kind: 'pools', state: isOpened ? 'done' : 'none' },
    when: `${dayText(`${year}-01-01`)} ${year}`,
    title: yearWords.pools,
    said: yearWords.poolsState(year, isOpened),
    isLate: !isOpened && today >= `${year}-01-01`,
    href: hashOf({ type: 'money', query: '' }),
  };
};

const quarterIn = (reply: YearReply, number: number, areas: readonly Area[]): Quarter => {
  const time = timeOf(reply, number);
  const months = reply.stories.slice((number - 1) * 3, number * 3);
  const articles = reply.articles.slice(number - 1, number);
  const dated = [
    ...meetings(reply, number),
    ...visits(reply, number),
    ...points(reply, number, areas),
  ];
  return {
    ...{ number, time },
    items: [
      ...dated.sort((a, b) => a.day.localeCompare(b.day)),
      ...(months.length > 0 ? [toldItem('story', summed(months), number, time === 'past')] : []),
      ...(articles.length > 0
        ? [toldItem('article', summed(articles), number, time === 'past')]
        : []),
      ...(number === 4 ? [poolsItem(reply)] : []),
    ],
  };
};

const times: readonly Quarter['time'][] = ['now', 'next', 'later', 'past'];

/** Now first, then what comes, and what is over last. */
export const quartersOfYear = (reply: YearReply, areas: readonly Area[]): readonly Quarter[] =>
  [1, 2, 3, 4]
    .map((number) => quarterIn(reply, number, areas))
    .sort((a, b) => times.indexOf(a.time) - times.indexOf(b.time) || a.number - b.number);

/** Nothing is planned in it, and nothing was done. */
export const isEmptyYear = ({
  quarters,
  stories,
  articles,
  visits: seen,
  points: fixed,
}: YearReply): boolean =>
  quarters.length + seen.length + fixed.length === 0 &&
  [...stories, ...articles].every(({ published, underway }) => published + underway === 0);
