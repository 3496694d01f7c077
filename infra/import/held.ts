import type { Project } from '#shared/domain/project.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import type { Plan, Planned } from './plan.ts';

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What the lists must show for a row to be there. */
const wantedOf = (row: Planned): Partial<Project> | null => {
  switch (row.type) {
    case 'created':
      return { id: row.project.id, title: row.project.title, budgetOre: row.project.budgetOre };
    case 'changed':
      return { id: row.id, ...row.changes };
    case 'unchanged':
      return { id: row.id };
    case 'refused':
      return null;
  }
};

/** The rows of a plan that the lists do hold, out of what was read from them afterwards. */
export const heldRows = (plan: Plan, projects: readonly Project[]): ReadonlySet<Planned> => {
  const byId = new Map(projects.map((project) => [wordForm(project.id), project]));
  return new Set(
    plan.rows.filter((row) => {
      const { id = '', ...wanted } = wantedOf(row) ?? {};
      const project = byId.get(wordForm(id));
      return (
        project !== undefined &&
        Object.entries(wanted).every(([name, value]) => same(project[name as keyof Project], value))
      );
    }),
  );
};
