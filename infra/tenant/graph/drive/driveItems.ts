import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { eTagOf } from '../items/itemWrites.ts';
import { webUrlOf } from '../lists/lists.ts';
import type { ItemRow } from '../rows/itemRows.ts';
import { itemByKey, span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import { allLists } from '../rows/listRows.ts';
import type { JsonObject } from '../wire/call.ts';
import { GraphError, itemNotFound } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';

/** A file or folder of a library; number 0 is the root, which is no list item. */
export interface Entry {
  readonly list: ListRow;
  readonly number: number;
  readonly parent: number;
  readonly name: string;
  readonly folder: boolean;
  readonly mime: string;
  readonly size: number;
  readonly hash: string;
  readonly cTag: number;
  readonly row: ItemRow | undefined;
}

export const driveIdOf = (list: ListRow): string => `b!${list.guid.replaceAll('-', '')}`;

export function librariesOf(context: Context): readonly ListRow[] {
  return allLists(context).filter((list) => list.template === 'documentLibrary');
}

export function findDrive(context: Context, id: string): ListRow {
  const list = librariesOf(context).find((one) => driveIdOf(one) === id);
  if (list === undefined) throw itemNotFound('The drive was not found.');
  return list;
}

/** The site's own library: the first one there was. */
export function defaultDrive(context: Context): ListRow {
  const [list] = librariesOf(context);
  if (list === undefined) throw itemNotFound('The site has no document library.');
  return list;
}

export function driveJson(context: Context, list: ListRow): JsonObject {
  return {
    createdDateTime: list.created,
    description: list.description,
    id: driveIdOf(list),
    lastModifiedDateTime: list.modified,
    name: list.displayName,
    webUrl: webUrlOf(context, list),
    driveType: 'documentLibrary',
    createdBy: JSON.parse(list.createdBy) as unknown,
    lastModifiedBy: JSON.parse(list.modifiedBy) as unknown,
  };
}

const shape = /^01([0-9A-F]{10})([0-9A-Z]{10})$/;

const signOf = (guid: string): string => guid.replaceAll('-', '').slice(0, 10).toUpperCase();

export function entryId(entry: Entry): string {
  const number = entry.number.toString(36).toUpperCase().padStart(10, '0');
  return `01${signOf(entry.row?.guid ?? entry.list.guid)}${number}`;
}

export function rootOf(list: ListRow): Entry {
  return {
    list,
    number: 0,
    parent: -1,
    name: 'root',
    folder: true,
    mime: '',
    size: 0,
    hash: '',
    cTag: 1,
    row: undefined,
  };
}

const selection = 'key, parent, name, folder, mime, size, hash, cTag';

function entryFrom(context: Context, list: ListRow, row: readonly unknown[]): Entry {
  const key = Number(row[0]);
  return {
    list,
    number: key - list.seq * span,
    parent: Number(row[1]),
    name: String(row[2]),
    folder: row[3] === 1,
    mime: String(row[4]),
    size: Number(row[5]),
    hash: String(row[6]),
    cTag: Number(row[7]),
    row: itemByKey(context, key),
  };
}

export function entryByNumber(context: Context, list: ListRow, number: number): Entry {
  if (number === 0) return rootOf(list);
  const row = context.store.get(
    `SELECT ${selection} FROM files WHERE key = ?`,
    list.seq * span + number,
  );
  if (row === undefined) throw itemNotFound('The resource could not be found.');
  return entryFrom(context, list, row);
}

export function entryById(context: Context, list: ListRow, id: string): Entry {
  if (id.toLowerCase() === 'root') return rootOf(list);
  const number = Number.parseInt(shape.exec(id)?.[2] ?? '', 36);
  if (Number.isNaN(number)) throw itemNotFound('The resource could not be found.');
  const entry = entryByNumber(context, list, number);
  if (entryId(entry) !== id) throw itemNotFound('The resource could not be found.');
  return entry;
}

export function childNamed(context: Context, parent: Entry, name: string): Entry | undefined {
  const row = context.store.get(
    `SELECT ${selection} FROM files WHERE list = ? AND parent = ? AND nameKey = ?`,
    parent.list.seq,
    parent.number,
    name.toLowerCase(),
  );
  return row === undefined ? undefined : entryFrom(context, parent.list, row);
}

export function childrenOf(context: Context, parent: Entry): readonly Entry[] {
  return context.store
    .all(
      `SELECT ${selection} FROM files WHERE list = ? AND parent = ? ORDER BY nameKey`,
      parent.list.seq,
      parent.number,
    )
    .map((row) => entryFrom(context, parent.list, row));
}

export const namesIn = (path: string): readonly string[] =>
  path.split('/').filter((name) => name !== '');

export function entryByPath(context: Context, from: Entry, path: string): Entry {
  let entry = from;
  for (const name of namesIn(path)) {
    const child = childNamed(context, entry, name);
    if (child === undefined) throw itemNotFound('The resource could not be found.');
    entry = child;
  }
  return entry;
}

export function pathOf(context: Context, entry: Entry): string {
  if (entry.number === 0) return '';
  const parent = entryByNumber(context, entry.list, entry.parent);
  const before = pathOf(context, parent);
  return before === '' ? entry.name : `${before}/${entry.name}`;
}

export const entryETag = (entry: Entry): string =>
  entry.row === undefined
    ? eTagOf(entry.list.guid, entry.list.version)
    : eTagOf(entry.row.guid, entry.row.version);

export function entryJson(context: Context, entry: Entry, base: string): JsonObject {
  const head = entry.row === undefined ? {} : (JSON.parse(`{${entry.row.head}}`) as JsonObject);
  const created = head['createdDateTime'] ?? entry.list.created;
  const modified = head['lastModifiedDateTime'] ?? entry.list.modified;
  return {
    ...(entry.folder ? {} : { '@microsoft.graph.downloadUrl': downloadUrl(context, entry, base) }),
    createdDateTime: created,
    eTag: entryETag(entry),
    id: entryId(entry),
    lastModifiedDateTime: modified,
    name: entry.name,
    webUrl: head['webUrl'] ?? webUrlOf(context, entry.list),
    cTag: `"c:{${entry.row?.guid ?? entry.list.guid}},${entry.cTag}"`,
    size: entry.size,
    createdBy: head['createdBy'] ?? (JSON.parse(entry.list.createdBy) as unknown),
    lastModifiedBy: head['lastModifiedBy'] ?? (JSON.parse(entry.list.modifiedBy) as unknown),
    parentReference: parentJson(context, entry),
    fileSystemInfo: { createdDateTime: created, lastModifiedDateTime: modified },
    ...kindJson(context, entry),
  };
}

function kindJson(context: Context, entry: Entry): JsonObject {
  if (!entry.folder) {
    return { file: { mimeType: entry.mime, hashes: { sha256Hash: entry.hash } } };
  }
  const folder = { childCount: childrenOf(context, entry).length };
  return entry.number === 0 ? { root: {}, folder } : { folder };
}

function parentJson(context: Context, entry: Entry): JsonObject {
  const drive = { driveType: 'documentLibrary', driveId: driveIdOf(entry.list) };
  if (entry.number === 0) return drive;
  const parent = entryByNumber(context, entry.list, entry.parent);
  const path = pathOf(context, parent);
  return {
    ...drive,
    id: entryId(parent),
    name: parent.number === 0 ? entry.list.displayName : parent.name,
    path: `/drives/${driveIdOf(entry.list)}/root:${path === '' ? '' : `/${encodeURI(path)}`}`,
    siteId: context.site.id,
  };
}

const downloadMs = 3_600_000;

function signature(context: Context, text: string): string {
  const secret = context.store.setting('downloadSecret', () => randomBytes(32).toString('hex'));
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** Short-lived and without a token, as Graph's download addresses are. */
export function downloadUrl(context: Context, entry: Entry, base: string): string {
  const key = entry.list.seq * span + entry.number;
  const expires = Date.now() + downloadMs;
  return `${base}/_download/${key}?tempauth=${expires}.${signature(context, `${key}.${expires}`)}`;
}

export function checkedDownload(
  context: Context,
  key: string,
  tempauth: string | undefined,
): number {
  const [expires = '', given = ''] = (tempauth ?? '').split('.');
  const wanted = Buffer.from(signature(context, `${key}.${expires}`));
  const actual = Buffer.from(given);
  const fits = wanted.length === actual.length && timingSafeEqual(wanted, actual);
  if (!fits || Number(expires) < Date.now()) {
    throw new GraphError(401, 'unauthenticated', 'The download address is no longer valid.');
  }
  return Number(key);
}
