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

/** A column in the words of the source below; `read7` and `nothing7` are the seventh's. */
const sourceOf = ({ property, field, column }: Entry, at: number) => {
  const name = literalOf(property);
  const nothing = readNothing(column);
  return {
    empty: `${name}: ${nothing ? `nothing${at}` : 'undefined'}`,
    put: `[${literalOf(field)}, (row, raw) => { row[${name}] = read${at}(raw); }]`,
    isMissing: nothing ? [] : [`row[${name}] === undefined`],
  };
};

/**
 * A row begins as a copy of an empty one, because most fields of most rows hold nothing; each field
 * that is there is put in its place by a function of its own.
 */
const sourceOfReader = (entries: readonly Entry[]): string => {
  const columns = entries.map(sourceOf);
  return `
    const [${entries.map((_, at) => `read${at}`)}] = reads;
    const [${entries.map((_, at) => `nothing${at}`)}] = nothings;
    const empty = { ${columns.map(({ empty }) => empty)} };
    const puts = new Map([${columns.map(({ put }) => put)}]);
    return (fields) => {
      const row = { ...empty };
      for (const field in fields) {
        const raw = fields[field];
        if (raw === null || raw === '' || raw === undefined) continue;
        const put = puts.get(field);
        if (put !== undefined) put(row, raw);
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
