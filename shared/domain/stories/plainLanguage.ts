import { foldAt, measureOf } from './linkedIn.ts';
import type { Found } from './privacy.ts';

/* Remarks help the author; none of them stops anything. */

/** Words of the town hall, and how they are recognised; the plainer word stands in the messages. */
const officialeseForms = {
  adressere: 'adresser\\p{L}*',
  anvende: 'anvend\\p{L}*',
  bedes: 'bedes',
  benytte: 'benytt\\p{L}*',
  borgerrettet: 'borgerrett\\p{L}*',
  effektuere: 'effektuer\\p{L}*',
  endvidere: 'endvidere',
  facilitere: 'faciliter\\p{L}*',
  foretage: 'foretag(?:e|er|es|et)',
  grundet: 'grundet',
  hermed: 'hermed',
  'i forhold til': 'i\\s+forhold\\s+til',
  'i henhold til': 'i\\s+henhold\\s+til',
  'i relation til': 'i\\s+relation\\s+til',
  implementere: 'implementer\\p{L}*',
  iværksætte: 'iværks[æa]t\\p{L}*',
  'med henblik på': 'med\\s+henblik\\s+på',
  ovenstående: 'ovenstående',
  samt: 'samt',
  såfremt: 'såfremt',
  udrulle: 'udrul\\p{L}*',
  vedrørende: 'vedrørende',
  venligst: 'venligst',
} as const;

export type Officialese = keyof typeof officialeseForms;

export type Remark =
  | (Place & { readonly type: 'longSentence'; readonly words: number })
  | (Place & { readonly type: 'longWord'; readonly word: string })
  | (Place & { readonly type: 'officialese'; readonly phrase: Officialese; readonly text: string })
  | (Place & { readonly type: 'passives'; readonly count: number })
  | (Place & { readonly type: 'capitals'; readonly word: string })
  | (Place & { readonly type: 'firstLineTooLong' })
  | { readonly type: 'changeMissing' }
  | { readonly type: 'tooManyHashtags'; readonly count: number }
  | { readonly type: 'paragraphsMissing' };

type Place = { readonly at: number; readonly length: number };

export const mostWords = 22;
const longestWord = 18;
export const mostHashtags = 5;
/** From here on a text without a break is a wall. */
const longestParagraph = 400;

const sentences = new Intl.Segmenter('da', { granularity: 'sentence' });
/** Never the end of a sentence, whatever follows. */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:kl|nr|ca|bl\.a|f\.eks|dvs|evt|pga|ift|jf|dr|tlf|hhv)\.\s*$/iu;

const trimmed = (text: string, at: number, end: number): Found => {
  const whole = text.slice(at, end);
  const inside = whole.trim();
  const start = at + whole.length - whole.trimStart().length;
  return { at: start, length: inside.length, text: inside };
};

/** A line, without what ends it. */
const lines = /[^\r\n\u0085\u2028\u2029]+/g;

const sentencesOfLine = (line: string, at: number): readonly Found[] => {
  const found: Found[] = [];
  let from = 0;
  for (const { segment, index } of sentences.segment(line)) {
    const end = index + segment.length;
    if (abbreviation.test(segment.slice(-12)) && end < line.length) continue;
    const sentence = trimmed(line, from, end);
    if (sentence.length > 0) found.push({ ...sentence, at: at + sentence.at });
    from = end;
  }
  return found;
};

/**
 * The sentences of a text, without the space about them. A line break ends a sentence; the lines
 * are taken apart here, since the segmenter looks at all of a text again for each break in it.
 */
export const sentencesIn = (text: string): readonly Found[] =>
  [...text.matchAll(lines)]
    .filter(([line]) => line.trim() !== '')
    .flatMap((match) => sentencesOfLine(match[0], match.index));

const placeOf = (at: number, length: number): Place => ({ at, length });

