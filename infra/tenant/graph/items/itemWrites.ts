import { randomUUID } from 'node:crypto';
import { webUrlOf } from '../lists/lists.ts';
import type { Column } from '../rows/columns.ts';
import { columnsOf } from '../rows/columns.ts';
import type { FieldChange } from '../rows/fieldValues.ts';
import { cellOf } from '../rows/fieldValues.ts';
import type { ItemRow } from '../rows/itemRows.ts';
import { span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import type { JsonObject } from '../wire/call.ts';
import { invalidRequest } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { stamp } from '../wire/context.ts';

/** The row id of "SharePoint App" in every site's user list: who writes with app-only access. */
const sharePointApp = '1073741822';

export interface NewItem {
  readonly changes: readonly FieldChange[];
  readonly by: string;
  readonly contentType?: 'Item' | 'Document' | 'Folder';
  /** Further values that only the service sets, such as a file's name. */
  readonly own?: JsonObject;
}

export interface Stored {
  readonly key: number;
  readonly id: string;
  readonly guid: string;
  readonly version: number;
  readonly head: string;
  readonly fields: string;
  /** The same fields, not yet text. */
  readonly values: JsonObject;
}

export const eTagOf = (guid: string, version: number): string => `"${guid},${version}"`;

/** Adds an item, its index entries and its change, or nothing. */
export function insertItem(context: Context, list: ListRow, item: NewItem): Stored {
  const { store } = context;
  return store.write(() => {
    const [last, change] = store.get(
      `UPDATE lists SET lastItem = lastItem + 1, lastChange = lastChange + 1,
         itemCount = itemCount + 1 WHERE seq = ? RETURNING lastItem, lastChange`,
      list.seq,
    ) as readonly number[];
    const number = Number(last);
    const at = stamp(context);
    const values = valuesOf(columnsOf(context, list.seq), item);
    const stored = shape(context, list, {
      number,
      guid: randomUUID(),
      version: 1,
      created: at,
      createdBy: item.by,
      modified: at,
      modifiedBy: item.by,
      contentType: item.contentType ?? 'Item',
      values,
    });
    indexCells(context, list, number, undefined, stored.values);
    store.run(
      `INSERT INTO items (key, change, guid, version, deleted, head, fields)
       VALUES (?, ?, ?, 1, 0, ?, ?)`,
      stored.key,
      list.seq * span + Number(change),
      stored.guid,
      stored.head,
      stored.fields,
    );
    return stored;
  });
}

function valuesOf(columns: readonly Column[], item: NewItem): JsonObject {
  const values: JsonObject = {};
  for (const column of columns) {
    const usual = defaultOf(column);
    if (usual !== undefined) values[column.key] = usual;
  }
  for (const { column, value } of item.changes) {
    if (value === null) delete values[column.key];
    else values[column.key] = value;
  }
  return { ...values, ...item.own };
}

function defaultOf(column: Column): unknown {
  const given = (column.definition['defaultValue'] as JsonObject | undefined)?.['value'];
  if (typeof given !== 'string' || column.builtIn) return undefined;
  if (column.facet === 'number' || column.facet === 'currency') return Number(given);
  if (column.facet === 'boolean') return given === '1' || given.toLowerCase() === 'true';
  return column.facet === 'text' || column.facet === 'choice' ? given : undefined;
}

interface Shape {
  readonly number: number;
  readonly guid: string;
  readonly version: number;
  readonly created: string;
  readonly createdBy: string;
  readonly modified: string;
  readonly modifiedBy: string;
  readonly contentType: string;
  readonly values: JsonObject;
}

const contentTypeIds: Readonly<Record<string, string>> = {
  Item: '0x0100',
  Document: '0x0101',
  Folder: '0x0120',
};

/** The two halves of an item as they will be answered, so that a page is spliced from text. */
function shape(context: Context, list: ListRow, item: Shape): Stored {
  const id = String(item.number);
  const eTag = eTagOf(item.guid, item.version);
  const contentTypeId = `${contentTypeIds[item.contentType]}${list.guid.replaceAll('-', '').toUpperCase()}`;
  const head = `"@odata.etag":${JSON.stringify(eTag)},"createdDateTime":"${item.created}","eTag":${JSON.stringify(eTag)},"id":"${id}","lastModifiedDateTime":"${item.modified}","webUrl":${JSON.stringify(itemUrl(context, list, item))},"createdBy":${item.createdBy},"lastModifiedBy":${item.modifiedBy},"parentReference":{"id":"${list.guid}","siteId":"${context.site.id}"},"contentType":{"id":"${contentTypeId}","name":"${item.contentType}"}`;
  const fields = {
    '@odata.etag': eTag,
    ...item.values,
    id,
    ContentType: item.contentType,
    Modified: item.modified,
    Created: item.created,
    AuthorLookupId: sharePointApp,
    EditorLookupId: sharePointApp,
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
  return {
    key: list.seq * span + item.number,
    id,
    guid: item.guid,
    version: item.version,
    head,
    fields: JSON.stringify(fields),
    values: fields,
  };
}

function itemUrl(context: Context, list: ListRow, item: Shape): string {
  const ref = item.values['FileRef'];
  if (typeof ref === 'string') return `${webUrlOf(context, list)}/${encodeURI(ref)}`;
  return `${webUrlOf(context, list)}/${item.number}_.000`;
}

/** Keeps the index entries of an item in step, and holds unique columns to their word. */
function indexCells(
  context: Context,
  list: ListRow,
  number: number,
  before: JsonObject | undefined,
  after: JsonObject,
): void {
  for (const column of columnsOf(context, list.seq)) {
    if (!column.indexed || column.name === 'ID') continue;
    const old = before === undefined ? undefined : cellOf(column, before[column.key]);
    const cell = cellOf(column, after[column.key]);
    if (old === cell) continue;
    if (old !== undefined) dropCell(context, column, old, number);
    if (cell !== undefined) addCell(context, column, cell, number);
  }
}

function dropCell(context: Context, column: Column, cell: string | number, number: number): void {
  context.store.run(
    'DELETE FROM cells WHERE col = ? AND value = ? AND item = ?',
    column.seq,
    cell,
    number,
  );
}

function addCell(context: Context, column: Column, cell: string | number, number: number): void {
  if (column.unique) refuseDuplicate(context, column, cell);
  context.store.run(
    'INSERT INTO cells (col, value, item) VALUES (?, ?, ?)',
    column.seq,
    cell,
    number,
  );
}

/** Which status Microsoft gives here is unconfirmed (platform C10); the words are SharePoint's. */
function refuseDuplicate(context: Context, column: Column, cell: string | number): void {
  const taken = context.store.get(
    'SELECT item FROM cells WHERE col = ? AND value = ? LIMIT 1',
    column.seq,
    cell,
  );
  if (taken !== undefined) {
    throw invalidRequest(
      `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${column.name}].`,
    );
  }
}

export interface ItemChange {
  readonly changes: readonly FieldChange[];
  readonly by: string;
  readonly own?: JsonObject;
}

/** Changes an item: a new version, a new ETag, a new place in the order of changes. */
export function updateItem(
  context: Context,
  list: ListRow,
  row: ItemRow,
  change: ItemChange,
): Stored {
  const before = JSON.parse(row.fields) as JsonObject;
  const after: JsonObject = { ...before, ...change.own };
  for (const { column, value } of change.changes) {
    if (value === null) delete after[column.key];
    else after[column.key] = value;
  }
  return rewrite(context, list, row, before, after, change.by);
}

const madeAgain = [
  '@odata.etag',
  'id',
  'ContentType',
  'Modified',
  'Created',
  'AuthorLookupId',
  'EditorLookupId',
  '_UIVersionString',
  'Attachments',
  'Edit',
  'ItemChildCount',
  'FolderChildCount',
];

function rewrite(
  context: Context,
  list: ListRow,
  row: ItemRow,
  before: JsonObject,
  after: JsonObject,
  by: string,
): Stored {
  const { store } = context;
  const head = JSON.parse(`{${row.head}}`) as JsonObject;
  const number = row.key - list.seq * span;
  const stored = shape(context, list, {
    number,
    guid: row.guid,
    version: row.version + 1,
    created: String(head['createdDateTime']),
    createdBy: JSON.stringify(head['createdBy']),
    modified: stamp(context),
    modifiedBy: by,
    contentType: String(before['ContentType']),
    values: Object.fromEntries(Object.entries(after).filter(([key]) => !madeAgain.includes(key))),
  });
  store.write(() => {
    indexCells(context, list, number, before, stored.values);
    keepVersion(context, row, head);
    store.run(
      'UPDATE items SET change = ?, version = ?, head = ?, fields = ? WHERE key = ?',
      list.seq * span + nextChange(context, list),
      stored.version,
      stored.head,
      stored.fields,
      row.key,
    );
  });
  return stored;
}

function keepVersion(context: Context, row: ItemRow, head: JsonObject): void {
  context.store.run(
    'INSERT INTO itemVersions (key, version, modified, modifiedBy, fields) VALUES (?, ?, ?, ?, ?)',
    row.key,
    row.version,
    String(head['lastModifiedDateTime']),
    JSON.stringify(head['lastModifiedBy']),
    row.fields,
  );
}

function nextChange(context: Context, list: ListRow, items = 0): number {
  const row = context.store.get(
    `UPDATE lists SET lastChange = lastChange + 1, itemCount = itemCount + ? WHERE seq = ?
     RETURNING lastChange`,
    items,
    list.seq,
  );
  return Number(row?.[0]);
}

/** Deletes an item and leaves a tombstone, which delta shows. */
export function removeItem(context: Context, list: ListRow, row: ItemRow): void {
  const { store } = context;
  store.write(() => {
    const gone: JsonObject = {};
    indexCells(
      context,
      list,
      row.key - list.seq * span,
      JSON.parse(row.fields) as JsonObject,
      gone,
    );
    store.run(
      "UPDATE items SET change = ?, deleted = 1, head = '', fields = '' WHERE key = ?",
      list.seq * span + nextChange(context, list, -1),
      row.key,
    );
    store.run('DELETE FROM itemVersions WHERE key = ?', row.key);
  });
}
