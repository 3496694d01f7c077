import { Client, type FetchOptions, ResponseType } from '@microsoft/microsoft-graph-client';
import { Fault } from '#shared/useCases/ports.ts';
import type { Limiter, Priority } from './limiter.ts';
import {
  type Call,
  faultOf,
  fileIn,
  isDone,
  isOpen,
  noAnswer,
  type Reply,
  replyTo,
} from './reply.ts';
import { headroomIn, waitAskedIn } from './retryAfter.ts';
import { pause, type Timing } from './timing.ts';
import type { TokenSource } from './token.ts';
import { type Answer, carry, isElsewhere, Transport } from './transport.ts';

export type ClientParts = {
  /** `https://graph.microsoft.com`, without the version. */
  readonly graphUrl: string;
  readonly token: TokenSource;
  readonly limiter: Limiter;
  readonly timing: Timing;
  /** How long a call may wait for its turn before it is given up; nothing has gone out then. */
  readonly patienceMs: Readonly<Record<Priority, number>>;
  readonly timeoutMs?: number;
  /** The first pause after an answer that was none; doubles each time. */
  readonly backoffMs?: number;
};

/** Microsoft serves callers that say who they are first (platform C4). */
const userAgent = 'NONISV|ViborgKommune|DigiTekPortefolje/1.0';
const version = 'v1.0';
const mostAttempts = 4;
export const mostParts = 20;

/**
 * The official client does the talking; when to talk, and whether to say it again, is ours. Its own
 * repetition is left out, because it says POST again too (goals, finding 1).
 */
export class GraphClient {
  readonly #parts: ClientParts;
  readonly #graph: Client;
  readonly #base: string;

