import { Readable } from 'node:stream';
import { isStepCode } from '#shared/domain/steps.ts';
import { type FileInput, type TakeRefusal, takeFile } from '#shared/useCases/files/takeFile.ts';
import { fileRefusalText } from '#shared/words/files/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler, Turn } from './context.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';
import { ComingFile } from './takeFiles.ts';

const statuses: Partial<Record<TakeRefusal['type'], number>> = {
  wrongType: 415,
  notThatType: 415,
  tooLarge: 413,
  empty: 400,
  taken: 409,
  lost: 503,
  cutShort: 400,
};

const refusalOf = (refusal: TakeRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, refusal.type, apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    default:
      return new ApiRefusal(statuses[refusal.type] ?? 422, refusal.type, fileRefusalText(refusal));
  }
};

const nameIn = (query: unknown): string => {
  const { name } = query as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
};

type Turned = Turn<'POST /api/projects/:id/steps/:code/files'>;

/** What is sent, and where to; the parts are read when it is taken. */
const inputIn = ({ request, idIn }: Turned, coming: ComingFile | null): FileInput => {
  const projectId = idIn('id', apiWords.noProject);
  const code = idIn('code', apiWords.noStep);
  if (!isStepCode(code)) throw new ApiRefusal(404, 'unknown', apiWords.noStep);
  const size = coming?.size ?? 0;
  if (Number.isNaN(size))
    throw new ApiRefusal(411, 'sizeMissing', fileRefusalText({ type: 'cutShort' }));
  const name = nameIn(request.query);
  return { projectId, code, name, size, parts: coming?.parts() ?? Readable.from([]) };
};

/** A document at a step: the file itself is the body, its name stands in the address. */
export const postFile: Handler<'POST /api/projects/:id/steps/:code/files'> =
  (parts) => async (turn) => {
    const { actor, request, reply } = turn;
    const coming = request.body instanceof ComingFile ? request.body : null;
    try {
      const input = inputIn(turn, coming);
      const taken = await takeFile(parts.deps, actor, input);
      if (!taken.ok) throw refusalOf(taken.refusal);
      reply.code(201);
      return projectReplyOf(parts, actor, input.projectId);
    } finally {
      await coming?.hearOut();
    }
  };
