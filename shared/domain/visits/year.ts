import type { AreaId } from '../area.ts';
import type { Person } from '../person.ts';
import { type Planned as Bar, isPlanned as isBar } from '../plan/planned.ts';
import { carriedOutOn, isPlanned, isStanding, plannedFor, type VisitNow } from './now.ts';
import { visitSteps } from './visit.ts';

/* The goal of a year (seeds 000:432): so many visits, and so many in each area. */

/** ⚙ */
export type VisitGoal = { readonly aYear: number; readonly anArea: number };

export type AreaYear = {
  readonly area: AreaId;
  readonly done: number;
  /** The days of those that are planned in the year, the first before the others. */
  readonly ahead: readonly string[];
  /** There is somewhere to go. */
  readonly hasUnits: boolean;
  /** It has too few, and there is somewhere to go. */
  readonly lacks: boolean;
};

export type VisitYear = {
  readonly year: number;
  readonly done: number;
  readonly goal: number;
  readonly areas: readonly AreaYear[];
  readonly isReached: boolean;
};

const isIn = (day: string | null, year: number): day is string =>
  day?.startsWith(`${year}-`) ?? false;

/** Areas where somebody leads a unit, or one has been visited. */
export const areasWithUnits = (
  people: readonly Pick<Person, 'roles' | 'area'>[],
  visits: readonly VisitNow[],
): ReadonlySet<AreaId> =>
  new Set([
    ...people.flatMap(({ roles, area }) =>
      roles.includes('leder') && area !== null ? [area] : [],
    ),
    ...visits.filter(isPlanned).map(({ terms }) => terms.area),
  ]);

/** What a year has come to. `today` is a day in Copenhagen: what was planned before it is not ahead. */
export const visitYearOf = (
  visits: readonly VisitNow[],
  year: number,
  around: {
    readonly areas: readonly AreaId[];
    readonly withUnits: ReadonlySet<AreaId>;
    readonly goal: VisitGoal;
  },
): VisitYear => {
  const { areas, withUnits, goal } = around;
  const standing = visits.filter(isStanding).filter(isPlanned);
  const done = standing.filter((now) => isIn(carriedOutOn(now), year));
  const rows = areas.map((area): AreaYear => {
    const here = standing.filter(({ terms }) => terms.area === area);
    const count = done.filter(({ terms }) => terms.area === area).length;
    const ahead = here
      .filter((now) => carriedOutOn(now) === null)
      .map(plannedFor)
      .filter((day) => isIn(day, year))
      .sort();
    const hasUnits = withUnits.has(area);
    return { area, done: count, ahead, hasUnits, lacks: hasUnits && count < goal.anArea };
  });
  return {
    ...{ year, done: done.length, goal: goal.aYear, areas: rows },
    isReached: done.length >= goal.aYear && rows.every(({ lacks }) => !lacks),
  };
};

/** The team's hours of a visit as a bar of the plan; null when no day of it is known. */
export const visitBarOf = (now: VisitNow, hours: number): Bar | null => {
  if (!isStanding(now)) return null;
  const months = visitSteps
    .map((step) => now.steps[step].day?.slice(0, 7))
    .filter((month) => month !== undefined)
    .sort();
  const [start, end] = [months[0], months.at(-1)];
  const bar = start === undefined || end === undefined ? null : { start, end, hours };
  return bar && isBar(bar) ? bar : null;
};
