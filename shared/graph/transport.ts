import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as overHttp,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  type Context,
  type FetchOptions,
  HTTPMessageHandler,
  type Middleware,
} from '@microsoft/microsoft-graph-client';

/** What is read of an answer. */
export type Answer = {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
};

/** A place that nobody uses is given up before the service gives it up, or a call would meet that. */
const idleMs = 4_000;
const agents = {
  'http:': new HttpAgent({ keepAlive: true, timeout: idleMs }),
  'https:': new HttpsAgent({ keepAlive: true, timeout: idleMs }),
};

const unzipped = promisify(gunzip);

const answerOf = (message: IncomingMessage, bytes: Buffer): Answer => ({
  status: message.statusCode ?? 0,
  headers: {
    get: (name) => {
      const said = message.headers[name];
      return said === undefined ? null : String(said);
    },
  },
  text: async () => {
    const isZipped = message.headers['content-encoding'] === 'gzip' && bytes.length > 0;
    return (isZipped ? await unzipped(bytes) : bytes).toString('utf8');
  },
});

/** To its end: an answer that breaks off is none. */
const readAnswer = (message: IncomingMessage, give: (answer: Answer) => void): void => {
  const parts: Buffer[] = [];
  message.on('data', (part: Buffer) => parts.push(part));
  message.on('end', () => give(answerOf(message, Buffer.concat(parts))));
};

const open = (url: string, options: RequestOptions): ClientRequest =>
  url.startsWith('https:')
    ? overHttps(url, { ...options, agent: agents['https:'] })
    : overHttp(url, { ...options, agent: agents['http:'] });

/** One call over Node's own http, and its answer to the end. */
export const carry = (
  url: string,
  { method, headers, body, signal }: FetchOptions,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = open(url, {
      method: method ?? 'GET',
      headers: { ...(headers as Record<string, string>), 'Accept-Encoding': 'gzip' },
      ...(signal ? { signal } : {}),
    });
    request.on('response', (message) => {
      message.on('error', reject);
      readAnswer(message, resolve);
    });
    request.on('error', reject);
    request.end(body);
  });

/** What to say of a call whose answer may lie somewhere else. */
export const isElsewhere = { name: 'redirect', value: 'follow' } as const;

/**
 * Carries what the official client says over Node's own http: `fetch` takes three times the CPU for
 * the same bytes (`infra/decisions/0039-what-a-call-costs.md`). A file is fetched, since Graph
 * answers with the address where it lies.
 */
export class Transport implements Middleware {
  readonly #fetching = new HTTPMessageHandler();

  async execute(context: Context): Promise<void> {
    const { request, options = {} } = context;
    if (typeof request !== 'string' || options[isElsewhere.name] === isElsewhere.value) {
      await this.#fetching.execute(context);
      return;
    }
    // The client hands it on as it is; of a Response it has what is read of one.
    context.response = (await carry(request, options)) as Response;
  }
}
