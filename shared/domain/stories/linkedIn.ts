/* How a post is measured on LinkedIn. Nobody may ask LinkedIn by API for a private profile. */

/** LinkedIn refuses a longer post. */
export const longestPost = 3000;

/**
 * LinkedIn counts UTF-16 units: most signs are one, an emoji two or more
 * (https://developers.buffer.com/guides/character-limits.md). A line break is one, however a
 * clipboard writes it.
 */
export const lengthOf = (text: string): number => text.replace(/\r\n/g, '\n').length;

/*
 * In the feed a post is cut with "…se mere" after three lines, blank ones too, or about 210 signs.
 * LinkedIn states no figure; those who measure agree on three lines and name 140–210 signs on a
 * phone (https://boltpost.app/linkedin-see-more-preview.html, J. Espirian's breakpoints of 2024).
 * Three lines of 70 signs say both at once.
 */
const linesShown = 3;
const signsPerLine = 70;

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });

/** Where the feed cuts, in UTF-16 units and never inside a sign; null when all of it is shown. */
export const foldAt = (text: string): number | null => {
  const end = text.trimEnd().length;
  let line = 1;
  let width = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (index >= end) return null;
    if (/^[\r\n\u2028\u2029]/.test(segment)) {
      line += 1;
      width = 0;
    } else {
      // However many units an emoji is made of, it takes the room of two letters.
      width += Math.min(2, segment.length);
      if (width > signsPerLine) {
        line += 1;
        width = Math.min(2, segment.length);
      }
    }
    if (line > linesShown) return index;
  }
  return null;
};

const isLink = (word: string): boolean =>
  /^[(«»"']*(?:https?:\/\/|www\.)\S/i.test(word) ||
  /^[(«»"']*[\p{L}\p{N}][^\s@/]*\.(?:dk|com|org|net|eu|info|nu)(?:$|[/?#:)»«"'.,;!])/iu.test(word);

const hashtag = /(?<![\p{L}\p{N}\p{M}_&])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{N}\p{M}_]+/gu;

export type PostMeasure = {
  readonly length: number;
  /** How many more there is room for; below 0 when the post is too long. */
  readonly left: number;
  readonly fold: number | null;
  readonly hashtags: number;
  readonly links: number;
};

export const measureOf = (text: string): PostMeasure => {
  const length = lengthOf(text);
  const words = text.split(/\s+/);
  const plain = words.filter((word) => !isLink(word));
  return {
    length,
    left: longestPost - length,
    fold: foldAt(text),
    hashtags: plain.join(' ').match(hashtag)?.length ?? 0,
    links: words.length - plain.length,
  };
};
