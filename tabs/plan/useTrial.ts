import { useMemo, useState } from 'react';
import type { PlanReply } from '#shared/contract/plan.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { type Planned, samePlan } from '#shared/domain/plan/planned.ts';
import {
  type AddedProject,
  addedId,
  noTrial,
  type Trial,
  type WhatIf,
  whatIf,
} from '#shared/domain/plan/whatIf.ts';

/** What is tried, on the plan as it was when one began. */
type Tried = { readonly base: PlanReply; readonly trial: Trial };

/** Kept while the person looks at something else in the tab. */
let kept: Tried | null = null;

const without = <T>(given: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== id));

/** Back where it stood, it is no change. */
const withEdit = (trial: Trial, row: PlanRow, to: Planned | null): Trial => {
  const isAdded = trial.added.some((one) => addedId(one) === row.id);
  if (isAdded)
    return {
      ...trial,
      added: trial.added.flatMap((one) => {
        if (addedId(one) !== row.id) return [one];
        return to === null ? [] : [{ ...one, plan: to }];
      }),
    };
  const edits = samePlan(row.plan ?? null, to)
    ? without(trial.edits, row.id)
    : { ...trial.edits, [row.id]: to };
  return { ...trial, edits, held: trial.held.filter((id) => id !== row.id) };
};

const plansIn = ({ rows }: PlanReply): ReadonlyMap<string, Planned | null> =>
  new Map(rows.map(({ id, plan }) => [id, plan ?? null]));

/** The bars that others have moved since one began to try. */
const movedMeanwhile = (base: PlanReply, now: PlanReply): readonly PlanRow[] => {
  if (base === now || base.rows === now.rows) return [];
  const before = plansIn(base);
  return now.rows.filter(({ id, plan }) => !samePlan(before.get(id) ?? null, plan ?? null));
};

export type OnTrial = {
  readonly isTrying: boolean;
  readonly plan: PlanReply;
  readonly trial: Trial;
  readonly result: WhatIf;
  readonly meanwhile: readonly PlanRow[];
  /** Where a bar stands now; null = nowhere. */
  readonly planOf: (row: PlanRow) => Planned | null;
  readonly begin: () => void;
  readonly end: () => void;
  readonly edit: (row: PlanRow, to: Planned | null) => void;
  /** Back to where it is saved. */
  readonly undo: (row: PlanRow) => void;
  readonly hold: (row: PlanRow) => void;
  readonly add: (added: AddedProject) => void;
  /** The plan as it is now, without what others have moved meanwhile. */
  readonly recalculate: () => void;
};

/** The trial: begun by the first change, or by asking for it; nothing of it is saved. */
export const useTrial = (now: PlanReply): OnTrial => {
  const [tried, setTried] = useState(kept);
  const put = (next: Tried | null): void => {
    kept = next;
    setTried(next);
  };
  const plan = tried?.base ?? now;
  const trial = tried?.trial ?? noTrial;
  const { settings, today } = plan;
  const result = useMemo(
    () => whatIf(plan.rows, trial, { settings, today }),
    [plan.rows, trial, settings, today],
  );
  const meanwhile = useMemo(() => (tried ? movedMeanwhile(tried.base, now) : []), [tried, now]);
  const change = (next: Trial): void => put({ base: plan, trial: next });
  return {
    ...{ isTrying: tried !== null, plan, trial, result, meanwhile },
    planOf: (row) => {
      const moved = result.plans.get(row.id);
      return moved === undefined ? (row.plan ?? null) : moved;
    },
    begin: () => change(trial),
    end: () => put(null),
    edit: (row, to) => change(withEdit(trial, row, to)),
    undo: (row) =>
      change(withEdit(trial, row, row.id.startsWith('new:') ? null : (row.plan ?? null))),
    hold: (row) => change({ ...trial, held: [...trial.held, row.id] }),
    add: (added) => change({ ...trial, added: [...trial.added, added] }),
    recalculate: () => {
      const theirs = new Set(meanwhile.map(({ id }) => id));
      const edits = Object.fromEntries(
        Object.entries(trial.edits).filter(([id]) => !theirs.has(id)),
      );
      put({ base: now, trial: { ...trial, edits } });
    },
  };
};
