import { dayOf as dayInCopenhagen } from '#shared/domain/day.ts';
import { wordKey } from '#shared/domain/importWords.ts';
import { firstDayOf, lastDayOf } from '#shared/domain/plan/month.ts';
import { mostPlanHours } from '#shared/domain/plan/planned.ts';
import { largestOre, parseKr } from '#shared/words/money.ts';
import { importWords } from '#shared/words/server/import.ts';
import { type Cell, isBlank } from './table.ts';

export type CellRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** A cell in which a person sees a text or a number. */
export type PlainCell = string | number;

const { refusals } = importWords;
const fine = <T>(value: T): CellRead<T> => ({ ok: true, value });
const no = <T>(reason: string): CellRead<T> => ({ ok: false, reason });

/** What a person is told they wrote: on one line, and not for ever. */
const quoted = (text: string): string => {
  const line = text
    .slice(0, 200)
    .trim()
    .replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

/** Longer than any amount, date or word is; the patterns below look only at what may be one. */
const isLong = (cell: PlainCell): boolean => String(cell).length > 120;

const fromNumber = (kroner: number, heading: string): CellRead<number> => {
  const given = String(kroner).replace('.', ',');
  if (!Number.isFinite(kroner)) return no(refusals.amount(heading, given));
  if (kroner < 0) return no(refusals.negativeAmount(heading, given));
  const ore = Math.round(kroner * 100);
  if (ore > largestOre) return no(refusals.largeAmount(heading, given));
  // A part of an øre is no amount anybody wrote.
  if (Math.abs(kroner * 100 - ore) > 1e-4) return no(refusals.amount(heading, given));
  return fine(ore);
};

const about =
  /^(?:ca\.?|cirka|omkring|omtrent|anslået|estimeret|i alt|samlet|op til|maks\.?|max\.?|højst|~|≈)\s*/i;
const aboutAfter =
  /\s*(?:\*+|i alt|ca\.?|\((?:ca\.?|anslået|estimat|estimeret|skøn|skønnet|foreløbigt?|overslag)\))$/i;
/** `52.000.-`, `52.000 kr.-`: what people write for `52.000,-`. */
const loose = /(?:[.:]|\s*kr\.?)-+$/i;
const tax =
  /\s*[,(+]?\s*(?:ekskl?\.?|eks\.?|eksklusive?|inkl?\.?|inklusive?|ex\.?|uden|\+)\s*moms\.?\)?$/i;
const ownUnit = /^(?:kr|dkk)|(?:mio|mill|million|millioner|t|tusind|tusinde|kr|kroner|dkk|,-)\.?$/i;
/** `52k`. */
const thousands = /(\d)\s?k$/i;
/** `1½ mio.` */
const half = /(\d*)½/;
/** `1.2 mio`: with so large a unit one or two digits after a point are decimals. */
const pointed = /^((?:kr\.?|dkk)?\s*\d{1,3})\.(\d{1,2})(?=\s*mi)/i;
/** `52000.50`: four digits in a row are grouped by nothing, so the point is no grouping. */
const decimal = /^\d{4,}\.\d{2}$/;
/** `52,000.00`: commas that group and a point with two digits can only be English. */
const english = /^\d{1,3}(?:,\d{3})+\.\d{2}$/;

/** An amount as people write it, in the words that `parseKr` knows. */
const amountText = (given: string, headingUnit: string): string => {
  const bare = given
    .replace(/[\u00a0\u202f ]+/g, ' ')
    .trim()
    .replace(about, '')
    .replace(aboutAfter, '')
    .replace(tax, '')
    .replace(loose, ',-')
    .replace(thousands, '$1 t')
    .replace(half, (_, whole: string) => `${whole || '0'},5`)
    .replace(pointed, '$1,$2');
  const danish =
    english.test(bare) || decimal.test(bare) ? bare.replaceAll(',', '').replace('.', ',') : bare;
  return headingUnit === '' || ownUnit.test(danish) ? danish : `${danish} ${headingUnit}`;
};

/**
 * Whole øre out of what Danes write: "1.250.000,00 kr.", "ca. 8.000,-", "1,5 mio.", "52" below
 * "Budget (t.kr.)". Two amounts in a cell are no amount.
 */
export const amountIn = (
  cell: PlainCell,
  heading: string,
  headingUnit = '',
): CellRead<number | null> => {
  if (isBlank(cell)) return fine(null);
  if (typeof cell === 'number' && (headingUnit === '' || !Number.isFinite(cell) || cell < 0))
    return fromNumber(cell, heading);
  const given = typeof cell === 'number' ? String(cell).replace('.', ',') : cell.trim();
  // A line break parts what stands in a cell; it groups no digits.
  if (isLong(given) || /[\r\n\t\v]/.test(given)) return no(refusals.amount(heading, quoted(given)));
  const parsed = parseKr(amountText(given, headingUnit));
  if (parsed.ok) return fine(parsed.ore);
  switch (parsed.reason) {
    case 'negative':
      return no(refusals.negativeAmount(heading, quoted(given)));
    case 'tooLarge':
      return no(refusals.largeAmount(heading, quoted(given)));
    case 'empty':
    case 'notAnAmount':
      return no(refusals.amount(heading, quoted(given)));
  }
};

const guess = /\s*\((?:forventet|foreløbigt?|tentativt?|estimat|skøn|cirka|ca\.?)\)$/i;
const lead = /^(?:senest|frist:?|deadline:?|forventet|tidligst|fra)\s+/i;

/** What a date or a year wears without being another: "senest 3/12-2026", "2026 (forventet)". */
const undressed = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(guess, '')
    .replace(lead, '')
    .replace(/\.$/, '');

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number => {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (lengths[month - 1] ?? 0) + (leap ? 1 : 0);
};

const two = (number: number): string => String(number).padStart(2, '0');

const dayFrom = (year: number, month: number, date: number): string | null =>
  year >= 1990 && year <= 2100 && date >= 1 && date <= daysIn(year, month)
    ? `${year}-${two(month)}-${two(date)}`
    : null;

/** Excel counts days from 1899-12-30; these are the years 1990–2100. */
const fromSerial = (serial: number): string | null =>
  Number.isInteger(serial) && serial >= 32_874 && serial <= 73_415
    ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
    : null;

const time = String.raw`(?:[T,]?\s*(?:kl\.?\s*\d{1,2}|(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?))?`;
const weekday = /^(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\.?,?\s+)?(?:d\.|den\s)?\s*/i;
const written = new RegExp(
  String.raw`^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?(?:[./-]|\s)\s?(\d{4}|\d{2})${time}$`,
);
const named = new RegExp(
  String.raw`^(\d{1,2})\.?[\s-]*([a-zæøå]{3,9})\.?,?[\s-]*(\d{4}|\d{2})${time}$`,
  'i',
);
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`);
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/i;

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A month by its name or the first three letters of it; English ones too, as exports have them. */
const monthOf = (name: string): number => {
  const start = name.toLowerCase().slice(0, 3);
  return months.indexOf(start === 'may' ? 'maj' : start === 'oct' ? 'okt' : start) + 1;
};

const fullYear = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

/** An instant is the day it falls on in Copenhagen. */
const dayOfInstant = (text: string): string | null => {
  const at = Date.parse(text.replace(' ', 'T').replace(/\s/g, ''));
  if (Number.isNaN(at)) return null;
  const [year, month, date] = dayInCopenhagen(at).split('-').map(Number);
  return dayFrom(year ?? 0, month ?? 0, date ?? 0);
};

const dayOf = (cell: PlainCell): string | null => {
  if (typeof cell === 'number') return fromSerial(cell);
  // What nearly every date of a workbook is.
  if (/^\d{4}-\d\d-\d\d$/.test(cell))
    return dayFrom(Number(cell.slice(0, 4)), Number(cell.slice(5, 7)), Number(cell.slice(8)));
  const text = undressed(cell).replace(weekday, '');
  if (instant.test(text)) return dayOfInstant(text);
  const [, date = '', month = '', year = ''] = written.exec(text) ?? [];
  if (year !== '') return dayFrom(fullYear(year), Number(month), Number(date));
  const [, day = '', name = '', its = ''] = named.exec(text) ?? [];
  if (its !== '') return dayFrom(fullYear(its), monthOf(name), Number(day));
  const [, y = '', m = '', d = ''] = iso.exec(text) ?? compact.exec(text) ?? [];
  if (y !== '') return dayFrom(Number(y), Number(m), Number(d));
  return /^\d{5}$/.test(text) ? fromSerial(Number(text)) : null;
};

/** A day out of "3.11.2026", "3/11-26", "3. nov 2026", "2026-11-03T23:00:00Z" or Excel's number. */
export const dayIn = (cell: PlainCell, heading: string): CellRead<string | null> => {
  if (isBlank(cell)) return fine(null);
  const day = isLong(cell) ? null : dayOf(cell);
  return day === null ? no(refusals.date(heading, quoted(String(cell)))) : fine(day);
};

const season =
  /^(?:primo|medio|ultimo|forår|sommer|efterår|vinter|start|slut|år)[a-zæøå]*\s+(?:af\s+)?(\d{4})$/i;
const quarter =
  /^(?:[1-4]\. ?(?:kvartal|kvt\.?)|[qk][1-4]|[12]\. ?halvår|h[12]|uge \d{1,2})[\s,./-]*(\d{4})$/i;
const yearFirst = /^(\d{4})[\s,.-]*(?:[qk][1-4]|h[12]|ff)$/i;
const month = /^([a-zæøå]{3,9})\.?[\s-]*(\d{4})$/i;

/** A year: by itself, as the date it holds, or with the part of it that is meant ("Q3 2026"). */
const yearOf = (cell: PlainCell): number => {
  const text = undressed(String(cell));
  if (/^\d{4}$/.test(text)) return Number(text);
  const day = dayOf(cell);
  if (day !== null) return Number(day.slice(0, 4));
  const [, year] = season.exec(text) ?? quarter.exec(text) ?? yearFirst.exec(text) ?? [];
  if (year !== undefined) return Number(year);
  const [, name = '', its = ''] = month.exec(text) ?? [];
  return monthOf(name) > 0 ? Number(its) : 0;
};

export const yearIn = (cell: PlainCell, heading: string): CellRead<number | null> => {
  if (isBlank(cell)) return fine(null);
  const year = isLong(cell) ? 0 : yearOf(cell);
  return year >= 1990 && year <= 2100
    ? fine(year)
    : no(refusals.year(heading, quoted(String(cell))));
};

const quarterly = /^[qk]?([1-4])\.? ?(?:kvartal|kvt\.?)?[\s,./-]+(\d{4})$/i;

/** A month out of "januar 2027", "2027-01", a quarter ("Q1 2027", "1. kvartal 2027"), or a day in it. */
const monthOfCell = (cell: PlainCell, edge: 'first' | 'last'): string | null => {
  const text = undressed(String(cell));
  const at = (year: string, its: number): string | null =>
    its >= 1 && its <= 12 && Number(year) >= 1990 && Number(year) <= 2100
      ? `${year}-${two(its)}`
      : null;
  const [, year = '', number = ''] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== '') return at(year, Number(number));
  const [, name = '', its = ''] = month.exec(text) ?? [];
  if (its !== '') return at(its, monthOf(name));
  const [, q = '', qYear = ''] = quarterly.exec(text) ?? [];
  if (qYear !== '') return at(qYear, Number(q) * 3 - (edge === 'first' ? 2 : 0));
  return dayOf(cell)?.slice(0, 7) ?? null;
};

/** The first or the last day of a month, as the plan keeps it. */
export const planDayIn =
  (edge: 'first' | 'last') =>
  (cell: PlainCell, heading: string): CellRead<string | null> => {
    if (isBlank(cell)) return fine(null);
    const its = isLong(cell) ? null : monthOfCell(cell, edge);
    if (its === null) return no(refusals.month(heading, quoted(String(cell))));
    return fine(edge === 'first' ? firstDayOf(its) : lastDayOf(its));
  };

/** Whole hours: "120", "120 timer", "1.200 t". */
export const hoursIn = (cell: PlainCell, heading: string): CellRead<number | null> => {
  if (isBlank(cell)) return fine(null);
  const bare = String(cell)
    .trim()
    .replace(/\s*(?:timer|time|t)\.?$/i, '');
  const whole = /^\d{1,3}(?:\.\d{3})+$/.test(bare) ? bare.replaceAll('.', '') : bare;
  return /^\d{1,5}$/.test(whole) && Number(whole) <= mostPlanHours
    ? fine(Number(whole))
    : no(refusals.hours(heading, quoted(String(cell))));
};

export const textIn = (cell: PlainCell, heading: string, longest: number): CellRead<string> => {
  const text = String(cell).normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return text.length > longest ? no(refusals.tooLong(heading, longest)) : fine(text);
};

export const linkIn = (cell: PlainCell, heading: string): CellRead<string> => {
  const text = String(cell).trim();
  if (text === '') return fine('');
  const whole = /^www\.\S+$/i.test(text) ? `https://${text}` : text;
  return /^https?:/i.test(whole) && whole.length <= 2_000 && URL.canParse(whole)
    ? fine(whole)
    : no(refusals.link(heading, quoted(text)));
};

