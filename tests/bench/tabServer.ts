import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the fixture answers a call of the tab with; `etag` lets it say "unchanged". */
export type Answer = {
  readonly status?: number;
  readonly json: string;
  readonly etag?: string;
  /** What is new since the answer with this tag, for whoever takes that. */
  readonly since?: (etag: string) => string | null;
};
export type Answering = (method: string, path: string, body: string) => Answer | null;

export type TabServer = { readonly url: string; readonly close: () => Promise<void> };

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const nonce = 'Zml4dHVyZS1ub25jZQ';

const policy = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${nonce}'`,
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
].join('; ');

/** The least of a Teams client: a frame, and answers to the calls the tab makes of its host. */
const hostPage = (
  theme: string,
): string => `<!doctype html><html lang="da"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Vært</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style></head>
<body><iframe id="tab" title="Fane"></iframe><script>
const theme = new URLSearchParams(location.search).get('theme') || ${JSON.stringify(theme)};
const place = new URLSearchParams(location.search).get('place') || '';
const frame = document.getElementById('tab');
const answers = {
  initialize: () => ['content', 'web', JSON.stringify({apiVersion: 4, hostVersionsInfo: {}, supports: {pages: {backStack: {}}}}), '2.0.0'],
  getContext: () => [{locale: 'da-dk', theme, entityId: 'board', subEntityId: place, frameContext: 'content', hostClientType: 'web', hostName: 'Teams', userObjectId: 'me', tid: 't'}],
  'authentication.getAuthToken': () => [true, 'token'],
};
addEventListener('message', (event) => {
  const call = event.data;
  if (event.source !== frame.contentWindow || !call || !answers[call.func]) return;
  event.source.postMessage({id: call.id, uuidAsString: call.uuidAsString, args: answers[call.func](call.args)}, event.origin);
});
frame.src = '/tab/' + location.hash;
</script></body></html>`;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const sendFile = async (dist: string, path: string, response: ServerResponse): Promise<void> => {
  const name = path === '/tab/' ? 'index.html' : normalize(path.slice('/tab/'.length));
  const bytes = await readFile(join(dist, name));
  const kind = kinds[extname(name)] ?? 'application/octet-stream';
  if (name !== 'index.html') {
    response.writeHead(200, { 'content-type': kind }).end(bytes);
    return;
  }
  const html = bytes
    .toString('utf8')
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('__VALID_ORIGINS__', '');
  response.writeHead(200, { 'content-type': kind, 'content-security-policy': policy }).end(html);
};

const sendAnswer = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  const { status = 200, json, etag } = answer;
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const change = request.headers['a-im']
    ? answer.since?.(request.headers['if-none-match'] ?? '')
    : null;
  response
    .writeHead(change ? 226 : status, {
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': 'gzip',
      ...(etag === undefined ? {} : { etag }),
    })
    .end(gzipSync(change ?? json, { level: 1 }));
};

/** Serves the built tab under the product's own policy, in a page that plays its host. */
export const startTabServer = async (
  dist: string,
  answering: Answering,
  pages: Readonly<Record<string, string>> = {},
): Promise<TabServer> => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const page = url.pathname === '/' ? hostPage('default') : pages[url.pathname];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } else if (url.pathname.startsWith('/tab/')) {
      await sendFile(dist, url.pathname, response);
    } else {
      const path = url.pathname + url.search;
      const answer = answering(request.method ?? 'GET', path, await bodyOf(request));
      sendAnswer(
        request,
        response,
        answer ?? { status: 404, json: '{"error":{"code":"notFound","message":"Findes ikke."}}' },
      );
    }
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => {
      response.writeHead(500).end(String(cause));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
