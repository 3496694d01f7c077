import type { Picture } from '#shared/domain/picture/bars.ts';
import { saveFile } from './saveFile.ts';

/** Twice as many dots, so that it can be shown large. */
const sharpness = 2;

/** The same picture as dots, for what cannot show lines. */
const pngOf = async ({ svg, width, height }: Picture): Promise<Blob | null> => {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image(width, height);
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};

/** Hands a picture to the browser as a file; whether it could be drawn. */
export const savePng = async (picture: Picture, name: string): Promise<boolean> => {
  const png = await pngOf(picture).catch(() => null);
  if (png) saveFile(png, `${name}.png`);
  return png !== null;
};
