import type { List, Parsed } from '#shared/lists/list.ts';
import { Fault, type Row } from '#shared/useCases/ports.ts';

/**
 * Whose hand is in an item: nobody's but an application's; a person made it; a person has changed
 * it since; or a person has, and the fields are those that the application wrote last.
 */
type Hand = 'none' | 'made' | 'edited' | 'restored';

/** A list item as Graph tells it. */
export type Item = {
  readonly seq: number;
  readonly etag: string;
  readonly deleted: boolean;
  readonly hand: Hand;
  readonly fields: Readonly<Record<string, unknown>>;
};

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/**
 * Whether a person did it, with their own hands. With app-only access Graph names the application
 * (platform C7), and may name a user beside it whose shape nobody promises: where an application is
 * named it was not a hand in the list, and elsewhere only a person has an id or an address. To take
 * a hand for the application shows a row too many; the other way round no decision would count.
 */
const isByPerson = (by: unknown): boolean => {
  if (!isObject(by) || isObject(by['application'])) return false;
  const { user } = by;
  return isObject(user) && (typeof user['id'] === 'string' || typeof user['email'] === 'string');
};

const handIn = (value: Loose): Hand => {
  if (isByPerson(value['createdBy'])) return 'made';
  return isByPerson(value['lastModifiedBy']) ? 'edited' : 'none';
};

/** Undefined for what is no item, e.g. the list itself, which a delta may name too. */
export const itemIn = (value: unknown): Item | undefined => {
  if (!isObject(value)) return undefined;
  const seq = Number(value['id']);
  if (!Number.isSafeInteger(seq) || seq < 1) return undefined;
  const fields = isObject(value['fields']) ? value['fields'] : {};
  const etag = value['eTag'] ?? value['@odata.etag'] ?? fields['@odata.etag'];
  const deleted = isObject(value['deleted']);
  return { seq, etag: String(etag ?? ''), deleted, hand: handIn(value), fields };
};

/** One of the versions of an item, newest first as Graph tells them. */
export const versionIn = (value: unknown): Pick<Item, 'fields'> & { byPerson: boolean } => {
  const version = isObject(value) ? value : {};
  const fields = isObject(version['fields']) ? version['fields'] : {};
  return { fields, byPerson: isByPerson(version['lastModifiedBy']) };
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

/** An item read as its list says. What a person wrote into a record is not what was recorded. */
export const parsedItem = <T extends { readonly id: string }>(
  list: List<T>,
  item: Item,
): Parsed<T> => {
  const field = list.fieldOf('id');
  if (list.isRecord && item.hand === 'made') return { ok: false, field, problem: 'byHand' };
  const parsed = list.fromFields(item.fields);
  return parsed.ok && item.hand === 'restored'
    ? { ...parsed, doubt: { field, problem: 'editedByHand' } }
    : parsed;
};

/** The row of an item; a fault when it makes no sense, because then nothing may rest on it. */
export const rowOf = <T extends { readonly id: string }>(list: List<T>, item: Item): Row<T> => {
  const parsed = parsedItem(list, item);
  if (parsed.ok) return { value: parsed.value, seq: item.seq, etag: item.etag };
  const { field, problem } = parsed;
  throw new Fault('row.invalid', { list: list.name, itemId: String(item.seq), field, problem });
};

/** Whether an item still answers to what it was found by, when a person's change is taken back. */
export const isFoundBy = (item: Item, read: unknown, value: string): boolean =>
  item.hand !== 'restored' || read === value;

/** The row that was found under a value: not one that a person put there by changing it. */
export const rowFound = <T extends { readonly id: string }>(
  list: List<T>,
  item: Item,
  property: keyof T & string,
  value: string,
): Row<T> => {
  const row = rowOf(list, item);
  if (isFoundBy(item, row.value[property], value)) return row;
  const what = { itemId: String(item.seq), field: list.fieldOf(property), problem: 'editedByHand' };
  throw new Fault('row.invalid', { list: list.name, ...what });
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

export const isSameRow = <T extends { readonly id: string }>(
  list: List<T>,
  a: Item['fields'],
  b: Item['fields'],
): boolean => {
  const [one, other] = [list.fromFields(a), list.fromFields(b)];
  return one.ok && other.ok && isSameValue(list, one.value, other.value);
};
