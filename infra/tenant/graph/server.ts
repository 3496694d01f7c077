import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { AccessClaims, VerifyAccess } from '../entra/verify.ts';
import type { Faults } from '../faults.ts';
import type { Store } from '../store/store.ts';
import { Throttle, unitsPerMinuteIn } from '../throttle.ts';
import { addressOf } from './address.ts';
import { runBatch } from './batch.ts';
import { ownAddress } from './drive/uploads.ts';
import { makeList } from './lists/lists.ts';
import { Notifier } from './lists/subscriptions.ts';
import type { Request, Service } from './serve.ts';
import { BrokenConnection, callOf, guarded, prepare } from './serve.ts';
import { seedGrants } from './wire/access.ts';
import type { Reply } from './wire/call.ts';
import { GraphError, isObject } from './wire/call.ts';
import type { Context } from './wire/context.ts';
import { siteIdsOf } from './wire/context.ts';
import { Errors } from './wire/errors.ts';
import type { Surroundings, TeamsApps } from './wire/surroundings.ts';

export interface GraphDeps {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly verify: VerifyAccess;
  readonly faults: Faults;
  readonly organisation: Surroundings;
  readonly teams: TeamsApps;
  /** Resource units per app and minute, when no script says otherwise. */
  readonly ruPerMinute?: number;
}

/** Every site has a library of its own. */
function seedLibrary(context: Context): void {
  context.store.write(() =>
    context.store.setting('librarySeeded', () =>
      makeList(context, {
        name: 'Delte dokumenter',
        displayName: 'Delte dokumenter',
        description: '',
        template: 'documentLibrary',
        hidden: false,
        by: JSON.stringify({ user: { displayName: 'System Account' } }),
        columns: [],
      }),
    ),
  );
}

export type GraphHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
) => Promise<void>;

/** Microsoft Graph v1.0, as far as this tenant has it. */
export function createGraph(deps: GraphDeps): GraphHandler {
  const notifier = new Notifier();
  const context: Context = {
    store: deps.store,
    clock: deps.clock,
    around: deps.organisation,
    teams: deps.teams,
    site: siteIdsOf(deps.organisation),
    changed: (list) => notifier.changed(context, list),
  };
  seedGrants(context);
  seedLibrary(context);
  const usual = deps.ruPerMinute ?? unitsPerMinuteIn(process.env);
  const service: Service = {
    context,
    faults: deps.faults,
    throttle: new Throttle(() => deps.faults.ruPerMinute ?? usual),
  };
  return (req, res, body) => answer(service, deps.verify, req, res, body);
}

async function answer(
  service: Service,
  verify: VerifyAccess,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
): Promise<void> {
  const requestId = randomUUID();
  const clientRequestId = String(req.headers['client-request-id'] ?? requestId);
  const errors = new Errors(requestId, clientRequestId, service.context.clock.now());
  try {
    const reply = await errors.caughtLater(() => replyTo(service, verify, req, body, errors));
    send(res, reply, requestId, clientRequestId);
  } catch (cause) {
    if (cause instanceof BrokenConnection) {
      req.socket.destroy();
      return;
    }
    // A bug of this tenant: loud here, and Graph's own words for the caller.
    console.error(cause);
    const bug = new GraphError(500, 'generalException', 'An internal server error occurred.');
    send(res, errors.reply(bug), requestId, clientRequestId);
  }
}

const mostJsonBytes = 4 * 1024 * 1024;

