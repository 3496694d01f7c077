import { type Column, ColumnFault } from './column.ts';

/** A column of a list: the property of a row that it holds, and its internal name in SharePoint. */
export type Entry = {
  readonly property: string;
  readonly field: string;
  readonly column: Column<unknown>;
};

type Fields = Readonly<Record<string, unknown>>;
type Loose = Record<string, unknown>;

export type ReadRow =
  | { readonly ok: true; readonly row: Loose }
  | { readonly ok: false; readonly field: string; readonly problem: string };

/**
 * An object with every property, to be copied: copies of one that is made at once keep its compact
 * shape; one that grows property by property takes three times the memory, and the lists are held
 * in it.
 */
const emptyRowOf = (entries: readonly Entry[]): Loose =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(entries.map(({ property }) => [property, null]))),
  ) as Loose;

/** Column by column, as declared: the first fault is the one that is named. */
export const carefulReader = (entries: readonly Entry[]): ((fields: Fields) => ReadRow) => {
  const empty = emptyRowOf(entries);
  return (fields) => {
    const row = { ...empty };
    for (const { property, column, field } of entries) {
      try {
        row[property] = column.fromField(fields[field]);
      } catch (fault) {
        if (!(fault instanceof ColumnFault)) throw fault;
        return { ok: false, field, problem: fault.message };
      }
    }
    return { ok: true, row };
  };
};

/**
 * The same names as the engine keeps the keys of objects: each once, so that two are compared by
 * where they are. A name that was put together is compared letter by letter, for every field.
 */
const asKeys = (names: readonly string[]): readonly string[] =>
  Object.keys(Object.fromEntries(names.map((name) => [name, null])));

const isAtRest = (raw: unknown, idle: unknown): boolean =>
  raw === null || raw === '' || raw === undefined || raw === idle;

/** Null where there must be something. */
const whenEmpty = (column: Column<unknown>): { readonly value: unknown } | null => {
  try {
    return { value: column.fromField(undefined) };
  } catch (fault) {
    if (!(fault instanceof ColumnFault)) throw fault;
    return null;
  }
};

/**
 * The same by the fields that are there, without a word about what is wrong: null says that the row
 * must be read carefully. Most fields of most rows are empty, so a row begins as an empty one; and
 * fields mostly come in the order of the columns, so the next is looked for where it should be.
 */
export const quickReader = (entries: readonly Entry[]): ((fields: Fields) => Loose | null) => {
  const empty = emptyRowOf(entries);
  const names = asKeys(entries.map(({ field }) => field));
  const places = entries.map(({ property, column }, at) => {
    const nothing = whenEmpty(column);
    if (nothing) empty[property] = nothing.value;
    return {
      ...{ property, at, field: names[at] ?? '' },
      read: column.fromField,
      needed: nothing === null ? 1 : 0,
      /** How nothing is written, where that is something: `false`, `[]`. */
      idle: nothing === null ? null : column.toField(nothing.value),
    };
  });
  const byField = new Map(places.map((place) => [place.field, place]));
  const needed = places.filter((place) => place.needed === 1).length;

  const placeOf = (field: string, next: number): (typeof places)[number] | undefined => {
    const expected = places[next];
    return expected !== undefined && expected.field === field ? expected : byField.get(field);
  };

  const read = (fields: Fields): Loose | null => {
    const row = { ...empty };
    let missing = needed;
    let next = 0;
    for (const field in fields) {
      const place = placeOf(field, next);
      if (place === undefined) continue;
      next = place.at + 1;
      const raw = fields[field];
      if (isAtRest(raw, place.idle)) continue;
      row[place.property] = place.read(raw);
      missing -= place.needed;
    }
    return missing === 0 ? row : null;
  };

  return (fields) => {
    try {
      return read(fields);
    } catch (fault) {
      if (!(fault instanceof ColumnFault)) throw fault;
      return null;
    }
  };
};
