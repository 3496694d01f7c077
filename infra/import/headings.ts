import {
  type ImportField,
  type ImportWords,
  meaningByKey,
  wordKey,
} from '#shared/domain/importWords.ts';
import { importWords } from '#shared/words/server/import.ts';
import { type Cell, seenIn, type TableRow } from './table.ts';

export type Place = {
  readonly column: number;
  /** As the file writes it. */
  readonly heading: string;
  /** The unit the heading gives its amounts: "Budget (t.kr.)". */
  readonly unit: string;
};

export type Columns = {
  readonly places: ReadonlyMap<ImportField, Place>;
  readonly ignored: readonly string[];
  /** Headings that are not read because another means the same; `read` is null where neither is. */
  readonly outdone: readonly { readonly heading: string; readonly read: string | null }[];
};

type Known = { readonly field: ImportField; readonly rank: number };

/** What each heading means, and how early it stands among the words for it. */
export type HeadingWords = ReadonlyMap<string, Known>;

export type Found =
  | { readonly ok: true; readonly columns: Columns }
  | { readonly ok: false; readonly problem: string };

const thousands = /(?:^|[^\p{L}])(?:t\.?\s?kr|tkr|1\.?000\s*kr|tusind)/iu;
const millions = /(?:^|[^\p{L}])(?:mio|mill)/iu;
const unitWords =
  /(?<!\p{L})(?:i\s+)?(?:hele\s+)?(?:(?:t\.?|tusinde?|mio\.?|mill\.?|1\.?000)\s*)?(?:kr\.?|kroner|dkk|mio\.?)\s*$/iu;

const unitOf = (heading: string): string => {
  if (thousands.test(heading)) return 't.kr.';
  return millions.test(heading) ? 'mio. kr.' : '';
};

/** A heading as it may be known: whole, without what stands in brackets, without its unit. */
const formsOf = (heading: string): readonly string[] => {
  const short = heading.slice(0, 200);
  return [short, short.replace(/\([^)]*\)/g, ' '), short.replace(unitWords, '')].map(wordKey);
};

export const headingWordsOf = (words: ImportWords): HeadingWords =>
  new Map(
    [...meaningByKey(words, 'heading')].map(
      ([key, field], rank) => [key, { field, rank }] as const,
    ),
  );

const knownIn = (heading: string, words: HeadingWords): Known | undefined => {
  for (const form of formsOf(heading)) {
    const known = words.get(form);
    if (known) return known;
  }
  return undefined;
};

/** How many different fields a row would be the headings of; 0 when it names no title. */
export const headingsKnown = (cells: readonly Cell[], words: HeadingWords): number => {
  const found = new Set(cells.flatMap((cell) => knownIn(seenIn(cell), words)?.field ?? []));
  return found.has('title') ? found.size : 0;
};

const searched = 40;

/** The row that has the most known headings, the first of them; -1 when none names a title. */
export const headingRowOf = (rows: readonly TableRow[], words: HeadingWords): number => {
  let best = -1;
  let most = 0;
  for (const [at, row] of rows.slice(0, searched).entries()) {
    const known = row.broken ? 0 : headingsKnown(row.cells, words);
    if (known > most) [best, most] = [at, known];
  }
  return best;
};

/** What must be told apart without doubt: which project a row is about. */
const refusedTwice: readonly ImportField[] = ['id', 'title'];

type Candidate = Place & { readonly rank: number };

const candidatesIn = (
  headings: readonly string[],
  words: HeadingWords,
): ReadonlyMap<ImportField, readonly Candidate[]> => {
  const found = new Map<ImportField, Candidate[]>();
  for (const [column, heading] of headings.entries()) {
    const known = heading === '' ? undefined : knownIn(heading, words);
    if (!known) continue;
    const candidate = { column, heading, unit: unitOf(heading), rank: known.rank };
    found.set(known.field, [...(found.get(known.field) ?? []), candidate]);
  }
  return found;
};

type Chosen = { readonly read: Candidate | null; readonly others: readonly Candidate[] };

/** The better known of several; between two amounts nobody chooses. */
const chosen = (field: ImportField, candidates: readonly Candidate[]): Chosen => {
  const [best, ...others] = [...candidates].sort((a, b) => a.rank - b.rank);
  if (!best || (field === 'amount' && others.length > 0)) return { read: null, others: candidates };
  return { read: best, others };
};

/** Finds the fields by their headings; with two titles or two keys the list cannot be read. */
export const columnsOf = (headings: readonly string[], words: HeadingWords): Found => {
  const places = new Map<ImportField, Place>();
  const outdone: Columns['outdone'][number][] = [];
  for (const [field, candidates] of candidatesIn(headings, words)) {
    const { read, others } = chosen(field, candidates);
    const [other] = others;
    if (read && other && refusedTwice.includes(field))
      return { ok: false, problem: importWords.twiceHeading(other.heading, read.heading) };
    if (read) places.set(field, read);
    outdone.push(...others.map(({ heading }) => ({ heading, read: read?.heading ?? null })));
  }
  const ignored = headings.filter((heading) => heading !== '' && !knownIn(heading, words));
  return places.has('title')
    ? { ok: true, columns: { places, ignored, outdone } }
    : { ok: false, problem: importWords.noHeadings(ignored) };
};
