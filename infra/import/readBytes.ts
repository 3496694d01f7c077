import type { ImportWords } from '#shared/domain/importWords.ts';
import { importWords } from '#shared/words/server/import.ts';
import { headingWordsOf } from './headings.ts';
import { limits } from './limits.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';
import type { Read } from './table.ts';
import { TooMuch } from './workbookParts.ts';

export type Wanted = {
  readonly words: ImportWords;
  /** Hidden rows, columns and sheets too. */
  readonly withHidden: boolean;
};

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** A workbook is a zip, whatever the file is called. */
const isZip = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04);

/** What Excel wrote before 2007, and how it keeps a workbook with a password today. */
const isCompound = (bytes: Uint8Array): boolean => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const zipRead = (bytes: Uint8Array, wanted: Wanted): Read => {
  try {
    return readXlsx(bytes, { ...wanted, words: headingWordsOf(wanted.words) });
  } catch (thrown) {
    if (thrown instanceof TooMuch) throw thrown;
    // Whatever is wrong inside a zip, to a person it is a file that is no workbook.
    return { ok: false, problem: importWords.notWorkbook };
  }
};

/** A file as a table. Runs where it may be stopped (readTable.ts): an odd file may take for ever. */
export const readBytes = (bytes: Uint8Array, wanted: Wanted): Read => {
  if (bytes.length === 0) return { ok: false, problem: importWords.empty };
  if (bytes.length > limits.fileBytes) return { ok: false, problem: importWords.tooLarge };
  if (isCompound(bytes)) return { ok: false, problem: importWords.oldWorkbook };
  try {
    return isZip(bytes) ? zipRead(bytes, wanted) : readCsv(bytes, headingWordsOf(wanted.words));
  } catch (thrown) {
    if (thrown instanceof TooMuch) return { ok: false, problem: importWords.tooMuch };
    throw thrown;
  }
};
