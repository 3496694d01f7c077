import type { Bound } from '#shared/domain/askAnew.ts';
import { commonPoolGranted } from '#shared/domain/consequences.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Deps } from '../ports.ts';

/** The project with what the decisions in memory say of its money. */
export const boundOf = ({ stores }: Deps, project: Project): Bound => ({
  ...project,
  commonGranted: commonPoolGranted(
    stores.decisions.where('projectId', project.id).map((row) => row.value),
  ),
});
