import { type CryptoKey, importJWK, type JWK } from 'jose';

const leastPauseMs = 30_000;
const oldAfterMs = 6 * 3_600_000;
const longestFetchMs = 5_000;

type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/**
 * The authority's signing keys. A key that is known keeps working while the authority is down;
 * an unknown one is looked for at most twice a minute, so that forged tokens cost no calls.
 */
export class SigningKeys {
  readonly #url: string;
  readonly #fetch: Fetch;
  readonly #now: () => number;
  #keys = new Map<string, CryptoKey>();
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #fetching: Promise<void> | null = null;

  constructor(url: string, fetchKeys: Fetch = fetch, now: () => number = Date.now) {
    this.#url = url;
    this.#fetch = fetchKeys;
    this.#now = now;
  }

  async keyOf(kid: string): Promise<CryptoKey | undefined> {
    const known = this.#keys.get(kid);
    const now = this.#now();
    const mayTry = now - this.#triedAt >= leastPauseMs;
    if (known) {
      if (mayTry && now - this.#fetchedAt > oldAfterMs) this.#refresh().catch(() => undefined);
      return known;
    }
    if (this.#fetching) await this.#fetching;
    else if (mayTry) await this.#refresh();
    return this.#keys.get(kid);
  }

  #refresh(): Promise<void> {
    this.#triedAt = this.#now();
    this.#fetching = this.#load().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #load(): Promise<void> {
    const response = await this.#fetch(this.#url, { signal: AbortSignal.timeout(longestFetchMs) });
    if (!response.ok) throw new KeysUnavailable(response.status);
    const body = (await response.json()) as { readonly keys?: readonly JWK[] };
    const keys = new Map<string, CryptoKey>();
    for (const jwk of body.keys ?? []) {
      if (jwk.kty !== 'RSA' || jwk.kid === undefined) continue;
      const key = await importJWK({ ...jwk, alg: 'RS256' });
      if (!(key instanceof Uint8Array)) keys.set(jwk.kid, key);
    }
    this.#keys = keys;
    this.#fetchedAt = this.#now();
  }
}

/** The authority did not give its keys, and the key asked for is not known. */
export class KeysUnavailable extends Error {
  constructor(status: number) {
    super(`Signing keys: status ${status}`);
    this.name = 'KeysUnavailable';
  }
}
