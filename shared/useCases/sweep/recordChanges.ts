import type { Change } from '#shared/domain/history.ts';
import { absenceChanges, personSubject } from '../absences/absences.ts';
import { poolSubject } from '../money/editPools.ts';
import { type Deps, Fault, type Row } from '../ports.ts';
import { isRecorded, learnRecorded, recordHistory } from '../record/recordHistory.ts';
import { settingSubject } from '../settings/editCommunication.ts';

/** The last changes of one subject's rows, oldest first. */
export type Changed = { readonly subject: string; readonly changes: readonly Change[] };

/** From here on one reading of a kind is cheaper than one for each subject. */
const many = 20;

type Changing = { readonly id: string; readonly lastChange?: Change | null };

const each = <T extends Changing>(
  rows: readonly Row<T>[],
  subjectOf: (row: T) => string,
): readonly (readonly [string, Change])[] =>
  rows.flatMap(({ value }) =>
    value.lastChange ? [[subjectOf(value), value.lastChange] as const] : [],
  );

/** Every change that still travels in a row, with the subject whose history it belongs in. */
const travelling = ({ stores }: Deps): readonly (readonly [string, Change])[] => [
  ...each(stores.projects.all(), (project) => project.id),
  ...each(stores.steps.all(), (step) => step.projectId),
  ...each(stores.followers.all(), (follower) => follower.projectId),
  ...each(stores.spreadUnits.all(), (unit) => unit.projectId),
  ...each(stores.statusReports.all(), (report) => report.projectId),
  ...each(stores.pools.all(), (pool) => poolSubject(pool.id)),
  ...each(stores.settings.all(), (setting) => settingSubject(setting.id)),
  ...stores.people
    .all()
    .flatMap(({ value }) =>
      absenceChanges(value).map((change) => [personSubject(value.id), change] as const),
    ),
];

/** The latest moment at which any row was changed; undefined when none ever was. */
export const lastChangeAt = (deps: Deps): string | undefined =>
  travelling(deps).reduce<string | undefined>(
    (latest, [, { at }]) => (latest === undefined || at > latest ? at : latest),
    undefined,
  );

const learnImported = async (deps: Deps): Promise<void> => {
  try {
    await learnRecorded(deps, 'imported');
  } catch (thrown) {
    // Dearer, and as good: each subject's history is read for itself then.
    if (!(thrown instanceof Fault)) throw thrown;
  }
};

/** Changes since a moment that are not known to be in the history, a subject each. */
export const unrecorded = async (
  deps: Deps,
  wanted: (subject: string, change: Change) => boolean,
): Promise<readonly Changed[]> => {
  const open = () =>
    travelling(deps).filter(
      ([subject, change]) => wanted(subject, change) && !isRecorded(deps, change),
    );
  if (open().filter(([, { kind }]) => kind === 'imported').length >= many)
    await learnImported(deps);
  const bySubject = new Map<string, Change[]>();
  for (const [subject, change] of open()) {
    const changes = bySubject.get(subject) ?? [];
    changes.push(change);
    bySubject.set(subject, changes);
  }
  return [...bySubject].map(([subject, changes]) => ({
    subject,
    changes: changes.sort((a, b) => a.at.localeCompare(b.at)),
  }));
};

export const recordAll = async (deps: Deps, { subject, changes }: Changed): Promise<void> => {
  for (const change of changes) await recordHistory(deps, subject, change);
};
