import {
  Agent,
  createServer,
  type IncomingMessage,
  request as openRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ambush, Reached } from './ambush.ts';
import { type KnownItems, noteCreated, projectIn, type Write, writesIn } from './labels.ts';

type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** A call and its answer, as they went by. */
export type Exchange = {
  readonly path: string;
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly at: number;
  readonly answeredAt: number;
};

type Parts = {
  readonly known: KnownItems;
  readonly ambush: Ambush;
  /** Presses go in, so every one of them is a step called `reply`. */
  readonly inbound?: boolean;
};

/**
 * Stands before somebody and passes on what is said, and stops a write at the very place where
 * its sender is to die: not passed on, or done and the answer kept back. Nothing of the product
 * knows of it.
 */
export class Relay {
  target = '';
  /** Writes that were let through, counted. */
  writes = 0;
  onExchange: ((exchange: Exchange) => void) | undefined;
  readonly #parts: Parts;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  #server: Server | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async listen(): Promise<string> {
    const server = createServer((req, res) => {
      this.#pass(req, res).catch(() => res.destroy());
    });
    server.keepAliveTimeout = 60_000;
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (this.#server) this.#server.close(() => resolve());
      else resolve();
    });
    this.#agent.destroy();
  }

  async #pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { known, ambush, inbound } = this.#parts;
    const at = Date.now();
    const body = await bodyOf(req);
    const writes = this.#writesOf(req, body);
    const reached = ambush.meet(writes);
    if (reached?.point.side === 'before' && !inbound) {
      ambush.hold(res, reached.project);
      return;
    }
    this.writes += writes.length;
    const answer = await this.#ask(req, body);
    this.onExchange?.({
      path: req.url ?? '',
      status: answer.status,
      retryAfter: answer.headers['retry-after'],
      at,
      answeredAt: Date.now(),
    });
    for (const write of writes)
      noteCreated(req.url ?? '', answer.body.toString('utf8'), write.project, known);
    this.#give(res, answer, reached);
  }

  #give(res: ServerResponse, answer: Answer, reached: Reached | undefined): void {
    const { ambush, inbound } = this.#parts;
    if (reached && !(inbound && reached.point.side === 'after')) {
      ambush.hold(res, reached.project);
      return;
    }
    if (reached) res.once('finish', () => ambush.struck(reached.project));
    if (res.destroyed) return;
    const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers;
    res.writeHead(answer.status, { ...headers, 'content-length': answer.body.length });
    res.end(answer.body);
  }

  #writesOf(req: IncomingMessage, body: Buffer): readonly Write[] {
    const method = req.method ?? 'GET';
    const text = body.toString('utf8');
    if (!this.#parts.inbound) return writesIn(method, req.url ?? '', text, this.#parts.known);
    const isPress = method === 'POST' && text.includes('adaptiveCard/action');
    const isRefresh = text.includes('"trigger":"automatic"');
    return isPress && !isRefresh ? [{ label: 'reply', project: projectIn(text) }] : [];
  }

  #ask(req: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { 'transfer-encoding': _, connection: __, ...headers } = req.headers;
      const asked = openRequest(
        new URL(req.url ?? '/', this.target),
        {
          method: req.method,
          agent: this.#agent,
          headers: { ...headers, 'content-length': body.length },
        },
        (answer) => {
          bodyOf(answer).then(
            (given) =>
              resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: given }),
            reject,
          );
        },
      );
      asked.once('error', reject);
      asked.end(body);
    });
  }
}
