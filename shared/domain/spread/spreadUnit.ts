import { isReason } from '../gates.ts';
import type { Change } from '../history.ts';
import type { Phase } from '../phase.ts';
import type { Project, ProjectId } from '../project.ts';
import { wordForm } from '../wordForm.ts';

/*
 * SPREDNING has no new gate (domain.md): each receiving unit has a row, and starts when it starts.
 * When every one has started or been given up, the project is in operation by itself.
 */

export const unitStates = ['planned', 'started', 'givenUp'] as const;
export type UnitState = (typeof unitStates)[number];

/** A place the project is being spread to. */
export type SpreadUnit = {
  readonly id: string;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly state: UnitState;
  /** The month it is to start, as its first day. */
  readonly planned: string;
  /** The month it was to start before it was moved; null while it was not. */
  readonly firstPlanned: string | null;
  /** The day it started; null before that. */
  readonly startedOn: string | null;
  /** Why it was given up, and the day; '' and null while it is not. */
  readonly reason: string;
  readonly givenUpOn: string | null;
  readonly lastChange: Change | null;
};

/** More than any municipality has of one kind. */
export const mostUnits = 100;
export const longestUnitName = 80;

export type UnitChange =
  /** To another month; one that has started or was given up waits to start again. */
  | { readonly type: 'plan'; readonly month: string }
  | { readonly type: 'start'; readonly on: string }
  | { readonly type: 'giveUp'; readonly reason: string }
  | { readonly type: 'name'; readonly name: string };

export type SpreadRefusal =
  /** It is not in SPREDNING, and never was. */
  | { readonly type: 'notSpreading' }
  | { readonly type: 'unitNameMissing' }
  | { readonly type: 'unitThere'; readonly name: string }
  | { readonly type: 'tooManyUnits' }
  | { readonly type: 'startInFuture' }
  | { readonly type: 'giveUpReasonMissing' };

type Spreading = Pick<Project, 'phase' | 'status'>;

/** It is being spread, or has been: a unit more, or one that starts again, needs no gate. */
export const takesUnits = (project: Spreading, units: readonly SpreadUnit[]): boolean =>
  project.status === 'operating' && (project.phase === 'spread' || units.length > 0);

/** Whether two names are of one unit. */
const isSameUnit = (one: string, other: string): boolean => wordForm(one) === wordForm(other);

/** Why a unit may not be called so; null when it may. `itself` is the unit that is renamed. */
export const nameRefusalOf = (
  name: string,
  units: readonly SpreadUnit[],
  itself: string | null = null,
): SpreadRefusal | null => {
  if (wordForm(name) === '') return { type: 'unitNameMissing' };
  const there = units.find((unit) => unit.id !== itself && isSameUnit(unit.name, name));
  return there ? { type: 'unitThere', name: there.name } : null;
};

/** Why a unit may not be changed so; null when it may. */
export const changeRefusalOf = (
  unit: SpreadUnit,
  change: UnitChange,
  units: readonly SpreadUnit[],
  today: string,
): SpreadRefusal | null => {
  switch (change.type) {
    case 'plan':
      return null;
    case 'start':
      return change.on > today ? { type: 'startInFuture' } : null;
    case 'giveUp':
      return isReason(change.reason) ? null : { type: 'giveUpReasonMissing' };
    case 'name':
      return nameRefusalOf(change.name, units, unit.id);
  }
};

export const firstOfMonth = (day: string): string => `${day.slice(0, 'YYYY-MM'.length)}-01`;

/** The last day of a month, however long it is. */
export const lastOfMonth = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 'YYYY-MM-DD'.length);
};

type Values = Pick<
  SpreadUnit,
  'name' | 'state' | 'planned' | 'firstPlanned' | 'startedOn' | 'reason' | 'givenUpOn'
>;

/** What a change makes of a unit. `today` is a day, YYYY-MM-DD. */
export const changedUnit = (
  unit: SpreadUnit,
  change: UnitChange,
  today: string,
): Partial<Values> => {
  switch (change.type) {
    case 'plan': {
      const planned = firstOfMonth(change.month);
      const first = unit.firstPlanned ?? unit.planned;
      return {
        ...{ state: 'planned', planned, startedOn: null, reason: '', givenUpOn: null },
        firstPlanned: first === planned ? null : first,
      };
    }
    case 'start':
      return { state: 'started', startedOn: change.on, reason: '', givenUpOn: null };
    case 'giveUp':
      return {
        ...{ state: 'givenUp', startedOn: null },
        reason: change.reason.trim(),
        givenUpOn: today,
      };
    case 'name':
      return { name: change.name.trim() };
  }
};

/** The month it was to start is over. */
export const isLate = (unit: Pick<SpreadUnit, 'state' | 'planned'>, today: string): boolean =>
  unit.state === 'planned' && unit.planned < firstOfMonth(today);

export type SpreadCounts = {
  readonly total: number;
  readonly started: number;
  readonly planned: number;
  readonly givenUp: number;
  /** Of those that are planned. */
  readonly late: number;
};

export const spreadCountsOf = (units: readonly SpreadUnit[], today: string): SpreadCounts => {
  const of = (state: UnitState): number => units.filter((unit) => unit.state === state).length;
  return {
    total: units.length,
    ...{ started: of('started'), planned: of('planned'), givenUp: of('givenUp') },
    late: units.filter((unit) => isLate(unit, today)).length,
  };
};

/** The phase that the units have brought a project to; null where they say nothing of it. */
export const phaseBySpread = (
  project: Spreading,
  units: readonly Pick<SpreadUnit, 'state'>[],
): Extract<Phase, 'operation' | 'spread'> | null => {
  const isRunning = project.phase === 'operation' || project.phase === 'spread';
  if (!isRunning || project.status !== 'operating' || units.length === 0) return null;
  return units.some(({ state }) => state === 'planned') ? 'spread' : 'operation';
};

/** In the order they start: by the day they did, or the month they are to. */
export const inOrder = (units: readonly SpreadUnit[]): readonly SpreadUnit[] =>
  [...units].sort(
    (one, other) =>
      (one.startedOn ?? one.planned).localeCompare(other.startedOn ?? other.planned) ||
      one.name.localeCompare(other.name, 'da'),
  );
