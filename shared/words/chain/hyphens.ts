import { softHyphen } from '#shared/domain/picture/ink.ts';

/*
 * Where long Danish words may be broken in a narrow box. Browsers have no Danish hyphenation that
 * can be counted on, and a word broken anywhere is hard to read.
 */

/** What the long words of the field are put together of, and where each may itself be broken. */
const parts = new Map(
  (
    'selv booking trænings træning arbejds kraft udfor-dring telefon tids bestil-ling ' +
    'medarbej-der borger hjemme pleje plejen hjemmet velfærds tekno-logi dokumen-tations ' +
    'dokumen-tation genop-trænings genop-træning kommuni-kations kommuni-kation vente sekre-tærer ' +
    'sekre-tær tera-peuter tera-peut kvali-tets kvali-tet skærm besøgs besøg medicin dispen-sering ' +
    'overvåg-ning natte vagt aften kørsels kørsel tilfreds-heds tilfreds-hed sundheds ' +
    'syge-plejerske sygepleje leder løsning system rapport regi-strering planlæg-ning ' +
    'visi-tations visi-tation opgave indkøbs indkøb indsats behand-lings behand-ling sikker-heds ' +
    'sikker-hed udvik-lings udvik-ling kompe-tencer kompe-tence res-sourcer res-source måling ' +
    'gevinst undervis-nings undervis-ning forflyt-nings forflyt-ning forebyg-gelse samarbejds ' +
    'partner hverdags rehabi-litering platform krav udebli-velser udebli-velse koordi-nering'
  )
    .split(' ')
    .map((part) => [part.replaceAll('-', ''), part.split('-').map(({ length }) => length)]),
);

const longestPart = Math.max(...[...parts.keys()].map(({ length }) => length));

/** Letters of a word on each side of a break: neither its beginning nor its ending is left alone. */
const least = 3;
/** A word, or a piece of one that nobody knows, that is longer than this is given places to break. */
const longest = 8;

const vowels = 'aeiouyæøåé';
/** What a syllable of Danish may begin with, beside a single consonant. */
const onsets = new Set(
  'bl br dr fl fr gl gr kl kn kr kv pl pr sk skr sl sm sn sp spr st str sv tr tv'.split(' '),
);

type Piece = { readonly text: string; readonly isKnown: boolean };

const partAt = (word: string, at: number): string | undefined => {
  for (let length = Math.min(longestPart, word.length - at); length > 3; length -= 1) {
    const part = word.slice(at, at + length);
    if (parts.has(part)) return part;
  }
  return undefined;
};

/** The parts of it that are known, and what stands between them. */
const piecesOf = (word: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  let at = 0;
  while (at < word.length) {
    const part = partAt(word, at);
    if (part) {
      if (at > from) pieces.push({ text: word.slice(from, at), isKnown: false });
      pieces.push({ text: part, isKnown: true });
      from = at + part.length;
    }
    at += part?.length ?? 1;
  }
  return from < word.length ? [...pieces, { text: word.slice(from), isKnown: false }] : pieces;
};

/** The s that ties what ends so to what follows: "forbrugs|målere" has no such end, "forbedrings|forslag" has. */
const tied = /(?:ing|tion|hed|itet|skab)s(?=\p{L}{3})/gu;

/** Of the consonants between two vowels, how many go with the second. */
const takenAlong = (between: string): number => {
  const longestOnset = [3, 2].find(
    (length) => between.length > length && onsets.has(between.slice(-length)),
  );
  return longestOnset ?? Math.min(1, between.length);
};

const syllables = (word: string): readonly number[] =>
  [...word.matchAll(new RegExp(`(?<=[${vowels}])([^${vowels}]+)(?=[${vowels}])`, 'g'))].map(
    ({ index, 1: between = '' }) => index + between.length - takenAlong(between),
  );

/** Within a piece, from its own beginning. */
const breaksIn = ({ text, isKnown }: Piece): readonly number[] => {
  if (isKnown) {
    let at = 0;
    return (parts.get(text) ?? []).slice(0, -1).map((length) => (at += length));
  }
  if (text.length <= longest) return [];
  const ties = [...text.matchAll(tied)].map(({ index, 0: end }) => index + end.length);
  return [
    ...ties,
    ...syllables(text).filter(
      (at) =>
        at >= least && text.length - at >= least && !ties.some((tie) => Math.abs(tie - at) < least),
    ),
  ];
};

const placesIn = (word: string): readonly number[] => {
  let from = 0;
  const places = piecesOf(word).flatMap((piece) => {
    const start = from;
    from += piece.text.length;
    return [start, ...breaksIn(piece).map((at) => start + at)];
  });
  return [...new Set(places)]
    .filter((at) => at >= least && at <= word.length - least)
    .sort((a, b) => a - b);
};

const broken = (word: string): string => {
  if (word.length <= longest) return word;
  const places = [0, ...placesIn(word.toLowerCase()), word.length];
  return places
    .slice(1)
    .map((place, at) => word.slice(places[at], place))
    .join(softHyphen);
};

/** A text whose long words may be broken: at the joints of what they are put together of, else between syllables. */
export const hyphenated = (text: string): string => text.replace(/\p{L}+/gu, broken);
