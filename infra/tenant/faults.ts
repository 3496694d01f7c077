/**
 * Scripted trouble. POST /local/faults takes one script, an array of them, or
 * `{"scripts": [...], "limits": {"ruPerMinute": 1250}}`; DELETE ends all of it (and the limits);
 * GET lists the scripts with how many calls each has seen (`seen`), hit (`hits`), and how many came
 * before a Retry-After it had given was over (`early`).
 *
 * A script:
 *   fault       what happens, one of
 *               "429" | "503" | "504"              refused, nothing done
 *               "504-but-stored" | "502-but-stored" done, and then this answer
 *               "reset" | "reset-but-stored"       the connection breaks, before or after the work
 *               "412"                              as if the ETag were stale
 *               "410"                              as if a delta token had expired
 *               "403"                              access denied
 *               "latency"                          only slow
 *               "blocked-by-user" | "not-in-roster" | "conversation-gone"   the Connector's refusals
 *   workload    "graph" (default) | "connector" | "entra"
 *   method      a method or an array of them; default any
 *   path        a regular expression on the path with its query; default any
 *   user        only calls that concern this person (object id or user principal name)
 *   after       let this many matching calls pass first; default 0
 *   times       how many calls it hits; default 1 (without limit when `forSeconds` is given)
 *   forSeconds  ends this long after it was posted (real time)
 *   retryAfter  the Retry-After header as it shall stand: "2", "1.5", an HTTP date, or null for none;
 *               default "1" for 429 and 503, none otherwise
 *   hold        true: after a hit every matching call is answered the same until Retry-After is over
 *   ms          how long to wait first (any fault)
 *   code, message   the error's own words instead of the usual ones
 */

