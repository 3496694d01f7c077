import type { FaultKind, Script, Workload } from './faultScript.ts';
import { FaultScriptError, isObject, numberOf, readScript } from './faultScript.ts';

/** What to do with one call. Without `status` and `reset` the call goes on, perhaps late. */
export interface FaultInstruction {
  readonly kind: FaultKind;
  readonly ms: number;
  /** Do the work first, then give the answer below. */
  readonly stored: boolean;
  readonly reset: boolean;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly retryAfter?: string;
}

export interface FaultCall {
  readonly workload: Workload;
  readonly method: string;
  readonly path: string;
  /** The person the call is about, by any name it is known by. */
  readonly user?: string | readonly string[];
}

const answers: Readonly<
  Record<FaultKind, { status?: number; code?: string; message?: string; reset?: boolean }>
> = {
  '429': { status: 429, code: 'activityLimitReached', message: 'The request has been throttled.' },
  '503': {
    status: 503,
    code: 'serviceNotAvailable',
    message: 'The service is temporarily unavailable.',
  },
  '504': { status: 504, code: 'gatewayTimeout', message: 'The gateway timed out.' },
  '504-but-stored': { status: 504, code: 'gatewayTimeout', message: 'The gateway timed out.' },
  '502-but-stored': { status: 502, code: 'badGateway', message: 'Bad gateway.' },
  reset: { reset: true },
  'reset-but-stored': { reset: true },
  '412': {
    status: 412,
    code: 'resourceModified',
    message: "ETag does not match current item's value.",
  },
  '410': {
    status: 410,
    code: 'resyncRequired',
    message: 'The sync token is no longer valid. Start over.',
  },
  '403': { status: 403, code: 'accessDenied', message: 'Access denied.' },
  latency: {},
  'blocked-by-user': {
    status: 403,
    code: 'MessageWritesBlocked',
    message: 'Message writes are blocked because the user blocked the bot.',
  },
  'not-in-roster': {
    status: 403,
    code: 'BotNotInConversationRoster',
    message: 'The bot is not part of the conversation roster.',
  },
  'conversation-gone': {
    status: 404,
    code: 'ConversationNotFound',
    message: 'Conversation not found.',
  },
};

export class Faults {
  readonly #now: () => number;
  #scripts: Script[] = [];
  #lastId = 0;
  /** Resource units per app and minute, while a script says so. */
  ruPerMinute: number | undefined;

  /** Its own time: a wait that a client is told to keep is a real one, wherever the clock is moved. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Adds a script; throws FaultScriptError with words when it makes no sense. */
  add(source: unknown): { readonly id: number } {
    this.#lastId += 1;
    const script = readScript(this.#lastId, source, this.#now());
    this.#scripts.push(script);
    return { id: script.id };
  }

  clear(): void {
    this.#scripts = [];
    this.ruPerMinute = undefined;
  }

  list(): readonly Readonly<Record<string, unknown>>[] {
    return this.#scripts.map((script) => ({
      id: script.id,
      ...script.source,
      seen: script.seen,
      hits: script.hits,
      early: script.early,
    }));
  }

  /** What shall happen to this call. Counts it, so ask once per call. */
  forRequest(call: FaultCall): FaultInstruction | undefined {
    const now = this.#now();
    for (const script of this.#scripts) {
      if (now <= script.until && matches(script, call) && strikes(script, now)) {
        return instructionOf(script);
      }
    }
    return undefined;
  }
}

function matches(script: Script, call: FaultCall): boolean {
  if (script.workload !== call.workload) return false;
  if (script.methods.length > 0 && !script.methods.includes(call.method)) return false;
  if (script.path !== undefined && !script.path.test(call.path)) return false;
  if (script.user === undefined) return true;
  const users = typeof call.user === 'string' ? [call.user] : (call.user ?? []);
  return (
    users.some((user) => user.toLowerCase() === script.user) ||
    decodeURIComponentSafely(call.path).toLowerCase().includes(`/users/${script.user}`)
  );
}

function decodeURIComponentSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function strikes(script: Script, now: number): boolean {
  script.seen += 1;
  const early = now < script.quietUntil;
  if (early) script.early += 1;
  const due = script.seen > script.after && script.hits < script.times;
  if (!due && !(early && script.hold)) return false;
  script.hits += 1;
  if (!early || script.hold) {
    script.quietUntil = Math.max(script.quietUntil, now + waitOf(script.retryAfter, now));
  }
  return true;
}

/** How long a Retry-After asks to wait, in ms. */
function waitOf(retryAfter: string | undefined, now: number): number {
  if (retryAfter === undefined) return 0;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return seconds * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

function instructionOf(script: Script): FaultInstruction {
  const usual = answers[script.fault];
  const code = script.code ?? usual.code;
  const message = script.message ?? usual.message;
  return {
    kind: script.fault,
    ms: script.ms,
    stored: script.fault.endsWith('-but-stored'),
    reset: usual.reset ?? false,
    ...(usual.status === undefined ? {} : { status: usual.status }),
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(script.retryAfter === undefined ? {} : { retryAfter: script.retryAfter }),
  };
}

/** POST, GET and DELETE /local/faults. */
export function handleFaults(
  faults: Faults,
  method: string,
  body: unknown,
): { readonly status: number; readonly body: unknown } {
  if (method === 'GET') return { status: 200, body: inForce(faults) };
  if (method === 'DELETE') {
    faults.clear();
    return { status: 200, body: inForce(faults) };
  }
  if (method !== 'POST') return refused('Use POST, GET or DELETE.', 405);
  try {
    const ids = addAll(faults, body);
    return { status: 201, body: { ids, ...inForce(faults) } };
  } catch (cause) {
    if (cause instanceof FaultScriptError) return refused(cause.message, 400);
    throw cause;
  }
}

function inForce(faults: Faults): { scripts: unknown; limits: unknown } {
  const { ruPerMinute } = faults;
  return { scripts: faults.list(), limits: ruPerMinute === undefined ? {} : { ruPerMinute } };
}

function refused(message: string, status: number): { status: number; body: unknown } {
  return { status, body: { error: { code: 'badFaultScript', message } } };
}

/** All or none: every script is read before the first one is in force. */
function addAll(faults: Faults, body: unknown): readonly number[] {
  const wrapped = isObject(body) && ('scripts' in body || 'limits' in body);
  const scripts = wrapped ? (body['scripts'] ?? []) : Array.isArray(body) ? body : [body];
  if (!Array.isArray(scripts)) throw new FaultScriptError('"scripts" must be an array.');
  for (const script of scripts) readScript(0, script, 0);
  if (wrapped) setLimits(faults, body);
  return scripts.map((script) => faults.add(script).id);
}

function setLimits(faults: Faults, body: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(body)) {
    if (key !== 'scripts' && key !== 'limits') {
      throw new FaultScriptError(`Unknown key "${key}". Known keys: scripts, limits.`);
    }
  }
  const limits = body['limits'];
  if (limits === undefined) return;
  if (!isObject(limits)) throw new FaultScriptError('"limits" must be an object.');
  for (const key of Object.keys(limits)) {
    if (key !== 'ruPerMinute') {
      throw new FaultScriptError(`Unknown key "${key}" in "limits". Known: ruPerMinute.`);
    }
  }
  faults.ruPerMinute = numberOf(limits, 'ruPerMinute');
}
