import { mayPlanStep } from '#shared/domain/fieldRights.ts';
import {
  type FileRemoval,
  halfRemoved,
  type StepFile,
  withinRoom,
} from '#shared/domain/files/file.ts';
import type { Resting } from '#shared/domain/files/resting.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { type Step, type StepCode, stepId } from '#shared/domain/steps.ts';
import { fileRests } from '../checklist/filesHeld.ts';
import type { Deps, Stores, Unremoved } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy } from '../record/recordHistory.ts';
import { rewriteFiles } from './stepFiles.ts';

type Named = { readonly projectId: ProjectId; readonly code: StepCode; readonly name: string };

export type RemoveRefusal =
  | { readonly type: 'unknown' | 'notAllowed' }
  | { readonly type: 'noFile' | Unremoved }
  | { readonly type: 'rests'; readonly resting: Resting };

const idOf = ({ projectId, code }: Named): string => stepId(projectId, code);

/** Sets or takes back who took it off; null when it is no longer to be set. */
const mark = (deps: Deps, named: Named, removed: FileRemoval | null) =>
  rewriteFiles(deps, idOf(named), (files) => {
    const file = files.find(({ name }) => name === named.name);
    const isMoot = removed === null ? file?.removed?.gone !== false : file?.removed !== undefined;
    if (!file || isMoot) return null;
    const { removed: _, ...rest } = file;
    const next: StepFile = removed === null ? rest : { ...rest, removed };
    return files.map((one) => (one === file ? next : one));
  });

/** The library has let go of it: the history says who took it off, once. */
const tellGone = (deps: Deps, named: Named): Promise<unknown> => {
  const { projectId, code, name } = named;
  const id = idOf(named);
  return changeRow(deps, deps.stores.steps, id, projectId, (step) => {
    const file = step.files.find((one) => one.name === name);
    if (file?.removed?.gone !== false) return null;
    const { removed } = file;
    const after = JSON.stringify({ code, removedFile: { name, version: file.version } });
    const by = { id: removed.byId, name: removed.byName };
    const cause = `${id}:file:${name}:removed:${removed.at}`;
    const change = changeBy(by, 'stepChanged', cause, removed.at, { before: '{}', after });
    const gone: StepFile = { ...file, removed: { ...removed, gone: true } };
    const files = withinRoom(step.files.map((one) => (one === file ? gone : one)));
    return { changes: { files }, change };
  });
};

/** Whether a request was sent with it meanwhile, by any server: the mark came before this look. */
const restsByNow = async (deps: Deps, named: Named, file: StepFile): Promise<Resting | null> => {
  const { projectId } = named;
  const rows = await deps.stores.requests.readWhere('projectId', projectId);
  return fileRests(deps.stores, named, file, rows);
};

/** What a mark leads to: it is let go of, or the mark is taken back with why. */
const finish = async (deps: Deps, named: Named, file: StepFile): Promise<RemoveRefusal | null> => {
  const resting = await restsByNow(deps, named, file);
  const let_ = resting ? null : await deps.files.remove(named);
  if (let_ === 'gone') {
    await tellGone(deps, named);
    return null;
  }
  await mark(deps, named, null);
  if (resting) return { type: 'rests', resting };
  return let_ && { type: let_ };
};

/**
 * Takes a document off its step: first in the row, so that nobody opens it any more, then in the
 * library, where it lies in the recycle bin. A second press, or somebody else's, finds it done.
 */
export const removeFile = async (
  deps: Deps,
  actor: Actor,
  named: Named,
): Promise<Result<null, RemoveRefusal>> => {
  const { stores } = deps;
  const project = stores.projects.get(named.projectId)?.value;
  if (!project) return refused({ type: 'unknown' });
  if (!mayPlanStep(actor, named.code, project)) return refused({ type: 'notAllowed' });
  const step = await stores.steps.read(idOf(named));
  const file = step?.value.files.find(({ name, link }) => name === named.name && link !== null);
  if (!file) return refused({ type: 'noFile' });
  if (file.removed?.gone) return done(null);
  const resting = fileRests(stores, named, file);
  if (resting) return refused({ type: 'rests', resting });
  const by = { byId: actor.id, byName: actor.name, at: deps.clock.now() };
  await mark(deps, named, { ...by, gone: false });
  const refusal = await finish(deps, named, file);
  return refusal ? refused(refusal) : done(null);
};

/** Steps with a document that was taken off, and that the library may still have. */
export const unfinishedRemovals = ({ stores }: { readonly stores: Stores }): readonly Step[] =>
  stores.steps
    .all()
    .filter(({ value }) => value.files.length > 0 && halfRemoved(value.files).length > 0)
    .map(({ value }) => value);

/** What was cut off between row and library; what the library keeps stands at its step again. */
export const followRemovals = async (deps: Deps, step: Step): Promise<void> => {
  const { projectId, code } = step;
  for (const file of halfRemoved(step.files))
    await finish(deps, { projectId, code, name: file.name }, file);
};
