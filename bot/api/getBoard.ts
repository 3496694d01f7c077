import type { FastifyReply } from 'fastify';
import { takesChanges } from '#shared/contract/changes.ts';
import { type BoardAnswer, createCachedBoard } from './cachedBoard.ts';
import type { Asked, Handler } from './context.ts';
import { markPacked, packingFor } from './packing.ts';

const json = 'application/json; charset=utf-8';

const sendWhole = ({ request, reply }: Asked, board: BoardAnswer): FastifyReply => {
  reply.header('content-type', json);
  const packing = packingFor(request.headers);
  return packing
    ? markPacked(reply, packing).send(board.packed(packing))
    : reply.send(board.json());
};

/** Every project, from memory; to whoever says what they have, what became of it since. */
export const getBoard: Handler<'GET /api/board'> = (parts) => {
  const board = createCachedBoard(parts);
  const send = (turn: Asked, answer: BoardAnswer): FastifyReply => {
    const { headers } = turn.request;
    const known = headers['if-none-match'] ?? '';
    const reply = turn.reply
      .header('etag', answer.etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Authorization, Accept-Encoding, A-IM, If-None-Match')
      .header('x-as-of', parts.freshness.asOf());
    if (known === answer.etag) return reply.code(304).send();
    const change = headers['a-im'] === takesChanges ? answer.since(known) : null;
    if (change === null) return sendWhole(turn, answer);
    return reply
      .code(226)
      .header('im', takesChanges)
      .header('delta-base', known)
      .header('content-type', json)
      .send(change);
  };
  return (turn) => send(turn, board());
};
