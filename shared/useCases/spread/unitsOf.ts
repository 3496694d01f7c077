import type { ProjectId } from '#shared/domain/project.ts';
import type { SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';
import type { Stores } from '../ports.ts';

/** The units a project is being spread to, from memory. */
export const unitsOf = ({ spreadUnits }: Stores, projectId: ProjectId): readonly SpreadUnit[] =>
  spreadUnits.where('projectId', projectId).map(({ value }) => value);

/** How many of them are still to start. */
export const unitsLeftIn = (stores: Stores, projectId: ProjectId): number =>
  unitsOf(stores, projectId).filter(({ state }) => state === 'planned').length;