const faultKinds = [
  '429',
  '503',
  '504',
  '504-but-stored',
  '502-but-stored',
  'reset',
  'reset-but-stored',
  '412',
  '410',
  '403',
  'latency',
  'blocked-by-user',
  'not-in-roster',
  'conversation-gone',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export type Workload = 'graph' | 'connector' | 'entra';

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

interface Script {
  readonly id: number;
  readonly fault: FaultKind;
  readonly workload: Workload;
  readonly methods: readonly string[];
  readonly path: RegExp | undefined;
  readonly user: string | undefined;
  readonly after: number;
  readonly times: number;
  readonly until: number;
  readonly retryAfter: string | undefined;
  readonly hold: boolean;
  readonly ms: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly source: Readonly<Record<string, unknown>>;
  seen: number;
  hits: number;
  early: number;
  quietUntil: number;
}

/** A script that makes no sense; the words say which part. */
export class FaultScriptError extends Error {}

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

const knownKeys = [
  'fault',
  'workload',
  'method',
  'path',
  'user',
  'after',
  'times',
  'forSeconds',
  'retryAfter',
  'hold',
  'ms',
  'code',
  'message',
];

export class Faults {
  #scripts: Script[] = [];
  #lastId = 0;
  /** Resource units per app and minute, while a script says so. */
  ruPerMinute: number | undefined;

  /** Adds a script; throws FaultScriptError with words when it makes no sense. */
  add(source: unknown): { readonly id: number } {
    this.#lastId += 1;
    const script = readScript(this.#lastId, source);
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
    const now = Date.now();
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

function readScript(id: number, source: unknown): Script {
  if (!isObject(source)) throw new FaultScriptError('A script is a JSON object.');
  for (const key of Object.keys(source)) {
    if (!knownKeys.includes(key)) {
      throw new FaultScriptError(`Unknown key "${key}". Known keys: ${knownKeys.join(', ')}.`);
    }
  }
  const fault = kindOf(source['fault']);
  const forSeconds = numberOf(source, 'forSeconds');
  const retryAfter = source['retryAfter'];
  return {
    id,
    fault,
    workload: workloadOf(source['workload'], fault),
    methods: methodsOf(source['method']),
    path: pathOf(source['path']),
    user: textOf(source, 'user')?.toLowerCase(),
    after: numberOf(source, 'after') ?? 0,
    times: numberOf(source, 'times') ?? (forSeconds === undefined ? 1 : Number.POSITIVE_INFINITY),
    until: forSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + forSeconds * 1000,
    retryAfter: retryAfterOf(retryAfter, fault),
    hold: source['hold'] === true,
    ms: numberOf(source, 'ms') ?? 0,
    code: textOf(source, 'code'),
    message: textOf(source, 'message'),
    source,
    seen: 0,
    hits: 0,
    early: 0,
    quietUntil: 0,
  };
}

function kindOf(value: unknown): FaultKind {
  const found = faultKinds.find((kind) => kind === String(value));
  if (found === undefined) {
    throw new FaultScriptError(`"fault" must be one of ${faultKinds.join(', ')}.`);
  }
  return found;
}

const connectorOnly: readonly FaultKind[] = [
  'blocked-by-user',
  'not-in-roster',
  'conversation-gone',
];

function workloadOf(value: unknown, fault: FaultKind): Workload {
  if (value === undefined) return connectorOnly.includes(fault) ? 'connector' : 'graph';
  if (value === 'graph' || value === 'connector' || value === 'entra') return value;
  throw new FaultScriptError('"workload" must be "graph", "connector" or "entra".');
}

function methodsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const all = Array.isArray(value) ? value : [value];
  if (all.every((one) => typeof one === 'string')) return all.map((one) => one.toUpperCase());
  throw new FaultScriptError('"method" must be a method or an array of methods.');
}

function pathOf(value: unknown): RegExp | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new FaultScriptError('"path" must be text.');
  try {
    return new RegExp(value, 'i');
  } catch (cause) {
    throw new FaultScriptError(`"path" is no regular expression: ${(cause as Error).message}`);
  }
}

function retryAfterOf(value: unknown, fault: FaultKind): string | undefined {
  if (value === null) return undefined;
  if (value === undefined) return fault === '429' || fault === '503' ? '1' : undefined;
  if (typeof value === 'string' && /^[\x20-\x7e]+$/.test(value)) return value;
  if (typeof value === 'number') return String(value);
  throw new FaultScriptError('"retryAfter" must be text for the header, a number, or null.');
}

function numberOf(source: Readonly<Record<string, unknown>>, key: string): number | undefined {
  const value = source[key];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new FaultScriptError(`"${key}" must be a number of 0 or more.`);
}

function textOf(source: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = source[key];
  if (value === undefined || typeof value === 'string') return value;
  throw new FaultScriptError(`"${key}" must be text.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** POST, GET and DELETE /local/faults. */
export function handleFaults(
  faults: Faults,
  method: string,
  body: unknown,
): { readonly status: number; readonly body: unknown } {
  if (method === 'GET') return { status: 200, body: { scripts: faults.list() } };
  if (method === 'DELETE') {
    faults.clear();
    return { status: 200, body: { scripts: [] } };
  }
  if (method !== 'POST') return refused('Use POST, GET or DELETE.', 405);
  try {
    const ids = addAll(faults, body);
    return { status: 201, body: { ids, scripts: faults.list() } };
  } catch (cause) {
    if (cause instanceof FaultScriptError) return refused(cause.message, 400);
    throw cause;
  }
}

function refused(message: string, status: number): { status: number; body: unknown } {
  return { status, body: { error: { code: 'badFaultScript', message } } };
}

/** All or none: every script is read before the first one is in force. */
function addAll(faults: Faults, body: unknown): readonly number[] {
  const wrapped = isObject(body) && ('scripts' in body || 'limits' in body);
  const scripts = wrapped ? (body['scripts'] ?? []) : Array.isArray(body) ? body : [body];
  if (!Array.isArray(scripts)) throw new FaultScriptError('"scripts" must be an array.');
  for (const script of scripts) readScript(0, script);
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
