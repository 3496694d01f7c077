import { tooManyResources } from '../lists/listColumns.ts';
import type { Column } from '../rows/columns.ts';
import { columnsOf } from '../rows/columns.ts';
import { cellOf, changesIn } from '../rows/fieldValues.ts';
import type { Condition } from '../rows/filter.ts';
import { conditionsIn, holds } from '../rows/filter.ts';
import type { ItemRow } from '../rows/itemRows.ts';
import { itemByKey, itemsAfter, itemsWhere, span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import type { Call, JsonObject, Reply } from '../wire/call.ts';
import {
  bodyOf,
  demandMatch,
  type GraphError,
  invalidRequest,
  isObject,
  itemNotFound,
  json,
  noContent,
  refuseUnknown,
  selected,
} from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { actorOf } from '../wire/context.ts';
import type { ItemView } from './itemView.ts';
import { fieldsText, itemText, viewIn } from './itemView.ts';
import { eTagOf, insertItem, removeItem, updateItem } from './itemWrites.ts';

/** The list view threshold (platform C2). */
const threshold = 5000;

export const itemsMetadata = (context: Context, call: Call, list: ListRow): string =>
  `${call.base}/$metadata#sites('${encodeURIComponent(context.site.id)}')/lists('${list.guid}')/items`;

export function findItem(context: Context, list: ListRow, id: string): ItemRow {
  const known = /^\d{1,9}$/.test(id) ? itemByKey(context, list.seq * span + Number(id)) : undefined;
  if (known === undefined) throw itemNotFound('The specified list item was not found');
  return known;
}

export function getItems(context: Context, call: Call, list: ListRow): Reply {
  call.query.refuse('count', 'search', 'skip', 'orderby');
  const view = viewIn(context, call, list);
  const top = call.query.top(200, 5000);
  const after = placeIn(call.query.get('skiptoken'));
  const found = rowsFor(context, call, list, { after, limit: top + 1 });
  const page = found.slice(0, top);
  const last = page.at(-1);
  const link =
    found.length > top && last !== undefined
      ? `"@odata.nextLink":${JSON.stringify(nextLink(context, call, list, last.key - list.seq * span))},`
      : '';
  const values = page.map((row) => itemText(row, view)).join(',');
  return json(
    200,
    `{"@odata.context":${JSON.stringify(itemsMetadata(context, call, list))},${link}"value":[${values}]}`,
  );
}

/** An opaque place in a list, in SharePoint's own manner. */
function nextLink(context: Context, call: Call, list: ListRow, number: number): string {
  const query = new URLSearchParams(call.query.raw);
  for (const key of ['$skiptoken', 'skiptoken']) query.delete(key);
  query.set('$skiptoken', Buffer.from(`Paged=TRUE&p_ID=${number}`).toString('base64url'));
  return `${call.base}/sites/${context.site.id}/lists/${list.guid}/items?${query}`;
}

function placeIn(token: string | undefined): number {
  if (token === undefined) return 0;
  const text = Buffer.from(token, 'base64url').toString('latin1');
  const number = /^Paged=TRUE&p_ID=(\d{1,9})$/.exec(text)?.[1];
  if (number === undefined) throw invalidRequest('The skiptoken is not valid.');
  return Number(number);
}

interface Page {
  readonly after: number;
  readonly limit: number;
}

function rowsFor(context: Context, call: Call, list: ListRow, page: Page): readonly ItemRow[] {
  const filter = call.query.get('filter');
  if (filter === undefined) return itemsAfter(context, list.seq, page.after, page.limit);
  const conditions = conditionsIn(columnsOf(context, list.seq), filter);
  const [first] = conditions;
  if (first === undefined) throw invalidRequest('Invalid filter clause.');
  const lax = /HonorNonIndexedQueries/i.test(call.header('prefer') ?? '');
  const foreign = conditions.find(({ column }) => !column.indexed);
  if (foreign === undefined && conditions.every(({ column }) => column === first.column)) {
    return itemsWhere(context, list.seq, first.column, conditions, page);
  }
  if (!lax) throw filterRefused(foreign?.column);
  if (list.itemCount > threshold) throw tooManyResources();
  return scan(context, list, conditions, page);
}

/** Only indexed fields, and only one at a time (platform C2). */
function filterRefused(column: Column | undefined): GraphError {
  return column === undefined
    ? invalidRequest('Only one indexed field can be referenced in a filter at a time.')
    : invalidRequest(
        `Field '${column.key}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
      );
}

/** The whole list, one item after the other: what the caller's Prefer header has asked for. */
function scan(
  context: Context,
  list: ListRow,
  conditions: readonly Condition[],
  page: Page,
): readonly ItemRow[] {
  const fits = (row: ItemRow): boolean => {
    const fields = JSON.parse(row.fields) as JsonObject;
    return conditions.every((condition) => holds(condition, cellIn(fields, condition.column)));
  };
  return itemsAfter(context, list.seq, page.after, threshold + 1)
    .filter(fits)
    .slice(0, page.limit);
}

function cellIn(fields: JsonObject, column: Column): string | number | undefined {
  return cellOf(column, column.name === 'ID' ? Number(fields['id']) : fields[column.key]);
}

export function getItem(context: Context, call: Call, list: ListRow, id: string): Reply {
  const view = viewIn(context, call, list);
  return itemReply(context, call, list, 200, findItem(context, list, id), view);
}

function itemReply(
  context: Context,
  call: Call,
  list: ListRow,
  status: number,
  row: Pick<ItemRow, 'head' | 'fields'>,
  view: ItemView,
): Reply {
  const metadata = `${itemsMetadata(context, call, list)}/$entity`;
  return json(
    status,
    `{"@odata.context":${JSON.stringify(metadata)},${itemText(row, view).slice(1)}`,
  );
}

const whole: ItemView = { fields: true };

export function postItem(context: Context, call: Call, list: ListRow): Reply {
  const body = bodyOf(call);
  refuseUnknown(body, ['fields', 'contentType', 'name', 'id']);
  if (list.template === 'documentLibrary') {
    throw invalidRequest('Items of a document library are made by uploading a file.');
  }
  const fields = body['fields'] ?? {};
  if (!isObject(fields)) throw invalidRequest("'fields' must be an object.");
  const stored = insertItem(context, list, {
    changes: changesIn(columnsOf(context, list.seq), fields),
    by: actorOf(context, call.claims),
  });
  context.changed(list.seq);
  const location = `${call.base}/sites/${context.site.id}/lists/${list.guid}/items/${stored.id}`;
  const view = viewOfAll(context, list);
  return { ...itemReply(context, call, list, 201, stored, view), headers: { Location: location } };
}

function viewOfAll(context: Context, list: ListRow): ItemView {
  const hidden = columnsOf(context, list.seq).filter((column) => column.hidden);
  return hidden.length === 0 ? whole : { ...whole, without: hidden.map((column) => column.key) };
}

export function patchItem(context: Context, call: Call, list: ListRow, id: string): Reply {
  const body = bodyOf(call);
  refuseUnknown(body, ['fields', 'contentType', 'id', 'eTag']);
  const fields = body['fields'];
  if (!isObject(fields)) throw invalidRequest("'fields' must be an object.");
  const row = change(context, call, list, id, fields);
  return itemReply(context, call, list, 200, row, viewOfAll(context, list));
}

export function patchFields(context: Context, call: Call, list: ListRow, id: string): Reply {
  const row = change(context, call, list, id, bodyOf(call));
  return fieldsReply(context, call, list, row, viewOfAll(context, list));
}

export function getFields(context: Context, call: Call, list: ListRow, id: string): Reply {
  const row = findItem(context, list, id);
  const select = call.query.select();
  const view = viewOfAll(context, list);
  return fieldsReply(
    context,
    call,
    list,
    row,
    select === undefined ? view : { ...view, pick: select },
  );
}

function fieldsReply(
  context: Context,
  call: Call,
  list: ListRow,
  row: Pick<ItemRow, 'fields'>,
  view: ItemView,
): Reply {
  const metadata = JSON.stringify(`${itemsMetadata(context, call, list)}/$entity/fields/$entity`);
  return json(200, `{"@odata.context":${metadata},${fieldsText(row, view).slice(1)}`);
}

/** Both addresses of a change: the same check of If-Match, the same rules (platform C10). */
function change(
  context: Context,
  call: Call,
  list: ListRow,
  id: string,
  fields: JsonObject,
): Pick<ItemRow, 'head' | 'fields'> {
  const row = findItem(context, list, id);
  demandMatch(call, eTagOf(row.guid, row.version));
  const changes = changesIn(columnsOf(context, list.seq), fields);
  const stored = updateItem(context, list, row, { changes, by: actorOf(context, call.claims) });
  context.changed(list.seq);
  return stored;
}

export function deleteItem(context: Context, call: Call, list: ListRow, id: string): Reply {
  const row = findItem(context, list, id);
  demandMatch(call, eTagOf(row.guid, row.version));
  context.store.write(() => {
    removeItem(context, list, row);
    context.store.run('DELETE FROM files WHERE key = ?', row.key);
    context.store.run('DELETE FROM fileContents WHERE key = ?', row.key);
  });
  context.changed(list.seq);
  return noContent;
}

interface VersionRow {
  readonly version: number;
  readonly modified: string;
  readonly modifiedBy: string;
  readonly fields: string;
}

function versionsOf(context: Context, row: ItemRow): readonly VersionRow[] {
  const head = JSON.parse(`{${row.head}}`) as JsonObject;
  const now: VersionRow = {
    version: row.version,
    modified: String(head['lastModifiedDateTime']),
    modifiedBy: JSON.stringify(head['lastModifiedBy']),
    fields: row.fields,
  };
  const before = context.store
    .all(
      `SELECT version, modified, modifiedBy, fields FROM itemVersions WHERE key = ?
       ORDER BY version DESC`,
      row.key,
    )
    .map(([version, modified, modifiedBy, fields]) => ({
      version: Number(version),
      modified: String(modified),
      modifiedBy: String(modifiedBy),
      fields: String(fields),
    }));
  return [now, ...before];
}

function versionJson(version: VersionRow): JsonObject {
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modified,
    lastModifiedBy: JSON.parse(version.modifiedBy) as unknown,
    publication: { level: 'published', versionId: `${version.version}.0` },
    fields: JSON.parse(version.fields) as unknown,
  };
}

export function getVersions(context: Context, call: Call, list: ListRow, id: string): Reply {
  call.query.refuse('count', 'search', 'skip', 'orderby', 'filter');
  call.query.expand(['fields']);
  const versions = versionsOf(context, findItem(context, list, id));
  return json(200, {
    '@odata.context': `${itemsMetadata(context, call, list)}('${id}')/versions`,
    value: versions.map((version) => selected(versionJson(version), call.query.select())),
  });
}

export function getVersion(
  context: Context,
  call: Call,
  list: ListRow,
  id: string,
  wanted: string,
): Reply {
  const version = versionsOf(context, findItem(context, list, id)).find(
    (one) => `${one.version}.0` === wanted,
  );
  if (version === undefined) throw itemNotFound('The specified version was not found.');
  return json(200, {
    '@odata.context': `${itemsMetadata(context, call, list)}('${id}')/versions/$entity`,
    ...versionJson(version),
  });
}
