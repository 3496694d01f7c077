import { dayOf } from '../day.ts';
import type { HistoryEntry } from '../history.ts';
import type { ProjectId } from '../project.ts';
import { type PlanColumns, type Planned, plannedIn } from './planned.ts';

type Change = Pick<HistoryEntry, 'subject' | 'at' | 'before'>;

const columns = ['planStart', 'planEnd', 'planHours'] as const;

const parsed = (text: string): Partial<Record<(typeof columns)[number], unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A row of the history that somebody wrote by hand says nothing.
    return {};
  }
};

/**
 * Where each project stood in the plan as a day ended, out of the history alone: as it is now, with
 * what later changes say was there before them. Null = it was not planned.
 */
export const plansThen = (
  now: ReadonlyMap<ProjectId, PlanColumns & { readonly createdAt: string }>,
  changes: readonly Change[],
  day: string,
): ReadonlyMap<ProjectId, Planned | null> => {
  const then = new Map<ProjectId, Record<string, unknown>>();
  const later = changes
    .filter((change) => dayOf(change.at) > day && now.has(change.subject))
    .sort((a, b) => b.at.localeCompare(a.at));
  for (const { subject, before } of later) {
    const known = then.get(subject) ?? { ...now.get(subject) };
    const was = parsed(before);
    for (const name of columns) if (name in was) known[name] = was[name];
    then.set(subject, known);
  }
  return new Map(
    [...now].map(([id, row]) => [
      id,
      dayOf(row.createdAt) > day ? null : plannedIn({ ...row, ...then.get(id) } as PlanColumns),
    ]),
  );
};
