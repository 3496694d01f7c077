import { findItem } from '../items/items.ts';
import { span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import { findList } from '../rows/listRows.ts';
import type { Need } from '../wire/access.ts';
import type { Call, Reply } from '../wire/call.ts';
import {
  bodyOf,
  demandMatch,
  invalidRequest,
  isObject,
  itemNotFound,
  json,
  noContent,
  selected,
} from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { actorOf } from '../wire/context.ts';
import type { Route, RouteParams } from '../wire/route.ts';
import type { Entry } from './driveItems.ts';
import {
  childrenOf,
  defaultDrive,
  downloadUrl,
  driveJson,
  entryById,
  entryByNumber,
  entryByPath,
  entryETag,
  entryJson,
  findDrive,
  librariesOf,
  rootOf,
} from './driveItems.ts';
import { behaviorIn, deleteEntry, placeFor, postFolder, putFile } from './driveWrites.ts';
import { postUploadSession } from './uploads.ts';

/** Finds the file or folder that an address means. */
type Locate = (context: Context, params: RouteParams) => Entry;
type Drive = (context: Context, params: RouteParams) => ListRow;

function entryReply(context: Context, call: Call, status: number, entry: Entry): Reply {
  return json(status, {
    '@odata.context': `${call.base}/$metadata#drives/items/$entity`,
    ...selected(entryJson(context, entry, call.base), call.query.select()),
  });
}

function getChildren(context: Context, call: Call, entry: Entry): Reply {
  call.query.refuse('count', 'search', 'skip', 'filter', 'skiptoken');
  const value = childrenOf(context, entry).map((child) =>
    selected(entryJson(context, child, call.base), call.query.select()),
  );
  return json(200, { '@odata.context': `${call.base}/$metadata#drives/items`, value });
}

function postChild(context: Context, call: Call, entry: Entry): Reply {
  const body = bodyOf(call);
  if (!isObject(body['folder']) || typeof body['name'] !== 'string') {
    throw invalidRequest("A child is made as a folder, with 'name' and 'folder'.");
  }
  const behavior = behaviorIn(body['@microsoft.graph.conflictBehavior'], 'fail');
  const place = placeFor(context, call, entry, body['name']);
  return entryReply(context, call, 201, postFolder(context, call, place, behavior));
}

/** Graph sends a reader on to a short-lived address. */
function getContent(context: Context, call: Call, entry: Entry): Reply {
  if (entry.folder) throw invalidRequest('A folder has no content.');
  return { status: 302, headers: { Location: downloadUrl(context, entry, call.base) } };
}

function putContent(context: Context, call: Call, from: Entry, path: string): Reply {
  const behavior = behaviorIn(call.query.get('@microsoft.graph.conflictbehavior'), 'replace');
  const put = context.store.write(() =>
    putFile(context, call, placeFor(context, call, from, path), {
      content: call.body,
      mime: call.header('content-type') ?? 'application/octet-stream',
      behavior,
      by: actorOf(context, call.claims),
    }),
  );
  return entryReply(context, call, put.created ? 201 : 200, put.entry);
}

function replaceContent(context: Context, call: Call, entry: Entry): Reply {
  if (entry.folder) throw invalidRequest('A folder has no content.');
  return putContent(context, call, entryByNumber(context, entry.list, entry.parent), entry.name);
}

function remove(context: Context, call: Call, entry: Entry): Reply {
  demandMatch(call, entryETag(entry));
  deleteEntry(context, entry);
  return noContent;
}

function route(
  address: string,
  need: Need,
  units: number,
  run: (context: Context, call: Call, params: RouteParams) => Reply,
): Route {
  const [method = '', path = ''] = address.split(' ');
  return { method, path, need, units, slow: false, run };
}

/** What can be done with a file or folder, wherever its address begins. */
function entryRoutes(base: string, locate: Locate): readonly Route[] {
  return [
    route(`GET ${base}`, 'filesRead', 1, (c, call, p) => entryReply(c, call, 200, locate(c, p))),
    route(`DELETE ${base}`, 'filesWrite', 2, (c, call, p) => remove(c, call, locate(c, p))),
    route(`GET ${base}/children`, 'filesRead', 2, (c, call, p) =>
      getChildren(c, call, locate(c, p)),
    ),
    route(`POST ${base}/children`, 'filesWrite', 2, (c, call, p) =>
      postChild(c, call, locate(c, p)),
    ),
    route(`GET ${base}/content`, 'filesRead', 1, (c, call, p) => getContent(c, call, locate(c, p))),
  ];
}

/** Below a folder by path: the file need not be there yet when it is written. */
function pathRoutes(base: string, from: Locate): readonly Route[] {
  const at: Locate = (context, params) =>
    entryByPath(context, from(context, params), params('path'));
  return [
    ...entryRoutes(`${base}:/{path}`, at),
    route(`PUT ${base}:/{path}/content`, 'filesWrite', 2, (c, call, p) =>
      putContent(c, call, from(c, p), p('path')),
    ),
    route(`POST ${base}:/{path}/createUploadSession`, 'filesWrite', 2, (c, call, p) =>
      postUploadSession(c, call, from(c, p), p('path')),
    ),
  ];
}

function driveAt(base: string, drive: Drive): readonly Route[] {
  const root: Locate = (context, params) => rootOf(drive(context, params));
  const item: Locate = (context, params) =>
    entryById(context, drive(context, params), params('item'));
  return [
    route(`GET ${base}`, 'filesRead', 1, (c, call, p) =>
      json(200, selected(driveJson(c, drive(c, p)), call.query.select())),
    ),
    ...entryRoutes(`${base}/root`, root),
    ...pathRoutes(`${base}/root`, root),
    ...entryRoutes(`${base}/items/{item}`, item),
    route(`PUT ${base}/items/{item}/content`, 'filesWrite', 2, (c, call, p) =>
      replaceContent(c, call, item(c, p)),
    ),
    ...pathRoutes(`${base}/items/{item}`, item),
  ];
}

function libraryOf(context: Context, params: RouteParams): ListRow {
  const list = findList(context, params('list'));
  if (list.template !== 'documentLibrary') throw itemNotFound('The list is not a library.');
  return list;
}

const entryOfListItem: Locate = (context, params) => {
  const list = libraryOf(context, params);
  const row = findItem(context, list, params('item'));
  return entryByNumber(context, list, row.key - list.seq * span);
};

const driveItem = '/sites/{site}/lists/{list}/items/{item}/driveItem';

export const driveRoutes: readonly Route[] = [
  route('GET /sites/{site}/drives', 'filesRead', 2, (context, call) =>
    json(200, {
      '@odata.context': `${call.base}/$metadata#drives`,
      value: librariesOf(context).map((list) => driveJson(context, list)),
    }),
  ),
  route('GET /sites/{site}/drives/{drive}', 'filesRead', 1, (context, _call, params) =>
    json(200, driveJson(context, findDrive(context, params('drive')))),
  ),
  ...driveAt('/sites/{site}/drive', (context) => defaultDrive(context)),
  ...driveAt('/drives/{drive}', (context, params) => findDrive(context, params('drive'))),
  ...driveAt('/sites/{site}/lists/{list}/drive', libraryOf),
  route(`GET ${driveItem}`, 'filesRead', 1, (c, call, p) =>
    entryReply(c, call, 200, entryOfListItem(c, p)),
  ),
  route(`GET ${driveItem}/content`, 'filesRead', 1, (c, call, p) =>
    getContent(c, call, entryOfListItem(c, p)),
  ),
  route(`PUT ${driveItem}/content`, 'filesWrite', 2, (c, call, p) =>
    replaceContent(c, call, entryOfListItem(c, p)),
  ),
];
