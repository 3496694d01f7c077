import { createHash } from 'node:crypto';
import type { ChainReply } from '#shared/contract/chain.ts';
import type { ChainGiven, ChainRefusal } from '#shared/domain/chain/edit.ts';
import type { Actor } from '#shared/domain/person.ts';
import { lookForEdits } from '#shared/useCases/chain/chains.ts';
import { editChain } from '#shared/useCases/chain/editChain.ts';
import { chainPage, chainVersion, printedChain } from '#shared/useCases/pages/chainPage.ts';
import { chainRefusals } from '#shared/words/chain/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { ApiParts, Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { withoutUndefined } from './withoutUndefined.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const noProject = (): ApiRefusal => new ApiRefusal(404, 'unknown', apiWords.noProject);

const chainReplyOf = (parts: ApiParts, actor: Actor, projectId: string): ChainReply => {
  const page = chainPage(parts.deps, actor, projectId);
  if (!page) throw noProject();
  return { asOf: parts.freshness.asOf(), ...page };
};

/** A chain from memory, while it is looked for what other servers have added; 304 when it is as the reader has it. */
export const getChain: Handler<'GET /api/projects/:id/chain'> =
  (parts) =>
  ({ actor, request, reply, idIn }) => {
    const projectId = idIn('id', apiWords.noProject);
    // What another server has added is there at the next look; where nobody answers, what is known is shown.
    parts.deps.later('lookForEdits', () => lookForEdits(parts.deps, projectId));
    const page = chainReplyOf(parts, actor, projectId);
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

const forbidden: readonly ChainRefusal['type'][] = ['notAllowed', 'notYours'];
/** It has gone on since: the editor is shown how it is now. */
const conflicts: readonly ChainRefusal['type'][] = [
  ...(['gone', 'loose', 'cycle', 'touched', 'notNow', 'promised'] as const),
];

const statusOf = (type: ChainRefusal['type']): number => {
  if (forbidden.includes(type)) return 403;
  return conflicts.includes(type) ? 409 : 422;
};

/** One edit; what is so already is no fault. */
export const postChain: Handler<'POST /api/projects/:id/chain'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const { given, ...sent } = body();
    const said: ChainGiven =
      given.type === 'detailed' ? { ...given, details: withoutUndefined(given.details) } : given;
    const edited = await editChain(parts.deps, actor, { projectId, ...sent, given: said });
    if (edited.type === 'unknown') throw noProject();
    const current = chainReplyOf(parts, actor, projectId);
    if (edited.type !== 'refused' || edited.refusal.type === 'holdsAlready') return current;
    const { type } = edited.refusal;
    throw new ApiRefusal(statusOf(type), type, chainRefusals[type], { beside: { current } });
  };

/** The chain as it was in a phase. */
export const getChainVersion: Handler<'GET /api/projects/:id/chain/versions/:version'> =
  ({ deps }) =>
  ({ idIn }) => {
    const projectId = idIn('id', apiWords.noProject);
    const found = chainVersion(deps, projectId, idIn('version', chainRefusals.noVersion));
    if (!found) throw new ApiRefusal(404, 'unknown', chainRefusals.noVersion);
    return found;
  };

/** The chain as it is now, as a Word document. */
export const getChainWord: Handler<'GET /api/projects/:id/chain/word'> =
  ({ deps }) =>
  async ({ idIn, reply }) => {
    const printed = printedChain(deps, idIn('id', apiWords.noProject));
    if (!printed) throw noProject();
    const { name, bytes } = await deps.chainWordOf(printed);
    const asked = `filename*=UTF-8''${encodeURIComponent(name)}`;
    reply.header('content-disposition', `attachment; ${asked}`);
    reply.type(wordType);
    return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  };
