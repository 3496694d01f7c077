import { createHash } from 'node:crypto';
import type { PaperReply } from '#shared/contract/papers.ts';
import type { PaperVersion } from '#shared/domain/papers/now.ts';
import { isPaperCode, type PaperCode } from '#shared/domain/papers/paper.ts';
import type { Actor } from '#shared/domain/person.ts';
import { paperPage, writtenField } from '#shared/useCases/pages/paperPage.ts';
import { editField, type FieldRefusal } from '#shared/useCases/papers/editField.ts';
import { readContent, readPaper } from '#shared/useCases/papers/papers.ts';
import { saveVersion, type VersionRefusal } from '#shared/useCases/papers/saveVersion.ts';
import { paperRefusals } from '#shared/words/papers/page.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { ApiParts, Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const noPaper = (): ApiRefusal => new ApiRefusal(404, 'unknown', paperRefusals.noPaper);

const paperFrom = (code: string): PaperCode => {
  if (!isPaperCode(code)) throw noPaper();
  return code;
};

const paperReplyOf = (
  parts: ApiParts,
  actor: Actor,
  projectId: string,
  paper: PaperCode,
): PaperReply => {
  const page = paperPage(parts.deps, actor, projectId, paper);
  if (!page) throw new ApiRefusal(404, 'unknown', apiWords.noProject);
  return { asOf: parts.freshness.asOf(), ...page };
};

const fieldRefusalOf = (refusal: FieldRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, refusal.type, paperRefusals.noField);
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'tooLong':
    case 'personNumber':
      return new ApiRefusal(422, refusal.type, paperRefusals[refusal.type]);
    case 'changed':
      return new ApiRefusal(409, refusal.type, paperRefusals.changed, {
        beside: { current: refusal.current && writtenField(refusal.current) },
      });
  }
};

const versionRefusalOf = ({ type }: VersionRefusal): ApiRefusal => {
  switch (type) {
    case 'unknown':
      return new ApiRefusal(404, type, apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, type, apiWords.notAllowed);
    case 'empty':
    case 'nothingNew':
      return new ApiRefusal(422, type, paperRefusals[type]);
    case 'tooLong':
      return new ApiRefusal(422, type, paperRefusals.versionTooLong);
  }
};

/** A paper from memory; 304 when it is as the reader has it. */
export const getPaper: Handler<'GET /api/projects/:id/papers/:paper'> =
  (parts) =>
  ({ actor, request, reply, idIn }) => {
    const paper = paperFrom(idIn('paper', paperRefusals.noPaper));
    const page = paperReplyOf(parts, actor, idIn('id', apiWords.noProject), paper);
    const { asOf, ...shown } = page;
    const hash = createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
    const etag = `"${hash.slice(0, 27)}"`;
    reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Authorization')
      .header('x-as-of', asOf);
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(page);
  };

/** Keeps what somebody has typed in one field. */
export const putPaperField: Handler<'PUT /api/projects/:id/papers/:paper/fields/:field'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const paper = paperFrom(idIn('paper', paperRefusals.noPaper));
    const field = idIn('field', paperRefusals.noField);
    const written = await editField(parts.deps, actor, { projectId, paper, field, ...body() });
    if (!written.ok) throw fieldRefusalOf(written.refusal);
    return paperReplyOf(parts, actor, projectId, paper);
  };

/** Makes the draft the next version. */
export const postPaperVersion: Handler<'POST /api/projects/:id/papers/:paper/versions'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const paper = paperFrom(idIn('paper', paperRefusals.noPaper));
    const saved = await saveVersion(parts.deps, actor, { projectId, paper, ...body() });
    if (!saved.ok) throw versionRefusalOf(saved.refusal);
    return paperReplyOf(parts, actor, projectId, paper);
  };

const versionIn = async (
  { deps }: ApiParts,
  named: { readonly projectId: string; readonly paper: PaperCode; readonly version: string },
): Promise<PaperVersion> => {
  const now = await readPaper(deps, named);
  const found = now.versions.find(({ version }) => String(version) === named.version);
  if (!found) throw new ApiRefusal(404, 'unknown', paperRefusals.noVersion);
  return found;
};

/** What a version says. */
export const getPaperVersion: Handler<'GET /api/projects/:id/papers/:paper/versions/:version'> =
  (parts) =>
  async ({ idIn }) => {
    const version = await versionIn(parts, {
      projectId: idIn('id', apiWords.noProject),
      paper: paperFrom(idIn('paper', paperRefusals.noPaper)),
      version: idIn('version', paperRefusals.noVersion),
    });
    return { version, content: await readContent(parts.deps, version.contentId) };
  };

/** A version as a Word document, drawn from what was kept: also before it lies in the library. */
export const getPaperWord: Handler<'GET /api/projects/:id/papers/:paper/versions/:version/word'> =
  (parts) =>
  async ({ idIn, reply }) => {
    const version = await versionIn(parts, {
      projectId: idIn('id', apiWords.noProject),
      paper: paperFrom(idIn('paper', paperRefusals.noPaper)),
      version: idIn('version', paperRefusals.noVersion),
    });
    const content = await readContent(parts.deps, version.contentId);
    const { name, bytes } = await parts.deps.wordOf({ content, version });
    const asked = `filename*=UTF-8''${encodeURIComponent(name)}`;
    reply.header('content-disposition', `attachment; ${asked}`);
    reply.type(wordType);
    return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  };
