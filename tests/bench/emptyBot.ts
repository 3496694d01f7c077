import { createServer, type IncomingMessage } from 'node:http';
import { emptyAdapter } from './emptyAdapter.ts';

/* The least of a bot: the SDK's adapter behind a bare server, in a process of its own. */

const read = (name: string): string => process.env[name] ?? '';

const answer = emptyAdapter({
  botId: read('BOT_ID'),
  issuer: read('BOT_ISSUER'),
  url: read('BOT_AUTHORITY_URL'),
  openIdUrl: read('BOT_OPENID_URL'),
});

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end();
  textOf(request)
    .then((raw) => answer(request.headers.authorization ?? '', raw))
    .then(
      () => response.end('200'),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
});
server.listen(Number(read('PORT')), '127.0.0.1');
