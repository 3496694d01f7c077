import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiWords } from '#shared/words/server/api.ts';
import { mostAtOnce } from '../../bot/http/crowd.ts';
import { createServer } from '../../bot/http/server.ts';
import { type Answered, anApiWorld } from '../worlds/api/apiWorld.ts';

let app: FastifyInstance | undefined;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app?.close();
  app = undefined;
});

type Held = {
  readonly url: string;
  readonly post: (path: string) => Promise<{ status: number; after: string | null; code: string }>;
  readonly begun: () => number;
  readonly turnedAway: readonly string[];
  readonly release: () => void;
  /** From now on nothing waits. */
  readonly open: () => void;
};

/** A server with room for two of each, whose answers wait till they are let go. */
const aHeldServer = async (): Promise<Held> => {
  const turnedAway: string[] = [];
  app = createServer({ teamsOrigins: [] }, (door) => turnedAway.push(door), { chat: 2, tab: 2 });
  let begun = 0;
  let isOpen = false;
  const waiting: (() => void)[] = [];
  const hold = async (): Promise<object> => {
    begun += 1;
    if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
    return {};
  };
  app.post('/api/slow', hold);
  app.post('/api/messages', hold);
  app.post('/api/fails', async () => {
    await hold();
    throw new Error('as it happens');
  });
  app.get('/health', async () => ({}));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    begun: () => begun,
    turnedAway,
    open: () => {
      isOpen = true;
    },
    release: () => {
      for (const go of waiting.splice(0)) go();
    },
    post: async (path) => {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      const body = (await answer.json()) as { error?: { code: string } };
      const after = answer.headers.get('retry-after');
      return { status: answer.status, after, code: body.error?.code ?? '' };
    },
  };
};

const beginning = async ({ begun }: Held, count: number): Promise<void> =>
  vi.waitFor(() => expect(begun()).toBe(count));

describe('more at once than can be worked on (R22)', () => {
  it('are told when to come back, by each door for itself', async () => {
    const held = await aHeldServer();
    const tab = [held.post('/api/slow'), held.post('/api/slow')];
    await beginning(held, 2);
    expect(await held.post('/api/slow')).toEqual({ status: 503, after: '5', code: 'crowded' });
    expect((await fetch(`${held.url}/health`)).status).toBe(200);
    const chat = [held.post('/api/messages'), held.post('/api/messages')];
    await beginning(held, 4);
    expect((await held.post('/api/messages')).status).toBe(503);
    expect(held.turnedAway).toEqual(['tab', 'chat']);
    held.release();
    for (const one of await Promise.all([...tab, ...chat])) expect(one.status).toBe(200);
    const next = held.post('/api/slow');
    await beginning(held, 5);
    held.release();
    expect((await next).status).toBe(200);
  });

  it('get the place of one that failed', async () => {
    const held = await aHeldServer();
    for (let round = 1; round <= 3; round += 1) {
      const two = [held.post('/api/fails'), held.post('/api/fails')];
      await beginning(held, 2 * round);
      held.release();
      for (const one of await Promise.all(two)) expect(one.status).toBe(500);
    }
  });

  it('do not get the place of one whose sender hung up while it is being worked on', async () => {
    const held = await aHeldServer();
    const gone = ['', ''].map(() => {
      const sent = httpRequest(`${held.url}/api/slow`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      sent.on('error', () => undefined);
      sent.end('{}');
      return sent;
    });
    await beginning(held, 2);
    for (const one of gone) one.destroy();
    expect((await held.post('/api/slow')).status).toBe(503);
    held.release();
    held.open();
    await vi.waitFor(async () => expect((await held.post('/api/slow')).status).toBe(200));
  });

  it('are not kept out by those who never end what they begin', async () => {
    const held = await aHeldServer();
    const { hostname, port } = new URL(held.url);
    for (let at = 0; at < 50; at += 1) {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.write(
        'POST /api/slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      );
    }
    const two = [held.post('/api/slow'), held.post('/api/slow')];
    await beginning(held, 2);
    held.release();
    for (const one of await Promise.all(two)) expect(one.status).toBe(200);
  });

  it('lose nothing that was answered as stored, and store nothing that was turned away', async () => {
    const world = anApiWorld();
    const { projects } = world.deps.stores;
    const insert = projects.insert.bind(projects);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    vi.spyOn(projects, 'insert').mockImplementation(async (value) => {
      await held;
      return insert(value);
    });
    const before = projects.rows.size;
    const rush = mostAtOnce.tab + 44;
    const calls = Array.from({ length: rush }, (_, at) =>
      world.call('POST', '/api/projects', { as: 'lead', body: { title: `Idé nr. ${at}` } }),
    );
    const early: Answered[] = [];
    for (const call of calls) call.then((answer) => early.push(answer));
    await vi.waitFor(() => expect(early).toHaveLength(rush - mostAtOnce.tab), 60_000);
    for (const one of early)
      expect(one).toMatchObject({
        status: 503,
        headers: { 'retry-after': '5' },
        body: { error: { code: 'crowded', message: apiWords.crowded } },
      });
    letGo();
    const answers = await Promise.all(calls);
    const stored = answers.filter(({ status }) => status < 300);
    expect(stored).toHaveLength(mostAtOnce.tab);
    expect(projects.rows.size - before).toBe(stored.length);
    const next = await world.call('POST', '/api/projects', {
      as: 'lead',
      body: { title: 'Efter' },
    });
    expect(next.status).toBeLessThan(300);
  });
});
