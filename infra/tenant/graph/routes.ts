import { driveRoutes } from './drive/driveRoutes.ts';
import { getDelta } from './items/delta.ts';
import {
  deleteItem,
  getFields,
  getItem,
  getItems,
  getVersion,
  getVersions,
  patchFields,
  patchItem,
  postItem,
} from './items/items.ts';
import {
  deleteColumn,
  getColumn,
  getColumns,
  patchColumn,
  postColumn,
} from './lists/listColumns.ts';
import { deleteList, getList, getLists, patchList, postList } from './lists/lists.ts';
import { deleteGrant, getGrant, getGrants, getSite, patchGrant, postGrant } from './lists/site.ts';
import {
  deleteSubscription,
  getSubscription,
  getSubscriptions,
  patchSubscription,
  postSubscription,
} from './lists/subscriptions.ts';
import {
  getAutomaticReplies,
  getMailboxSettings,
  patchMailboxSettings,
} from './people/mailboxes.ts';
import {
  deleteInstalledApp,
  getInstalledApps,
  getUser,
  getUsers,
  postActivityNotification,
  postInstalledApp,
} from './people/users.ts';
import { findList } from './rows/listRows.ts';
import type { Need } from './wire/access.ts';
import type { Call, Reply } from './wire/call.ts';
import { GraphError } from './wire/call.ts';
import type { Context } from './wire/context.ts';
import type { Route, RouteParams } from './wire/route.ts';

type Run = (context: Context, call: Call, params: RouteParams) => Reply | Promise<Reply>;

function route(address: string, need: Need, units: number, run: Run): Route {
  const [method = '', path = ''] = address.split(' ');
  return { method, path, need, units, slow: false, run };
}

const slow = (made: Route): Route => ({ ...made, slow: true });

const list = (context: Context, params: RouteParams) => findList(context, params('list'));
const grants = '/sites/{site}/permissions';
const items = '/sites/{site}/lists/{list}/items';
const columns = '/sites/{site}/lists/{list}/columns';
const mailbox = '/users/{user}/mailboxSettings';
const apps = '/users/{user}/teamwork/installedApps';

/** Units: 1 a single read or delta with a token, 2 a query or a write, 5 permissions (platform C4). */
const siteRoutes: readonly Route[] = [
  route('GET /sites/{site}', 'siteRead', 1, getSite),
  route("GET /sites/{site}/getByPath(path='{path}')", 'siteRead', 1, getSite),
  route(`GET ${grants}`, 'siteGrants', 5, getGrants),
  route(`POST ${grants}`, 'siteGrants', 5, postGrant),
  route(`GET ${grants}/{grant}`, 'siteGrants', 5, (c, call, p) => getGrant(c, call, p('grant'))),
  route(`PATCH ${grants}/{grant}`, 'siteGrants', 5, (c, call, p) =>
    patchGrant(c, call, p('grant')),
  ),
  route(`DELETE ${grants}/{grant}`, 'siteGrants', 5, (c, call, p) =>
    deleteGrant(c, call, p('grant')),
  ),
];

const listRoutes: readonly Route[] = [
  route('GET /sites/{site}/lists', 'siteRead', 2, getLists),
  route('POST /sites/{site}/lists', 'listsMake', 2, postList),
  route('GET /sites/{site}/lists/{list}', 'siteRead', 1, (c, call, p) =>
    getList(c, call, list(c, p)),
  ),
  route('PATCH /sites/{site}/lists/{list}', 'listsMake', 2, (c, call, p) =>
    patchList(c, call, list(c, p)),
  ),
  route('DELETE /sites/{site}/lists/{list}', 'listsMake', 2, (c, call, p) =>
    deleteList(c, call, list(c, p)),
  ),
  route(`GET ${columns}`, 'siteRead', 2, (c, call, p) => getColumns(c, call, list(c, p))),
  route(`POST ${columns}`, 'columnsManage', 2, (c, call, p) => postColumn(c, call, list(c, p))),
  route(`GET ${columns}/{column}`, 'siteRead', 1, (c, call, p) =>
    getColumn(c, call, list(c, p), p('column')),
  ),
  route(`PATCH ${columns}/{column}`, 'columnsManage', 2, (c, call, p) =>
    patchColumn(c, call, list(c, p), p('column')),
  ),
  route(`DELETE ${columns}/{column}`, 'columnsManage', 2, (c, call, p) =>
    deleteColumn(c, call, list(c, p), p('column')),
  ),
];

