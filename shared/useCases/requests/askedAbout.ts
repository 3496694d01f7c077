import type { IdeaAsked } from '#shared/domain/ideas/standing.ts';
import type { Project } from '#shared/domain/project.ts';
import { askedBeforeGate } from '../checklist/askedBeforeGate.ts';
import type { Deps } from '../ports.ts';
import { openRequestOf } from './views.ts';

const atGate = (deps: Deps, project: Project): IdeaAsked | null => {
  const request = openRequestOf(deps, project.id);
  return request
    ? { type: 'gate', decider: request.decider, since: request.askedAt, gate: request.gate }
    : null;
};

/** Who is asked about a project now: at its gate, else before it. */
export const askedAbout = (deps: Deps, project: Project): IdeaAsked | null =>
  atGate(deps, project) ?? askedBeforeGate(deps.stores, project);
