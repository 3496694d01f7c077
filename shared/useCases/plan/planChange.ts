import { differenceOf } from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy } from '../record/recordHistory.ts';

export type Difference = Partial<
  Pick<Project, 'planStart' | 'planEnd' | 'planHours' | 'planProposal' | 'planMoved'>
>;

/** Changes what the plan says of a project; the history has it as a kind of its own. */
export const changePlan = (
  deps: Deps,
  actor: Pick<Actor, 'id' | 'name'>,
  id: string,
  decide: (project: Project) => Difference | null,
  /** Somebody's own words. */
  comment = '',
): Promise<Row<Project> | null> =>
  changeRow(deps, deps.stores.projects, id, id, (project, etag) => {
    const changes = decide(project);
    if (changes === null) return null;
    // What is told of it is no part of what was changed.
    const { planMoved: _, ...said } = changes;
    const { before, after } = differenceOf<Project>(project, said);
    const told = comment === '' ? after : JSON.stringify({ ...JSON.parse(after), comment });
    const cause = `${id}:plan:${etag}`;
    return {
      changes,
      change: changeBy(actor, 'planned', cause, deps.clock.now(), { before, after: told }),
    };
  });
