import type { Ore } from '#shared/domain/money.ts';

/** How a property is kept in a SharePoint list, and how it is read back. */
export type Column<T> = {
  /** The Danish heading people see in SharePoint. */
  readonly title: string;
  readonly facet: Facet;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** What is sent to SharePoint; null clears the field. */
  readonly toField: (value: T) => FieldValue;
  /** Throws a `ColumnFault` when what SharePoint holds makes no sense here. */
  readonly fromField: (raw: unknown) => T;
};

export type FieldValue = string | number | boolean | null;

export type Facet =
  | { readonly type: 'text' }
  | { readonly type: 'note' }
  | { readonly type: 'number' }
  | { readonly type: 'boolean' }
  | { readonly type: 'dateTime' }
  | { readonly type: 'choice'; readonly choices: readonly string[] };

/** What is wrong with a field, in a word the set-aside page can translate. */
export class ColumnFault extends Error {
  constructor(problem: ColumnProblem) {
    super(problem);
    this.name = 'ColumnFault';
  }
}

export type ColumnProblem =
  | 'missing'
  | 'notText'
  | 'tooLong'
  | 'notNumber'
  | 'notInstant'
  | 'notDay'
  | 'notChoice'
  | 'notJson'
  | 'outOfRange';

/** A single line holds 255 characters, several lines 63,999 (platform C3). */
export const longestLine = 255;
export const longestNote = 63_999;

const fault = (problem: ColumnProblem): never => {
  throw new ColumnFault(problem);
};

const isEmpty = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

const plain = <T>(
  title: string,
  facet: Facet,
  toField: Column<T>['toField'],
  fromField: Column<T>['fromField'],
): Column<T> => ({ title, facet, indexed: false, unique: false, toField, fromField });

const readText = (raw: unknown, longest: number): string => {
  if (isEmpty(raw)) return '';
  if (typeof raw !== 'string') return fault('notText');
  return raw.length > longest ? fault('tooLong') : raw;
};

export const text = (title: string): Column<string> =>
  plain(
    title,
    { type: 'text' },
    (value) => value,
    (raw) => readText(raw, longestLine),
  );

export const longText = (title: string): Column<string> =>
  plain(
    title,
    { type: 'note' },
    (value) => value,
    (raw) => readText(raw, longestNote),
  );

/** A text that must be there. */
export const key = (title: string): Column<string> =>
  plain(
    title,
    { type: 'text' },
    (value) => value,
    (raw) => (isEmpty(raw) ? fault('missing') : readText(raw, longestLine)),
  );

export const wholeNumber = (title: string): Column<number> =>
  plain(
    title,
    { type: 'number' },
    (value) => value,
    (raw) => (typeof raw === 'number' && Number.isSafeInteger(raw) ? raw : fault('notNumber')),
  );

/** Whole øre. */
export const ore = (title: string): Column<Ore> => wholeNumber(title);

/** One of a few whole numbers, e.g. 0–3. */
export const step = <T extends number>(title: string, values: readonly T[]): Column<T> =>
  plain(
    title,
    { type: 'number' },
    (value) => value,
    (raw) => values.find((value) => value === raw) ?? fault('outOfRange'),
  );

export const flag = (title: string): Column<boolean> =>
  plain(
    title,
    { type: 'boolean' },
    (value) => value,
    (raw) => raw === true,
  );

/** As SharePoint gives it, on a day that every month has: there is nothing to work out. */
const plainInstant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** SharePoint keeps whole seconds, so an instant has none of the rest. */
export const instant = (title: string): Column<string> =>
  plain(
    title,
    { type: 'dateTime' },
    (value) => value,
    (raw) => {
      if (typeof raw === 'string' && plainInstant.test(raw)) return raw;
      const at = typeof raw === 'string' ? Date.parse(raw) : Number.NaN;
      if (Number.isNaN(at)) return fault('notInstant');
      if (typeof raw === 'string' && raw.length === 20 && raw[10] === 'T' && raw[19] === 'Z')
        return raw;
      return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    },
  );

/** A date without a time is text, because SharePoint moves it with the time zone (platform C3). */
export const day = (title: string): Column<string> =>
  plain(
    title,
    { type: 'text' },
    (value) => value,
    (raw) => (typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : fault('notDay')),
  );

/** A code out of a closed set; the label is never stored. */
export const choice = <T extends string>(title: string, values: readonly T[]): Column<T> => {
  const byCode = new Map<unknown, T>(values.map((value) => [value, value]));
  return plain(
    title,
    { type: 'choice', choices: values },
    (value) => value,
    (raw) => byCode.get(raw) ?? fault('notChoice'),
  );
};

/** The same short texts stand in thousands of rows, so each is read, and kept, once. */
const longestRemembered = 100;
const mostRemembered = 1_000;

const remembering = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (text.length <= longestRemembered && known.size < mostRemembered) known.set(text, value);
    return value;
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return fault('notJson');
  }
};

/** Something nested, kept as JSON; `accept` says whether what was read is what it should be. */
export const json = <T>(
  title: string,
  accept: (value: unknown) => value is T,
  whenEmpty?: T,
): Column<T> => {
  const read = remembering((text): T => {
    const value = parseJson(text);
    return accept(value) ? value : fault('notJson');
  });
  return plain(
    title,
    { type: 'note' },
    (value) => JSON.stringify(value),
    (raw) => {
      if (isEmpty(raw)) return whenEmpty === undefined ? fault('missing') : whenEmpty;
      return typeof raw === 'string' ? read(raw) : fault('notJson');
    },
  );
};

/** The same column, where nothing is an answer too. */
export const optional = <T>(column: Column<T>): Column<T | null> => ({
  ...column,
  toField: (value) => (value === null ? null : column.toField(value)),
  fromField: (raw) => (isEmpty(raw) ? null : column.fromField(raw)),
});

/** A column that is filtered on. Indexed when the list is made, before it grows. */
export const indexed = <T>(column: Column<T>): Column<T> => ({ ...column, indexed: true });

/** SharePoint itself refuses a second row with the same value. */
export const unique = <T>(column: Column<T>): Column<T> => ({
  ...column,
  indexed: true,
  unique: true,
});
