import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer that is an error, thrown where it is found and written once by whoever serves it. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Files are sent whole up to this size; what a service takes as JSON it limits itself. */
const mostBytes = 64 * 1024 * 1024;

export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > mostBytes) throw new HttpRefusal(413, 'RequestTooLarge', 'The body is too large.');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as a JSON object; an empty body is an empty object. */
export function parseJsonObject(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new HttpRefusal(400, 'BadSyntax', `The body is not JSON: ${(cause as Error).message}`);
  }
  if (!isObject(parsed)) throw new HttpRefusal(400, 'BadSyntax', 'The body is not a JSON object.');
  return parsed;
}

export function sendJson(
  res: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify(value);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  res.end(text);
}

/** A path's segment as it was before it was percent-encoded. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpRefusal(400, 'BadArgument', 'The address is not well encoded.');
  }
}
