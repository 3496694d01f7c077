import type { FastifyInstance, FastifyRequest } from 'fastify';
import { apiWords } from '#shared/words/server/api.ts';
import { ApiRefusal } from '../api/reply.ts';

/** Those who press a button in a chat, and those who look at the tab: neither crowds the other out. */
export type Door = 'chat' | 'tab';

/** How many of each are worked on at once; the goals' R22. */
export const mostAtOnce: Readonly<Record<Door, number>> = { chat: 256, tab: 256 };

const doorOf = ({ url }: FastifyRequest): Door | null => {
  if (url.startsWith('/api/messages')) return 'chat';
  return url.startsWith('/api/') ? 'tab' : null;
};

/**
 * Whoever comes while as many as these are being worked on is told at once to come back: what waits
 * for the lists would else wait longer than anybody does, and take memory for as long. A place is
 * taken when all of a request is here, so nobody holds one by never ending it; it is given back when
 * its answer is ready, not when a slow reader has read it.
 */
export const limitCrowd = (
  app: FastifyInstance,
  most: Readonly<Record<Door, number>>,
  turnedAway: (door: Door) => void,
): void => {
  const now: Record<Door, number> = { chat: 0, tab: 0 };
  const placed = new WeakMap<FastifyRequest, Door>();
  app.addHook('preHandler', (request, _reply, next) => {
    const door = doorOf(request);
    if (door === null) return next();
    if (now[door] >= most[door]) {
      turnedAway(door);
      return next(new ApiRefusal(503, 'crowded', apiWords.crowded) as Error);
    }
    now[door] += 1;
    placed.set(request, door);
    next();
  });
  app.addHook('onSend', (request, _reply, _payload, next) => {
    const door = placed.get(request);
    if (door !== undefined) now[door] -= 1;
    placed.delete(request);
    next();
  });
};
