import Database from 'libsql';
import { shortestPiece } from './kinship.ts';

/** The words of a row, as stems: those that name it, and those that are said of it. */
export type Indexed = { readonly name: readonly string[]; readonly text: readonly string[] };

/** The rows that have a word, and those that have it in their name. */
export type RowsWith = { readonly any: readonly number[]; readonly named: readonly number[] };

/**
 * It keeps no text, only which entries have a word. A row has two, its name under an even number:
 * so one question answers both where a word stands and how many have it.
 */
const tables = `
CREATE VIRTUAL TABLE told USING fts5(
  words, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE VIRTUAL TABLE words USING fts5vocab(told, 'row');`;

/** Read from their ends, words that end alike begin alike. The sign keeps them from being words. */
const backwards = (stem: string): string => `_${[...stem].reverse().join('')}`;

/** Long enough to end with another word. */
const isCompound = (stem: string): boolean => stem.length > 6;

const bothWays = (stems: readonly string[]): string =>
  [...stems, ...stems.filter(isCompound).map(backwards)].join(' ');

/** A word, what begins with it, and what ends with it. */
const phraseOf = (stem: string): string =>
  stem.length < shortestPiece ? `"${stem}"` : `"${stem}" * OR "${backwards(stem)}" *`;

/**
 * Which rows have a word, in memory: the full-text search of SQLite. Why this library, and what
 * others took: infra/decisions/0031-alike.md.
 */
export class WordIndex {
  readonly #db = new Database(':memory:');
  readonly #statements = new Map<string, Database.Statement>();

  constructor() {
    this.#db.exec(tables);
  }

  put(seq: number, { name, text }: Indexed): void {
    const insert = this.#statement('INSERT INTO told(rowid, words) VALUES (?, ?)');
    insert.run([2 * seq, bothWays(name)]);
    insert.run([2 * seq + 1, bothWays(text)]);
  }

  drop(seq: number): void {
    this.#statement('DELETE FROM told WHERE rowid IN (?, ?)').run([2 * seq, 2 * seq + 1]);
  }

  /** All of it or nothing, and much faster than one by one. */
  together(work: () => void): void {
    this.#db.transaction(work)();
  }

  /** Whether somebody has written it as a word of its own. */
  isWord(stem: string): boolean {
    const found = this.#statement('SELECT 1 FROM words WHERE term = ?').raw(true).all([stem]);
    return found.length > 0;
  }

  /** The rows that have it, however it stands in a word of theirs. */
  rowsWith(stem: string): RowsWith {
    // As one text: an answer of many rows costs more than all that is looked up for it.
    const sql = 'SELECT group_concat(rowid) FROM told WHERE told MATCH ?';
    const [row] = this.#statement(sql)
      .raw(true)
      .all([phraseOf(stem)]) as [string | null][];
    const entries = row?.[0] ? row[0].split(',').map(Number) : [];
    return {
      any: [...new Set(entries.map((entry) => Math.floor(entry / 2)))],
      named: entries.filter((entry) => entry % 2 === 0).map((entry) => entry / 2),
    };
  }

  #statement(sql: string): Database.Statement {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
