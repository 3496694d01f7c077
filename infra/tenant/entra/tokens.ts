import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { RegisteredApp } from '../organisation.ts';
import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Keys, Signer } from './keys.ts';

/** Teams in a browser, as the client that asks for a tab's token. */
const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const lifetimeSeconds = 3600;

export const graphAudience = 'https://graph.microsoft.com';
export const connectorAudience = 'https://api.botframework.com';
export const channelIssuer = 'https://api.botframework.com';

export interface Tokens {
  /** What getAuthToken gives a tab: who the person is, for the product's own API. */
  forTab(person: Person, tenant?: 'home' | 'foreign'): Promise<string>;
  forApp(app: RegisteredApp, audience: 'graph' | 'connector'): Promise<string>;
  /** What Teams shows the bot when it delivers an activity. */
  forChannel(serviceUrl: string): Promise<string>;
  readonly lifetimeSeconds: number;
}

export function createTokens(keys: Keys, baseUrl: () => string): Tokens {
  async function sign(signer: Signer, claims: Record<string, unknown>): Promise<string> {
    const key = keys.signing[signer];
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(key.privateKey);
  }

  return {
    lifetimeSeconds,
    forTab: (person, tenant = 'home') => {
      const tid = tenant === 'home' ? organisation.tenantId : organisation.foreign.tenantId;
      return sign(tenant, {
        aud: organisation.serverApp.clientId,
        iss: `${baseUrl()}/${tid}/v2.0`,
        azp: teamsWebClientId,
        azpacr: '0',
        name: person.name,
        oid: person.id,
        preferred_username: person.upn,
        scp: 'access_as_user',
        sub: Buffer.from(`${person.id}:sub`).toString('base64url'),
        tid,
        uti: randomUUID(),
        ver: '2.0',
      });
    },
    forApp: (app, audience) =>
      sign('home', {
        aud: audience === 'graph' ? graphAudience : connectorAudience,
        iss: `https://sts.windows.net/${organisation.tenantId}/`,
        app_displayname: app.name,
        appid: app.clientId,
        appidacr: '1',
        idtyp: 'app',
        oid: app.servicePrincipalId,
        sub: app.servicePrincipalId,
        tid: organisation.tenantId,
        uti: randomUUID(),
        ver: '1.0',
        ...(audience === 'graph' ? { roles: app.graphRoles } : {}),
      }),
    forChannel: (serviceUrl) =>
      sign('channel', {
        aud: organisation.botId,
        iss: channelIssuer,
        serviceurl: serviceUrl,
      }),
  };
}
