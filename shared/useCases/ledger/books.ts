import { Book } from '#shared/domain/book.ts';
import type { Posting } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Row, Stores } from '../ports.ts';

/** A pool's book, the postings in it, and what was used after each of them. */
type Kept = {
  readonly book: Book;
  readonly rows: Row<Posting>[];
  readonly usedAfter: Ore[];
  /** What memory gave last time: the same array means that nothing has changed. */
  given: readonly Row<Posting>[];
};

const kept = new WeakMap<Stores, Map<string, Kept>>();

/** A plain loop, because it runs over a whole year's postings after each new one. */
const isPrefix = (known: readonly Row<Posting>[], rows: readonly Row<Posting>[]): boolean => {
  if (known.length > rows.length) return false;
  for (let index = 0; index < known.length; index += 1)
    if (known[index] !== rows[index]) return false;
  return true;
};

/**
 * The book of a pool, from memory. Only postings that came since last time are added; a row that
 * was edited by hand makes it start over.
 */
export const keptBook = (stores: Stores, poolRow: string): Kept => {
  const books = kept.get(stores) ?? new Map<string, Kept>();
  kept.set(stores, books);
  const rows = stores.ledger.where('poolRow', poolRow);
  const known = books.get(poolRow);
  if (known?.given === rows) return known;
  const current: Kept =
    known && isPrefix(known.rows, rows)
      ? known
      : { book: new Book(), rows: [], usedAfter: [], given: [] };
  for (const row of rows.slice(current.rows.length)) {
    current.book.add(row.value);
    current.rows.push(row);
    current.usedAfter.push(current.book.usedOre);
  }
  current.given = rows;
  books.set(poolRow, current);
  return current;
};

export const bookIn = (stores: Stores, poolRow: string): Book => keptBook(stores, poolRow).book;
