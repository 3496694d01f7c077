import { type Became, type BoardProject, isUnderway } from '../board.ts';
import { type Phase, phases } from '../phase.ts';
import type { Priority } from '../priority.ts';

/** Null when a card of the board says the same of it then and now. */
export const becameOf = (then: BoardProject, now: BoardProject): Became | null => {
  if (!isUnderway(now) && then.status !== now.status) return { type: 'status', status: now.status };
  if (then.phase !== now.phase) return { type: 'phase', phase: now.phase };
  if (then.status !== now.status) return { type: 'status', status: now.status };
  return then.priority === now.priority
    ? null
    : { type: 'priority', priority: now.priority ?? null };
};

export const sinceKinds = [
  'passed',
  'created',
  'operating',
  'stopped',
  'closed',
  'priority',
  'started',
  'back',
  'shelved',
] as const;
export type SinceKind = (typeof sinceKinds)[number];

const isAhead = (one: Phase, other: Phase): boolean => phases.indexOf(other) > phases.indexOf(one);

const kindOfMove = (then: BoardProject, now: BoardProject, became: Became): SinceKind => {
  if (became.type === 'priority') return 'priority';
  if (now.status === 'stopped' || now.status === 'closed') return now.status;
  if (!isUnderway(now)) return 'shelved';
  if (now.status === 'operating' && then.status !== 'operating') return 'operating';
  if (!isUnderway(then)) return 'started';
  return isAhead(then.phase, now.phase) ? 'passed' : 'back';
};

export type Since = {
  readonly kind: SinceKind;
  readonly now: BoardProject;
  /** Null: it was not there yet. */
  readonly was: BoardProject | null;
};

/** Each project that is another now than it was then, once, by what tells most of it. */
export const changesSince = (
  then: ReadonlyMap<string, BoardProject>,
  now: readonly BoardProject[],
): readonly Since[] =>
  now.flatMap((project): readonly Since[] => {
    const was = then.get(project.id);
    if (!was) return [{ kind: 'created', now: project, was: null }];
    const became = becameOf(was, project);
    return became ? [{ kind: kindOfMove(was, project, became), now: project, was }] : [];
  });

/** What became of one project since a day. */
export type SinceLine = {
  readonly kind: SinceKind;
  readonly id: string;
  readonly title: string;
  /** As they are now. */
  readonly phase: Phase;
  readonly priority: Priority | null;
  /** Who made it so, and when; empty where the history does not say. */
  readonly by: string;
  readonly at: string | null;
};

/** Why a day is not shown. */
export type PastRefusal =
  | { readonly type: 'notADay' }
  /** Today is still under way, and the days ahead have not been. */
  | { readonly type: 'ahead' }
  /** The history begins today. */
  | { readonly type: 'tooNew' };