/** "3. Afprøvning", "Afprøvning (fase 2)", "1 (høj)": what stands around a word and is not part of it. */
const formsOf = (given: string): readonly string[] => {
  const [, inside = ''] = /\(([^)]*)\)/.exec(given) ?? [];
  const bare = given.replace(/\([^)]*\)/g, ' ');
  const unnumbered = bare.replace(/^\s*(?:fase\s*)?\d{1,2}\s*[.):–-]?\s*/i, '');
  return [given, bare, unnumbered, inside].map(wordKey);
};

/** What was looked up before: the same few words stand in thousands of rows. */
const lookedUp = new WeakMap<ReadonlyMap<string, unknown>, Map<string, unknown>>();

const lookUp = <T>(given: string, words: ReadonlyMap<string, T>): T | null => {
  for (const form of formsOf(given)) {
    const found = form === '' ? undefined : words.get(form);
    if (found !== undefined) return found;
  }
  return null;
};

const longestWord = 120;

/** One of the words that are known; null where none is. */
export const knownWord = <T>(given: string, words: ReadonlyMap<string, T>): T | null => {
  if (given.length > longestWord) return null;
  const before = lookedUp.get(words) ?? new Map<string, unknown>();
  lookedUp.set(words, before);
  const known = before.get(given);
  if (known !== undefined) return known as T | null;
  const found = lookUp(given, words);
  before.set(given, found);
  return found;
};

/** One of a few words, however it is written; what is not known is refused. */
export const wordIn = <T>(
  cell: PlainCell,
  heading: string,
  words: ReadonlyMap<string, T>,
): CellRead<T | null> => {
  if (isBlank(cell)) return fine(null);
  const given = String(cell).trim();
  const found = knownWord(given, words);
  return found === null ? no(refusals.unknownWord(heading, quoted(given))) : fine(found);
};

/** An odd cell's reason for not being read. */
export const oddReason = (cell: Exclude<Cell, PlainCell>, heading: string): string => {
  switch (cell.odd) {
    case 'error':
      return refusals.errorCell(heading, cell.seen);
    case 'noResult':
      return refusals.noResult(heading);
    case 'scaled':
      return refusals.scaled(heading, cell.seen);
    case 'merged':
      return refusals.merged(heading, cell.from);
  }
};
