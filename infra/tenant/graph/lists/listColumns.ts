import { randomUUID } from 'node:crypto';
import { facetOf, facets, facetValue, internalName } from '../rows/columnKinds.ts';
import type { Column } from '../rows/columns.ts';
import { columnFrom, columnsOf, forgetColumns } from '../rows/columns.ts';
import { cellOf } from '../rows/fieldValues.ts';
import { span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import { listBySeq } from '../rows/listRows.ts';
import type { Call, JsonObject, Reply } from '../wire/call.ts';
import {
  bodyOf,
  GraphError,
  invalidRequest,
  itemNotFound,
  json,
  noContent,
  refuseUnknown,
  selected,
} from '../wire/call.ts';
import type { Context } from '../wire/context.ts';

const mostIndexes = 20;
/** Over this, SharePoint refuses to index: index before the list grows (platform C2). */
const mostItemsToIndex = 20_000;

const settable = [
  'columnGroup',
  'defaultValue',
  'description',
  'displayName',
  'enforceUniqueValues',
  'hidden',
  'id',
  'indexed',
  'name',
  'readOnly',
  'required',
  'validation',
  ...facets,
];

export function insertColumn(
  context: Context,
  list: number,
  guid: string,
  name: string,
  definition: JsonObject,
): void {
  context.store.run(
    'INSERT INTO listColumns (list, guid, name, definition) VALUES (?, ?, ?, ?)',
    list,
    guid,
    name,
    JSON.stringify(definition),
  );
  forgetColumns(context, list);
}

/** Adds a column as a body describes it. */
export function newColumn(context: Context, list: number, given: JsonObject): Column {
  const body = meantIn(given);
  refuseUnknown(body, settable);
  if (typeof body['name'] !== 'string' || body['name'].trim() === '') {
    throw invalidRequest("'name' of a column must be a text.");
  }
  const name = internalName(body['name'].trim());
  const known = columnsOf(context, list);
  if (known.some((column) => column.name.toLowerCase() === name.toLowerCase())) {
    throw new GraphError(
      409,
      'nameAlreadyExists',
      `A column with the name '${name}' already exists.`,
    );
  }
  const facet = facetOf(body);
  const guid = randomUUID();
  const definition = {
    columnGroup: textIn(body, 'columnGroup') ?? 'Custom Columns',
    description: textIn(body, 'description') ?? '',
    displayName: textIn(body, 'displayName') ?? body['name'],
    enforceUniqueValues: flagIn(body, 'enforceUniqueValues'),
    hidden: flagIn(body, 'hidden'),
    id: guid,
    indexed: flagIn(body, 'indexed'),
    name,
    readOnly: flagIn(body, 'readOnly'),
    required: flagIn(body, 'required'),
    ...(body['defaultValue'] === undefined ? {} : { defaultValue: body['defaultValue'] }),
    [facet]: facetValue(facet, body[facet]),
  };
  insertColumn(context, list, guid, name, definition);
  const column = columnsOf(context, list).find((one) => one.guid === guid);
  if (column === undefined) throw new Error('A column just made is missing.');
  checkRules(context, list, column);
  if (column.indexed) indexItems(context, list, column);
  return column;
}

/** A client may send null for what it does not set. */
function meantIn(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function textIn(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  if (value === undefined || typeof value === 'string') return value;
  throw invalidRequest(`'${key}' must be a text.`);
}

function flagIn(body: JsonObject, key: string, before = false): boolean {
  const value = body[key] ?? before;
  if (typeof value === 'boolean') return value;
  throw invalidRequest(`'${key}' must be true or false.`);
}

function checkRules(context: Context, list: number, column: Column): void {
  // Unique needs an index, and is not for the built-in columns (platform C10).
  if (column.unique && !column.indexed) {
    throw invalidRequest(`Column '${column.name}' must be indexed to enforce unique values.`);
  }
  if (column.unique && column.builtIn) {
    throw invalidRequest(`Column '${column.name}' is built in and cannot enforce unique values.`);
  }
  if (column.indexed && !mayBeIndexed(column)) {
    throw invalidRequest(`Column '${column.name}' is of a type that cannot be indexed.`);
  }
  const indexes = columnsOf(context, list).filter((one) => one.indexed && !one.builtIn).length;
  if (indexes > mostIndexes) {
    throw invalidRequest(`A list can have at most ${mostIndexes} indexed columns.`);
  }
}

function mayBeIndexed(column: Column): boolean {
  if (column.multiple) return false;
  if (column.facet === 'calculated' || column.facet === 'hyperlinkOrPicture') return false;
  const text = column.definition['text'] as JsonObject | undefined;
  return text?.['allowMultipleLines'] !== true;
}

/** Fills the index from the items there are; a duplicate stops a unique one. */
function indexItems(context: Context, list: number, column: Column): void {
  const { store } = context;
  store.run('DELETE FROM cells WHERE col = ?', column.seq);
  if (column.name === 'ID') return;
  const row = listBySeq(context, list);
  if (row.itemCount > mostItemsToIndex) throw tooManyResources();
  const items = store.all(
    'SELECT key, fields FROM items WHERE key > ? AND key < ? AND deleted = 0',
    list * span,
    (list + 1) * span,
  );
  const seen = new Set<string | number>();
  for (const [key, text] of items) {
    const cell = cellOf(column, (JSON.parse(String(text)) as JsonObject)[column.key]);
    if (cell === undefined) continue;
    if (column.unique && seen.has(cell)) {
      throw invalidRequest(
        `Column '${column.name}' holds duplicate values, so unique values cannot be enforced.`,
      );
    }
    seen.add(cell);
    store.run(
      'INSERT INTO cells (col, value, item) VALUES (?, ?, ?)',
      column.seq,
      cell,
      Number(key) - list * span,
    );
  }
}

/** What SharePoint says over the list view threshold (platform C2). */
export function tooManyResources(): GraphError {
  return new GraphError(
    422,
    'notSupported',
    'The request is unprocessable because it uses too many resources',
    { innerCode: 'tooManyResources' },
  );
}

const metadata = (context: Context, list: ListRow) =>
  `$metadata#sites('${context.site.id}')/lists('${list.guid}')/columns`;

export function getColumns(context: Context, call: Call, list: ListRow): Reply {
  call.query.refuse('count', 'search', 'skip', 'skiptoken', 'orderby', 'expand');
  const filter = call.query.get('filter');
  const match = /^\s*name\s+eq\s+'([^']*)'\s*$/.exec(filter ?? '');
  if (filter !== undefined && match === null) {
    throw invalidRequest(`Invalid filter clause: '${filter}'.`);
  }
  const value = columnsOf(context, list.seq)
    .filter((column) => match === null || column.name === match[1])
    .map((column) => selected(column.definition, call.query.select()));
  return json(200, { '@odata.context': `${call.base}/${metadata(context, list)}`, value });
}

