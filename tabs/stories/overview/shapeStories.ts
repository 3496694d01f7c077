import type { Goal, PublicationLine, StoriesReply, StoryLine } from '#shared/contract/stories.ts';
import { fitsPublication, fitsStory, type StoryFilter } from '#shared/domain/stories/looking.ts';
import { type BoardColumn, boardColumns, isOver } from '#shared/domain/stories/machines.ts';
import { dayIn } from '#shared/words/dates.ts';
import type { PeriodState } from '#shared/words/stories/overview.ts';

/** Descriptions and press have views of their own: the board is about what is told. */
const isTold = ({ kind }: StoryLine): boolean => kind === 'microStory' || kind === 'article';

const far = '9999';

const byDay =
  (dayOf: (line: StoryLine) => string | null) =>
  (a: StoryLine, b: StoryLine): number =>
    (dayOf(a) ?? far).localeCompare(dayOf(b) ?? far) || b.since.localeCompare(a.since);

const newest = (a: StoryLine, b: StoryLine): number => b.since.localeCompare(a.since);

const order: Readonly<Record<BoardColumn, (a: StoryLine, b: StoryLine) => number>> = {
  draft: byDay(({ plannedFor }) => plannedFor),
  waiting: byDay(({ dueAt }) => dueAt),
  approved: byDay(({ plannedFor }) => plannedFor),
  published: newest,
  stopped: newest,
};

export type Column = { readonly column: BoardColumn; readonly lines: readonly StoryLine[] };

export const columnsOf = (stories: readonly StoryLine[], filter: StoryFilter): readonly Column[] =>
  boardColumns.map((column) => ({
    column,
    lines: stories
      .filter((line) => isTold(line) && line.column === column && fitsStory(filter, line))
      .sort(order[column]),
  }));

/** The last day a story came out, of those in the register. */
export const publishedDays = (
  register: readonly PublicationLine[],
): ReadonlyMap<string, string> => {
  const days = new Map<string, string>();
  for (const { storyId, day } of register)
    if ((days.get(storyId) ?? '') < day) days.set(storyId, day);
  return days;
};

export type Mark = {
  readonly period: string;
  readonly state: PeriodState;
  readonly published: number;
};

const periodOf = (goal: Goal, day: string): string =>
  goal.kind === 'microStory'
    ? day.slice(0, 7)
    : `${day.slice(0, 4)}-K${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const marksOf = (goal: Goal, today: string): readonly Mark[] => {
  const now = periodOf(goal, today);
  return goal.periods.map(({ period, published }) => {
    if (published >= goal.aim) return { period, published, state: 'reached' };
    if (period === now) return { period, published, state: 'now' };
    return { period, published, state: period < now ? 'missed' : 'ahead' };
  });
};

export const waitingIn = (stories: readonly StoryLine[]): readonly StoryLine[] =>
  stories.filter(({ dueAt }) => dueAt !== null);

export type DayEntry = {
  readonly day: string;
  readonly why: 'planned' | 'due' | 'published';
  readonly id: string;
  readonly title: string;
  readonly area: string | null;
  readonly overdue: boolean;
  readonly dueAt: string | null;
  /** The story itself, where it has more to say than its day. */
  readonly line: StoryLine | null;
};

const plannedEntries = (line: StoryLine): readonly DayEntry[] => {
  const { id, title, area, overdue, dueAt, plannedFor } = line;
  const entry = { id, title, area, overdue, dueAt, line };
  const isDone = line.column === 'published' || isOver(line.state);
  return [
    ...(plannedFor !== null && !isDone
      ? [{ ...entry, day: plannedFor, why: 'planned' as const }]
      : []),
    ...(dueAt === null ? [] : [{ ...entry, day: dayIn(dueAt), why: 'due' as const }]),
  ];
};

const publishedEntry = (one: PublicationLine): DayEntry => ({
  day: one.day,
  why: 'published',
  id: one.storyId,
  title: one.title,
  area: one.area,
  overdue: false,
  dueAt: null,
  line: null,
});

/** Everything with a day, oldest first: planned, due and published. */
export const entriesOf = (
  { stories, register }: Pick<StoriesReply, 'stories' | 'register'>,
  filter: StoryFilter,
): readonly DayEntry[] =>
  [
    ...stories.filter((line) => fitsStory(filter, line)).flatMap(plannedEntries),
    ...register
      .filter((one) => fitsPublication({ ...filter, channel: null }, one))
      .map(publishedEntry),
  ].sort((a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title, 'da'));

/** Its planned day may be changed: it is to come out, and has not. */
export const isMovable = ({ kind, column }: StoryLine): boolean =>
  (kind === 'microStory' || kind === 'article') &&
  (column === 'draft' || column === 'waiting' || column === 'approved');

/** What is to come out and has no day yet. */
export const undatedIn = (
  stories: readonly StoryLine[],
  filter: StoryFilter,
): readonly StoryLine[] =>
  stories.filter(
    (line) =>
      isTold(line) && line.plannedFor === null && isMovable(line) && fitsStory(filter, line),
  );

const two = (number: number): string => String(number).padStart(2, '0');

/** The month's weeks from Monday to Sunday; null for days of other months. */
export const weeksOf = (year: number, month: number): readonly (readonly (string | null)[])[] => {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells: (string | null)[] = Array.from({ length: first }, () => null);
  for (let day = 1; day <= days; day += 1) cells.push(`${year}-${two(month)}-${two(day)}`);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
};

export const isWeekendDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** The name of the place a link leads to. */
export const hostOf = (link: string): string => {
  try {
    return new URL(link).host.replace(/^www\./, '');
  } catch {
    // The server let it through; the whole link says more than nothing.
    return link;
  }
};
