/* Danish writes a robot that vacuums as one word: a word is akin to the words it is made of. */

/** What of a word something is: all of it, what it begins with, or what it ends with. */
export type End = 'whole' | 'first' | 'last';

/** The last part says what a thing is, the first of what kind. */
const weights: Record<End, number> = { whole: 1, first: 0.7, last: 0.9 };

export type Piece = { readonly stem: string; readonly end: End };

/** Below this a piece is a coincidence: "by" begins "byggeri". */
export const shortestPiece = 4;
const shortestRest = 3;

/** The longest known word that a stem begins or ends with. */
const longest = (
  stem: string,
  end: 'first' | 'last',
  isKnown: (stem: string) => boolean,
): readonly Piece[] => {
  for (let length = stem.length - shortestRest; length >= shortestPiece; length -= 1) {
    const part = end === 'first' ? stem.slice(0, length) : stem.slice(-length);
    if (isKnown(part)) return [{ stem: part, end }];
  }
  return [];
};

/** A stem itself, and the words known by themselves that it begins and ends with. */
export const piecesOf = (stem: string, isKnown: (stem: string) => boolean): readonly Piece[] => [
  { stem, end: 'whole' },
  ...longest(stem, 'first', isKnown),
  ...longest(stem, 'last', isKnown),
];

/** Where in a word a piece of another stands; null when it does not. */
export const endIn = (piece: string, stem: string): End | null => {
  if (stem === piece) return 'whole';
  if (piece.length < shortestPiece) return null;
  if (stem.startsWith(piece)) return 'first';
  return stem.length - piece.length >= shortestRest && stem.endsWith(piece) ? 'last' : null;
};

/** How much of two words a piece is that stands so in each: 1 when they are the same. */
export const kinship = (one: End, other: End): number => weights[one] * weights[other];
