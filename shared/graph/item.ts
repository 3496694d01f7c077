import type { List } from '#shared/lists/list.ts';
import { Fault, type Row } from '#shared/useCases/ports.ts';

/** A list item as Graph tells it. */
export type Item = {
  readonly seq: number;
  readonly etag: string;
  readonly deleted: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
};

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** Undefined for what is no item, e.g. the list itself, which a delta may name too. */
export const itemIn = (value: unknown): Item | undefined => {
  if (!isObject(value)) return undefined;
  const seq = Number(value['id']);
  if (!Number.isSafeInteger(seq) || seq < 1) return undefined;
  const fields = isObject(value['fields']) ? value['fields'] : {};
  const etag = value['eTag'] ?? value['@odata.etag'] ?? fields['@odata.etag'];
  return { seq, etag: String(etag ?? ''), deleted: isObject(value['deleted']), fields };
};

/** An ETag is `"guid,n"`, n rising with every change (platform C9); NaN when it is something else. */
export const revisionOf = (etag: string): number =>
  Number(/,(\d+)"?$/.exec(etag)?.[1] ?? Number.NaN);

/** Whether `etag` is of an older or the same state as `known`. */
export const isNoNewer = (etag: string, known: string): boolean =>
  etag === known || revisionOf(etag) <= revisionOf(known);

/** What is asked of every item: our own columns, so that nothing else need be read or sent. */
export const expandOf = <T extends { readonly id: string }>(list: List<T>): string => {
  const names = Object.keys(list.columns).map((property) =>
    list.fieldOf(property as keyof T & string),
  );
  return `$expand=${encodeURIComponent(`fields($select=${names.join(',')})`)}`;
};

/** The row of an item; a fault when it makes no sense, because then nothing may rest on it. */
export const rowOf = <T extends { readonly id: string }>(list: List<T>, item: Item): Row<T> => {
  const parsed = list.fromFields(item.fields);
  if (parsed.ok) return { value: parsed.value, seq: item.seq, etag: item.etag };
  const { field, problem } = parsed;
  throw new Fault('row.invalid', { list: list.name, itemId: String(item.seq), field, problem });
};

/** A value as it will be read back, e.g. without parts of seconds. */
export const asStored = <T extends { readonly id: string }>(list: List<T>, value: T): T => {
  const parsed = list.fromFields(list.toFields(value));
  if (parsed.ok) return parsed.value;
  const { field, problem } = parsed;
  throw new Fault('row.invalid', { list: list.name, key: value.id, field, problem });
};

export const isSameValue = <T extends { readonly id: string }>(
  list: List<T>,
  a: Partial<T>,
  b: Partial<T>,
): boolean => JSON.stringify(list.toFields(a)) === JSON.stringify(list.toFields(b));
