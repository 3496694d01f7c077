import { subscribe } from 'node:diagnostics_channel';
import { dayOf } from '#shared/domain/day.ts';
import type { Clock } from '#shared/useCases/ports.ts';

/** SharePoint keeps whole seconds, so an instant of ours has none of the rest. */
const wholeSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** `offsetMs` is how far the local tenant's clock is from this machine's; 0 everywhere else. */
export const createClock = (offsetMs: () => number = () => 0): Clock => ({
  now: () => wholeSeconds(Date.now() + offsetMs()),
  day: () => dayOf(Date.now() + offsetMs()),
});

type HeadersSeen = {
  readonly request: { readonly origin?: unknown };
  readonly response: { readonly headers: readonly Buffer[] };
};

const isHeadersSeen = (message: unknown): message is HeadersSeen =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message;

const headerIn = (headers: readonly Buffer[], name: string): string | undefined => {
  for (let at = 0; at + 1 < headers.length; at += 2)
    if (headers[at]?.toString('latin1').toLowerCase() === name)
      return headers[at + 1]?.toString('latin1');
  return undefined;
};

/**
 * How far ahead of this machine's clock a local tenant says it is: it writes its time on its
 * answers when that was moved, and every answer that is fetched from it is looked at.
 */
export const localOffset = (graphUrl: string): (() => number) => {
  const { origin } = new URL(graphUrl);
  let offset = 0;
  subscribe('undici:request:headers', (message) => {
    if (!isHeadersSeen(message) || message.request.origin !== origin) return;
    const said = headerIn(message.response.headers, 'x-local-clock');
    offset = said === undefined ? 0 : Date.parse(said) - Date.now();
  });
  return () => offset;
};
