import { randomUUID } from 'node:crypto';
import { builtInColumns, columnsOf, forgetColumns } from '../rows/columns.ts';
import { span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import { allLists, findList, listBySeq } from '../rows/listRows.ts';
import type { Call, JsonObject, Reply } from '../wire/call.ts';
import {
  bodyOf,
  demandMatch,
  GraphError,
  invalidRequest,
  isObject,
  json,
  noContent,
  refuseUnknown,
  selected,
} from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { actorOf, stamp } from '../wire/context.ts';
import { insertColumn, newColumn } from './listColumns.ts';

export function webUrlOf(context: Context, list: ListRow): string {
  const folder = list.template === 'documentLibrary' ? '' : 'Lists/';
  return `${context.site.webUrl}/${folder}${encodeURIComponent(list.name)}`;
}

const eTagOf = (list: ListRow): string => `"${list.guid},${list.version}"`;

export function listJson(
  context: Context,
  list: ListRow,
  expanded: ReadonlyMap<string, unknown> = new Map(),
): JsonObject {
  return {
    '@odata.etag': eTagOf(list),
    createdDateTime: list.created,
    description: list.description,
    eTag: eTagOf(list),
    id: list.guid,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: webUrlOf(context, list),
    displayName: list.displayName,
    createdBy: JSON.parse(list.createdBy) as unknown,
    lastModifiedBy: JSON.parse(list.modifiedBy) as unknown,
    parentReference: { siteId: context.site.id },
    list: { contentTypesEnabled: false, hidden: list.hidden, template: list.template },
    ...(expanded.has('columns')
      ? { columns: columnsOf(context, list.seq).map((column) => column.definition) }
      : {}),
  };
}

export function getLists(context: Context, call: Call): Reply {
  call.query.refuse('count', 'search', 'skip');
  const expanded = call.query.expand(['columns']);
  const wanted = namedIn(call.query.get('filter'));
  const top = call.query.top(200, 5000);
  const after = Number(call.query.get('skiptoken') ?? 0);
  if (!Number.isInteger(after)) throw invalidRequest('The skiptoken is not valid.');
  // Hidden lists and document libraries' system lists come only by name; libraries do come.
  const found = allLists(context).filter(
    (list) => list.seq > after && !list.hidden && wanted(list),
  );
  const page = found.slice(0, top);
  const last = page.at(-1);
  return json(200, {
    '@odata.context': `${call.base}/$metadata#sites('${context.site.id}')/lists`,
    ...(found.length > top && last !== undefined
      ? { '@odata.nextLink': nextLink(context, call, top, last.seq) }
      : {}),
    value: page.map((list) =>
      selected(listJson(context, list, expanded), call.query.select(), expanded.keys()),
    ),
  });
}

function nextLink(context: Context, call: Call, top: number, after: number): string {
  const keep = new URLSearchParams({ $top: String(top), $skiptoken: String(after) });
  for (const option of ['select', 'expand', 'filter'] as const) {
    const value = call.query.get(option);
    if (value !== undefined) keep.set(`$${option}`, value);
  }
  return `${call.base}/sites/${context.site.id}/lists?${keep}`;
}

function namedIn(filter: string | undefined): (list: ListRow) => boolean {
  if (filter === undefined) return () => true;
  const match = /^\s*(displayName|name)\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter);
  if (match === null) throw invalidRequest(`Invalid filter clause: '${filter}'.`);
  const wanted = (match[2] ?? '').replaceAll("''", "'").toLowerCase();
  return match[1] === 'name'
    ? (list) => list.name.toLowerCase() === wanted
    : (list) => list.displayName.toLowerCase() === wanted;
}

export function getList(context: Context, call: Call, list: ListRow): Reply {
  const expanded = call.query.expand(['columns']);
  const body = selected(listJson(context, list, expanded), call.query.select(), expanded.keys());
  return json(200, {
    '@odata.context': `${call.base}/$metadata#sites('${context.site.id}')/lists/$entity`,
    ...body,
  });
}

const templates = ['genericList', 'documentLibrary', 'tasks', 'contacts', 'events', 'links'];

export function postList(context: Context, call: Call): Reply {
  const body = bodyOf(call);
  refuseUnknown(body, ['displayName', 'name', 'description', 'columns', 'list']);
  const displayName = titleIn(body['displayName'] ?? body['name']);
  const info = isObject(body['list']) ? body['list'] : {};
  refuseUnknown(info, ['template', 'hidden', 'contentTypesEnabled']);
  const template = String(info['template'] ?? 'genericList');
  if (!templates.includes(template)) throw invalidRequest(`Unknown list template '${template}'.`);
  const name = typeof body['name'] === 'string' ? body['name'] : urlNameOf(displayName);
  refuseTaken(context, name, displayName);
  const columns = body['columns'] ?? [];
  if (!Array.isArray(columns)) throw invalidRequest("'columns' must be an array.");
  const guid = makeList(context, {
    name,
    displayName,
    description: typeof body['description'] === 'string' ? body['description'] : '',
    template,
    hidden: info['hidden'] === true,
    by: actorOf(context, call.claims),
    columns,
  });
  const list = findList(context, guid);
  return json(201, {
    '@odata.context': `${call.base}/$metadata#sites('${context.site.id}')/lists/$entity`,
    ...listJson(context, list, new Map([['columns', undefined]])),
  });
}

