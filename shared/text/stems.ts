import { stemmer } from '@orama/stemmers/danish';
import { dan } from 'stopword';
import { wordForm } from '#shared/domain/wordForm.ts';

/** A word as somebody wrote it, and what is left of it when its ending is gone. */
export type Stemmed = { readonly written: string; readonly stem: string };

/** What one does and the doing of it are one: the stemmer knows "tørre", and not "tørring". */
const withoutIng = (stem: string): string => stem.replace(/^(.{4,}?)n?ing$/, '$1');

/** "bokse" becomes "boks", and that "bok", as "boks" does: a stem is its own stem. */
const stemOf = (form: string): string => {
  const stem = withoutIng(stemmer(form));
  return stem === form || stem === '' ? form : stemOf(stem);
};

/** Words between words that the list of the package lacks, and what everybody does. */
const lacking =
  'nye uden mellem gennem foran inden siden samt blandt både enten hverken gøre gør give bruge';

/** What says nothing however it is bent: the list has "stor", and "stort" is the same. */
const empty = new Set([...dan, ...lacking.split(' ')].map((word) => stemOf(wordForm(word))));

/** A letter alone is no word here, nor a figure, nor what is not in Latin letters. */
const isWord = (form: string): boolean => /^(?=.*[a-zß-ɏ])[0-9a-zß-ɏ]{2,}$/.test(form);

/** What says nothing has none. */
const stemIfAny = (written: string): string => {
  const form = wordForm(written);
  const stem = isWord(form) ? stemOf(form) : '';
  return empty.has(stem) ? '' : stem;
};

/** Stemming is slow, and nine words of ten were just seen. */
const mostKept = 4_000;
const kept = new Map<string, string>();

const stemmed = (written: string): Stemmed | null => {
  const known = kept.get(written);
  const stem = known ?? stemIfAny(written);
  if (known === undefined) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(written, stem);
  }
  return stem === '' ? null : { written, stem };
};

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words of a text that say something, in order; what a hyphen joins are words of their own. */
export const stemmedIn = (text: string): readonly Stemmed[] =>
  wordsIn(text).flatMap((written) => stemmed(written) ?? []);

export type PartedTitle = {
  /** What it is. */
  readonly thing: readonly Stemmed[];
  /** For whom, where, when, and what it does. */
  readonly around: readonly Stemmed[];
};

/** A title names the thing before its first small word: "Seng, der vender ..." is a "seng". */
const partedAtSmallWord = (part: string): PartedTitle => {
  const words = wordsIn(part).map(stemmed);
  const begins = words.findIndex((word) => word !== null);
  const small = words.findIndex((word, at) => at > begins && word === null);
  const ends = small < 0 ? words.length : small;
  const kept = (some: typeof words) => some.filter((word) => word !== null);
  return { thing: kept(words.slice(0, ends)), around: kept(words.slice(ends)) };
};

/** After a dash or a colon a title says anew what it is. */
export const partedTitle = (title: string): PartedTitle => {
  const parts = title.split(/[–—:(;]|\s-\s/).map(partedAtSmallWord);
  return {
    thing: parts.flatMap(({ thing }) => thing),
    around: parts.flatMap(({ around }) => around),
  };
};
