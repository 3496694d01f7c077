const danish = /[æøåÆØÅéÉüöä]/g;

/** How many letters of ours a reading of the bytes gives. */
const lettersIn = (text: string): number => text.match(danish)?.length ?? 0;

/** What Windows-1252 has where Latin-1 has nothing; Node's own decoder takes the two for one. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

/** One byte a letter: the reading with most Danish letters, Windows' before the old Mac's. */
const fromBytes = (bytes: Uint8Array): string => {
  const windows = fromWindows(bytes);
  const mac = new TextDecoder('macintosh').decode(bytes);
  return lettersIn(mac) > lettersIn(windows) ? mac : windows;
};

/** UTF-16 without its mark shows itself by the empty half of most letters. */
const wideOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 400);
  const zerosAt = (half: number): number =>
    start.filter((byte, at) => byte === 0 && at % 2 === half).length;
  const most = start.length * 0.35;
  if (zerosAt(1) > most && zerosAt(0) === 0) return 'utf-16le';
  return zerosAt(0) > most && zerosAt(1) === 0 ? 'utf-16be' : null;
};

/** A file as text, in whichever of the encodings lists come in; null = not text at all. */
export const decode = (bytes: Uint8Array): string | null => {
  const wide = wideOf(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return bytes.includes(0) ? null : fromBytes(bytes);
  }
};
