import type { Actor } from '#shared/domain/person.ts';
import { type NoteGiven, type NoteRefusal, noteFor } from '#shared/domain/visits/noteRules.ts';
import { isPlanned } from '#shared/domain/visits/now.ts';
import { noteIdOf, type VisitId } from '#shared/domain/visits/visit.ts';
import type { Deps } from '../ports.ts';
import { readVisit } from './visits.ts';
import { visitById } from './visitsHeld.ts';

export type NoteResult =
  /** `repeated`: it was there, from the same device or a server that answered nobody. */
  | { readonly type: 'done' | 'repeated' }
  | { readonly type: 'refused'; readonly refusal: NoteRefusal }
  | { readonly type: 'unknown' };

const isKnown = async (deps: Deps, id: VisitId): Promise<boolean> => {
  if (isPlanned(visitById(deps.stores, id))) return true;
  const now = await readVisit(deps, id);
  return now !== undefined && isPlanned(now);
};

/**
 * Keeps an observation. One insert under the key that the device made is the commit: whatever is
 * sent again, from however many tabs and to however many servers, is there once.
 */
export const keepNote = async (
  deps: Deps,
  actor: Actor,
  id: VisitId,
  given: NoteGiven,
): Promise<NoteResult> => {
  if (!(await isKnown(deps, id))) return { type: 'unknown' };
  const at = deps.clock.now();
  const note = noteFor(actor, given, { day: deps.clock.day(), at });
  if (!note.ok) return { type: 'refused', refusal: note.refusal };
  const key = noteIdOf(id, given.key);
  const { type } = await deps.stores.visits.insert({
    ...note.value,
    ...{ id: key, cause: key, visitId: id, byId: actor.id, byName: actor.name, at },
  });
  return { type: type === 'inserted' ? 'done' : 'repeated' };
};
