import { asksAnew } from '#shared/domain/askAnew.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { GateRequest } from '#shared/domain/request.ts';
import { boundOf } from '../ledger/boundOf.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { endRequest } from './endRequest.ts';

/** As far as memory knows; cheap enough to be asked of every open request. */
export const mayAskAnew = (deps: Deps, request: GateRequest): boolean => {
  const project = deps.stores.projects.get(request.projectId)?.value;
  return project !== undefined && asksAnew(boundOf(deps, project), request, areaIdsOf(deps.stores));
};

/** Who changed the funding; nobody is known when a row was edited by hand. */
const changedBy = (project: Project, request: GateRequest): Pick<Actor, 'id' | 'name'> =>
  project.lastChange?.kind === 'edited'
    ? { id: project.lastChange.byId, name: project.lastChange.byName }
    : { id: request.askedBy, name: request.askedByName };

/** Ends an open request whose funding is not its project's any more; says whether it did. */
export const askAnew = async (deps: Deps, request: GateRequest): Promise<boolean> => {
  const project = (await deps.stores.projects.read(request.projectId))?.value;
  if (!project || !asksAnew(boundOf(deps, project), request, areaIdsOf(deps.stores))) return false;
  await endRequest(deps, request, {
    ending: 'askedAnew',
    choice: null,
    comment: '',
    by: changedBy(project, request),
    seat: null,
    onBehalf: false,
    atMeeting: false,
    at: deps.clock.now(),
    reroutedTo: null,
  });
  return true;
};
