import type { Column, FieldValue } from './column.ts';
import { carefulReader, quickReader } from './rowReader.ts';

/** One set of columns, also where a row is one of several kinds. */
type Columns<T> = { readonly [K in Exclude<keyof T, never>]: Column<T[K]> };

/** A SharePoint list, declared once: its columns, its row type, its names and the way both ways. */
export type List<T> = {
  readonly name: string;
  readonly title: string;
  readonly columns: Columns<T>;
  /** What a person has written in it by hand is not what was recorded. */
  readonly isRecord: boolean;
  /** The internal name of a property's column. */
  readonly fieldOf: (property: keyof T & string) => string;
  readonly toFields: (values: Partial<T>) => Record<string, FieldValue>;
  /** A whole row, or a change to one, with the seal the product sets on it. */
  readonly sealed: (changes: Partial<T>, current?: T) => Partial<T>;
  readonly fromFields: (fields: Readonly<Record<string, unknown>>) => Parsed<T>;
};

/** What a row says and nobody decided: the value is what it was, and people are told of the field. */
export type Doubt = { readonly field: string; readonly problem: string };

/**
 * What only the product writes of a row, kept beside it: a hand that changes the one and not the
 * other is seen, and the row goes on as it was (domain.md: nothing but a decision moves a project).
 */
export type Guard<T> = {
  readonly seal: (row: T) => Partial<T>;
  readonly judge: (row: T) => { readonly value: T; readonly property: keyof T & string } | null;
};

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly doubt?: Doubt }
  | { readonly ok: false; readonly field: string; readonly problem: string };

export type RowOf<L> = L extends List<infer T> ? T : never;

/** `id` is the column `Key` and `title` SharePoint's own `Title`; the others in PascalCase. */
const internalName = (property: string): string =>
  property === 'id' ? 'Key' : property[0]?.toUpperCase() + property.slice(1);

const judged = <T>(row: T, guard: Guard<T> | undefined): Parsed<T> => {
  const found = guard?.judge(row);
  if (!found) return { ok: true, value: row };
  const doubt: Doubt = { field: internalName(found.property), problem: 'noDecision' };
  return { ok: true, value: found.value, doubt };
};

export const defineList = <T extends { readonly id: string }>(
  name: string,
  title: string,
  columns: Columns<T>,
  guard?: Guard<T>,
): List<T> => {
  const entries = (Object.entries(columns) as [keyof T & string, Column<unknown>][]).map(
    ([property, column]) => ({ property, column, field: internalName(property) }),
  );
  const readQuickly = quickReader(entries);
  const readCarefully = carefulReader(entries);
  return {
    name,
    title,
    columns,
    isRecord: false,
    fieldOf: internalName,
    toFields: (values) => {
      const fields: Record<string, FieldValue> = {};
      for (const { property, column, field } of entries)
        if (property in values) fields[field] = column.toField(values[property]);
      return fields;
    },
    sealed: (changes, current) =>
      guard ? { ...changes, ...guard.seal({ ...current, ...changes } as T) } : changes,
    fromFields: (fields) => {
      const quick = readQuickly(fields);
      if (quick) return judged(quick as T, guard);
      const read = readCarefully(fields);
      return read.ok ? judged(read.row as T, guard) : read;
    },
  };
};

/** A list whose rows are never edited, and that only the product adds to. */
export const defineRecord = <T extends { readonly id: string }>(
  name: string,
  title: string,
  columns: Columns<T>,
): List<T> => ({ ...defineList(name, title, columns), isRecord: true });
