import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** A part of a zip: what it is called, how large it says it is, and how it is had. */
export type ZipPart = {
  readonly name: string;
  readonly size: number;
  /** Throws where it is larger than it says. */
  readonly unpack: () => Uint8Array;
};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const unset = 0xffffffff;

/** Any zip, by the library; slower, for the few that are kept as zip64. */
const byLibrary = (bytes: Uint8Array): readonly ZipPart[] => {
  const parts: ZipPart[] = [];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const unpack = (): Uint8Array =>
        unzipSync(bytes, { filter: (one) => one.name === name })[name] ?? new Uint8Array();
      parts.push({ name, size: originalSize, unpack });
      return false;
    },
  });
  return parts;
};

const endOf = (zip: Buffer): number => {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1)
    if (zip.readUInt32LE(at) === endMark) return at;
  return -1;
};

type Packed = { readonly at: number; readonly length: number; readonly size: number };

/** Node's own zlib takes a fifth of the time of any in JavaScript, and stops at a size. */
const unpacked = (zip: Buffer, { at, length, size }: Packed, method: number): Uint8Array => {
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(start, start + length);
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
};

/** The parts of a zip, by the directory at its end. */
export const zipPartsIn = (bytes: Uint8Array): readonly ZipPart[] => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(zip);
  if (end < 0 || zip.readUInt32LE(end + 16) === unset) return byLibrary(bytes);
  const parts: ZipPart[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt32LE(at) !== entryMark) return byLibrary(bytes);
    const method = zip.readUInt16LE(at + 10);
    const packed = {
      length: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    };
    if (Object.values(packed).includes(unset)) return byLibrary(bytes);
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    parts.push({ name, size: packed.size, unpack: () => unpacked(zip, packed, method) });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
};
