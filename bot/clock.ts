import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, type IncomingMessage } from 'node:http';
import { dayOf } from '#shared/domain/day.ts';
import type { Clock } from '#shared/useCases/ports.ts';

/** SharePoint keeps whole seconds, so an instant of ours has none of the rest. */
const wholeSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** `offsetMs` is how far the local tenant's clock is from this machine's; 0 everywhere else. */
export const createClock = (offsetMs: () => number = () => 0): Clock => ({
  now: () => wholeSeconds(Date.now() + offsetMs()),
  day: () => dayOf(Date.now() + offsetMs()),
});

const header = 'x-local-clock';

type Fetched = {
  readonly request: { readonly origin?: unknown };
  readonly response: { readonly headers: readonly Buffer[] };
};

const isFetched = (message: unknown): message is Fetched =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message;

const headerIn = (headers: readonly Buffer[]): string | undefined => {
  for (let at = 0; at + 1 < headers.length; at += 2)
    if (headers[at]?.toString('latin1').toLowerCase() === header)
      return headers[at + 1]?.toString('latin1');
  return undefined;
};

const isCarried = (
  message: unknown,
): message is { readonly request: ClientRequest; readonly response: IncomingMessage } =>
  isFetched(message) && message.request instanceof ClientRequest;

/**
 * How far ahead of this machine's clock a local tenant says it is: it writes its time on its
 * answers when that was moved, and every answer that comes from it is looked at, whether it was
 * fetched or carried by Node's own http.
 */
export const localOffset = (graphUrl: string): (() => number) => {
  const { origin, protocol, host } = new URL(graphUrl);
  let offset = 0;
  const take = (said: string | undefined): void => {
    offset = said === undefined ? 0 : Date.parse(said) - Date.now();
  };
  subscribe('undici:request:headers', (message) => {
    if (isFetched(message) && message.request.origin === origin)
      take(headerIn(message.response.headers));
  });
  subscribe('http.client.response.finish', (message) => {
    if (!isCarried(message)) return;
    const { request, response } = message;
    if (request.protocol !== protocol || request.getHeader('host') !== host) return;
    const said = response.headers[header];
    take(typeof said === 'string' ? said : undefined);
  });
  return () => offset;
};