  constructor(parts: ClientParts) {
    this.#parts = parts;
    const baseUrl = parts.graphUrl.replace(/\/+$/, '');
    this.#base = `${baseUrl}/${version}/`;
    this.#graph = Client.initWithMiddleware({
      baseUrl,
      defaultVersion: version,
      middleware: new Transport(),
    });
  }

  /**
   * Says it until there is an answer. A call that may not be repeated comes back with the status
   * that left it open (0: none at all), and whoever sent it has to look.
   */
  async send(call: Call, doubtfulBefore = false): Promise<Reply> {
    const deadline = this.#parts.timing.now() + this.#patienceOf(call);
    let doubtful = doubtfulBefore;
    let refreshed = false;
    for (let attempt = 1; ; attempt += 1) {
      const reply = await this.#enterAndAsk(call, { deadline, attempt, doubtful, refreshed });
      if (reply.status === 401 && !refreshed) {
        refreshed = true;
        continue;
      }
      if (isRefused(reply, call)) continue;
      if (!isOpen(reply) || !isRepeatable(call) || attempt >= mostAttempts)
        return { ...reply, doubtful };
      doubtful ||= call.method !== 'GET';
      await pause(this.#parts.timing, this.#backoff(attempt));
    }
  }

  /** The answer's body; a fault when it was not a yes. */
  async ask(call: Call): Promise<Readonly<Record<string, unknown>>> {
    const reply = await this.send(call);
    if (isDone(reply)) return reply.body;
    throw faultOf(reply, call);
  }

  get(path: string, units: number, priority: Priority = 'read'): Promise<Reply['body']> {
    return this.ask({ method: 'GET', path, units, priority });
  }

  /** Every value of a collection, page by page. */
  async *pages(first: string, units: number, priority: Priority = 'read'): AsyncGenerator<unknown> {
    let path: string | undefined = first;
    while (path !== undefined) {
      const body: Reply['body'] = await this.get(path, units, priority);
      const { value, '@odata.nextLink': next } = body;
      if (Array.isArray(value)) yield* value;
      path = typeof next === 'string' ? this.pathOf(next) : undefined;
    }
  }

  /** A link that Graph gave, as a path; one that leads elsewhere would take the token there. */
  pathOf(link: string): string {
    if (link.startsWith(this.#base)) return link.slice(this.#base.length - 1);
    throw new Fault('graph.rejected', { problem: 'foreignLink', link });
  }

  /**
   * Up to 20 calls in one. Parts that were refused, or may be repeated, go out again one by one;
   * the others come back as they were answered, in the order asked.
   */
  async batch(calls: readonly Call[]): Promise<readonly Reply[]> {
    if (calls.length > mostParts) throw new RangeError(`a batch holds at most ${mostParts} calls`);
    const outer = await this.send(outerOf(calls));
    if (outer.status === 401 || outer.status === 403) throw faultOf(outer, outerOf(calls));
    const answers = answersIn(outer);
    const replies = calls.map((_, at) => answers.get(String(at)) ?? unanswered(outer));
    if (!isDone(outer) && isRepeatable(outerOf(calls))) return replies;
    for (const [at, reply] of replies.entries()) this.#heed(reply, 1, calls[at]);
    return Promise.all(replies.map((reply, at) => this.#finish(calls[at], reply)));
  }

  async #finish(call: Call | undefined, reply: Reply): Promise<Reply> {
    if (!call) return reply;
    if (isRefused(reply, call) || reply.status === 424) return this.send(call);
    if (isOpen(reply) && isRepeatable(call)) return this.send(call, call.method !== 'GET');
    return reply;
  }

  async #enterAndAsk(
    call: Call,
    turn: { deadline: number; attempt: number; doubtful: boolean; refreshed: boolean },
  ): Promise<Reply> {
    const { limiter, timing } = this.#parts;
    const patienceMs = Math.max(0, turn.deadline - timing.now());
    try {
      await limiter.enter({ units: call.units, priority: call.priority, patienceMs });
    } catch (cause) {
      if (!turn.doubtful || !(cause instanceof Fault)) throw cause;
      throw new Fault(cause.code, { ...cause.context, outcome: 'unknown' }, cause);
    }
    let reply: Reply = noAnswer();
    try {
      reply = await this.#askOnce(call, turn.refreshed);
      this.#heed(reply, turn.attempt, call);
    } finally {
      limiter.leave(call, headroomIn(reply.headers));
    }
    return reply;
  }

  /** The service's wish to be left alone counts for everybody. */
  #heed(reply: Reply, attempt: number, call: Call | undefined): void {
    if (call?.ownService || (reply.status !== 429 && reply.status !== 503)) return;
    const { limiter } = this.#parts;
    limiter.throttled();
    const asked = waitAskedIn(reply.headers);
    if (asked !== undefined || reply.status === 429) limiter.close(asked ?? this.#backoff(attempt));
  }

  async #askOnce(call: Call, fresh: boolean): Promise<Reply> {
    if (call.elsewhere !== undefined) return this.#askElsewhere(call.elsewhere, call);
    const token = await this.#parts.token({ fresh });
    const request = this.#graph
      .api(call.path)
      .headers({ ...call.headers, Authorization: `Bearer ${token}`, 'User-Agent': userAgent })
      .option('signal', AbortSignal.timeout(call.timeoutMs ?? this.#parts.timeoutMs ?? 10_000))
      .responseType(ResponseType.RAW);
    try {
      if (call.bytesUpTo === undefined)
        return await replyTo((await sendBy(request, call)) as Answer);
      request.option(isElsewhere.name, isElsewhere.value);
      return await fileIn((await sendBy(request, call)) as Response, call.bytesUpTo);
    } catch (cause) {
      return noAnswer(cause);
    }
  }

  /** The token is for Graph alone; an upload session is refused with one, and knows its own. */
  async #askElsewhere(url: string, call: Call): Promise<Reply> {
    try {
      const answer = await carry(url, {
        method: call.method,
        headers: { ...call.headers, 'User-Agent': userAgent },
        signal: AbortSignal.timeout(call.timeoutMs ?? this.#parts.timeoutMs ?? 10_000),
        ...(call.body === undefined
          ? {}
          : { body: call.body as NonNullable<FetchOptions['body']> }),
      });
      return await replyTo(answer);
    } catch (cause) {
      return noAnswer(cause);
    }
  }

  #patienceOf(call: Call): number {
    return call.patienceMs ?? this.#parts.patienceMs[call.priority];
  }

  #backoff(attempt: number): number {
    const first = this.#parts.backoffMs ?? 500;
    return Math.min(60_000, first * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2);
  }
}

type Request = ReturnType<Client['api']>;

const sendBy = (request: Request, call: Call): Promise<unknown> => {
  switch (call.method) {
    case 'GET':
      return request.get();
    case 'POST':
      return request.post(call.body);
    case 'PUT':
      return request.put(call.body);
    case 'PATCH':
      return request.patch(call.body);
    case 'DELETE':
      return request.delete();
  }
};

const isRepeatable = (call: Call): boolean => call.repeatable ?? call.method !== 'POST';

/** Nothing was done: 429 always; a 503 that names a time is throttling too (platform C4). */
const isRefused = (reply: Reply, call: Call): boolean =>
  call.ownService !== true &&
  (reply.status === 429 ||
    (reply.status === 503 && isRepeatable(call) && waitAskedIn(reply.headers) !== undefined));

const outerOf = (calls: readonly Call[]): Call => ({
  method: 'POST',
  path: '/$batch',
  units: calls.reduce((sum, call) => sum + call.units, 0),
  priority: calls[0]?.priority ?? 'read',
  repeatable: calls.every((call) => call.method === 'GET'),
  ownService: calls.every((call) => call.ownService === true),
  ...(calls[0]?.patienceMs === undefined ? {} : { patienceMs: calls[0].patienceMs }),
  body: {
    requests: calls.map((call, at) => ({
      id: String(at),
      method: call.method,
      url: call.path,
      ...(call.headers || call.body !== undefined ? { headers: headersOf(call) } : {}),
      ...(call.body === undefined ? {} : { body: call.body }),
    })),
  },
});

const headersOf = (call: Call): Record<string, string> => ({
  ...call.headers,
  ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
});

const unanswered = (outer: Reply): Reply => (isDone(outer) ? noAnswer() : outer);

const answersIn = (outer: Reply): Map<string, Reply> => {
  const answers = new Map<string, Reply>();
  const { responses } = outer.body;
  if (!isDone(outer) || !Array.isArray(responses)) return answers;
  for (const { id, status, headers, body } of responses as readonly Part[])
    answers.set(id, {
      status,
      headers: new Headers(headers ?? {}),
      body: typeof body === 'object' && body !== null ? body : {},
      doubtful: false,
    });
  return answers;
};

type Part = {
  readonly id: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: Reply['body'] | null;
};
