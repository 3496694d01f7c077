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

/** What a column makes of a field that is not there; null where there must be something. */
const readNothing = (column: Column<unknown>): { readonly value: unknown } | null => {
  try {
    return { value: column.fromField(undefined) };
  } catch (fault) {
    if (!(fault instanceof ColumnFault)) throw fault;
    return null;
  }
};

const literalOf = (value: unknown): string => JSON.stringify(value);

/** Nothing, as it is written in a program: itself where it can be, so that it need not be fetched. */
const nothingIn = (nothing: unknown, at: number): string =>
  typeof nothing === 'object' && nothing !== null ? `nothing${at}` : literalOf(nothing);

/** A column in the words of the source below; `read7` and `nothing7` are the seventh's. */
const sourceOf = ({ property, field, column }: Entry, at: number) => {
  const nothing = readNothing(column);
  const held = `row[${literalOf(property)}]`;
  /** How the column itself writes nothing, where that is something: `false`, `[]`. */
  const idle = nothing ? (column.toField(nothing.value) ?? '') : '';
  const unless = idle === '' ? '' : `if (raw !== ${literalOf(idle)}) `;
  return {
    empty: `${literalOf(property)}: ${nothing ? nothingIn(nothing.value, at) : 'undefined'}`,
    reads: `case ${literalOf(field)}: ${unless}${held} = read${at}(raw); break;`,
    isMissing: nothing ? [] : [`${held} === undefined`],
  };
};

/** A row begins as an empty one, because most fields of most rows hold nothing. */
const sourceOfReader = (entries: readonly Entry[]): string => {
  const columns = entries.map(sourceOf);
  return `
    const [${entries.map((_, at) => `read${at}`)}] = reads;
    const [${entries.map((_, at) => `nothing${at}`)}] = nothings;
    return (fields) => {
      const row = { ${columns.map(({ empty }) => empty)} };
      for (const field in fields) {
        const raw = fields[field];
        if (raw === null || raw === '' || raw === undefined) continue;
        switch (field) { ${columns.map(({ reads }) => reads).join('\n')} }
      }
      return ${['false', ...columns.flatMap(({ isMissing }) => isMissing)].join(' || ')} ? null : row;
    };`;
};

type Reader = (fields: Fields) => Loose | null;

/**
 * The same by the fields that are there, without a word about what is wrong: null says that the row
 * must be read carefully. It is compiled once of the declaration, so that every name in it is known
 * to the engine (infra/decisions/0030).
 */
export const quickReader = (entries: readonly Entry[]): Reader => {
  const compile = new Function('reads', 'nothings', sourceOfReader(entries)) as (
    reads: readonly Column<unknown>['fromField'][],
    nothings: readonly unknown[],
  ) => Reader;
  const read = compile(
    entries.map(({ column }) => column.fromField),
    entries.map(({ column }) => readNothing(column)?.value),
  );
  return (fields) => {
    try {
      return read(fields);
    } catch (fault) {
      if (!(fault instanceof ColumnFault)) throw fault;
      return null;
    }
  };
};
