import type { Reply } from './call.ts';
import { GraphError } from './call.ts';

/** Turns what was thrown into Graph's error body; everything that is no refusal stays loud. */
export class Errors {
  readonly #requestId: string;
  readonly #clientRequestId: string;
  readonly #date: string;

  constructor(requestId: string, clientRequestId: string, now: number) {
    this.#requestId = requestId;
    this.#clientRequestId = clientRequestId;
    this.#date = new Date(now).toISOString().slice(0, 19);
  }

  caught(work: () => Reply): Reply {
    try {
      return work();
    } catch (cause) {
      return this.replyTo(cause);
    }
  }

  async caughtLater(work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (cause) {
      return this.replyTo(cause);
    }
  }

  replyTo(cause: unknown): Reply {
    if (!(cause instanceof GraphError)) throw cause;
    return this.reply(cause);
  }

  reply(error: GraphError): Reply {
    const innerError = {
      ...(error.innerCode === undefined ? {} : { code: error.innerCode }),
      date: this.#date,
      'request-id': this.#requestId,
      'client-request-id': this.#clientRequestId,
    };
    return {
      status: error.status,
      headers: error.headers,
      body: JSON.stringify({ error: { code: error.code, message: error.message, innerError } }),
    };
  }
}
