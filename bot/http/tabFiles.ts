import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiWords } from '#shared/words/server/api.ts';
import { markPacked, type Packing, packingFor, packings } from '../api/packing.ts';
import { ApiRefusal, sendRefusal } from '../api/reply.ts';
import type { Config } from '../config.ts';
import { contentPolicy } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

type TabFile = {
  readonly type: string;
  readonly content: Buffer;
  /** As the build packed it (tabs/packed.ts). */
  readonly packed: Partial<Readonly<Record<Packing, Buffer>>>;
};

const endings = { br: '.br', gzip: '.gz' } as const satisfies Record<Packing, string>;

const packedBeside = (path: string): TabFile['packed'] =>
  Object.fromEntries(
    packings
      .map((packing) => [packing, `${path}${endings[packing]}`] as const)
      .filter(([, beside]) => existsSync(beside))
      .map(([packing, beside]) => [packing, readFileSync(beside)]),
  );

const isPacked = (name: string): boolean => Object.values<string>(endings).includes(extname(name));

/** The built tab, held in memory: a request never touches the disk, nor can it name a path on it. */
const loadFiles = (folder: string): ReadonlyMap<string, TabFile> => {
  const files = new Map<string, TabFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || isPacked(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), {
      type: types[extname(entry.name)] ?? 'application/octet-stream',
      content: readFileSync(path),
      packed: packedBeside(path),
    });
  }
  return files;
};

const validOrigins = (config: Config): string => config.teamsOrigins.join(' ');

/** A page gets its own nonce for the styles that Fluent makes at run time. */
const sendPage = (reply: FastifyReply, config: Config, page: TabFile): FastifyReply => {
  const nonce = randomBytes(18).toString('base64');
  const html = page.content
    .toString('utf8')
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('__VALID_ORIGINS__', validOrigins(config));
  return reply
    .header('content-security-policy', contentPolicy(config, nonce))
    .header('cache-control', 'no-store')
    .type(page.type)
    .send(html);
};

const sendAsset = (request: FastifyRequest, reply: FastifyReply, file: TabFile): FastifyReply => {
  const hashed = request.url.includes('/assets/');
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  reply.header('vary', 'Accept-Encoding').type(file.type);
  const packing = packingFor(request.headers);
  const packed = packing && file.packed[packing];
  return packed ? markPacked(reply, packing).send(packed) : reply.send(file.content);
};

export const tabFiles = (app: FastifyInstance, config: Config, folder: string): void => {
  const files = loadFiles(folder);
  const send = (request: FastifyRequest, reply: FastifyReply, name: string): FastifyReply => {
    const file = files.get(name === '' || name.endsWith('/') ? `${name}index.html` : name);
    if (!file) return sendRefusal(reply, new ApiRefusal(404, 'noRoute', apiWords.noRoute));
    return extname(name) === '' || name.endsWith('.html')
      ? sendPage(reply, config, file)
      : sendAsset(request, reply, file);
  };
  app.get('/tab', (_request, reply) => reply.redirect('/tab/', 301));
  app.get<{ Params: { '*': string } }>('/tab/*', (request, reply) =>
    send(request, reply, request.params['*']),
  );
};
