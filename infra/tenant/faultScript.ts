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

export interface Script {
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

export function readScript(id: number, source: unknown, now: number): Script {
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
    until: forSeconds === undefined ? Number.POSITIVE_INFINITY : now + forSeconds * 1000,
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

export function numberOf(
  source: Readonly<Record<string, unknown>>,
  key: string,
): number | undefined {
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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
