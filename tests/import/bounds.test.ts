import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultImportWords } from '#shared/domain/importWords.ts';
import { limits } from '../../infra/import/limits.ts';
import { readTable } from '../../infra/import/readTable.ts';
import { aWorkbook, number, row, text, texts } from '../builders/workbook.ts';

const heads = texts(1, 'Titel', 'Budget');
const wanted = { words: defaultImportWords, withHidden: false };
const utf8 = (list: string): Uint8Array => new TextEncoder().encode(list);

const problemIn = async (
  bytes: Uint8Array,
  bounds = limits as { readMs: number; heapMb: number },
) => {
  const read = await readTable(bytes, wanted, bounds);
  return read.ok ? '' : read.problem;
};

/** A sheet of so many bytes, as small as they can be packed. */
const packed = (megabytes: number): Uint8Array => {
  const sheet = new Uint8Array(megabytes * 1_024 * 1_024).fill(32);
  const parts = unzipSync(aWorkbook({ sheets: [{ rows: heads }] }));
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet }, { level: 1 });
};

/** The directory says the sheet is small, and it is not. */
const lying = (): Uint8Array => {
  const bytes = packed(3);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + 24)).toString('latin1');
    if (view.getUint32(at, true) === 0x02014b50 && name === 'xl/worksheets/sheet1.xml')
      view.setUint32(at + 24, 1_000, true);
  }
  return bytes;
};

const entities = (): Uint8Array => {
  const parts = unzipSync(aWorkbook({ sheets: [{ rows: heads }] }));
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><worksheet><sheetData>${heads}<row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(bomb) });
};

describe('a file that asks for too much', () => {
  it.each([
    ['unpacks to more than anybody reads', () => packed(80)],
    ['has a line of millions of cells', () => utf8(`Titel;Budget\n${';'.repeat(3_000_000)}`)],
    ['has nothing but quotes', () => utf8(`Titel;Budget\n${'"'.repeat(3_000_000)}`)],
    ['has more lines than a portfolio', () => utf8(`Titel;Budget\n${'a;1\n'.repeat(21_000)}`)],
  ])('is refused with what to do: it %s', async (_name, bytes) => {
    expect(await problemIn(bytes())).toMatch(/rummer mere.*Gem listen som CSV/);
  });

  it('is stopped when it takes too long, or too much memory', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) =>
      row(at + 2, text(`A${at + 2}`, `Projekt ${at}`) + number(`B${at + 2}`, at)),
    );
    const file = aWorkbook({ sheets: [{ rows: heads + rows.join('') }] });
    expect(await problemIn(file, { ...limits, readMs: 1 })).toMatch(/for lang tid.*Gem listen/);
    expect(await problemIn(file, { ...limits, heapMb: 4 })).toMatch(/rummer mere.*Gem listen/);
    expect(await problemIn(file)).toBe('');
  });

  it('is cut where it lies about its size, and its entities are not written out', async () => {
    expect(await problemIn(lying())).not.toBe('');
    const read = await readTable(entities());
    expect(read.ok && read.table.rows[0]?.cells[0]).toBe('&b;');
  });
});