interface NewList {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly hidden: boolean;
  readonly by: string;
  readonly columns: readonly unknown[];
}

export function makeList(context: Context, list: NewList): string {
  const guid = randomUUID();
  const at = stamp(context);
  forgettingOnFailure(context, () => {
    const { lastInsertRowid: seq } = context.store.run(
      `INSERT INTO lists (guid, name, nameKey, displayName, displayKey, description, template,
         hidden, created, modified, createdBy, modifiedBy, version, lastItem, lastChange, itemCount)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 0)`,
      guid,
      list.name,
      list.name.toLowerCase(),
      list.displayName,
      list.displayName.toLowerCase(),
      list.description,
      list.template,
      list.hidden ? 1 : 0,
      at,
      at,
      list.by,
      list.by,
    );
    for (const column of builtInColumns) {
      insertColumn(context, seq, column.guid, column.name, column.definition);
    }
    // A failure undoes the whole list: the columns are part of the same request.
    for (const column of list.columns) {
      if (!isObject(column)) throw invalidRequest('A column definition must be an object.');
      newColumn(context, seq, column);
    }
    forgetColumns(context, seq);
  });
  return guid;
}

/** The number of a list that was undone comes again: nothing remembered may stay. */
function forgettingOnFailure(context: Context, work: () => void): void {
  try {
    context.store.write(work);
  } catch (cause) {
    forgetColumns(context);
    throw cause;
  }
}

function titleIn(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 255) {
    throw invalidRequest("'displayName' must be a text of 1 to 255 characters.");
  }
  return value.trim();
}

/** The part of the address, as SharePoint makes it from a title. */
function urlNameOf(displayName: string): string {
  const name = displayName.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim();
  return name === '' ? 'List' : name;
}

function refuseTaken(context: Context, name: string, displayName: string, but = 0): void {
  const taken = context.store.get(
    'SELECT seq FROM lists WHERE (nameKey = ? OR displayKey = ?) AND seq <> ?',
    name.toLowerCase(),
    displayName.toLowerCase(),
    but,
  );
  if (taken !== undefined) {
    throw new GraphError(
      409,
      'nameAlreadyExists',
      'A list, survey, discussion board, or document library with the specified title already exists in this Web site.',
    );
  }
}

export function patchList(context: Context, call: Call, list: ListRow): Reply {
  const body = bodyOf(call);
  refuseUnknown(body, ['displayName', 'description', 'list']);
  demandMatch(call, eTagOf(list));
  const displayName =
    body['displayName'] === undefined ? list.displayName : titleIn(body['displayName']);
  if (displayName.toLowerCase() !== list.displayName.toLowerCase()) {
    refuseTaken(context, displayName, displayName, list.seq);
  }
  const info = isObject(body['list']) ? body['list'] : {};
  const hidden = typeof info['hidden'] === 'boolean' ? info['hidden'] : list.hidden;
  const description = body['description'] ?? list.description;
  if (typeof description !== 'string') throw invalidRequest("'description' must be a text.");
  context.store.run(
    `UPDATE lists SET displayName = ?, displayKey = ?, description = ?, hidden = ?, modified = ?,
       modifiedBy = ?, version = version + 1 WHERE seq = ?`,
    displayName,
    displayName.toLowerCase(),
    description,
    hidden ? 1 : 0,
    stamp(context),
    actorOf(context, call.claims),
    list.seq,
  );
  return getList(context, call, listBySeq(context, list.seq));
}

export function deleteList(context: Context, call: Call, list: ListRow): Reply {
  demandMatch(call, eTagOf(list));
  const { store } = context;
  const [low, high] = [list.seq * span, (list.seq + 1) * span];
  store.write(() => {
    store.run(
      'DELETE FROM cells WHERE col IN (SELECT seq FROM listColumns WHERE list = ?)',
      list.seq,
    );
    for (const table of ['items', 'itemVersions', 'files', 'fileContents']) {
      store.run(`DELETE FROM ${table} WHERE key > ? AND key < ?`, low, high);
    }
    for (const table of ['listColumns', 'subscriptions', 'uploads']) {
      store.run(`DELETE FROM ${table} WHERE list = ?`, list.seq);
    }
    store.run('DELETE FROM lists WHERE seq = ?', list.seq);
  });
  forgetColumns(context, list.seq);
  return noContent;
}
