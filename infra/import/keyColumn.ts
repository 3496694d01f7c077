import { wordKey } from '#shared/domain/importWords.ts';
import { importWords } from '#shared/words/server/import.ts';
import type { Columns } from './headings.ts';
import { seenIn, type Table } from './table.ts';

export type Keyed =
  | { readonly ok: true; readonly columns: Columns; readonly remark: string | null }
  | { readonly ok: false; readonly problem: string };

const withKey = (columns: Columns, column: number, heading: string): Columns => {
  const others = [...columns.places].filter(
    ([field, place]) => field !== 'id' && (field !== 'number' || place.column !== column),
  );
  const ignored = columns.ignored.filter((one) => one !== heading);
  const places: Columns['places'] = new Map([...others, ['id', { column, heading, unit: '' }]]);
  return { ...columns, places, ignored };
};

/** "RAP-40" names a project; 1, 2, 3 count the lines of this list, and of the next one. */
const areCodes = (table: Table, column: number): boolean => {
  const given = table.rows.map((row) => seenIn(row.cells[column])).filter((text) => text !== '');
  return given.length > 0 && given.every((text) => /\p{L}/u.test(text));
};

/**
 * Which column says which project a row is: the one that is asked for, else one whose heading means
 * it. A column of numbers is no key unless somebody says so, for every list counts from 1.
 */
export const keyColumnOf = (table: Table, columns: Columns, asked: string | null): Keyed => {
  if (asked !== null) {
    const column = table.headings.findIndex((heading) => wordKey(heading) === wordKey(asked));
    const heading = table.headings[column];
    return heading === undefined
      ? { ok: false, problem: importWords.keyMissing(asked, table.headings) }
      : { ok: true, columns: withKey(columns, column, heading), remark: null };
  }
  const number = columns.places.get('number');
  if (!number || columns.places.has('id')) return { ok: true, columns, remark: null };
  return areCodes(table, number.column)
    ? { ok: true, columns: withKey(columns, number.column, number.heading), remark: null }
    : { ok: true, columns, remark: importWords.numberIsNoKey(number.heading) };
};
