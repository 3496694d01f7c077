import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pictureWords } from '#shared/words/server/pictures.ts';
import { ApiRefusal } from './reply.ts';

export const largestPicture = 4 * 1_024 * 1_024;
/** Past this nobody is listened to any longer, answer or not. */
const endOfPatience = 64 * 1_024 * 1_024;

/** A file as it was sent. `bytes` are no more than the largest picture; `size` is all of it. */
export class SentFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly size: number;

  constructor(type: string, bytes: Uint8Array, size: number) {
    this.type = type;
    this.bytes = bytes;
    this.size = size;
  }
}

/**
 * Hears a file out even when it is too large, without keeping it: a browser that is still sending
 * sees a broken connection instead of the answer when it is cut short.
 */
const hearOut = async (type: string, payload: IncomingMessage): Promise<SentFile> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > endOfPatience)
      throw new ApiRefusal(413, 'tooLarge', pictureWords.tooLarge(size, largestPicture));
    if (size <= largestPicture) parts.push(bytes);
    else parts.length = 0;
  }
  return new SentFile(type, Buffer.concat(parts), size);
};

const kindOf = (type: string | undefined): string =>
  (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Takes files of any kind in this scope, so that the refusal of the wrong ones is in our words. */
export const takePictures = (scope: FastifyInstance): void => {
  scope.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
    hearOut(kindOf(request.headers['content-type']), payload),
  );
};
