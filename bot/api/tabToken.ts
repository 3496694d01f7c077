import { hash as hashOf } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import type { Config } from '../config.ts';
import { SigningKeys } from './signingKeys.ts';

/** Who the token says is asking: the object id is the identity, the name only a greeting. */
export type Caller = { readonly id: string; readonly name: string };

export type Verified =
  | { readonly ok: true; readonly caller: Caller }
  /** `why` is a code for the log; the person is told only that they must sign in again. */
  | { readonly ok: false; readonly why: string };

/** Clients of Microsoft that may ask for a tab's token (platform B3). */
const teamsClients = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
]);

const clockToleranceSeconds = 300;
const longestToken = 8_000;
const mostCached = 5_000;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Cached = { readonly caller: Caller; readonly until: number };
type Needed = Pick<Config, 'tenantId' | 'clientId' | 'botId' | 'publicUrl' | 'authorityUrl'>;

const refusedBecause = (why: string): Verified => ({ ok: false, why });

const audiencesOf = (config: Needed): readonly string[] => {
  const host = URL.canParse(config.publicUrl) ? new URL(config.publicUrl).host : '';
  return [
    config.clientId,
    `api://${config.clientId}`,
    `api://${host}/${config.clientId}`,
    `api://botid-${config.botId}`,
    `api://${host}/botid-${config.botId}`,
  ];
};

const headerFault = (token: string): { why: string } | { kid: string } => {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return { why: 'notToken' };
  }
  if (header.alg !== 'RS256') return { why: 'algorithm' };
  // Keys come from the authority alone; a token that brings its own is an attempt.
  if ('jwk' in header || 'jku' in header || 'x5u' in header || 'crit' in header)
    return { why: 'foreignKey' };
  return typeof header.kid === 'string' && header.kid !== ''
    ? { kid: header.kid }
    : { why: 'keyMissing' };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Said = { readonly claims: JWTPayload; readonly config: Needed; readonly seconds: number };

/** What a token must say before its signature costs anything, each with what it is called in the log. */
const demands: readonly (readonly [string, (said: Said) => boolean])[] = [
  [
    'issuer',
    ({ claims, config }) => claims.iss === `${config.authorityUrl}/${config.tenantId}/v2.0`,
  ],
  [
    'audience',
    ({ claims, config }) =>
      typeof claims.aud === 'string' && audiencesOf(config).includes(claims.aud),
  ],
  ['tenant', ({ claims, config }) => claims['tid'] === config.tenantId],
  [
    'expired',
    ({ claims: { exp }, seconds }) =>
      typeof exp === 'number' && exp + clockToleranceSeconds > seconds,
  ],
  [
    'notYet',
    ({ claims: { nbf }, seconds }) =>
      typeof nbf === 'number' && nbf - clockToleranceSeconds <= seconds,
  ],
  ['scope', ({ claims }) => text(claims['scp']).split(' ').includes('access_as_user')],
  ['appOnly', ({ claims }) => claims['idtyp'] !== 'app'],
  ['client', ({ claims }) => teamsClients.has(text(claims['azp']))],
  ['identity', ({ claims }) => guid.test(text(claims['oid']))],
];

/** Null = nothing against it. */
const claimFault = (said: Said): string | null =>
  demands.find(([, isMet]) => !isMet(said))?.[0] ?? null;

const claimsOf = (token: string): JWTPayload | null => {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
};

const tokenIn = (authorization = ''): string | undefined => {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
  return token === undefined || token.length > longestToken ? undefined : token;
};

/** A token is not kept, only what tells it from another. */
const cacheKey = (token: string): string => hashOf('sha256', token, 'base64');

/** Says who a tab token belongs to, or why it is not believed. */
export class TabTokens {
  readonly #config: Needed;
  readonly #keys: SigningKeys;
  readonly #now: () => number;
  readonly #cache = new Map<string, Cached>();

  constructor(config: Needed, keys?: SigningKeys, now: () => number = Date.now) {
    this.#config = config;
    const address = `${config.authorityUrl}/${config.tenantId}/discovery/v2.0/keys`;
    this.#keys = keys ?? new SigningKeys(address);
    this.#now = now;
  }

  /** Whoever has shown this very token before, at once; else it must be verified. */
  known(authorization: string | undefined): Caller | undefined {
    const token = tokenIn(authorization);
    const cached = token === undefined ? undefined : this.#cache.get(cacheKey(token));
    return cached && cached.until > this.#now() ? cached.caller : undefined;
  }

  async verify(authorization: string | undefined): Promise<Verified> {
    if (authorization === undefined) return refusedBecause('missing');
    const token = tokenIn(authorization);
    if (token === undefined) return refusedBecause('notBearer');
    const known = this.known(authorization);
    if (known) return { ok: true, caller: known };
    const verified = await this.#verifyNew(token);
    if (verified.ok) this.#remember(cacheKey(token), verified.caller, claimsOf(token)?.exp ?? 0);
    return verified;
  }

  async #verifyNew(token: string): Promise<Verified> {
    const header = headerFault(token);
    if ('why' in header) return refusedBecause(header.why);
    const claims = claimsOf(token);
    if (!claims) return refusedBecause('notToken');
    const seconds = Math.floor(this.#now() / 1_000);
    const fault = claimFault({ claims, config: this.#config, seconds });
    if (fault !== null) return refusedBecause(fault);
    const key = await this.#keys.keyOf(header.kid);
    if (!key) return refusedBecause('unknownKey');
    try {
      await jwtVerify(token, key, {
        algorithms: ['RS256'],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(this.#now()),
      });
    } catch {
      return refusedBecause('signature');
    }
    return {
      ok: true,
      caller: { id: text(claims['oid']), name: text(claims['name']).slice(0, 200) },
    };
  }

  #remember(hash: string, caller: Caller, exp: number): void {
    const oldest = this.#cache.keys().next();
    if (this.#cache.size >= mostCached && !oldest.done) this.#cache.delete(oldest.value);
    this.#cache.set(hash, { caller, until: (exp + clockToleranceSeconds) * 1_000 });
  }
}