/** A word counts when it has a letter; a link and a hashtag are no words of a sentence. */
const wordCount = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !/^(?:#|https?:|www\.)/i.test(word))
    .length;

const longSentences = (found: readonly Found[]): readonly Remark[] =>
  found.flatMap((sentence): readonly Remark[] => {
    const words = wordCount(sentence.text);
    return words > mostWords
      ? [{ type: 'longSentence', ...placeOf(sentence.at, sentence.length), words }]
      : [];
  });

/** Words as they are read; a hashtag and a link are neither long nor loud. */
const wordsOf = (text: string): readonly Found[] =>
  [...text.matchAll(/(?:#|https?:|www\.)\S*|[\p{L}\p{M}]+/giu)]
    .filter((match) => /^\p{L}/u.test(match[0]) && !/^(?:https?:|www\.)/i.test(match[0]))
    .map((match) => ({ at: match.index, length: match[0].length, text: match[0] }));

const wordRemarks = (text: string): readonly Remark[] =>
  wordsOf(text).flatMap((found): readonly Remark[] => {
    const place = placeOf(found.at, found.length);
    const word = found.text;
    if (/^\p{Lu}{5,}$/u.test(word)) return [{ type: 'capitals', ...place, word }];
    return [...word.normalize('NFC')].length > longestWord
      ? [{ type: 'longWord', ...place, word }]
      : [];
  });

const phrases = Object.keys(officialeseForms) as readonly Officialese[];

const officialese = phrases.map((phrase) => ({
  phrase,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}_#])${officialeseForms[phrase]}(?![\\p{L}\\p{N}\\p{M}_])`,
    'giu',
  ),
}));

const officialeseIn = (text: string): readonly Remark[] =>
  officialese.flatMap(({ phrase, pattern }) =>
    [...text.matchAll(pattern)].map(
      (match): Remark => ({
        type: 'officialese',
        ...placeOf(match.index, match[0].length),
        phrase,
        text: match[0],
      }),
    ),
  );

/** "-es" that is no passive: verbs that have no other form, and genitives. */
const notPassive =
  /^(?:find|syn|lykk|mød|mind|triv|glæd|enes|læng|der|jer|vor|all|andr|ældr|ung|voksn|forskellig|al)e?s$|nes$|(?:arbejd|brug|led|hjælp|lær|ej|behandl|tekniker|sygeplejersk)eres$/iu;

const longPassive =
  /(?<!\p{L})(?:bliver|blevet|blev)(?:\s+\p{L}{1,12})?\s+(?!(?:meget|noget|andet)(?!\p{L}))\p{L}+(?:et|ugt|jort|købt|endt)(?!\p{L})/giu;

const passivesIn = (sentence: string): number => {
  const short = (sentence.match(/(?<![\p{L}#])\p{L}{2,}es(?!\p{L})/giu) ?? []).filter(
    (word) => !notPassive.test(word),
  );
  const long = sentence.match(longPassive);
  return short.length + (long?.length ?? 0);
};

const passiveRemarks = (found: readonly Found[]): readonly Remark[] =>
  found.flatMap((sentence): readonly Remark[] => {
    const count = passivesIn(sentence.text);
    return count > 1 ? [{ type: 'passives', ...placeOf(sentence.at, sentence.length), count }] : [];
  });

const firstLine = (text: string): readonly Remark[] => {
  const start = text.length - text.trimStart().length;
  const lineEnd = text.slice(start).search(/[\r\n]/);
  const first = trimmed(text, start, lineEnd < 0 ? text.length : start + lineEnd);
  const fold = foldAt(text);
  return fold !== null && first.at + first.length > fold
    ? [{ type: 'firstLineTooLong', ...placeOf(first.at, first.length) }]
    : [];
};

const changeWords =
  /(?<!\p{L})(?:nu|i\s+dag|fremover|siden|blevet|mindre|mere|færre|flere|hurtigere|lettere|nemmere|tryggere|bedre|spar\p{L}*|slipper|undgår|resultat\p{L}*|forskel\p{L}*|ændr\p{L}*)(?!\p{L})/iu;

const isProse = (paragraph: string): boolean => wordCount(paragraph) > 0;

/** Why, story, change: told in three parts, or by a word that says what is different. */
const changeRemark = (text: string): readonly Remark[] => {
  const parts = text.split(/\r?\n\s*\n/).filter(isProse);
  if (parts.length === 0 || parts.length >= 3) return [];
  return changeWords.test(text) ? [] : [{ type: 'changeMissing' }];
};

const paragraphRemark = (text: string): readonly Remark[] =>
  text.trim().length > longestParagraph && !/[\r\n]/.test(text.trim())
    ? [{ type: 'paragraphsMissing' }]
    : [];

const hashtagRemark = (text: string): readonly Remark[] => {
  const { hashtags } = measureOf(text);
  return hashtags > mostHashtags ? [{ type: 'tooManyHashtags', count: hashtags }] : [];
};

const placeIn = (remark: Remark): number => ('at' in remark ? remark.at : Number.MAX_SAFE_INTEGER);

/** What could be said more plainly, from the top; then what is about the whole text. */
export const remarksOn = (
  text: string,
  where: 'linkedIn' | 'page' = 'linkedIn',
): readonly Remark[] => {
  const found = sentencesIn(text);
  const post = where === 'linkedIn';
  return [
    ...(post ? firstLine(text) : []),
    ...longSentences(found),
    ...wordRemarks(text),
    ...officialeseIn(text),
    ...passiveRemarks(found),
    ...(post ? [...changeRemark(text), ...hashtagRemark(text)] : []),
    ...paragraphRemark(text),
  ].sort((one, other) => placeIn(one) - placeIn(other));
};
