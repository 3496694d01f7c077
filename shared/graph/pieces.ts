/** A stream in pieces of one length, the last as long as it is; no more than one of them is held. */
export async function* piecesOf(
  parts: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  let piece = Buffer.allocUnsafe(length);
  let filled = 0;
  for await (const part of parts) {
    let used = 0;
    while (used < part.length) {
      const take = Math.min(length - filled, part.length - used);
      piece.set(part.subarray(used, used + take), filled);
      filled += take;
      used += take;
      if (filled < length) continue;
      yield piece;
      piece = Buffer.allocUnsafe(length);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
