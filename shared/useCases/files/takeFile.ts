import { mayPlanStep } from '#shared/domain/fieldRights.ts';
import {
  contentRefusalOf,
  endingOf,
  type FileRefusal,
  fileKinds,
  fileRefusalOf,
  freeVersion,
  leftBehind,
  longestBeginning,
  mostFiles,
  numberedName,
  placesTaken,
  type StepFile,
  tidyName,
} from '#shared/domain/files/file.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { blankStep, type Step, type StepCode, stepId } from '#shared/domain/steps.ts';
import { isAsked } from '#shared/domain/stepTemplates.ts';
import { type Deps, Fault, type Row, type Stored, type Stores } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy } from '../record/recordHistory.ts';
import { stepTemplatesIn } from '../settings/settingsOf.ts';
import { mostTries, rewriteFiles } from './stepFiles.ts';

type Place = { readonly projectId: ProjectId; readonly code: StepCode };

export type FileInput = Place & {
  readonly name: string;
  /** What its sender says that it is, in bytes. */
  readonly size: number;
  readonly parts: AsyncIterable<Uint8Array>;
};

export type TakeRefusal =
  | FileRefusal
  | { readonly type: 'unknown' | 'notAllowed' }
  | Exclude<Stored, { type: 'stored' }>;

const without = (files: readonly StepFile[], name: string): readonly StepFile[] =>
  files.filter((file) => file.name !== name || file.link !== null);

const drop = (deps: Deps, place: Place, name: string): Promise<unknown> =>
  rewriteFiles(deps, stepId(place.projectId, place.code), (files) => without(files, name));

const keepRow = async ({ stores }: Deps, { projectId, code }: Place): Promise<void> => {
  if (!stores.steps.get(stepId(projectId, code)))
    await stores.steps.insert(blankStep(projectId, code));
};

/**
 * Takes a name in the row before anything is sent, so that two people, on two servers, never have
 * the same; null when the step has as many files as there is room for. A name that somebody has
 * used in the library by hand is passed over.
 */
const reserve = async (
  deps: Deps,
  actor: Actor,
  { projectId, code, name, size }: Omit<FileInput, 'parts'>,
): Promise<StepFile | null> => {
  await keepRow(deps, { projectId, code });
  const taken: string[] = [];
  const at = deps.clock.now();
  let mine: StepFile | null = null;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before: StepFile | null = mine;
    let next: StepFile | null = null;
    await rewriteFiles(deps, stepId(projectId, code), (files) => {
      const others = before ? without(files, before.name) : files;
      const version = freeVersion(others, name, taken);
      next = {
        ...{ name: numberedName(name, version), version, size },
        ...{ byId: actor.id, byName: actor.name, at, link: null },
      };
      if (placesTaken(others) < mostFiles) return [...others, next];
      next = null;
      return null;
    });
    mine = next as StepFile | null;
    if (!mine || !(await deps.files.find({ projectId, code, name: mine.name }))) return mine;
    taken.push(mine.name);
  }
  throw new Fault('graph.unavailable', { projectId, code, tries: mostTries });
};

/** It is there: the row says where, and the history that it came. */
const arrive = async (
  deps: Deps,
  { projectId, code }: Place,
  { name, version, size, byId, byName, at }: StepFile,
  link: string,
): Promise<Row<Step> | null> => {
  const id = stepId(projectId, code);
  return changeRow(deps, deps.stores.steps, id, projectId, (step) => {
    if (!step.files.some((file) => file.name === name && file.link === null)) return null;
    const files = step.files.map((file) => (file.name === name ? { ...file, link } : file));
    const after = JSON.stringify({ code, file: { name, version, size } });
    const by = { id: byId, name: byName };
    const cause = `${id}:file:${name}:${at}`;
    const change = changeBy(by, 'stepChanged', cause, deps.clock.now(), { before: '{}', after });
    return { changes: { files }, change };
  });
};

/** The first bytes, and the whole of it still to be read. */
const opened = async (
  parts: AsyncIterable<Uint8Array>,
): Promise<{ readonly beginning: Uint8Array; readonly parts: AsyncIterable<Uint8Array> }> => {
  const source = parts[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  const beginning: number[] = [];
  while (beginning.length < longestBeginning) {
    const next = await source.next();
    if (next.done) break;
    seen.push(next.value);
    beginning.push(...next.value.subarray(0, longestBeginning));
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* seen.splice(0);
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  return { beginning: Uint8Array.from(beginning), parts: whole() };
};

const refusalOf = (
  { stores }: Deps,
  actor: Actor,
  { projectId, code, name, size }: Omit<FileInput, 'parts'>,
): TakeRefusal | null => {
  const project = stores.projects.get(projectId)?.value;
  if (!project) return { type: 'unknown' };
  if (!mayPlanStep(actor, code, project) || !isAsked(stepTemplatesIn(stores), code))
    return { type: 'notAllowed' };
  return fileRefusalOf(name, size);
};

const mayBeThere = (cause: unknown): boolean =>
  cause instanceof Fault && cause.context['outcome'] === 'unknown';

/**
 * Takes a document at a step, as it comes in. Never over another: one that comes under the same
 * name is its next version, beside it.
 */
export const takeFile = async (
  deps: Deps,
  actor: Actor,
  given: FileInput,
): Promise<Result<Row<Step> | null, TakeRefusal>> => {
  const input = { ...given, name: tidyName(given.name) };
  const { projectId, code, name, size } = input;
  const refusal = refusalOf(deps, actor, input);
  if (refusal) return refused(refusal);
  const { beginning, parts } = await opened(given.parts);
  const otherwise = contentRefusalOf(name, beginning);
  if (otherwise) return refused(otherwise);
  const file = await reserve(deps, actor, input);
  if (!file) return refused({ type: 'tooMany', most: mostFiles });
  const place = { projectId, code, name: file.name };
  const type = fileKinds[endingOf(name)]?.type ?? 'application/octet-stream';
  let stored: Stored;
  try {
    stored = await deps.files.put(place, { size, type, parts });
  } catch (cause) {
    // What may be there the sweep looks for; the rest never came.
    if (!mayBeThere(cause)) await drop(deps, input, file.name);
    throw cause;
  }
  if (stored.type !== 'stored') {
    await drop(deps, input, file.name);
    return refused(stored);
  }
  return done(await arrive(deps, input, file, stored.link));
};

/** Steps with a document that nobody is sending any more. */
export const unfinishedFiles = ({ stores, clock }: Pick<Deps, 'stores' | 'clock'>) =>
  unfinishedSteps(stores, clock.now());

const unfinishedSteps = (stores: Stores, now: string): readonly Step[] =>
  stores.steps
    .all()
    .filter(({ value }) => value.files.length > 0 && leftBehind(value.files, now).length > 0)
    .map(({ value }) => value);

/** What came whole before its server died is there; what did not was never sent. */
export const followFiles = async (deps: Deps, { projectId, code, files }: Step): Promise<void> => {
  for (const file of leftBehind(files, deps.clock.now())) {
    const found = await deps.files.find({ projectId, code, name: file.name });
    if (found?.size === file.size) await arrive(deps, { projectId, code }, file, found.link);
    else await drop(deps, { projectId, code }, file.name);
  }
};
