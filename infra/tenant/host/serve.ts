import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Servers } from '../teams/servers.ts';
import { hostDir } from './build.ts';

const files: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/host/main.js': { name: 'main.js', type: 'text/javascript; charset=utf-8' },
  '/host/host.css': { name: 'host.css', type: 'text/css; charset=utf-8' },
};

/** Serves the host page. Answers whether the address was one of its files. */
export async function serveHost(
  parts: { readonly servers: Servers; readonly baseUrl: () => string },
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
  if (file === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
  if (pathname === '/' && req.headers.host?.startsWith('localhost')) {
    // One origin only: it is the one that the tab has been told to trust.
    res.writeHead(302, { location: `${parts.baseUrl()}${req.url ?? '/'}` }).end();
    return true;
  }
  const content = await readFile(join(hostDir, file.name));
  res.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-cache',
    'content-security-policy': policyFor(parts.servers.urls),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  res.end(req.method === 'HEAD' ? undefined : content);
  return true;
}

function policyFor(serverUrls: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src https: data: http://127.0.0.1:*',
    `frame-src ${serverUrls.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
