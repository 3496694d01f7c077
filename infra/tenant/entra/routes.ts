import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../http.ts';
import type { RegisteredApp } from '../organisation.ts';
import { organisation } from '../organisation.ts';
import type { Certificates } from './assertions.ts';
import { EntraRefusal, sendEntraError } from './errors.ts';
import type { Keys } from './keys.ts';
import type { Tokens } from './tokens.ts';
import { channelIssuer, connectorAudience, graphAudience } from './tokens.ts';

interface EntraParts {
  readonly keys: Keys;
  readonly tokens: Tokens;
  readonly certificates: Certificates;
  readonly baseUrl: () => string;
}

/** Entra's half of an address: the tenant, then what is asked of it. Undefined: not Entra's. */
export function createEntra(parts: EntraParts) {
  return async (req: IncomingMessage, res: ServerResponse, body: Buffer): Promise<boolean> => {
    const url = new URL(req.url ?? '/', parts.baseUrl());
    const [, tenant = '', ...rest] = url.pathname.split('/');
    const asked = `${req.method === 'POST' ? 'POST' : 'GET'} ${rest.join('/').toLowerCase()}`;
    if (tenant === 'botframework') return answerBotFramework(parts, asked, res);
    if (asked === 'GET discovery/instance') return answerDiscovery(parts, res);
    const signer = signerOf(tenant);
    if (signer === undefined) return false;
    const metadata = metadataOf(parts, signer, asked);
    if (metadata !== undefined) {
      sendJson(res, 200, metadata);
      return true;
    }
    if (!asked.startsWith('POST oauth2/') || !asked.endsWith('/token')) return false;
    await answerToken(parts, signer, body, res);
    return true;
  };
}

type Home = 'home' | 'foreign';

function signerOf(tenant: string): Home | undefined {
  const wanted = tenant.toLowerCase();
  const { foreign, tenantId, domain } = organisation;
  if (wanted === tenantId || wanted === domain) return 'home';
  if (wanted === foreign.tenantId || wanted === foreign.domain) return 'foreign';
  return undefined;
}

function metadataOf(parts: EntraParts, signer: Home, asked: string): object | undefined {
  const tid = signer === 'home' ? organisation.tenantId : organisation.foreign.tenantId;
  const base = `${parts.baseUrl()}/${tid}`;
  switch (asked) {
    case 'GET v2.0/.well-known/openid-configuration':
      return openIdMetadata(base, `${base}/v2.0`, 'v2.0/');
    case 'GET .well-known/openid-configuration':
      return openIdMetadata(base, `https://sts.windows.net/${tid}/`, '');
    case 'GET discovery/v2.0/keys':
    case 'GET discovery/keys':
      return { keys: [{ ...parts.keys.signing[signer].publicJwk, issuer: `${base}/v2.0` }] };
    default:
      return undefined;
  }
}

function openIdMetadata(base: string, issuer: string, version: string): object {
  return {
    token_endpoint: `${base}/oauth2/${version}token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/${version}keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer,
    authorization_endpoint: `${base}/oauth2/${version}authorize`,
    tenant_region_scope: 'EU',
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'name', 'oid', 'tid', 'ver'],
  };
}

function answerBotFramework(parts: EntraParts, asked: string, res: ServerResponse): boolean {
  const base = `${parts.baseUrl()}/botframework/v1/.well-known`;
  if (asked === 'GET v1/.well-known/openidconfiguration') {
    sendJson(res, 200, {
      issuer: channelIssuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${base}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
    return true;
  }
  if (asked !== 'GET v1/.well-known/keys') return false;
  const key = parts.keys.signing.channel.publicJwk;
  sendJson(res, 200, { keys: [{ ...key, x5t: key.kid, endorsements: ['msteams'] }] });
  return true;
}

function answerDiscovery(parts: EntraParts, res: ServerResponse): boolean {
  const host = new URL(parts.baseUrl()).host;
  sendJson(res, 200, {
    tenant_discovery_endpoint: `${parts.baseUrl()}/${organisation.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
  return true;
}

async function answerToken(
  parts: EntraParts,
  tenant: Home,
  body: Buffer,
  res: ServerResponse,
): Promise<void> {
  try {
    const form = new URLSearchParams(body.toString('utf8'));
    const app = await authenticateApp(parts, tenant, form);
    const token = await parts.tokens.forApp(app, audienceOf(parts, app, form));
    const { lifetimeSeconds } = parts.tokens;
    sendJson(res, 200, {
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      access_token: token,
    });
  } catch (cause) {
    if (!(cause instanceof EntraRefusal)) throw cause;
    sendEntraError(res, cause);
  }
}

async function authenticateApp(
  parts: EntraParts,
  tenant: Home,
  form: URLSearchParams,
): Promise<RegisteredApp> {
  const grant = form.get('grant_type');
  if (grant === null) {
    throw new EntraRefusal(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'grant_type'.",
    );
  }
  if (grant !== 'client_credentials') {
    throw new EntraRefusal(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
    );
  }
  const clientId = (form.get('client_id') ?? '').toLowerCase();
  const app = organisation.apps.find((each) => each.clientId === clientId);
  if (app === undefined || tenant !== 'home') {
    throw new EntraRefusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory.`,
    );
  }
  if (await hasProof(parts, app, form)) return app;
  throw new EntraRefusal(
    401,
    'invalid_client',
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  );
}

async function hasProof(
  parts: EntraParts,
  app: RegisteredApp,
  form: URLSearchParams,
): Promise<boolean> {
  const secret = form.get('client_secret');
  if (secret !== null) return secret === parts.keys.secretOf(app.clientId);
  const assertion = form.get('client_assertion');
  if (assertion === null) {
    throw new EntraRefusal(
      401,
      'invalid_client',
      7000216,
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    );
  }
  const base = `${parts.baseUrl()}/${organisation.tenantId}`;
  const tokenUrls = [`${base}/oauth2/v2.0/token`, `${base}/oauth2/token`, `${base}/v2.0`];
  if (await parts.certificates.accepts(app.clientId, assertion, tokenUrls)) return true;
  throw new EntraRefusal(
    401,
    'invalid_client',
    700027,
    'The certificate with identifier used to sign the client assertion is not registered on application.',
  );
}

function audienceOf(
  parts: EntraParts,
  app: RegisteredApp,
  form: URLSearchParams,
): 'graph' | 'connector' {
  const scope = (form.get('scope') ?? form.get('resource') ?? '').trim();
  const resource = scope.replace(/\/\.default$/, '').replace(/\/$/, '');
  if (resource === graphAudience || resource === parts.baseUrl()) return 'graph';
  if (resource === connectorAudience && app.isBot) return 'connector';
  if (scope.includes(' ') || (form.has('scope') && !scope.endsWith('/.default'))) {
    throw new EntraRefusal(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  throw new EntraRefusal(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${resource} was not found in the tenant.`,
  );
}
