import type { Call } from './call.ts';
import { GraphError } from './call.ts';
import type { Context } from './context.ts';

/** What a route asks of the token (truth: the public permissions table of Graph). */
export type Need =
  | 'siteRead'
  | 'itemsRead'
  | 'itemsWrite'
  | 'listsMake'
  | 'columnsManage'
  | 'filesRead'
  | 'filesWrite'
  | 'siteGrants'
  | 'usersRead'
  | 'activitySend'
  | 'mailboxRead'
  | 'mailboxWrite'
  | 'appsRead'
  | 'appsInstall'
  | 'none';

/** Permissions that suffice for the whole tenant. */
export const broad: Readonly<Record<Need, readonly string[]>> = {
  siteRead: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  itemsRead: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  itemsWrite: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  listsMake: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  columnsManage: ['Sites.Manage.All', 'Sites.FullControl.All'],
  filesRead: [
    'Files.Read.All',
    'Files.ReadWrite.All',
    'Sites.Read.All',
    'Sites.ReadWrite.All',
    'Sites.Manage.All',
    'Sites.FullControl.All',
  ],
  filesWrite: [
    'Files.ReadWrite.All',
    'Sites.ReadWrite.All',
    'Sites.Manage.All',
    'Sites.FullControl.All',
  ],
  siteGrants: ['Sites.FullControl.All'],
  usersRead: [
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
  activitySend: ['TeamsActivity.Send.User', 'TeamsActivity.Send'],
  mailboxRead: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
  mailboxWrite: ['MailboxSettings.ReadWrite'],
  appsRead: [
    'TeamsAppInstallation.ReadForUser.All',
    'TeamsAppInstallation.ReadWriteForUser.All',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
  ],
  appsInstall: [
    'TeamsAppInstallation.ReadWriteForUser.All',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
  ],
  none: [],
};

/**
 * Roles on one site that suffice together with Sites.Selected (platform C7). Making lists and
 * columns with role `write` is unconfirmed there, so it is refused here: the stricter reading.
 */
const reading = ['read', 'write', 'manage', 'owner', 'fullcontrol'];
const writing = ['write', 'manage', 'owner', 'fullcontrol'];
const managing = ['manage', 'owner', 'fullcontrol'];
const siteRoles: Readonly<Partial<Record<Need, readonly string[]>>> = {
  siteRead: reading,
  itemsRead: reading,
  filesRead: reading,
  itemsWrite: writing,
  filesWrite: writing,
  listsMake: managing,
  columnsManage: managing,
};

export function permissionsOf(call: Pick<Call, 'claims'>): ReadonlySet<string> {
  const scopes = (call.claims.scp ?? '').split(' ').filter((scope) => scope !== '');
  return new Set([...call.claims.roles, ...scopes]);
}

/** Says 403 as Graph does when the token's permissions do not reach. */
export function demand(context: Context, call: Call, need: Need): void {
  if (need === 'none') return;
  const held = permissionsOf(call);
  if (broad[need].some((permission) => held.has(permission))) return;
  const roles = siteRoles[need];
  if (roles !== undefined && held.has('Sites.Selected')) {
    const granted = grantedRoles(context, call.claims.appid);
    if (granted.some((role) => roles.includes(role))) return;
  }
  throw denied(need);
}

function denied(need: Need): GraphError {
  if (need === 'usersRead') {
    return new GraphError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  }
  if (need === 'mailboxRead' || need === 'mailboxWrite') {
    return new GraphError(
      403,
      'ErrorAccessDenied',
      'Access is denied. Check credentials and try again.',
    );
  }
  if (need === 'activitySend' || need === 'appsRead' || need === 'appsInstall') {
    return new GraphError(
      403,
      'Forbidden',
      `Missing role permissions on the request. API requires one of '${broad[need].join(', ')}'.`,
    );
  }
  return new GraphError(403, 'accessDenied', 'Access denied');
}

function grantedRoles(context: Context, appId: string): readonly string[] {
  return context.store
    .all('SELECT role FROM siteGrants WHERE appId = ?', appId.toLowerCase())
    .map((row) => String(row[0]));
}

/** The grants an administrator has made beforehand: data of the site, made once. */
export function seedGrants(context: Context): void {
  const { serverApp, provisioningApp } = context.around;
  context.store.setting('grantsSeeded', () => {
    const grant = (app: { clientId: string; name: string }, role: string) =>
      context.store.run(
        'INSERT OR IGNORE INTO siteGrants (id, appId, appName, role) VALUES (?, ?, ?, ?)',
        Buffer.from(`i:0i.t|ms.sp.ext|${app.clientId}`).toString('base64url'),
        app.clientId.toLowerCase(),
        app.name,
        role,
      );
    grant(serverApp, 'write');
    grant(provisioningApp, 'fullcontrol');
    return 'yes';
  });
}
