import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphClient } from '#shared/graph/client.ts';
import { Limiter } from '#shared/graph/limiter.ts';
import { realTiming } from '#shared/graph/timing.ts';
import { keepAliveMs } from '../../../infra/tenant/tenant.ts';

export type Told = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  /** When it came, by the machine's monotonic clock. */
  readonly at: number;
};

/** A response: status, headers, body; or `reset` for a connection that breaks. */
export type Said =
  | 'reset'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** A service that says what the test tells it to, for what the local tenant does not say. */
export const fakeGraph = async (answer: (told: Told) => Said | Promise<Said>) => {
  const told: Told[] = [];
  const read = async (req: IncomingMessage): Promise<unknown> => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    return text === '' ? undefined : JSON.parse(text);
  };
  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const at = performance.now();
    const { method = '', url = '', headers } = req;
    const one = { method, url, headers, body: await read(req), at };
    told.push(one);
    const said = await answer(one);
    if (said === 'reset') return void req.socket.destroy();
    const body = said.body === undefined ? '' : JSON.stringify(said.body);
    res.writeHead(said.status, { 'Content-Type': 'application/json', ...said.headers }).end(body);
  };
  const server = createServer((req, res) => {
    serve(req, res).catch((cause: unknown) => res.destroy(cause as Error));
  });
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    told,
    client: (
      more: { units?: number; perMs?: number; patienceMs?: number; timeoutMs?: number } = {},
    ) => {
      const budget = { units: more.units ?? 1e9, perMs: more.perMs ?? 60_000, concurrency: 8 };
      const limiter = new Limiter(realTiming, budget);
      const patience = more.patienceMs ?? 30_000;
      const client = new GraphClient({
        graphUrl: url,
        token: async (options) => (options?.fresh ? 'fresh' : 'token'),
        limiter,
        timing: realTiming,
        patienceMs: { write: patience, read: patience, background: patience },
        backoffMs: 5,
        timeoutMs: more.timeoutMs ?? 10_000,
      });
      return { client, limiter };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
