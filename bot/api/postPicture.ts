import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import type { PictureReply } from '#shared/contract/pictures.ts';
import { pictureIdOf } from '#shared/graph/files.ts';
import type { PictureType } from '#shared/useCases/ports.ts';
import { maySendPictures } from '#shared/useCases/stories/stories.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { pictureWords } from '#shared/words/server/pictures.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { largestPicture, SentFile } from './takePictures.ts';

const mostPixels = 8_000;
/** Looking for the size goes byte by byte in a file made to be slow, so not through all of it. */
const longestHeader = 1_024 * 1_024;

/** What the first bytes of a file are, whatever it is called. */
const magic: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e470d0a1a0a0000000d49484452',
};

const readers = { 'image/jpeg': JPG, 'image/png': PNG } as const;

type Size = Pick<PictureReply, 'width' | 'height'>;

const isPictureType = (type: string): type is PictureType => Object.hasOwn(magic, type);

const unreadable = (): ApiRefusal => new ApiRefusal(422, 'unreadable', pictureWords.unreadable);

/**
 * From the header; the picture itself is never decoded here. The reader gets a copy in memory of its
 * own: it reads on past the end of a part, into whatever lies beside it there.
 */
const sizeOf = (bytes: Uint8Array, type: PictureType): Size => {
  try {
    const header = Uint8Array.from(bytes.subarray(0, longestHeader));
    const { width, height, orientation = 1 } = readers[type].calculate(header);
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    // Whatever the reader stumbles over, it is the file that makes no sense.
    throw unreadable();
  }
};

const checkSize = ({ width, height }: Size): void => {
  if (!(width > 0 && height > 0)) throw unreadable();
  if (width > mostPixels || height > mostPixels)
    throw new ApiRefusal(
      422,
      'tooManyPixels',
      pictureWords.tooManyPixels(width, height, mostPixels),
    );
};

/** The picture in what was sent, or the refusal that says what is wrong with it. */
const pictureIn = (sent: unknown): { bytes: Uint8Array; type: PictureType; size: Size } => {
  if (!(sent instanceof SentFile)) throw new ApiRefusal(415, 'wrongType', pictureWords.wrongType);
  const { type, bytes, size } = sent;
  if (size === 0) throw new ApiRefusal(400, 'empty', pictureWords.empty);
  if (!isPictureType(type)) throw new ApiRefusal(415, 'wrongType', pictureWords.wrongType);
  if (size > largestPicture)
    throw new ApiRefusal(413, 'tooLarge', pictureWords.tooLarge(size, largestPicture));
  if (!Buffer.from(bytes.subarray(0, 16)).toString('hex').startsWith(magic[type]))
    throw new ApiRefusal(415, 'notThatType', pictureWords.notThatType);
  const pixels = sizeOf(bytes, type);
  checkSize(pixels);
  return { bytes, type, size: pixels };
};

/** The file itself is the body. The same picture twice is one. */
export const postPicture: Handler<'POST /api/stories/pictures'> =
  ({ deps }) =>
  async ({ actor, request, reply }) => {
    if (!maySendPictures(deps, actor)) throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    const { bytes, type, size } = pictureIn(request.body);
    const id = pictureIdOf(bytes, type);
    await deps.pictures.put(id, bytes, type);
    reply.code(201);
    return { id, ...size, bytes: bytes.length };
  };