async function replyTo(
  service: Service,
  verify: VerifyAccess,
  req: IncomingMessage,
  body: Buffer,
  errors: Errors,
): Promise<Reply> {
  const own = await ownReply(service, req, body);
  if (own !== undefined) return own;
  const claims = await verify(req.headers.authorization, 'graph');
  if ('status' in claims) {
    throw new GraphError(401, claims.code, claims.message, {
      headers: { 'WWW-Authenticate': 'Bearer realm="", error="invalid_token"' },
    });
  }
  const url = belowVersion(req.url ?? '/');
  const isContent = /\/content(\?|$)/i.test(url);
  if (body.length > mostJsonBytes && !isContent) {
    throw new GraphError(413, 'requestEntityTooLarge', 'The request body is too large.');
  }
  const request = requestOf(req, url, body, claims);
  if (/^\/*\$batch\/?(\?|$)/i.test(url)) return batch(service, request, errors);
  const prepared = prepare(service, request);
  if (prepared.ms > 0) await pause(prepared.ms);
  return prepared.run();
}

const nobody: AccessClaims = { aud: '', appid: '', tid: '', roles: [] };

/** Downloads and uploads in pieces come without a token: their address is their right. */
async function ownReply(
  service: Service,
  req: IncomingMessage,
  body: Buffer,
): Promise<Reply | undefined> {
  const url = belowVersion(req.url ?? '/');
  if (!/^\/_(download|upload)\//.test(url)) return undefined;
  const { segments, query } = addressOf(service.context, url);
  const request = requestOf(req, url, body, nobody);
  const path = `/v1.0${url}`;
  const fault = service.faults.forRequest({ workload: 'graph', method: request.method, path });
  if (fault !== undefined && fault.ms > 0) await pause(fault.ms);
  return guarded(request, fault, () =>
    ownAddress(service.context, callOf(request, segments, query)),
  );
}

function requestOf(req: IncomingMessage, url: string, body: Buffer, claims: AccessClaims): Request {
  return {
    method: (req.method ?? 'GET').toUpperCase(),
    url,
    body,
    base: `http://${req.headers.host ?? '127.0.0.1'}/v1.0`,
    claims,
    header: (name) => headerOf(req, name),
  };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Other people's clients post to `/$batch` without a version on hosts they do not know. */
function belowVersion(url: string): string {
  const match = /^\/(v1\.0)(\/.*)?$/i.exec(url);
  if (match !== null) return match[2] ?? '/';
  if (/^\/\$batch/i.test(url)) return url;
  const version = url.split('/')[1] ?? '';
  throw new GraphError(400, 'BadRequest', `Invalid version: ${version}`);
}

/** The outer call may meet a script of its own; the parts are charged one by one (platform C4). */
async function batch(service: Service, request: Request, errors: Errors): Promise<Reply> {
  if (request.method !== 'POST') {
    throw new GraphError(405, 'methodNotAllowed', 'A batch is posted.');
  }
  const fault = service.faults.forRequest({
    workload: 'graph',
    method: 'POST',
    path: '/v1.0/$batch',
  });
  if (fault !== undefined && fault.ms > 0) await pause(fault.ms);
  const fails = fault?.reset === true || fault?.status !== undefined;
  const reply =
    fails && !fault.stored ? undefined : await runBatch(service, request, parsed(request), errors);
  if (fault?.reset === true) throw new BrokenConnection();
  if (fault?.status !== undefined) {
    throw new GraphError(fault.status, fault.code ?? 'generalException', fault.message ?? '', {
      headers: fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter },
    });
  }
  if (reply === undefined) throw new Error('A batch that ran has an answer.');
  return reply;
}

function parsed(request: Request): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new GraphError(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
  if (!isObject(body)) throw new GraphError(400, 'BadRequest', 'The batch must be an object.');
  return body;
}

const diagnostic = JSON.stringify({
  ServerInfo: {
    DataCenter: 'Local',
    Slice: 'E',
    Ring: '1',
    ScaleUnit: '001',
    RoleInstance: 'LOCAL0001',
  },
});

function send(res: ServerResponse, reply: Reply, requestId: string, clientRequestId: string): void {
  const body = reply.body === undefined ? undefined : Buffer.from(reply.body);
  res.writeHead(reply.status, {
    'Cache-Control': 'no-store',
    'request-id': requestId,
    'client-request-id': /^[\x20-\x7e]*$/.test(clientRequestId) ? clientRequestId : requestId,
    'x-ms-ags-diagnostic': diagnostic,
    'OData-Version': '4.0',
    Date: new Date().toUTCString(),
    ...(body === undefined
      ? {}
      : {
          'Content-Type': 'application/json;odata.metadata=minimal;charset=utf-8',
          'Content-Length': body.length,
        }),
    ...reply.headers,
  });
  res.end(body);
}
