import { createContext, useContext } from 'react';
import type {
  ConflictReply,
  PatchStep,
  ProjectChanges,
  ProjectReply,
} from '#shared/contract/api.ts';
import { type Address, at, type SendRoute } from '#shared/contract/at.ts';
import type { SentTo } from '#shared/contract/routes.ts';
import type { Field } from '#shared/domain/fieldRights.ts';
import { fileRefusalOf, tidyName } from '#shared/domain/files/file.ts';
import type { Project } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { fileRefusalText } from '#shared/words/files/words.ts';
import type { Api, Failed, Reply } from '../remote/api.ts';
import { sameValue } from '../remote/keepSame.ts';

export type Saved =
  | { readonly type: 'saved' }
  | { readonly type: 'refused'; readonly message: string }
  | {
      readonly type: 'conflict';
      readonly clashes: ConflictReply['clashes'];
      /** What to save on top of, should the person keep theirs. */
      readonly revision: string;
    };

/** Something is taken off; the page shows it when whoever asked is done asking. */
export type Removed =
  | { readonly type: 'removed'; readonly show: () => void }
  | { readonly type: 'refused'; readonly message: string };

/** The project as it was when somebody began to edit it. */
export type Base = { readonly project: Project; readonly revision: string };

/** Everything the sections of the page need. One section is edited at a time. */
export type ProjectOnPage = {
  readonly reply: ProjectReply;
  /** Whether the reader may change any of these fields: without it there is no pencil. */
  readonly mayChange: (...fields: readonly Field[]) => boolean;
  readonly mayTick: (code: StepCode) => boolean;
  readonly editing: string;
  readonly onEdit: (section: string) => void;
  readonly save: (base: Base, changes: ProjectChanges, reason?: string) => Promise<Saved>;
  readonly putStep: (code: StepCode, step: PatchStep) => Promise<Saved>;
  readonly sendFile: (code: StepCode, file: File) => Promise<Saved>;
  readonly removeFile: (code: StepCode, name: string) => Promise<Removed>;
  readonly removeLink: (code: StepCode, left: PatchStep) => Promise<Removed>;
  readonly act: <R extends SendRoute>(address: Address<R>, body: SentTo<R>) => Promise<Saved>;
};

export const ProjectContext = createContext<ProjectOnPage | null>(null);

export const useProject = (): ProjectOnPage => {
  const project = useContext(ProjectContext);
  if (!project) throw new Error('ProjectContext is missing');
  return project;
};

const isConflict = (body: unknown): body is ConflictReply =>
  typeof body === 'object' && body !== null && 'clashes' in body && 'current' in body;

const refusedBy = (failed: Failed): Saved => ({ type: 'refused', message: failed.message });

/** Fields that somebody else really changed since editing began; the rest only shared the row. */
const realClashes = (conflict: ConflictReply, base: Base): ConflictReply['clashes'] =>
  conflict.clashes.filter(
    (clash) => !sameValue(clash.theirs, base.project[clash.field as keyof Project]),
  );

export type Put = (reply: ProjectReply) => void;

/**
 * Saves what was changed on the revision it was changed on. When the row moved but none of these
 * fields did, it is saved again on the new one; a real clash is shown.
 */
export const saveChanges = async (
  api: Api,
  put: Put,
  base: Base,
  changes: ProjectChanges,
  reason = '',
): Promise<Saved> => {
  const send = (revision: string) =>
    api.send(at('PATCH /api/projects/:id', { id: base.project.id }), {
      revision,
      changes,
      ...(reason === '' ? {} : { reason }),
    });
  let reply = await send(base.revision);
  if (reply.type === 'failed' && reply.status === 409 && isConflict(reply.body)) {
    const conflict = reply.body;
    const clashes = realClashes(conflict, base);
    if (clashes.length > 0)
      return { type: 'conflict', clashes, revision: conflict.current.revision };
    reply = await send(conflict.current.revision);
  }
  if (reply.type === 'failed') return refusedBy(reply);
  if (reply.type === 'done') put(reply.value);
  return { type: 'saved' };
};

export const saveStep = async (
  api: Api,
  put: Put,
  id: string,
  code: StepCode,
  step: PatchStep,
): Promise<Saved> => {
  const reply = await api.send(at('PATCH /api/projects/:id/steps/:code', { id, code }), step);
  if (reply.type === 'failed') return refusedBy(reply);
  if (reply.type === 'done') put(reply.value);
  return { type: 'saved' };
};

/** A file nobody knows the kind of is bytes. */
const asBytes = (file: File): Blob =>
  file.type === '' ? new Blob([file], { type: 'application/octet-stream' }) : file;

/** Where SharePoint has forgotten the beginning of a file, it goes once more from there. */
export const saveFile = async (
  api: Api,
  put: Put,
  id: string,
  code: StepCode,
  file: File,
): Promise<Saved> => {
  const refusal = fileRefusalOf(tidyName(file.name), file.size);
  if (refusal) return { type: 'refused', message: fileRefusalText(refusal) };
  const query = new URLSearchParams({ name: file.name }).toString();
  const place = at('POST /api/projects/:id/steps/:code/files', { id, code }, query);
  let reply = await api.send(place, asBytes(file));
  if (reply.type === 'failed' && reply.code === 'lost')
    reply = await api.send(place, asBytes(file));
  if (reply.type === 'failed') return refusedBy(reply);
  if (reply.type === 'done') put(reply.value);
  return { type: 'saved' };
};

const removedBy = (reply: Reply<ProjectReply>, put: Put): Removed => {
  if (reply.type === 'failed') return { type: 'refused', message: reply.message };
  return { type: 'removed', show: () => reply.type === 'done' && put(reply.value) };
};

export const takeFileOff = async (
  api: Api,
  put: Put,
  id: string,
  code: StepCode,
  name: string,
): Promise<Removed> => {
  const place = at('POST /api/projects/:id/steps/:code/removals', { id, code });
  return removedBy(await api.send(place, { name }), put);
};

export const takeLinkOff = async (
  api: Api,
  put: Put,
  id: string,
  code: StepCode,
  left: PatchStep,
): Promise<Removed> => {
  const place = at('PATCH /api/projects/:id/steps/:code', { id, code });
  return removedBy(await api.send(place, { link: '', ...left }), put);
};

/** Something done to the project's request: the page then looks again by itself. */
export const actOn = async <R extends SendRoute>(
  api: Api,
  address: Address<R>,
  body: SentTo<R>,
): Promise<Saved> => {
  const reply = await api.send(address, body);
  return reply.type === 'failed' ? refusedBy(reply) : { type: 'saved' };
};

/** Only what differs is sent, so that two people may edit different things. */
export const changedFrom = (project: Project, draft: object): ProjectChanges =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([field, value]) => !sameValue(project[field as keyof Project], value),
    ),
  );
