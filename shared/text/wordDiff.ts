import { diffArrays } from 'diff';
import { sentencesIn } from '#shared/domain/stories/plainLanguage.ts';
import type { Found } from '#shared/domain/stories/privacy.ts';

/** A piece of a text and what became of it. */
export type Run = { readonly type: 'same' | 'added' | 'removed'; readonly text: string };

/** Only what changed, the whole sentences, for "Før" and "Nu". */
export type ChangedSentence = { readonly before: readonly Run[]; readonly now: readonly Run[] };

type Change = { readonly removed: readonly string[]; readonly added: readonly string[] };
type Hunk = { readonly same: readonly string[] } | Change;

const words = new Intl.Segmenter('da', { granularity: 'word' });

/** Beyond so many changed words two texts are simply two texts; it also bounds the time. */
const mostEdits = 2_000;

/**
 * Words and punctuation, each with the space after it: were a space a token of its own, the shortest
 * way from one text to another would keep the spaces and throw the words away. Line breaks stand alone.
 */
const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = tokens.at(-1);
    const isSpace = /^[^\S\r\n]+$/u.test(segment);
    if (isSpace && last !== undefined && !/[\r\n]/.test(last)) tokens.splice(-1, 1, last + segment);
    else tokens.push(segment);
  }
  return tokens;
};

/** What is the same and what is not, in order; null when nearly everything is different. */
const hunksOf = (before: readonly string[], after: readonly string[]): readonly Hunk[] | null => {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  const hunks: Hunk[] = [];
  for (const { value, added, removed } of changes) {
    if (!added && !removed) hunks.push({ same: value });
    else hunks.push(grown(openIn(hunks), value, removed));
  }
  return hunks;
};

/** Takes out the change that the next piece belongs to; an empty one when there is none. */
const openIn = (hunks: Hunk[]): Change => {
  const last = hunks.at(-1);
  if (last === undefined || 'same' in last) return { removed: [], added: [] };
  hunks.pop();
  return last;
};

const grown = (change: Change, words: readonly string[], isRemoved: boolean): Change =>
  isRemoved
    ? { ...change, removed: [...change.removed, ...words] }
    : { ...change, added: [...change.added, ...words] };

/** Joins changes that touch; a comma left alone between two of them is read easier as part of one. */
const withoutCrumbs = (hunks: readonly Hunk[]): readonly Hunk[] => {
  const joined: Hunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const last = joined.at(-1);
    const isCrumb =
      'same' in hunk && index < hunks.length - 1 && !/[\p{L}\p{N}\r\n]/u.test(hunk.same.join(''));
    const change = isCrumb ? { removed: hunk.same, added: hunk.same } : hunk;
    if (last === undefined || 'same' in last || 'same' in change) joined.push(hunk);
    else {
      joined.splice(-1, 1, {
        removed: [...last.removed, ...change.removed],
        added: [...last.added, ...change.added],
      });
    }
  }
  return joined;
};

const run = (type: Run['type'], text: string): readonly Run[] =>
  text === '' ? [] : [{ type, text }];

const replaced = (before: string, after: string): readonly Run[] => [
  ...run('removed', before),
  ...run('added', after),
];

/** From one text to another, word by word. Same and removed make the old, same and added the new. */
export const wordDiff = (before: string, after: string): readonly Run[] => {
  if (before === after) return run('same', before);
  const hunks = hunksOf(tokensOf(before), tokensOf(after));
  if (hunks === null) return replaced(before, after);
  return withoutCrumbs(hunks).flatMap((hunk) =>
    'same' in hunk
      ? run('same', hunk.same.join(''))
      : replaced(hunk.removed.join(''), hunk.added.join('')),
  );
};

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Two sentences with hardly a word in common are shown whole: a mosaic helps nobody. */
const readable = (before: string, after: string): readonly Run[] => {
  const runs = wordDiff(before, after);
  const same = runs
    .filter(({ type }) => type === 'same')
    .reduce((sum, { text }) => sum + letters(text), 0);
  return same * 3 < Math.min(letters(before), letters(after)) ? replaced(before, after) : runs;
};

const changedFrom = (before: string, after: string): ChangedSentence => {
  const runs = readable(before, after);
  return {
    before: runs.filter(({ type }) => type !== 'added'),
    now: runs.filter(({ type }) => type !== 'removed'),
  };
};

/** The text from the first to the last of some sentences, with what stands between them. */
const spanOf = (text: string, sentences: readonly Found[]): string => {
  const first = sentences[0];
  const last = sentences.at(-1);
  return first && last ? text.slice(first.at, last.at + last.length) : '';
};

type Span = { readonly text: string; readonly sentences: readonly Found[] };

/** As many before as after: one by one. Otherwise they were joined or split, and belong together. */
const pairsOf = (before: Span, after: Span): readonly ChangedSentence[] =>
  before.sentences.length === after.sentences.length
    ? before.sentences.map((one, index) =>
        changedFrom(one.text, after.sentences[index]?.text ?? ''),
      )
    : [changedFrom(spanOf(before.text, before.sentences), spanOf(after.text, after.sentences))];

/**
 * The sentences that changed and no others. Moved line breaks are shown only when nothing else
 * changed, and then as the whole text; empty when the texts are the same.
 */
export const changedSentences = (before: string, after: string): readonly ChangedSentence[] => {
  if (before === after) return [];
  const old = sentencesIn(before);
  const now = sentencesIn(after);
  const hunks = hunksOf(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  if (hunks === null) return [changedFrom(before, after)];
  const changed: ChangedSentence[] = [];
  let [oldAt, nowAt] = [0, 0];
  for (const hunk of hunks) {
    const [gone, come] = 'same' in hunk ? [hunk.same, hunk.same] : [hunk.removed, hunk.added];
    if (!('same' in hunk)) {
      changed.push(
        ...pairsOf(
          { text: before, sentences: old.slice(oldAt, oldAt + gone.length) },
          { text: after, sentences: now.slice(nowAt, nowAt + come.length) },
        ),
      );
    }
    oldAt += gone.length;
    nowAt += come.length;
  }
  return changed.length > 0 ? changed : [changedFrom(before, after)];
};