function findColumn(context: Context, list: ListRow, wanted: string): Column {
  const key = wanted.toLowerCase();
  const column = columnsOf(context, list.seq).find(
    (one) => one.guid === key || one.name.toLowerCase() === key,
  );
  if (column === undefined) throw itemNotFound('The specified column was not found.');
  return column;
}

function columnReply(
  context: Context,
  call: Call,
  list: ListRow,
  status: number,
  column: Column,
): Reply {
  return json(status, {
    '@odata.context': `${call.base}/${metadata(context, list)}/$entity`,
    ...selected(column.definition, status === 200 ? call.query.select() : undefined),
  });
}

export function getColumn(context: Context, call: Call, list: ListRow, wanted: string): Reply {
  return columnReply(context, call, list, 200, findColumn(context, list, wanted));
}

/** A failed change must not leave the remembered columns ahead of the stored ones. */
function changingColumns<T>(context: Context, list: ListRow, work: () => T): T {
  try {
    return context.store.write(work);
  } finally {
    forgetColumns(context, list.seq);
  }
}

export function postColumn(context: Context, call: Call, list: ListRow): Reply {
  const column = changingColumns(context, list, () => newColumn(context, list.seq, bodyOf(call)));
  return columnReply(context, call, list, 201, column);
}

export function patchColumn(context: Context, call: Call, list: ListRow, wanted: string): Reply {
  const before = findColumn(context, list, wanted);
  const body = meantIn(bodyOf(call));
  refuseUnknown(body, settable);
  const named = body['name'];
  if (named !== undefined && named !== before.name) {
    throw invalidRequest("'name' of a column cannot be changed.");
  }
  const definition = patched(before, body);
  const column = changingColumns(context, list, () => {
    context.store.run(
      'UPDATE listColumns SET definition = ? WHERE seq = ?',
      JSON.stringify(definition),
      before.seq,
    );
    forgetColumns(context, list.seq);
    const after = columnFrom(before.seq, before.guid, before.name, JSON.stringify(definition));
    checkRules(context, list.seq, after);
    reindex(context, list, before, after);
    return after;
  });
  return columnReply(context, call, list, 200, column);
}

function reindex(context: Context, list: ListRow, before: Column, after: Column): void {
  if (!after.indexed) context.store.run('DELETE FROM cells WHERE col = ?', after.seq);
  else if (!before.indexed || (after.unique && !before.unique)) {
    indexItems(context, list.seq, after);
  }
}

function patched(before: Column, body: JsonObject): JsonObject {
  const facet = facets.find((one) => body[one] !== undefined);
  if (facet !== undefined && facet !== before.facet) {
    throw invalidRequest('The type of a column cannot be changed.');
  }
  const old = before.definition;
  return {
    ...old,
    description: textIn(body, 'description') ?? old['description'],
    displayName: textIn(body, 'displayName') ?? old['displayName'],
    enforceUniqueValues: flagIn(body, 'enforceUniqueValues', before.unique),
    hidden: flagIn(body, 'hidden', before.hidden),
    indexed: flagIn(body, 'indexed', before.indexed),
    required: flagIn(body, 'required', old['required'] === true),
    ...(body['defaultValue'] === undefined ? {} : { defaultValue: body['defaultValue'] }),
    ...(facet === undefined
      ? {}
      : { [facet]: facetValue(facet, body[facet], old[facet] as JsonObject) }),
  };
}

export function deleteColumn(context: Context, _call: Call, list: ListRow, wanted: string): Reply {
  const column = findColumn(context, list, wanted);
  if (column.builtIn) throw invalidRequest(`Column '${column.name}' is built in and stays.`);
  changingColumns(context, list, () => {
    const { store } = context;
    store.run('DELETE FROM cells WHERE col = ?', column.seq);
    store.run('DELETE FROM listColumns WHERE seq = ?', column.seq);
    store.run(
      'UPDATE items SET fields = json_remove(fields, ?) WHERE key > ? AND key < ? AND deleted = 0',
      `$.${column.key}`,
      list.seq * span,
      (list.seq + 1) * span,
    );
  });
  return noContent;
}
