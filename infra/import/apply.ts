import { type Change, differenceOf } from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { changePlan, type Difference } from '#shared/useCases/plan/planChange.ts';
import { changeRow } from '#shared/useCases/record/changeRow.ts';
import { changeBy } from '#shared/useCases/record/recordHistory.ts';
import type { Wired } from '../../bot/wiring.ts';
import type { Plan } from './plan.ts';
import { recordFirst } from './recordFirst.ts';

/** What an import is known by in the history. */
export const importer = (at: string): Actor => ({
  id: 'import',
  name: `Import ${at.slice(0, 10)}`,
  roles: [],
  area: null,
});

const importedChange = (project: Project, at: string): Change =>
  changeBy(importer(at), 'imported', `${project.id}:imported`, at, {
    before: '{}',
    after: JSON.stringify({
      title: project.title,
      phase: project.phase,
      status: project.status,
      leadArea: project.leadArea,
      budgetOre: project.budgetOre,
    }),
  });

/** Inserts projects 20 a call, each with its first line of history. */
export const insertProjects = async (wired: Wired, projects: readonly Project[]): Promise<void> => {
  const at = wired.deps.clock.now();
  const rows = projects.map((project) => ({ ...project, lastChange: importedChange(project, at) }));
  const inserted = await wired.stores.projects.insertMany(rows);
  await recordFirst(
    wired,
    inserted.flatMap(({ type, row }) =>
      type === 'inserted' && row.value.lastChange
        ? [{ subject: row.value.id, change: row.value.lastChange }]
        : [],
    ),
  );
};

const unlessEmpty = <T extends object>(part: T): T | null =>
  Object.keys(part).length === 0 ? null : part;

const partsOf = (changes: Partial<Project>) => {
  const entries = Object.entries(changes);
  const isPlan = ([name]: readonly [string, unknown]): boolean => name.startsWith('plan');
  return {
    plan: unlessEmpty<Difference>(Object.fromEntries(entries.filter(isPlan))),
    rest: unlessEmpty<Partial<Project>>(
      Object.fromEntries(entries.filter((entry) => !isPlan(entry))),
    ),
  };
};

/** Does what a plan says. Doing it again finds nothing to do. */
export const applyPlan = async (wired: Wired, plan: Plan): Promise<void> => {
  await insertProjects(
    wired,
    plan.rows.flatMap((row) => (row.type === 'created' ? [row.project] : [])),
  );
  for (const row of plan.rows) {
    if (row.type !== 'changed') continue;
    const at = wired.deps.clock.now();
    const { plan, rest } = partsOf(row.changes);
    // The plan's changes are a kind of their own: out of them alone it is known how it was.
    if (plan !== null) await changePlan(wired.deps, importer(at), row.id, () => plan);
    if (rest === null) continue;
    await changeRow(wired.deps, wired.stores.projects, row.id, row.id, (project, etag) => ({
      changes: rest,
      change: changeBy(
        importer(at),
        'imported',
        `${row.id}:imported:${etag}`,
        at,
        differenceOf(project, rest),
      ),
    }));
  }
  await wired.settled();
};
