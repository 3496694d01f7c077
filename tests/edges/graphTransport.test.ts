import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { GraphClient } from '#shared/graph/client.ts';
import { Limiter } from '#shared/graph/limiter.ts';
import type { Call } from '#shared/graph/reply.ts';
import { realTiming } from '#shared/graph/timing.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const get: Call = { method: 'GET', path: '/sites/a', units: 1, priority: 'read' };

/** A client of a service that answers in its own way. */
const clientOf = async (answer: RequestListener): Promise<GraphClient> => {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new GraphClient({
    graphUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: async () => 'token',
    limiter: new Limiter(realTiming, { units: 1e9, perMs: 60_000, concurrency: 8 }),
    timing: realTiming,
    patienceMs: { write: 30_000, read: 30_000, background: 30_000 },
    ...{ timeoutMs: 10_000, backoffMs: 1 },
  });
};

const json = { 'Content-Type': 'application/json' };

describe('what carries a call', () => {
  it('asks for what is zipped, and reads it', async () => {
    const body = { value: 'Mundhygiejne æøå '.repeat(100) };
    const client = await clientOf((request, response) => {
      const zipped = gzipSync(JSON.stringify(body));
      const asked = request.headers['accept-encoding'];
      response.writeHead(200, { ...json, 'Content-Encoding': asked ?? '' }).end(zipped);
    });
    expect(await client.ask(get)).toEqual(body);
  });

  it('takes what is zipped and broken for no answer', async () => {
    const client = await clientOf((_, response) => {
      const half = gzipSync(JSON.stringify({ value: 'x'.repeat(1_000) })).subarray(0, 20);
      response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end(half);
    });
    expect((await client.send({ ...get, repeatable: false })).status).toBe(0);
  });

  it('takes an answer that breaks off after its first words for none', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { ...json, 'Content-Length': '100' });
      response.write('{"value":', () => response.destroy());
    });
    expect((await client.send({ ...get, repeatable: false })).status).toBe(0);
  });

  it('sends a letter of two bytes whole, and so many bytes as it says', async () => {
    const told: string[] = [];
    const client = await clientOf((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      request.on('end', () => {
        told.push(request.headers['content-length'] ?? '', text);
        response.writeHead(200, json).end('{}');
      });
    });
    const body = { title: 'Ældre på Ø' };
    await client.send({ ...get, method: 'POST', body });
    const text = JSON.stringify(body);
    expect(told).toEqual([String(Buffer.byteLength(text)), text]);
  });

  it('goes the same way again, and does not follow where a row is said to lie', async () => {
    const ports = new Set<number | undefined>();
    const client = await clientOf((request, response) => {
      ports.add(request.socket.remotePort);
      response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end();
    });
    for (let time = 0; time < 5; time += 1) expect((await client.send(get)).status).toBe(302);
    expect(ports.size).toBe(1);
  });
});