const itemRoutes: readonly Route[] = [
  route(`GET ${items}`, 'itemsRead', 2, (c, call, p) => getItems(c, call, list(c, p))),
  route(`POST ${items}`, 'itemsWrite', 2, (c, call, p) => postItem(c, call, list(c, p))),
  route(`GET ${items}/delta`, 'itemsRead', 1, (c, call, p) => getDelta(c, call, list(c, p))),
  route(`GET ${items}/delta()`, 'itemsRead', 1, (c, call, p) => getDelta(c, call, list(c, p))),
  route(`GET ${items}/delta(token='{token}')`, 'itemsRead', 1, (c, call, p) =>
    getDelta(c, call, list(c, p), p('token')),
  ),
  route(`GET ${items}/{item}`, 'itemsRead', 1, (c, call, p) =>
    getItem(c, call, list(c, p), p('item')),
  ),
  route(`PATCH ${items}/{item}`, 'itemsWrite', 2, (c, call, p) =>
    patchItem(c, call, list(c, p), p('item')),
  ),
  route(`DELETE ${items}/{item}`, 'itemsWrite', 2, (c, call, p) =>
    deleteItem(c, call, list(c, p), p('item')),
  ),
  route(`GET ${items}/{item}/fields`, 'itemsRead', 1, (c, call, p) =>
    getFields(c, call, list(c, p), p('item')),
  ),
  route(`PATCH ${items}/{item}/fields`, 'itemsWrite', 2, (c, call, p) =>
    patchFields(c, call, list(c, p), p('item')),
  ),
  route(`GET ${items}/{item}/versions`, 'itemsRead', 2, (c, call, p) =>
    getVersions(c, call, list(c, p), p('item')),
  ),
  route(`GET ${items}/{item}/versions/{version}`, 'itemsRead', 1, (c, call, p) =>
    getVersion(c, call, list(c, p), p('item'), p('version')),
  ),
];

/** Not SharePoint's: these cost no resource units. */
const otherRoutes: readonly Route[] = [
  route('GET /users', 'usersRead', 0, getUsers),
  route('GET /users/{user}', 'usersRead', 0, (c, call, p) => getUser(c, call, p('user'))),
  route('POST /users/{user}/teamwork/sendActivityNotification', 'activitySend', 0, (c, call, p) =>
    postActivityNotification(c, call, p('user')),
  ),
  route(`GET ${mailbox}`, 'mailboxRead', 0, (c, call, p) => getMailboxSettings(c, call, p('user'))),
  route(`PATCH ${mailbox}`, 'mailboxWrite', 0, (c, call, p) =>
    patchMailboxSettings(c, call, p('user')),
  ),
  route(`GET ${mailbox}/automaticRepliesSetting`, 'mailboxRead', 0, (c, call, p) =>
    getAutomaticReplies(c, call, p('user')),
  ),
  route(`GET ${apps}`, 'appsRead', 0, (c, call, p) => getInstalledApps(c, call, p('user'))),
  slow(
    route(`POST ${apps}`, 'appsInstall', 0, (c, call, p) => postInstalledApp(c, call, p('user'))),
  ),
  slow(
    route(`DELETE ${apps}/{installation}`, 'appsInstall', 0, (c, call, p) =>
      deleteInstalledApp(c, call, p('user'), p('installation')),
    ),
  ),
  route('GET /subscriptions', 'none', 0, getSubscriptions),
  slow(route('POST /subscriptions', 'none', 0, postSubscription)),
  route('GET /subscriptions/{subscription}', 'none', 0, (c, call, p) =>
    getSubscription(c, call, p('subscription')),
  ),
  route('PATCH /subscriptions/{subscription}', 'none', 0, (c, call, p) =>
    patchSubscription(c, call, p('subscription')),
  ),
  route('DELETE /subscriptions/{subscription}', 'none', 0, (c, call, p) =>
    deleteSubscription(c, call, p('subscription')),
  ),
];

export const routes: readonly Route[] = [
  ...siteRoutes,
  ...listRoutes,
  ...itemRoutes,
  ...driveRoutes,
  ...otherRoutes,
];

interface Compiled {
  readonly route: Route;
  readonly parts: readonly RegExp[];
}

const compiled = new Map<number, Compiled[]>();
for (const one of routes) {
  const parts = one.path.slice(1).split('/').map(patternOf);
  const others = compiled.get(parts.length) ?? [];
  compiled.set(parts.length, [...others, { route: one, parts }]);
}

/** Names in an address are compared without regard to case, as Graph does. */
function patternOf(part: string): RegExp {
  const escaped = part.replaceAll(/[().$]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 'is');
}

export interface Match {
  readonly route: Route;
  readonly params: RouteParams;
}

/** The route of a call; 405 when only the method is wrong, 400 when nothing is there. */
export function matchRoute(method: string, segments: readonly string[]): Match {
  let other = false;
  for (const candidate of compiled.get(segments.length) ?? []) {
    const found = paramsOf(candidate.parts, segments);
    if (found === undefined) continue;
    if (candidate.route.method === method) return { route: candidate.route, params: found };
    other = true;
  }
  if (other) {
    throw new GraphError(405, 'methodNotAllowed', `The method ${method} is not allowed here.`);
  }
  throw new GraphError(
    400,
    'BadRequest',
    `Resource not found for the segment '${segments.at(-1) ?? ''}'.`,
  );
}

function paramsOf(parts: readonly RegExp[], segments: readonly string[]): RouteParams | undefined {
  const values = new Map<string, string>();
  for (const [at, part] of parts.entries()) {
    const match = part.exec(segments[at] ?? '');
    if (match === null) return undefined;
    for (const [name, value] of Object.entries(match.groups ?? {})) values.set(name, value);
  }
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The route has no part named ${name}.`);
    return value;
  };
}
