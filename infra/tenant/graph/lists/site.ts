import { randomUUID } from 'node:crypto';
import type { Call, JsonObject, Reply } from '../wire/call.ts';
import {
  bodyOf,
  invalidRequest,
  isObject,
  itemNotFound,
  json,
  noContent,
  refuseUnknown,
  selected,
} from '../wire/call.ts';
import type { Context } from '../wire/context.ts';

/** Any of the ways to name the one site: id, its guid, or host and path. */
export function isSite(context: Context, wanted: string): boolean {
  const key = wanted.toLowerCase();
  const { hostname, path } = context.around.site;
  return [
    context.site.id,
    context.site.siteGuid,
    `${hostname},${context.site.siteGuid}`,
    `${hostname}:${path}`,
    'root',
  ].some((one) => one.toLowerCase() === key);
}

function siteJson(context: Context): JsonObject {
  const { hostname, displayName, path } = context.around.site;
  return {
    createdDateTime: '2026-01-05T08:00:00Z',
    description: '',
    id: context.site.id,
    lastModifiedDateTime: '2026-01-05T08:00:00Z',
    name: path.split('/').at(-1) ?? '',
    webUrl: context.site.webUrl,
    displayName,
    root: {},
    siteCollection: { hostname },
  };
}

export function getSite(context: Context, call: Call): Reply {
  call.query.expand([]);
  return json(200, {
    '@odata.context': `${call.base}/$metadata#sites/$entity`,
    ...selected(siteJson(context), call.query.select()),
  });
}

interface Grant {
  readonly id: string;
  readonly appId: string;
  readonly appName: string;
  readonly role: string;
}

function grantsOf(context: Context): readonly Grant[] {
  return context.store
    .all('SELECT id, appId, appName, role FROM siteGrants ORDER BY id')
    .map(([id, appId, appName, role]) => ({
      id: String(id),
      appId: String(appId),
      appName: String(appName),
      role: String(role),
    }));
}

function grantJson(grant: Grant): JsonObject {
  const application = { displayName: grant.appName, id: grant.appId };
  return {
    id: grant.id,
    roles: [grant.role],
    grantedToIdentities: [{ application }],
    grantedToIdentitiesV2: [{ application }],
  };
}

export function getGrants(context: Context, call: Call): Reply {
  return json(200, {
    '@odata.context': `${call.base}/$metadata#sites('${context.site.id}')/permissions`,
    value: grantsOf(context).map(grantJson),
  });
}

export function getGrant(context: Context, _call: Call, id: string): Reply {
  return json(200, grantJson(grantById(context, id)));
}

function grantById(context: Context, id: string): Grant {
  const grant = grantsOf(context).find((one) => one.id === id);
  if (grant === undefined) throw itemNotFound('The permission was not found.');
  return grant;
}

const roles = ['read', 'write', 'owner', 'fullcontrol', 'manage'];

function roleIn(body: JsonObject): string {
  const given = body['roles'];
  const role = Array.isArray(given) && given.length === 1 ? String(given[0]) : '';
  if (!roles.includes(role)) throw invalidRequest(`'roles' must hold one of ${roles.join(', ')}.`);
  return role;
}

/** The second of the three steps of Sites.Selected (platform C7). */
export function postGrant(context: Context, call: Call): Reply {
  const body = bodyOf(call);
  refuseUnknown(body, ['roles', 'grantedToIdentities', 'grantedToIdentitiesV2']);
  const identities = body['grantedToIdentitiesV2'] ?? body['grantedToIdentities'];
  const first: unknown = Array.isArray(identities) ? identities[0] : undefined;
  const application = isObject(first) ? first['application'] : undefined;
  if (!isObject(application) || typeof application['id'] !== 'string') {
    throw invalidRequest("'grantedToIdentities' must name an application.");
  }
  const grant: Grant = {
    id: Buffer.from(`i:0i.t|ms.sp.ext|${randomUUID()}`).toString('base64url'),
    appId: application['id'].toLowerCase(),
    appName: String(application['displayName'] ?? application['id']),
    role: roleIn(body),
  };
  context.store.run(
    'INSERT INTO siteGrants (id, appId, appName, role) VALUES (?, ?, ?, ?)',
    grant.id,
    grant.appId,
    grant.appName,
    grant.role,
  );
  return json(201, grantJson(grant));
}

export function patchGrant(context: Context, call: Call, id: string): Reply {
  const grant = grantById(context, id);
  const role = roleIn(bodyOf(call));
  context.store.run('UPDATE siteGrants SET role = ? WHERE id = ?', role, id);
  return json(200, grantJson({ ...grant, role }));
}

export function deleteGrant(context: Context, _call: Call, id: string): Reply {
  grantById(context, id);
  context.store.run('DELETE FROM siteGrants WHERE id = ?', id);
  return noContent;
}
