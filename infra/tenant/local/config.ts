import type { Keys } from '../entra/keys.ts';
import { channelIssuer } from '../entra/tokens.ts';
import { organisation } from '../organisation.ts';

/** The environment that a server needs to run against this tenant. */
export function serverEnvironment(
  keys: Keys,
  baseUrl: string,
  serverUrl: string,
): Record<string, string> {
  const { hostname, path } = organisation.site;
  return {
    TENANT_ID: organisation.tenantId,
    CLIENT_ID: organisation.serverApp.clientId,
    CLIENT_SECRET: keys.secretOf(organisation.serverApp.clientId),
    BOT_ID: organisation.botId,
    BOT_TYPE: 'SingleTenant',
    SITE: `${hostname}:${path}`,
    PUBLIC_URL: serverUrl,
    GRAPH_URL: baseUrl,
    AUTHORITY_URL: baseUrl,
    BOT_AUTHORITY_URL: baseUrl,
    BOT_OPENID_URL: `${baseUrl}/botframework/v1/.well-known/openidconfiguration`,
    BOT_ISSUER: channelIssuer,
    BOT_SERVICE_HOSTS: new URL(baseUrl).host,
    PROVISION_CLIENT_ID: organisation.provisioningApp.clientId,
    PROVISION_CLIENT_SECRET: keys.secretOf(organisation.provisioningApp.clientId),
    // This tenant takes far more than Microsoft's smallest band, so nobody need go slow here.
    UNITS_PER_MINUTE: '100000',
    TEAMS_APP_ID: organisation.teamsAppId,
    TEAMS_ORIGINS: baseUrl,
  };
}
