import { dayOf, daysBetween } from './day.ts';
import { type Gate, gateRule, outcomeRule } from './gates.ts';
import { type WorkPhase, workPhases } from './plan/planned.ts';
import type { Project } from './project.ts';
import type { Decision } from './request.ts';

/*
 * How long things take (features N41): of many together, by phase and by gate. Never of a person, and
 * not by area either, since the chef of an area is one.
 */

/** Days of a month, on the average. */
const monthDays = 365.25 / 12;
/** A year by months, and two weeks and more of working days; the last column is all that is longer. */
export const monthColumns = 13;
export const workdayColumns = 16;

export const daysIn = (months: number): number => Math.round(months * monthDays);
export const monthsIn = (days: number): number => days / monthDays;

/** How long some things have lasted, in days or working days. */
export type Lasted = {
  readonly count: number;
  /** Half have lasted as long, or less; null where there is none. */
  readonly middle: number | null;
  readonly longest: number | null;
  /** How many, by how long: the picture's columns. */
  readonly columns: readonly number[];
};

export const lastedOf = (
  days: readonly number[],
  columns: number,
  columnOf: (days: number) => number,
): Lasted => {
  const sorted = days.toSorted((one, other) => one - other);
  const counts = Array.from({ length: columns }, () => 0);
  for (const one of sorted) {
    const at = Math.min(columns - 1, Math.max(0, Math.floor(columnOf(one))));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return {
    count: sorted.length,
    middle: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
    longest: sorted.at(-1) ?? null,
    columns: counts,
  };
};

export const byMonths = (days: readonly number[]): Lasted => lastedOf(days, monthColumns, monthsIn);
export const byWorkdays = (days: readonly number[]): Lasted =>
  lastedOf(days, workdayColumns, (one) => one);

/** A phase: those that are in it now, what is usual (⚙), and those that went on in the last year. */
export type PhasePace = {
  readonly phase: WorkPhase;
  readonly now: Lasted;
  readonly usualMonths: number;
  /** How many have been in it for longer than is usual. */
  readonly over: number;
  readonly wentOn: Pick<Lasted, 'count' | 'middle'>;
};

/** A gate: how long the answers of the last year took in working days, and what waits for one now. */
export type GatePace = {
  readonly gate: Gate;
  readonly answered: Lasted;
  readonly waiting: Pick<Lasted, 'count' | 'longest'>;
};

/** What is asked of somebody beside the gates. */
export const askKinds = [
  ...(['approval', 'chefComment', 'interest', 'it', 'purchase', 'talk'] as const),
  ...(['benefit', 'story', 'visit'] as const),
] as const;
export type AskKind = (typeof askKinds)[number];

/** How long the answers of the last year took in working days, what waits now, and what of it is past its deadline. */
export type AskPace = {
  readonly kind: AskKind;
  readonly answered: Pick<Lasted, 'count' | 'middle' | 'longest'>;
  readonly waiting: Pick<Lasted, 'count' | 'longest'>;
  readonly late: number;
};

/** Of fewer answers no time is told. */
export const fewAnswers = 5;

/** Something that happened to what is asked: whether an answer is waited for after it, and whether it was one. */
export type Turn = { readonly at: string; readonly waits: boolean; readonly isAnswer: boolean };

/** Each time an answer came, from it was first asked for; asking anew before it is no new question. */
export const answersIn = (
  turns: readonly Turn[],
): readonly { readonly from: string; readonly to: string }[] => {
  let from: string | null = null;
  return turns.flatMap(({ at, waits, isAnswer }) => {
    const began = from;
    from = waits ? (from ?? at) : null;
    return !waits && began !== null && isAnswer ? [{ from: began, to: at }] : [];
  });
};

/** A project that has been in its phase for longer than is usual. */
export type LongStay = {
  readonly id: string;
  readonly title: string;
  readonly phase: WorkPhase;
  readonly days: number;
  readonly usualMonths: number;
};

/** Longest beyond what is usual first: half a year in IDÉ is more than half a year in AFPRØVNING. */
export const longestFirst = (one: LongStay, other: LongStay): number =>
  other.days / other.usualMonths - one.days / one.usualMonths;

export const isWorkPhase = (phase: unknown): phase is WorkPhase =>
  (workPhases as readonly unknown[]).includes(phase);

export type Stay = { readonly phase: WorkPhase; readonly days: number };

/** How long a project has been in its phase; null where it is not at work before operation. */
export const hereOf = (
  { status, phase, phaseSince }: Pick<Project, 'status' | 'phase' | 'phaseSince'>,
  today: string,
): Stay | null =>
  status === 'active' && isWorkPhase(phase)
    ? { phase, days: daysBetween(dayOf(phaseSince), today) }
    : null;

/** The phases a project has behind it, by its decisions: the first from the day the idea was given. */
export const staysBefore = (
  { createdAt }: Pick<Project, 'createdAt'>,
  decisions: readonly Pick<Decision, 'gate' | 'ending' | 'outcome' | 'at'>[],
): readonly Stay[] => {
  let since = createdAt;
  return decisions.flatMap(({ gate, ending, outcome, at }): readonly Stay[] => {
    const phase = gateRule(gate).from;
    const to = ending === 'decided' && outcome !== null ? outcomeRule(gate, outcome)?.to : null;
    if (!isWorkPhase(phase) || !to || to === phase || to === 'stopped') return [];
    const days = daysBetween(dayOf(since), dayOf(at));
    since = at;
    // What was put in after it was decided has no time before it.
    return days < 0 ? [] : [{ phase, days }];
  });
};

/** A project's own pace: where it is, what is usual there, and what lies behind. */
export type ProjectPace = {
  readonly here: Stay;
  readonly usualMonths: number;
  readonly before: readonly Stay[];
};
