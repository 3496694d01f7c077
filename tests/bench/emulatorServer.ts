import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startTenant } from '../../infra/tenant/tenant.ts';

/*
 * The local tenant, and beside it the least that could do the same: bytes that lie ready, and a file
 * with a line a row, on the disk before it is answered. In a process of its own; each line on
 * standard input is answered with the CPU time used so far, in microseconds.
 */

const dir = mkdtempSync(join(tmpdir(), 'digitek-emulator-'));
const tenant = await startTenant({ port: 0, dataDir: dir, serverUrl: 'http://127.0.0.1:9' });
const rows = openSync(join(dir, 'rows.ndjson'), 'a');
let page: Buffer = Buffer.alloc(0);

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

type Batch = { readonly requests: readonly { readonly body: unknown }[] };

/** One row, or a batch of them: a line each, and one look that all of them lie on the disk. */
const store = (bytes: Buffer): void => {
  const posted = JSON.parse(bytes.toString('utf8')) as Batch | { readonly fields: unknown };
  const bodies = 'requests' in posted ? posted.requests.map(({ body }) => body) : [posted];
  writeSync(rows, bodies.map((body) => `${JSON.stringify(body)}\n`).join(''));
  fdatasyncSync(rows);
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const bytes = await bytesOf(request);
  response.setHeader('content-type', 'application/json');
  if (request.method === 'PUT') page = bytes;
  if (request.method === 'GET') return void response.end(page);
  if (request.method === 'POST') store(bytes);
  // Graph answers a row with 201 and a batch with 200.
  response.writeHead(request.url === '/row' ? 201 : 200).end('{}');
};

const floor = createServer((request, response) => {
  answer(request, response).catch((thrown: unknown) => {
    response.writeHead(500).end(String(thrown));
  });
});
await new Promise<void>((resolve) => floor.listen(0, '127.0.0.1', resolve));
const { port } = floor.address() as AddressInfo;
console.log(JSON.stringify({ tenant: tenant.url, floor: `http://127.0.0.1:${port}` }));

const input = createInterface(process.stdin);
input.on('line', () => {
  const { user, system } = process.cpuUsage();
  console.log(String(user + system));
});
input.on('close', () => {
  closeSync(rows);
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
});
