import type { UnreachedWhy } from '#shared/domain/reach.ts';
import type { Later } from '#shared/useCases/outbox/messenger.ts';
import { Fault } from '#shared/useCases/ports.ts';

/** What a failed call to the Connector means for the message (platform A6). */
export type ConnectorProblem =
  /** Not installed, blocked, not there: it will not do until somebody does something. */
  { readonly type: 'final'; readonly why: UnreachedWhy; readonly problem: string } | Later;

type Thrown = {
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly details?: unknown;
  readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
};

const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const longestPauseMs = 3_600_000;

/** Seconds, decimals or a date; a small pause when nothing is said. */
export const retryAfterMs = (header: string | undefined, nowMs: number): number => {
  if (header === undefined || header.trim() === '') return 1_000;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.min(longestPauseMs, Math.max(500, Math.ceil(ms))) : 1_000;
};

/** Codes only: an error body may hold what somebody typed. */
const codeOf = (thrown: Thrown): string =>
  typeof thrown.code === 'string' && /^[A-Za-z0-9_.-]{1,60}$/.test(thrown.code) ? thrown.code : '';

const whys: Readonly<Record<string, UnreachedWhy>> = {
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  BotNotInConversationRoster: 'notInstalled',
  ForbiddenOperationException: 'notInstalled',
  BotDisabledByAdmin: 'disabled',
};

/** The code may stand in a JSON text inside the message (platform A6), so it is looked for there. */
const whyOf = (status: number, thrown: Thrown): UnreachedWhy => {
  if (status === 404) return 'gone';
  if (status !== 403) return 'refused';
  const said = `${codeOf(thrown)} ${thrown.message} ${JSON.stringify(thrown.details ?? '')}`;
  const code = Object.keys(whys).find((one) => said.includes(one));
  return (code && whys[code]) || 'refused';
};

const again = new Set([408, 412, 429]);

/** What we said ourselves before the Connector was asked. */
const ofFault = ({ code, context }: Fault): ConnectorProblem | null => {
  if (code === 'connector.unreachable') return { type: 'final', why: 'refused', problem: code };
  if (code !== 'connector.unavailable') return null;
  const retryAfterMs = numberIn(context['retryAfterMs']) ?? 1_000;
  return { type: 'later', retryAfterMs, problem: code, isOwnPace: true };
};

/** Sorts what the Connector threw; everything that is not said to be final is tried again. */
export const connectorProblemOf = (
  error: unknown,
  nowMs: number = Date.now(),
): ConnectorProblem => {
  const ours = error instanceof Fault ? ofFault(error) : null;
  if (ours) return ours;
  const thrown: Thrown = typeof error === 'object' && error !== null ? error : {};
  const status = numberIn(thrown.statusCode);
  const problem = [status ?? 'network', codeOf(thrown)].filter((one) => one !== '').join(' ');
  if (status === undefined || again.has(status) || status >= 500) {
    const header = thrown.response?.headers?.get?.('retry-after');
    return { type: 'later', retryAfterMs: retryAfterMs(header, nowMs), problem };
  }
  if (status === 401) return { type: 'later', retryAfterMs: 60_000, problem };
  return { type: 'final', why: whyOf(status, thrown), problem };
};
