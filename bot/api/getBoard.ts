import type { FastifyReply } from 'fastify';
import { type BoardAnswer, createCachedBoard } from './cachedBoard.ts';
import type { Asked, Handler } from './context.ts';

/** Every project, from memory. */
export const getBoard: Handler<'GET /api/board'> = (parts) => {
  const board = createCachedBoard(parts);
  const send = ({ request, reply }: Asked, answer: BoardAnswer): FastifyReply => {
    reply
      .header('etag', answer.etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Authorization, Accept-Encoding')
      .header('x-as-of', parts.freshness.asOf());
    if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send();
    reply.header('content-type', 'application/json; charset=utf-8');
    return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      ? reply.header('content-encoding', 'gzip').send(answer.zipped)
      : reply.send(answer.json);
  };
  return (turn) => send(turn, board());
};
