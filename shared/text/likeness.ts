import { type End, endIn, kinship, type Piece } from './kinship.ts';
import { partedTitle, type Stemmed, stemmedIn } from './stems.ts';

/** What is known of a project by its words. */
export type Told = {
  readonly title: string;
  readonly technology: string;
  readonly purpose: string;
  readonly summary: string;
};

/** How far somebody has got with an idea. */
export type Written = Pick<Told, 'title' | 'purpose'>;

/** A word of an idea, what it is worth where it stands, and the pieces by which it may be met. */
export type Sought = {
  readonly stem: string;
  readonly worth: number;
  readonly pieces: readonly (Piece & { readonly rarity: number })[];
};

/** What a word is worth where it stands: a name says what it is, a text mentions much beside. */
const worth = {
  thing: 1,
  around: 0.6,
  technology: 0.9,
  purpose: 0.6,
  summary: 0.4,
  purposeWritten: 0.35,
} as const;

type Weighted = Stemmed & { readonly worth: number };

const weighted = (words: readonly Stemmed[], at: keyof typeof worth): readonly Weighted[] =>
  words.map(({ written, stem }) => ({ written, stem, worth: worth[at] }));

/** Each word once, where it is worth most. */
const once = (words: readonly Weighted[]): readonly Weighted[] => {
  const best = new Map<string, Weighted>();
  for (const word of words)
    if ((best.get(word.stem)?.worth ?? 0) < word.worth) best.set(word.stem, word);
  return [...best.values()];
};

const titled = (title: string): readonly Weighted[] => {
  const { thing, around } = partedTitle(title);
  return [...weighted(thing, 'thing'), ...weighted(around, 'around')];
};

const wordsTold = ({ title, technology, purpose, summary }: Told): readonly Weighted[] =>
  once([
    ...titled(title),
    ...weighted(stemmedIn(technology), 'technology'),
    ...weighted(stemmedIn(purpose), 'purpose'),
    ...weighted(stemmedIn(summary), 'summary'),
  ]);

export const wordsWritten = ({ title, purpose }: Written): readonly Weighted[] =>
  once([...titled(title), ...weighted(stemmedIn(purpose), 'purposeWritten')]);

/** Its name; as long as it has none, all that is written. */
export const wordsNaming = (written: Written): readonly Weighted[] => {
  const named = once(titled(written.title));
  return named.length > 0 ? named : wordsWritten(written);
};

/** A word of the idea, met in a word of a project. */
type Met = {
  readonly sought: Piece;
  readonly told: Piece;
  readonly written: string;
  readonly weight: number;
};

/** Rare words say more than they are rare: what is rare in both counts for both. */
const metIn = (words: readonly Weighted[], sought: Sought): readonly Met[] => {
  const met: Met[] = [];
  for (const piece of sought.pieces)
    for (const { stem, written, worth } of words) {
      const end = endIn(piece.stem, stem);
      if (end === null) continue;
      const weight = kinship(piece.end, end) * piece.rarity ** 2 * sought.worth * worth;
      met.push({
        ...{ written, weight },
        sought: { stem: sought.stem, end: piece.end },
        told: { stem, end },
      });
    }
  return met;
};

const halves: Record<End, readonly string[]> = {
  whole: ['first', 'last'],
  first: ['first'],
  last: ['last'],
};

const halvesOf = ({ stem, end }: Piece): readonly string[] =>
  halves[end].map((half) => `${stem} ${half}`);

/** The best meetings, each half of a word in one of them: said twice is not twice alike. */
const counted = (met: readonly Met[]): readonly Met[] => {
  const used = { sought: new Set<string>(), told: new Set<string>() };
  return [...met]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ sought, told }) => {
      const isFree =
        halvesOf(sought).every((half) => !used.sought.has(half)) &&
        halvesOf(told).every((half) => !used.told.has(half));
      if (!isFree) return false;
      for (const half of halvesOf(sought)) used.sought.add(half);
      for (const half of halvesOf(told)) used.told.add(half);
      return true;
    });
};

export type Likeness = {
  /** The words they share, as the project has them; what says most is first. */
  readonly words: readonly string[];
  readonly weight: number;
};

/** How alike a project is to what is sought. */
export const likenessOf = (told: Told, sought: readonly Sought[]): Likeness => {
  const words = wordsTold(told);
  const met = counted(sought.flatMap((one) => metIn(words, one)));
  return {
    words: [...new Map(met.map((one) => [one.told.stem, one.written])).values()],
    weight: met.reduce((sum, { weight }) => sum + weight, 0),
  };
};

/** Less than this of what an idea's name says is shared by ideas that have nothing in common. */
const leastShare = { oneWord: 0.115, moreWords: 0.06 } as const;

/** tests/rules/alike.test.ts holds the bounds to what people call alike. */
export const isAlike = ({ words, weight }: Likeness, ofName: number): boolean =>
  words.length > 0 &&
  weight >= ofName * (words.length === 1 ? leastShare.oneWord : leastShare.moreWords);
