export type Shrunk =
  | { readonly ok: true; readonly blob: Blob; readonly width: number; readonly height: number }
  /** The browser cannot decode it: not a picture, or of a kind it does not know. */
  | { readonly ok: false };

/** Teams draws no larger picture in a card, and the chef must see the very one that is posted. */
const longestSide = 1_024;
/** The first that makes it small enough; the last is taken as it is. */
const jpegQualities = [0.85, 0.7, 0.55];
/** What Teams shows of a picture in a card. */
const smallEnough = 1_024 * 1_024;
/** Few colours, sharp edges: as JPEG it would be smudged and hardly smaller. */
const smallDrawing = 500 * 1_024;

const asBlob = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

const asJpeg = async (canvas: HTMLCanvasElement): Promise<Blob | null> => {
  let blob: Blob | null = null;
  for (const quality of jpegQualities) {
    blob = await asBlob(canvas, 'image/jpeg', quality);
    if (blob && blob.size <= smallEnough) return blob;
  }
  return blob;
};

const decode = async (file: Blob): Promise<ImageBitmap | null> => {
  try {
    return await createImageBitmap(file);
  } catch {
    // That it cannot be decoded is the answer.
    return null;
  }
};

const draw = (picture: ImageBitmap, ground: string | null): HTMLCanvasElement | null => {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/**
 * A picture as it is sent: drawn anew, at most 1,920 points on the long side, turned as the camera
 * was held. What is drawn has no EXIF: where and with what it was taken stays with whoever took it.
 */
export const shrinkPicture = async (file: File): Promise<Shrunk> => {
  const picture = await decode(file);
  if (!picture) return { ok: false };
  try {
    if (file.type === 'image/png') {
      const canvas = draw(picture, null);
      const blob = canvas && (await asBlob(canvas, 'image/png'));
      if (blob && blob.size <= smallDrawing)
        return { ok: true, blob, width: canvas.width, height: canvas.height };
    }
    // JPEG has no transparency; what shows through would turn black.
    const canvas = draw(picture, 'white');
    const blob = canvas && (await asJpeg(canvas));
    return blob ? { ok: true, blob, width: canvas.width, height: canvas.height } : { ok: false };
  } finally {
    picture.close();
  }
};
