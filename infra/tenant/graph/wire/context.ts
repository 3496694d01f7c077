import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { AccessClaims } from '../../entra/verify.ts';
import type { Store } from '../../store/store.ts';
import type { Surroundings, TeamsApps } from './surroundings.ts';

/** What every handler works with. */
export interface Context {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly around: Surroundings;
  readonly teams: TeamsApps;
  readonly site: SiteIds;
  /** Called after a write has been stored, with the lists that changed. */
  readonly changed: (list: number) => void;
}

export interface SiteIds {
  readonly id: string;
  readonly siteGuid: string;
  readonly webGuid: string;
  readonly webUrl: string;
}

/** The same site has the same ids in every run. */
export function siteIdsOf(around: Surroundings): SiteIds {
  const { hostname, path } = around.site;
  const siteGuid = guidFrom(`site ${hostname}${path}`);
  const webGuid = guidFrom(`web ${hostname}${path}`);
  return {
    id: `${hostname},${siteGuid},${webGuid}`,
    siteGuid,
    webGuid,
    webUrl: `https://${hostname}${path}`,
  };
}

export function guidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Graph gives whole seconds. */
export function stamp(context: Pick<Context, 'clock'>): string {
  return secondsOf(context.clock.now());
}

export function secondsOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/**
 * Who did it, as JSON. With app-only access it is the application, not a person (platform C7).
 */
export function actorOf(context: Context, claims: AccessClaims): string {
  if (claims.scp !== undefined && claims.oid !== undefined) {
    const person = context.around.people.find((one) => one.id === claims.oid);
    return JSON.stringify({
      user: { id: claims.oid, displayName: person?.name ?? claims.oid, email: person?.upn },
    });
  }
  const { serverApp, provisioningApp } = context.around;
  const known = [serverApp, provisioningApp].find((app) => app.clientId === claims.appid);
  return JSON.stringify({
    application: {
      id: claims.appid,
      displayName: claims.appName ?? known?.name ?? 'SharePoint App',
    },
  });
}
