/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';
import { limits } from './limits.ts';
import { type ZipPart, zipPartsIn } from './zipDirectory.ts';

/** The file asks for more than anybody would read. */
export class TooMuch extends Error {}

/** The file is not what a workbook is. */
export class NotAWorkbook extends Error {}

const chunk = 256 * 1_024;

/** By name without prefix: `r:id` is `id`. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export type Listener = {
  readonly open: (name: string, attributes: () => Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Prefixes are the writer's own choice, and no two elements differ by prefix alone here. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

type Values = Readonly<Record<string, string>>;

const isPlain = (attributes: Values): boolean => {
  for (const name in attributes)
    if (name.includes(':') || attributes[name]?.includes('&')) return false;
  return true;
};

/** Attributes by local name, decoded. Most are so already, and there are many. */
const plain = (attributes: Values, decode: (text: string) => string): Values =>
  isPlain(attributes)
    ? attributes
    : Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [local(name), decode(value)]),
      );

const mostBytesOf = (path: string): number => {
  if (/sharedstrings/i.test(path)) return limits.stringsBytes;
  return /worksheets?\//i.test(path) ? limits.sheetBytes : limits.otherPartBytes;
};

/** The parts of a workbook. A part is unpacked when it is asked for, and only as far as we allow. */
export class WorkbookParts {
  /** By lower-case path, because some writers name a part in another case than they store it. */
  readonly #parts: ReadonlyMap<string, ZipPart>;

  constructor(bytes: Uint8Array) {
    this.#parts = new Map(
      zipPartsIn(bytes).map((part) => [part.name.replaceAll('\\', '/').toLowerCase(), part]),
    );
  }

  #unpacked(path: string): Uint8Array | undefined {
    const part = this.#parts.get(path.toLowerCase());
    if (part && part.size > mostBytesOf(path)) throw new TooMuch(path);
    return part?.unpack();
  }

  /** Reads a part from end to end; false when it is not there. Entities of its own are not expanded. */
  read(path: string, { open, close, text }: Listener): boolean {
    const bytes = this.#unpacked(path);
    if (!bytes) return false;
    const parser = new Parser();
    parser.on('openTag', (name, attributes, decode) =>
      // Not named, because there are many of them.
      open(local(name), () => plain(attributes(), decode)),
    );
    if (close) parser.on('closeTag', (name) => close(local(name)));
    if (text) {
      parser.on('text', (value, decode) => text(value.includes('&') ? decode(value) : value));
      parser.on('cdata', (value) => text(value));
    }
    parser.on('error', (error) => {
      throw new NotAWorkbook(`${path}: ${error.message}`);
    });
    const decoder = new TextDecoder(encodingOf(bytes));
    for (let at = 0; at < bytes.length; at += chunk)
      parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }));
    parser.end();
    return true;
  }
}

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
};
