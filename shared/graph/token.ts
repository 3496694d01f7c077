import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  AuthError,
  type AuthenticationResult,
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { Fault } from '#shared/useCases/ports.ts';

/** `fresh`: the one we have was refused. */
export type TokenSource = (options?: { readonly fresh: boolean }) => Promise<string>;

export type Credential =
  | { readonly type: 'secret'; readonly secret: string }
  /** A PEM file that holds both the certificate and its private key. */
  | { readonly type: 'certificate'; readonly path: string }
  | { readonly type: 'managedIdentity'; readonly clientId: string };

export type Identity = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authorityUrl: string;
  /** Whose token it shall be: `https://graph.microsoft.com` and its like. */
  readonly audience: string;
  readonly credential: Credential;
};

/** The next token is asked for this long before the end of the one we have. */
const renewalMs = 5 * 60_000;
/** While the next one cannot be had, this one is used until shortly before its end. */
const marginMs = 30_000;

/** One per process. Asks once however many want it, and in good time before the token ends. */
export const createTokenSource = (identity: Identity): TokenSource => {
  const ask = identity.credential.type === 'managedIdentity' ? managed(identity) : own(identity);
  let held = { token: '', endsAt: 0 };
  let asking: Promise<string> | undefined;
  const lastsFor = (ms: number): boolean => held.endsAt - ms > Date.now();
  const askNow = async (fresh: boolean): Promise<string> => {
    try {
      const result = await ask(fresh);
      held = { token: tokenIn(result), endsAt: result?.expiresOn?.getTime() ?? 0 };
      return held.token;
    } catch (cause) {
      if (!fresh && lastsFor(marginMs)) return held.token;
      throw faultFrom(cause);
    } finally {
      asking = undefined;
    }
  };
  return async (options) => {
    const fresh = options?.fresh ?? false;
    if (!fresh && lastsFor(renewalMs)) return held.token;
    asking ??= askNow(fresh);
    return asking;
  };
};

/** Entra knows us not, or not with this proof: asking again won't help. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof AuthError && /^(invalid_client|unauthorized_client)$/.test(cause.errorCode);

const faultFrom = (cause: unknown): Fault => {
  if (cause instanceof Fault) return cause;
  const code = isRefusal(cause) ? 'graph.denied' : 'graph.unavailable';
  return new Fault(code, { where: 'token', outcome: 'notSent' }, cause);
};

type Ask = (fresh: boolean) => Promise<AuthenticationResult | null>;

const tokenIn = (result: AuthenticationResult | null): string => {
  if (!result?.accessToken) throw new Fault('graph.denied', { where: 'token' });
  return result.accessToken;
};

const managed = (identity: Identity): Ask => {
  const { credential } = identity;
  const app = new ManagedIdentityApplication({
    managedIdentityIdParams:
      credential.type === 'managedIdentity' ? { userAssignedClientId: credential.clientId } : {},
  });
  return (fresh) => app.acquireToken({ resource: identity.audience, forceRefresh: fresh });
};

const own = (identity: Identity): Ask => {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: identity.clientId,
      ...authorityOf(identity),
      ...proofOf(identity.credential),
    },
  });
  const scopes = [`${identity.audience}/.default`];
  return (fresh) => app.acquireTokenByClientCredential({ scopes, skipCache: fresh });
};

/** msal takes no authority over http, so on loopback it is told the addresses instead of asking. */
const authorityOf = (
  identity: Identity,
): Pick<NodeAuthOptions, 'authority' | 'authorityMetadata'> => {
  const base = `${identity.authorityUrl.replace(/\/+$/, '')}/${identity.tenantId}`;
  if (!base.startsWith('http:')) return { authority: base };
  const metadata = {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    issuer: `${base}/v2.0`,
  };
  return {
    authority: `https://login.microsoftonline.com/${identity.tenantId}`,
    authorityMetadata: JSON.stringify(metadata),
  };
};

const proofOf = (
  credential: Credential,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> => {
  if (credential.type === 'secret') return { clientSecret: credential.secret };
  if (credential.type === 'managedIdentity') return {};
  const pem = readFileSync(credential.path, 'utf8');
  const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  return { clientCertificate: { thumbprintSha256, privateKey: privateKeyIn(pem), x5c: pem } };
};

const privateKeyIn = (pem: string): string =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)?.[0] ?? '';
