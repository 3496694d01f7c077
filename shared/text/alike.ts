import { kinship, piecesOf } from './kinship.ts';
import {
  isAlike,
  likenessOf,
  type Sought,
  type Told,
  type Written,
  wordsNaming,
  wordsWritten,
} from './likeness.ts';
import { stemmedIn } from './stems.ts';
import { type RowsWith, WordIndex } from './wordIndex.ts';

/** A project in a list: `seq` is its own for good, and rows come in its order. */
export type ToldRow = { readonly seq: number; readonly value: Told };

export type AlikeRow<R extends ToldRow> = {
  readonly row: R;
  /** The words they share, as the row has them; what says most is first. */
  readonly words: readonly string[];
};

type Found = (stem: string) => RowsWith;

const mostAlike = 5;
const mostWords = 4;
/** The words of a long text that are looked for: those that say most. */
const mostSought = 14;
/** So many of those that share most are weighed word by word. */
const mostWeighed = 30;
/** In a small portfolio a word that two have is not a common one for that. */
const leastMany = 100;

/** What a word found as it is would add. */
const says = ({ worth, pieces }: Sought): number =>
  worth * Math.max(...pieces.map(({ end, rarity }) => kinship(end, 'whole') * rarity ** 2));

const told = ['title', 'technology', 'purpose', 'summary'] as const satisfies (keyof Told)[];

const sameWords = (one: Told, other: Told): boolean =>
  one === other || told.every((field) => one[field] === other[field]);

/**
 * Which projects are alike, by their words. What it holds follows the rows it is asked among, so
 * nobody has to tell it of a change.
 */
export class AlikeIndex {
  readonly #index = new WordIndex();
  #rows: readonly ToldRow[] = [];

  /** At most five, the most alike first and never `itself`; none when nothing is. */
  among<R extends ToldRow>(
    rows: readonly R[],
    written: Written,
    itself: number | null = null,
  ): readonly AlikeRow<R>[] {
    this.follow(rows);
    const rowsWith = this.#found();
    const sought = this.#sought(written, rowsWith);
    const near = this.#nearest(sought, rowsWith);
    const ofName = wordsNaming(written)
      .map(({ stem, worth }) => worth * this.#rarityOf(rowsWith(stem)) ** 2)
      .reduce((sum, one) => sum + one, 0);
    return rows
      .filter(({ seq }) => near.has(seq) && seq !== itself)
      .map((row) => ({ row, ...likenessOf(row.value, sought) }))
      .filter((one) => isAlike(one, ofName))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostAlike)
      .map(({ row, words }) => ({ row, words: words.slice(0, mostWords) }));
  }

  /** Takes up what is new among the rows, and lets go what is gone. */
  follow(rows: readonly ToldRow[]): void {
    if (this.#rows === rows) return;
    const held = new Map(this.#rows.map((row) => [row.seq, row]));
    this.#index.together(() => {
      for (const row of rows) {
        this.#take(row, held.get(row.seq));
        held.delete(row.seq);
      }
      for (const seq of held.keys()) this.#index.drop(seq);
    });
    this.#rows = rows;
  }

  #take({ seq, value }: ToldRow, before: ToldRow | undefined): void {
    if (before && sameWords(before.value, value)) return;
    if (before) this.#index.drop(seq);
    const stemsIn = (text: string) => stemmedIn(text).map(({ stem }) => stem);
    this.#index.put(seq, {
      name: stemsIn(`${value.title} ${value.technology}`),
      text: stemsIn(`${value.purpose} ${value.summary}`),
    });
  }

  /** The words that somebody else has too, or a part of them. */
  #sought(written: Written, rowsWith: Found): readonly Sought[] {
    const isKnown = (stem: string): boolean => this.#index.isWord(stem);
    return wordsWritten(written)
      .map(({ stem, worth }) => ({
        ...{ stem, worth },
        pieces: piecesOf(stem, isKnown)
          .filter((piece) => rowsWith(piece.stem).any.length > 0)
          .map((piece) => ({ ...piece, rarity: this.#rarityOf(rowsWith(piece.stem)) })),
      }))
      .filter(({ pieces }) => pieces.length > 0)
      .sort((a, b) => says(b) - says(a))
      .slice(0, mostSought);
  }

  /** Those that share most, about: how a word stands in theirs is not looked at here. */
  #nearest(sought: readonly Sought[], rowsWith: Found): ReadonlySet<number> {
    const shares = new Map<number, number>();
    const pieces = sought.flatMap(({ worth, pieces }) => pieces.map((one) => ({ ...one, worth })));
    for (const { stem, rarity, worth } of pieces) {
      const { any, named } = rowsWith(stem);
      // Who has it in the name has it twice.
      for (const seq of any.concat(named))
        shares.set(seq, (shares.get(seq) ?? 0) + worth * rarity ** 2);
    }
    const least = Float64Array.from(shares.values()).sort().at(-mostWeighed) ?? 0;
    const best = [...shares].filter(([, share]) => share >= least).slice(0, mostWeighed);
    return new Set(best.map(([seq]) => seq));
  }

  /** How much it says that two have a word that these have; one that nobody has is one's own. */
  #rarityOf({ any: { length } }: RowsWith): number {
    const all = Math.max(this.#rows.length, leastMany);
    const have = Math.max(length, 1);
    return Math.log(1 + (all - have + 0.5) / (have + 0.5));
  }

  /** The rows that have a word, each word looked up once. */
  #found(): Found {
    const known = new Map<string, RowsWith>();
    return (stem) => {
      const rows = known.get(stem) ?? this.#index.rowsWith(stem);
      known.set(stem, rows);
      return rows;
    };
  }
}
