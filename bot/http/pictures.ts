import type { FastifyInstance } from 'fastify';
import type { Pictures } from '#shared/useCases/ports.ts';
import { pictureWords } from '#shared/words/server/pictures.ts';
import { ApiRefusal, sendRefusal } from '../api/reply.ts';
import { withCorrelation } from '../log.ts';
import { RecentPictures } from './recentPictures.ts';

const pictureId = /^[0-9a-f]{64}\.(?:jpg|png)$/;

/** Another picture has another address, so this one never changes. */
const forGood = 'private, max-age=31536000, immutable';

/**
 * `GET /pictures/<id>`, for cards and the tab. Without a token, because Teams fetches the pictures
 * of a card without one: the address itself is the right to see it (decision 9).
 */
export const registerPictures = (app: FastifyInstance, pictures: Pick<Pictures, 'read'>): void => {
  const recent = new RecentPictures(pictures);
  app.get<{ Params: { id: string } }>('/pictures/:id', (request, reply) =>
    withCorrelation(async () => {
      const { id } = request.params;
      const picture = pictureId.test(id) ? await recent.read(id) : undefined;
      if (!picture)
        return sendRefusal(reply, new ApiRefusal(404, 'noPicture', pictureWords.unknown));
      return reply
        .header('cache-control', forGood)
        .type(picture.type)
        .send(Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.length));
    }),
  );
};
