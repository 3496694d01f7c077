import { canBeAsked } from '#shared/domain/askAnew.ts';
import type { Deps, SetAside } from '../ports.ts';
import { openRequests } from './views.ts';

/**
 * Projects that a hand in the list has left so that nobody could be asked about them, while
 * somebody is: the request goes on as it was sent, and the row is to be put right.
 */
export const unaskable = (deps: Deps): readonly SetAside[] =>
  openRequests(deps).flatMap((request) => {
    const row = deps.stores.projects.get(request.projectId);
    if (!row || canBeAsked(row.value, request)) return [];
    const field = row.value.leadArea === null ? 'LeadArea' : 'Shares';
    return [{ list: 'Projects', itemId: String(row.seq), field, problem: 'requestOpen' }];
  });
