import type { JWTPayload } from 'jose';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { organisation } from '../organisation.ts';
import type { Keys } from './keys.ts';
import { connectorAudience, graphAudience } from './tokens.ts';

/** What a checked access token says about the caller. */
export interface AccessClaims {
  readonly aud: string;
  readonly appid: string;
  readonly appName?: string;
  readonly tid: string;
  readonly roles: readonly string[];
  readonly oid?: string;
  readonly scp?: string;
}

interface AccessRefused {
  readonly status: 401;
  readonly code: string;
  readonly message: string;
}

type Audience = 'graph' | 'connector';

export type VerifyAccess = (
  authorization: string | undefined,
  audience: Audience,
) => Promise<AccessClaims | AccessRefused>;

export function isRefused(result: AccessClaims | AccessRefused): result is AccessRefused {
  return 'status' in result;
}

const audiences: Readonly<Record<Audience, readonly string[]>> = {
  graph: [graphAudience, '00000003-0000-0000-c000-000000000000'],
  connector: [connectorAudience],
};

/** How far two clocks may differ. */
const skewSeconds = 300;

/** Checks tokens as Graph and the Connector do: signature, issuer, audience and time. */
export function createVerify(keys: Keys): VerifyAccess {
  const jwks = createLocalJWKSet({ keys: [keys.signing.home.publicJwk] });
  return async (authorization, audience) => {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return refusal('Access token is empty.');
    try {
      const { payload } = await jwtVerify(token, jwks, {
        algorithms: ['RS256'],
        issuer: `https://sts.windows.net/${organisation.tenantId}/`,
        audience: [...audiences[audience]],
        clockTolerance: skewSeconds,
        requiredClaims: ['exp', 'nbf', 'appid', 'tid'],
      });
      return claimsOf(payload);
    } catch (cause) {
      if (cause instanceof errors.JOSEError) return refusal(sentenceOf(cause));
      throw cause;
    }
  };
}

function claimsOf(payload: JWTPayload): AccessClaims {
  const text = (name: string): string | undefined =>
    typeof payload[name] === 'string' ? (payload[name] as string) : undefined;
  const roles = payload['roles'];
  const appName = text('app_displayname');
  const oid = text('oid');
  const scp = text('scp');
  return {
    aud: String(payload.aud),
    appid: text('appid') ?? '',
    tid: text('tid') ?? '',
    roles: Array.isArray(roles) ? roles.map(String) : [],
    ...(appName === undefined ? {} : { appName }),
    ...(oid === undefined ? {} : { oid }),
    ...(scp === undefined ? {} : { scp }),
  };
}

function refusal(message: string): AccessRefused {
  return { status: 401, code: 'InvalidAuthenticationToken', message };
}

function sentenceOf(cause: errors.JOSEError): string {
  if (cause instanceof errors.JWTExpired)
    return 'Lifetime validation failed, the token is expired.';
  if (cause instanceof errors.JWTClaimValidationFailed) {
    return cause.claim === 'aud'
      ? 'Access token validation failure. Invalid audience.'
      : `Access token validation failure. Invalid ${cause.claim}.`;
  }
  return 'Access token validation failure.';
}
