import { importWords } from '#shared/messages/import.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';
import type { Read } from './table.ts';

const largest = 20 * 1_024 * 1_024;

/** A zip begins like this, and a workbook is a zip, whatever the file is called. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export const readTable = async (bytes: Uint8Array): Promise<Read> => {
  if (bytes.length === 0) return { ok: false, problem: importWords.empty };
  if (bytes.length > largest) return { ok: false, problem: importWords.tooLarge };
  return isZip(bytes) ? readXlsx(bytes) : readCsv(bytes);
};
