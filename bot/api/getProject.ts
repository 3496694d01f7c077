import { createHash } from 'node:crypto';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { Actor } from '#shared/domain/person.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { ApiParts, Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

export const projectReplyOf = (parts: ApiParts, actor: Actor, id: string): ProjectReply => {
  const page = projectPage(parts.deps, actor, id);
  if (!page) throw new ApiRefusal(404, 'unknown', apiWords.noProject);
  return { asOf: parts.freshness.asOf(), ...page };
};

/** One project from memory; 304 when it is as the reader has it. */
export const getProject: Handler<'GET /api/projects/:id'> =
  (parts) =>
  ({ actor, request, reply, idIn }) => {
    const page = projectReplyOf(parts, actor, idIn('id', apiWords.noProject));
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
