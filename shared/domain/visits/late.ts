import type { AreaId } from '../area.ts';
import { isAsking, isStanding, nextStep, type Planned } from './now.ts';
import type { VisitId, VisitStep } from './visit.ts';
import type { VisitYear } from './year.ts';

/* What of DigiTek 360 the chefgruppe is to hear of: visits that are late, and a year that is behind. */

export type LateVisit = {
  readonly id: VisitId;
  readonly area: AreaId;
  readonly unit: string;
  /** The step whose day has gone by; null where the leder's answer is what is missing. */
  readonly step: VisitStep | null;
  /** The day it was to have been, or the answer was due. */
  readonly since: string;
};

export type YearBehind = {
  readonly year: number;
  readonly done: number;
  readonly goal: number;
  /** How many there were to have been by now. */
  readonly due: number;
  /** Planned for later in the year. */
  readonly ahead: number;
  /** Areas that lack a visit, and have none planned. */
  readonly lacking: readonly AreaId[];
};

/** Late: the next step's day has gone by, or the leder should have answered by now. */
export const lateVisitOf = (
  now: Planned,
  { today, at }: { readonly today: string; readonly at: string },
): LateVisit | null => {
  if (!isStanding(now)) return null;
  const { area, unit } = now.terms;
  const step = nextStep(now);
  const day = step === null ? null : now.steps[step].day;
  if (step !== null && day !== null && day < today)
    return { id: now.id, area, unit, step, since: day };
  if (isAsking(now) && now.ask.dueAt <= at)
    return { id: now.id, area, unit, step: null, since: now.ask.dueAt };
  return null;
};

/** Those that are to have been held by a day: an equal share for each quarter that has ended. */
const dueBy = ({ year, goal }: VisitYear, today: string): number => {
  const now = Number(today.slice(0, 4));
  if (year !== now) return year < now ? goal : 0;
  const ended = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Math.floor((goal * ended) / 4);
};

/** An area is not late before the last quarter: its visit may come in any of them. */
const isLastCall = (year: number, today: string): boolean => today >= `${year}-10-01`;

/** How a year is behind; null while it is not. */
export const yearBehindOf = (year: VisitYear, today: string): YearBehind | null => {
  const due = dueBy(year, today);
  const lacking = isLastCall(year.year, today)
    ? year.areas.filter(({ lacks, ahead }) => lacks && ahead.length === 0)
    : [];
  if (year.done >= due && lacking.length === 0) return null;
  return {
    ...{ year: year.year, done: year.done, goal: year.goal, due },
    ahead: year.areas.reduce((sum, { ahead }) => sum + ahead.length, 0),
    lacking: lacking.map(({ area }) => area),
  };
};
