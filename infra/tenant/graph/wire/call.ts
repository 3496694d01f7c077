import type { AccessClaims } from '../../entra/verify.ts';

/** Graph says no. Thrown where it is found, written once by the server or the batch. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The code inside innerError, where Microsoft gives one. */
  readonly innerCode: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Readonly<Record<string, string>>; innerCode?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.innerCode = more.innerCode;
  }
}

export const invalidRequest = (message: string): GraphError =>
  new GraphError(400, 'invalidRequest', message);

export const itemNotFound = (message = 'The resource could not be found.'): GraphError =>
  new GraphError(404, 'itemNotFound', message);

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One call, alone or as a part of a batch. */
export interface Call {
  readonly method: string;
  /** Below the version, decoded segment by segment. */
  readonly segments: readonly string[];
  readonly query: Query;
  header(name: string): string | undefined;
  readonly body: Buffer;
  /** `http://host:port/v1.0`, for links in answers. */
  readonly base: string;
  readonly claims: AccessClaims;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text, or bytes with their own content-type header. */
  readonly body?: string | Buffer;
}

export function json(status: number, value: unknown, headers?: Record<string, string>): Reply {
  return {
    status,
    body: typeof value === 'string' ? value : JSON.stringify(value),
    ...(headers === undefined ? {} : { headers }),
  };
}

export const noContent: Reply = { status: 204 };

/** The options that begin with a dollar in OData; the dollar may be left out. */
const knownOptions = [
  'select',
  'expand',
  'filter',
  'top',
  'skip',
  'skiptoken',
  'orderby',
  'count',
  'search',
  'format',
] as const;

export type Option = (typeof knownOptions)[number];

export class Query {
  readonly raw: string;
  readonly #values = new Map<string, string>();

  constructor(raw: string) {
    this.raw = raw;
    for (const [key, value] of new URLSearchParams(raw)) this.#add(key, value);
  }

  #add(key: string, value: string): void {
    const plain = key.startsWith('$') ? key.slice(1).toLowerCase() : key.toLowerCase();
    const known = knownOptions.some((option) => option === plain);
    if (key.startsWith('$') && !known) {
      throw new GraphError(400, 'BadRequest', `The query parameter '${key}' is not supported.`);
    }
    if (this.#values.has(plain)) {
      throw new GraphError(
        400,
        'BadRequest',
        `Query option '${key}' was specified more than once, but it must be specified at most once.`,
      );
    }
    this.#values.set(plain, value);
  }

  get(
    name: Option | 'token' | 'tempauth' | '@microsoft.graph.conflictbehavior',
  ): string | undefined {
    return this.#values.get(name);
  }

  /** Refuses what the addressed collection does not offer. */
  refuse(...options: readonly Option[]): void {
    for (const option of options) {
      if (this.#values.has(option)) {
        throw invalidRequest(`The query option '$${option}' is not supported for this resource.`);
      }
    }
  }

  /** `$top`, clipped to what a page may hold. */
  top(usual: number, most: number): number {
    const text = this.#values.get('top');
    if (text === undefined) return usual;
    if (!/^\d+$/.test(text) || Number(text) < 1) {
      throw invalidRequest(`Invalid value '${text}' for $top query option found.`);
    }
    return Math.min(most, Number(text));
  }

  select(): readonly string[] | undefined {
    return namesOf(this.#values.get('select'));
  }

  /** What is expanded, with the inner `$select` of each. */
  expand(allowed: readonly string[]): ReadonlyMap<string, readonly string[] | undefined> {
    const found = new Map<string, readonly string[] | undefined>();
    for (const part of splitOutside(this.#values.get('expand') ?? '')) {
      const match = /^([A-Za-z]+)(?:\((.*)\))?$/.exec(part);
      const name = match?.[1];
      if (name === undefined || !allowed.includes(name)) {
        throw invalidRequest(`Parsing $expand failed: could not expand '${part}'.`);
      }
      found.set(name, innerSelectOf(match?.[2]));
    }
    return found;
  }
}

function innerSelectOf(options: string | undefined): readonly string[] | undefined {
  if (options === undefined || options.trim() === '') return undefined;
  const match = /^\s*\$?select\s*=\s*(.*)$/i.exec(options);
  if (match === null)
    throw invalidRequest(`Parsing $expand failed: '${options}' is not supported.`);
  return namesOf(match[1]);
}

function namesOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 || names.includes('*') ? undefined : names;
}

/** Splits at commas that stand outside parentheses. */
function splitOutside(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The body as a JSON object. */
export function bodyOf(call: Call): JsonObject {
  if (call.body.length === 0)
    throw new GraphError(400, 'BadRequest', 'Empty Payload. JSON content expected.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(call.body.toString('utf8'));
  } catch {
    throw new GraphError(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
  if (!isObject(parsed)) {
    throw new GraphError(400, 'BadRequest', 'The request payload must be a JSON object.');
  }
  return parsed;
}

/** Properties of a body that carry meaning: annotations and nulls say nothing here. */
export function refuseUnknown(body: JsonObject, known: readonly string[]): void {
  for (const key of Object.keys(body)) {
    if (!key.includes('@') && !known.includes(key)) {
      throw invalidRequest(`The property '${key}' does not exist on this type or cannot be set.`);
    }
  }
}

/** Keeps the selected properties, annotations, and what was expanded. */
export function selected(
  value: JsonObject,
  select: readonly string[] | undefined,
  expanded: Iterable<string> = [],
): JsonObject {
  if (select === undefined) return value;
  const keep = new Set([...select, ...expanded].map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key]) => key.startsWith('@') || keep.has((key.split('@')[0] ?? key).toLowerCase()),
    ),
  );
}

/** Compares an If-Match header with an ETag (platform C10); no header, last write wins. */
export function demandMatch(call: Call, eTag: string): void {
  const header = call.header('if-match');
  if (header === undefined) return;
  const bare = (text: string) => text.trim().replace(/^W\//, '').replaceAll('"', '').toLowerCase();
  const given = header.trim() === '*' ? ['*'] : eTagsOf(header);
  if (given.some((one) => one === '*' || bare(one) === bare(eTag))) return;
  throw new GraphError(412, 'resourceModified', "ETag does not match current item's value.");
}

/** An ETag holds a comma itself, so a list of them is split at the quotes. */
function eTagsOf(header: string): readonly string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [header];
}
