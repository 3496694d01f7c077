import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Past this nobody is listened to any longer, answer or not. */
const endOfPatience = 64 * 1_024 * 1_024;
/** Longer than this between two parts, and whoever sends is gone. */
const longestSilenceMs = 30_000;

/** A file that is still coming in; it is read by whoever takes it, part by part. */
export class ComingFile {
  readonly #payload: IncomingMessage;

  constructor(payload: IncomingMessage) {
    this.#payload = payload;
  }

  /** As its sender says; not a number when it says nothing. */
  get size(): number {
    return Number(this.#payload.headers['content-length'] ?? Number.NaN);
  }

  /** Whoever stops reading leaves the rest where it is, so that an answer can still be given. */
  async *parts(): AsyncGenerator<Uint8Array> {
    const source = this.#payload.iterator({ destroyOnReturn: false });
    for (;;) {
      const silence = setTimeout(() => {
        this.#payload.destroy(new Error('nothing came any more'));
      }, longestSilenceMs);
      const next = await source.next().finally(() => clearTimeout(silence));
      if (next.done) return;
      yield next.value as Uint8Array;
    }
  }

  /** A browser that is still sending sees a broken connection instead of an answer, so it is heard out. */
  async hearOut(): Promise<void> {
    if (this.#payload.readableEnded || this.#payload.destroyed) return;
    let size = 0;
    for await (const part of this.parts()) {
      size += part.length;
      if (size > endOfPatience) return;
    }
  }
}

/** Files of any kind, as a stream: what a file may be is said in our words. */
export const takeFiles = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) =>
    done(null, new ComingFile(payload as IncomingMessage)),
  );
};
