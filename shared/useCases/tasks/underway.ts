import { gateAhead, type Project } from '#shared/domain/project.ts';
import { missingFor } from '#shared/domain/readiness.ts';
import { isLate } from '#shared/domain/spread/spreadUnit.ts';
import type { Underway } from '#shared/domain/tasks/tasks.ts';
import { stepsByCode } from '../checklist/steps.ts';
import type { Deps } from '../ports.ts';
import { askedAbout } from '../requests/askedAbout.ts';
import { stepTemplatesIn } from '../settings/settingsOf.ts';
import { unitsOf } from '../spread/unitsOf.ts';

/** A project's way to its gate, from memory. */
export const underwayOf = (deps: Deps, project: Project): Underway => {
  const steps = stepsByCode(deps.stores, project.id);
  const gate = gateAhead(project);
  return {
    project,
    steps,
    made: stepTemplatesIn(deps.stores),
    gate,
    missing: gate === null ? 0 : missingFor(project, gate, steps).length,
    lateUnits: unitsOf(deps.stores, project.id).filter((unit) => isLate(unit, deps.clock.day())),
    asked: askedAbout(deps, project),
  };
};
