import { importWords } from '#shared/messages/import.ts';
import { largestOre, parseKr } from '#shared/messages/money.ts';
import { type Cell, isBlank } from './table.ts';

export type CellRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const { refusals } = importWords;
const fine = <T>(value: T): CellRead<T> => ({ ok: true, value });
const no = <T>(reason: string): CellRead<T> => ({ ok: false, reason });

const fromNumber = (kroner: number, heading: string, given: string): CellRead<number> => {
  if (!Number.isFinite(kroner)) return no(refusals.amount(heading, given));
  if (kroner < 0) return no(refusals.negativeAmount(heading, given));
  const ore = Math.round(kroner * 100);
  if (ore > largestOre) return no(refusals.largeAmount(heading, given));
  // A part of an øre is no amount anybody wrote.
  if (Math.abs(kroner * 100 - ore) > 1e-4) return no(refusals.amount(heading, given));
  return fine(ore);
};

const millions = /^(\d{1,6}(?:,\d{1,6})?)\s*(mio|million|millioner|mill)\.?\s*(?:kr\.?|kroner)?$/i;
const thousands = /^(\d{1,6}(?:,\d{1,3})?)\s*(t\.?\s?kr\.?|tusind(?:\s*kr\.?|\s*kroner)?)$/i;

/** Whole øre out of what Danes write: "1.250.000,00 kr.", "kr. 8.000,-", "1,5 mio.". */
export const amountIn = (cell: Cell, heading: string): CellRead<number | null> => {
  if (isBlank(cell)) return fine(null);
  const given = String(cell).trim();
  if (typeof cell === 'number') return fromNumber(cell, heading, given);
  const bare = given.replace(/^(?:kr\.?|dkk)\s*/i, '');
  const [large, factor] = millions.test(bare) ? [millions, 1_000_000] : [thousands, 1_000];
  const match = large.exec(bare);
  if (match?.[1]) return fromNumber(Number(match[1].replace(',', '.')) * factor, heading, given);
  const parsed = parseKr(given);
  if (parsed.ok) return fine(parsed.ore);
  switch (parsed.reason) {
    case 'negative':
      return no(refusals.negativeAmount(heading, given));
    case 'tooLarge':
      return no(refusals.largeAmount(heading, given));
    case 'empty':
    case 'notAnAmount':
      return no(refusals.amount(heading, given));
  }
};

const dayFrom = (year: number, month: number, date: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, date));
  const real =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return real && year >= 1990 && year <= 2100 ? at.toISOString().slice(0, 10) : null;
};

/** Excel counts days from 1899-12-30; these are the years 1990–2100. */
const fromSerial = (serial: number): string | null =>
  Number.isInteger(serial) && serial >= 32_874 && serial <= 73_415
    ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
    : null;

const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;

const dayOf = (cell: Cell): string | null => {
  if (typeof cell === 'number') return fromSerial(cell);
  const text = cell.trim();
  const written = danish.exec(text);
  if (written) {
    const [, date = '', month = '', year = ''] = written;
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    return dayFrom(full, Number(month), Number(date));
  }
  const international = iso.exec(text);
  if (international) {
    const [, year = '', month = '', date = ''] = international;
    return dayFrom(Number(year), Number(month), Number(date));
  }
  return /^\d{5}$/.test(text) ? fromSerial(Number(text)) : null;
};

/** A day out of "3.11.2026", "3/11-26", "2026-11-03" or Excel's number for it. */
export const dayIn = (cell: Cell, heading: string): CellRead<string | null> => {
  if (isBlank(cell)) return fine(null);
  const day = dayOf(cell);
  return day === null ? no(refusals.date(heading, String(cell).trim())) : fine(day);
};

/** A year, written as one or as a date in it. */
export const yearIn = (cell: Cell, heading: string): CellRead<number | null> => {
  if (isBlank(cell)) return fine(null);
  const given = String(cell).trim();
  const year = /^\d{4}$/.test(given) ? Number(given) : Number(dayOf(cell)?.slice(0, 4) ?? 0);
  return year >= 1990 && year <= 2100 ? fine(year) : no(refusals.year(heading, given));
};

export const textIn = (cell: Cell, heading: string, longest: number): CellRead<string> => {
  const text = String(cell).replace(/\r\n?/g, '\n').trim();
  return text.length > longest ? no(refusals.tooLong(heading, longest)) : fine(text);
};

export const linkIn = (cell: Cell, heading: string): CellRead<string> => {
  const text = String(cell).trim();
  if (text === '') return fine('');
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && text.length <= 2_000
    ? fine(text)
    : no(refusals.link(heading, text.slice(0, 80)));
};

/** One of a few words, in any case; what is not known is refused with the words that are. */
export const wordIn = <T>(
  cell: Cell,
  heading: string,
  words: ReadonlyMap<string, T>,
): CellRead<T | null> => {
  if (isBlank(cell)) return fine(null);
  const given = String(cell).trim();
  const found = words.get(given.toLowerCase());
  return found === undefined
    ? no(refusals.unknownWord(heading, given.slice(0, 60), [...words.keys()]))
    : fine(found);
};
