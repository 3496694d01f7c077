import type { FaultInstruction, Faults } from '../faults.ts';
import type { Throttle, Toll } from '../throttle.ts';
import { addressOf } from './address.ts';
import { isSite } from './lists/site.ts';
import type { Match } from './routes.ts';
import { matchRoute } from './routes.ts';
import { demand } from './wire/access.ts';
import type { Call, Reply } from './wire/call.ts';
import { GraphError, itemNotFound, Query } from './wire/call.ts';
import type { Context } from './wire/context.ts';

/** What serves one call, alone or within a batch. */
export interface Service {
  readonly context: Context;
  readonly faults: Faults;
  readonly throttle: Throttle;
}

/** A script breaks the connection: no answer at all. */
export class BrokenConnection extends Error {}

export interface Request {
  readonly method: string;
  /** Below the version, with its query. */
  readonly url: string;
  readonly body: Buffer;
  readonly base: string;
  readonly claims: Call['claims'];
  header(name: string): string | undefined;
}

/** A call that has found its route and waits to be run. */
export interface Prepared {
  readonly slow: boolean;
  readonly ms: number;
  run(): Reply | Promise<Reply>;
}

/** Takes the address apart, charges the call, and asks the scripts what shall happen to it. */
export function prepare(service: Service, request: Request): Prepared {
  const fault = service.faults.forRequest({
    workload: 'graph',
    method: request.method,
    path: `/v1.0/${request.url.replace(/^\/+/, '')}`,
  });
  const found = attempt(() => find(service, request));
  const toll = charge(service, request, found);
  const work = (): Reply | Promise<Reply> => {
    if (!toll.allowed) throw tooMany(toll.headers);
    if (found instanceof GraphError) throw found;
    return found.match.route.run(service.context, allowed(service, found), found.match.params);
  };
  return {
    slow: !(found instanceof GraphError) && found.match.route.slow,
    ms: fault?.ms ?? 0,
    run: () => whenDone(guarded(request, fault, work), (reply) => withHeaders(reply, toll.headers)),
  };
}

interface Found {
  readonly match: Match;
  readonly call: Call;
}

function find(service: Service, request: Request): Found {
  const address = addressOf(service.context, request.url);
  const match = matchRoute(request.method, address.segments);
  return { match, call: callOf(request, address.segments, address.query) };
}

export function callOf(request: Request, segments: readonly string[], query: string): Call {
  return {
    method: request.method,
    segments,
    query: new Query(query),
    body: request.body,
    base: request.base,
    claims: request.claims,
    header: (name) => request.header(name),
  };
}

function attempt<T>(work: () => T): T | GraphError {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof GraphError) return cause;
    throw cause;
  }
}

/** A delta without a token is a query, with one it costs half (platform C4). */
function charge(service: Service, request: Request, found: Found | GraphError): Toll {
  if (found instanceof GraphError) return service.throttle.charge(request.claims.appid, 1);
  const { route } = found.match;
  const delta = route.path.endsWith('/delta') || route.path.endsWith('/delta()');
  const units = delta && found.call.query.get('token') === undefined ? 2 : route.units;
  return service.throttle.charge(request.claims.appid, units);
}

/** Rights first, then whether the site is there: a stranger learns nothing. */
function allowed(service: Service, found: Found): Call {
  const { match, call } = found;
  demand(service.context, call, match.route.need);
  if (match.route.path.startsWith('/sites/')) demandSite(service.context, match);
  return call;
}

function demandSite(context: Context, match: Match): void {
  const byPath = match.route.path.includes('getByPath');
  const path = byPath ? match.params('path').replace(/^\/*/, '/') : '';
  const wanted = byPath ? `${match.params('site').split(',')[0]}:${path}` : match.params('site');
  if (!isSite(context, wanted)) throw itemNotFound('Requested site could not be found');
}

function tooMany(headers: Readonly<Record<string, string>>): GraphError {
  return new GraphError(429, 'activityLimitReached', 'The request has been throttled', { headers });
}

/** A call as a script wants it: refused, broken off, or done and then not answered. */
export function guarded<T>(
  request: Request,
  fault: FaultInstruction | undefined,
  work: () => T | Promise<T>,
): T | Promise<T> {
  if (fault === undefined || (fault.status === undefined && !fault.reset)) return work();
  const fail = (): never => {
    if (fault.reset) throw new BrokenConnection();
    throw new GraphError(
      fault.status ?? 500,
      fault.code ?? 'generalException',
      fault.message ?? '',
      {
        headers: faultHeaders(request, fault),
      },
    );
  };
  return fault.stored ? whenDone(work(), fail) : fail();
}

/** A delta token that is gone comes with the place to start over. */
function faultHeaders(request: Request, fault: FaultInstruction): Record<string, string> {
  const start = request.url.replace(/\?.*$/s, '').replace(/\(token=.*$/is, '');
  return {
    ...(fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter }),
    ...(fault.status === 410 ? { Location: `${request.base}/${start.replace(/^\/+/, '')}` } : {}),
  };
}

function whenDone<T>(reply: T | Promise<T>, then: (reply: T) => T): T | Promise<T> {
  return reply instanceof Promise ? reply.then(then) : then(reply);
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return Object.keys(headers).length === 0
    ? reply
    : { ...reply, headers: { ...reply.headers, ...headers } };
}
