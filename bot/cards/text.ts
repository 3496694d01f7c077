import { sentencesIn } from '#shared/domain/stories/plainLanguage.ts';

/* How people's words stand on a card: drawn as they were written, and never cut in a sentence. */

/** Signs, an entity, a date to be laid out, a list or a heading: what a client reads as its own. */
const signs = /[*_`~\\[\]<>\r\n]|&#?\w+;|\{\{/;
const atStart = /^\s*(?:\d+[.)]|[-+#=|:])/;

/**
 * Whether a TextBlock draws the text as it is written. It reads markdown and `{{DATE(…)}}`;
 * escaping would show its backslashes in clients that read none.
 */
export const isPlain = (text: string): boolean => !signs.test(text) && !atStart.test(text);

/**
 * A TextRun reads no markdown, but it lays `{{DATE(…)}}` and `{{TIME(…)}}` out all the same, each
 * run for itself. So the two braces stand in a run each: nothing is added, nothing exchanged.
 */
export const asRuns = (text: string): readonly string[] => text.split(/(?<=\{)(?=\{)/);

/** Cut where a sign ends, never inside an emoji. */
export const firstSigns = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');

/** What is longer counts as several words: it takes their room. */
const longestWord = 12;

/** The first words of a name; the rest stands on the project's page. */
export const clipped = (text: string, mostWords: number): string => {
  const words = text.trim().split(/\s+/);
  const short = words.slice(0, mostWords).join(' ');
  const longest = mostWords * longestWord;
  const cut = short.length > longest ? firstSigns(short, longest).trimEnd() : short;
  return cut.length < words.join(' ').length ? `${cut.replace(/[.,;:]$/, '')} …` : cut;
};

export type Beginning = {
  /** Whole sentences; '' when the first has no room. */
  readonly text: string;
  readonly sentences: number;
  /** Nothing is left out. */
  readonly isAll: boolean;
};

type Limit = { readonly words: number; readonly sentences?: number };

type Sentences = ReturnType<typeof sentencesIn>;
const known = new Map<string, Sentences>();
const mostKnown = 500;

/** A card is drawn anew until it fits, and to each who sees it: finding sentences costs more than that. */
const knownSentencesIn = (text: string): Sentences => {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const found = sentencesIn(text);
  known.set(text, found);
  return found;
};

/** The sentences a text begins with, as many as there is room for; a sentence is never cut. */
export const beginningOf = (text: string, { words, sentences = 99 }: Limit): Beginning => {
  // What is further on has no room, whatever it says; the last sentence before it may be cut.
  const head = text.slice(0, (words + longestWord) * longestWord);
  const isCut = head.length < text.length;
  const found = isCut ? knownSentencesIn(head).slice(0, -1) : knownSentencesIn(head);
  let end = 0;
  let count = 0;
  let left = words;
  for (const sentence of found.slice(0, sentences)) {
    left -= Math.max(sentence.text.split(/\s+/).length, Math.ceil(sentence.length / longestWord));
    if (left < 0) break;
    end = sentence.at + sentence.length;
    count += 1;
  }
  return {
    text: text.slice(found[0]?.at ?? 0, end),
    sentences: count,
    isAll: !isCut && count === found.length,
  };
};

/** »…« around somebody's own words. */
export const quoted = (text: string): string => `»${text}«`;
