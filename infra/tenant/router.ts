import type { IncomingMessage, ServerResponse } from 'node:http';
import { createConnector } from './connector/routes.ts';
import { createEntra } from './entra/routes.ts';
import { createGraph } from './graph/server.ts';
import { serveHost } from './host/serve.ts';
import { HttpRefusal, readBody, sendJson } from './http.ts';
import { createLocal } from './local/routes.ts';
import { organisation } from './organisation.ts';
import type { TenantParts } from './parts.ts';
import { teamsAppsOf } from './teams/apps.ts';
import { underTrouble } from './trouble.ts';

type Handler = (req: IncomingMessage, res: ServerResponse, body: Buffer) => Promise<void>;

/** Which of Microsoft's services an address belongs to. */
export function createRouter(parts: TenantParts) {
  const services = {
    graph: createGraph({ ...parts, organisation, teams: teamsAppsOf(parts) }),
    connector: createConnector(parts),
    local: createLocal(parts),
    entra: entraHandler(parts),
  } satisfies Record<string, Handler>;

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (parts.clock.moved) res.setHeader('x-local-clock', parts.clock.iso());
    // Some clients join addresses with two slashes; as a URL that would name another host.
    req.url = (req.url ?? '/').replace(/^\/{2,}/, '/');
    const { pathname } = new URL(req.url, 'http://tenant');
    try {
      if (await serveHost(parts, req, res, pathname)) return;
      const body = await readBody(req);
      const name = serviceOf(pathname);
      if (name === 'local') checkLocalCaller(req);
      await services[name](req, res, body);
    } catch (cause) {
      if (!(cause instanceof HttpRefusal)) throw cause;
      const { status, code, message, headers } = cause;
      sendJson(res, status, { error: { code, message } }, headers);
    }
  };
}

function serviceOf(pathname: string): 'graph' | 'connector' | 'local' | 'entra' {
  if (/^\/(v1\.0|beta|\$batch)(\/|$)/i.test(pathname)) return 'graph';
  if (pathname.startsWith('/connector/')) return 'connector';
  return pathname.startsWith('/local/') ? 'local' : 'entra';
}

/** The tenant listens on loopback only; a page of another site can't reach in either. */
function checkLocalCaller(req: IncomingMessage): void {
  const host = (req.headers.host ?? '').replace(/:\d+$/, '');
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(host);
  if (isLocal && req.headers['sec-fetch-site'] !== 'cross-site') return;
  throw new HttpRefusal(403, 'Forbidden', 'Only this machine may use /local/.');
}

function entraHandler(parts: TenantParts): Handler {
  const entra = createEntra(parts);
  return async (req, res, body) => {
    const path = req.url ?? '/';
    const answer = async (): Promise<void> => {
      if (await entra(req, res, body)) return;
      throw new HttpRefusal(404, 'NotFound', `There is nothing at ${path}.`);
    };
    const call = { workload: 'entra', method: req.method ?? 'GET', path } as const;
    await underTrouble(parts.faults, call, res, { answer, quiet: async () => undefined });
  };
}
