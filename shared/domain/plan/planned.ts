import type { PersonId } from '../person.ts';
import { firstDayOf, isMonth, lastDayOf, type Month, monthAt, monthNo } from './month.ts';

/** When a project is worked on, both months included, and DigiTek's hours in it. */
export type Planned = {
  readonly start: Month;
  readonly end: Month;
  readonly hours: number;
};

/** What whoever leads or owns a project would have the plan say; DigiTek takes it or leaves it. */
export type PlanProposal = Planned & {
  readonly why: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
};

/** That a saved plan put a project elsewhere, and where it stood; the last time it was. */
export type PlanMoved = {
  readonly from: Planned | null;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
};

/** ⚙: what DigiTek has to give, and how long and how much a phase usually takes. */
export type PlanSettings = {
  readonly hoursAQuarter: number;
  /** Kept free for what nobody knows of yet; counts as used (seeds 000:327). */
  readonly suddenHours: number;
  /** DigiTek's own hours for the study of each quarter (domain.md, Rhythm). */
  readonly studyHours: number;
  /** The studies that are planned, as bars of the team's hours; no setting, but what stands there. */
  readonly studies?: readonly Planned[];
  readonly months: Readonly<Record<WorkPhase, number>>;
  readonly hours: Readonly<Record<WorkPhase, number>>;
};

/** The phases DigiTek works in; what comes after them is operation, and takes no hours of the plan. */
export const workPhases = ['idea', 'investigation', 'trial'] as const;
export type WorkPhase = (typeof workPhases)[number];

export const defaultPlanSettings: PlanSettings = {
  hoursAQuarter: 1_200,
  suddenHours: 80,
  studyHours: 40,
  months: { idea: 3, investigation: 4, trial: 6 },
  hours: { idea: 15, investigation: 35, trial: 60 },
};

const isCount = (value: unknown, most: number, least = 0): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isForEachPhase = (value: unknown, most: number, least: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  workPhases.every((phase) => isCount((value as Record<string, unknown>)[phase], most, least));

export const isPlanSettings = (value: unknown): value is PlanSettings => {
  const given = (typeof value === 'object' ? value : null) as Partial<PlanSettings> | null;
  return (
    given !== null &&
    isCount(given.hoursAQuarter, 100_000) &&
    isCount(given.suddenHours, 100_000) &&
    isCount(given.studyHours, 100_000) &&
    isForEachPhase(given.months, 60, 1) &&
    isForEachPhase(given.hours, 20_000, 0)
  );
};

/** Longer than anybody plans. */
const mostMonths = 120;
export const mostPlanHours = 20_000;

/** Whether a bar makes sense: it begins before it ends, and is not for ever. */
export const isPlanned = ({ start, end, hours }: Planned): boolean => {
  const months = monthNo(end) - monthNo(start) + 1;
  return months >= 1 && months <= mostMonths && isCount(hours, mostPlanHours);
};

export const samePlan = (a: Planned | null, b: Planned | null): boolean =>
  a === null || b === null
    ? a === b
    : a.start === b.start && a.end === b.end && a.hours === b.hours;

const isText = (value: unknown): value is string => typeof value === 'string';

const isBar = (value: unknown): boolean => {
  const given = (typeof value === 'object' ? value : null) as Partial<Planned> | null;
  return (
    given !== null &&
    [given.start, given.end].every((month) => isText(month) && isMonth(month)) &&
    isCount(given.hours, mostPlanHours)
  );
};

export const isPlanProposal = (value: unknown): value is PlanProposal => {
  const given = (typeof value === 'object' ? value : null) as Partial<PlanProposal> | null;
  return (
    isBar(given) && given !== null && [given.why, given.byId, given.byName, given.at].every(isText)
  );
};

export const isPlanMoved = (value: unknown): value is PlanMoved => {
  const given = (typeof value === 'object' ? value : null) as Partial<PlanMoved> | null;
  return (
    given !== null &&
    (given.from === null || isBar(given.from)) &&
    [given.byId, given.byName, given.at].every(isText)
  );
};

/** The columns a plan is kept in; people may put any day of a month there by hand. */
export type PlanColumns = {
  readonly planStart: string | null;
  readonly planEnd: string | null;
  readonly planHours: number | null;
};

/** What the row says; null when it is not planned, or what stands there is no span. */
export const plannedIn = ({ planStart, planEnd, planHours }: PlanColumns): Planned | null => {
  if (planStart === null || planEnd === null) return null;
  const planned = {
    start: planStart.slice(0, 7),
    end: planEnd.slice(0, 7),
    hours: planHours ?? 0,
  };
  return isMonth(planned.start) && isMonth(planned.end) && isPlanned(planned) ? planned : null;
};

export const columnsOf = (planned: Planned | null): PlanColumns =>
  planned === null
    ? { planStart: null, planEnd: null, planHours: null }
    : {
        planStart: firstDayOf(planned.start),
        planEnd: lastDayOf(planned.end),
        planHours: planned.hours,
      };

/** The bar elsewhere, as long as before. */
export const movedBy = (planned: Planned, months: number): Planned => ({
  ...planned,
  start: monthAt(monthNo(planned.start) + months),
  end: monthAt(monthNo(planned.end) + months),
});

/** The bar longer or shorter at its end, and never without a month. */
export const stretchedBy = (planned: Planned, months: number): Planned => ({
  ...planned,
  end: monthAt(Math.max(monthNo(planned.start), monthNo(planned.end) + months)),
});
