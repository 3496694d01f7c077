import { type CryptoKey, importJWK, type JWK } from 'jose';

const leastPauseMs = 30_000;
/** While no key is known at all, it is tried oftener. */
const leastPauseEmptyMs = 2_000;
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
    const pauseMs = this.#keys.size === 0 ? leastPauseEmptyMs : leastPauseMs;
    const mayTry = now - this.#triedAt >= pauseMs;
    if (known) {
      if (mayTry && now - this.#fetchedAt > oldAfterMs) this.#refresh().catch(() => undefined);
      return known;
    }
    if (this.#fetching) await this.#fetching;
    else if (mayTry) await this.#refresh();
    if (this.#keys.size === 0) throw new KeysUnavailable('none');
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
    const body = await this.#answer();
    const keys = new Map<string, CryptoKey>();
    for (const jwk of body.keys ?? []) {
      if (jwk.kty !== 'RSA' || jwk.kid === undefined) continue;
      const key = await importJWK({ ...jwk, alg: 'RS256' });
      if (!(key instanceof Uint8Array)) keys.set(jwk.kid, key);
    }
    // Nobody signs without a key: an answer that names none is none.
    if (keys.size === 0) throw new KeysUnavailable('none');
    this.#keys = keys;
    this.#fetchedAt = this.#now();
  }

  async #answer(): Promise<{ readonly keys?: readonly JWK[] }> {
    const signal = AbortSignal.timeout(longestFetchMs);
    try {
      const response = await this.#fetch(this.#url, { signal });
      if (!response.ok) throw new KeysUnavailable(`status ${response.status}`);
      return (await response.json()) as { readonly keys?: readonly JWK[] };
    } catch (cause) {
      throw cause instanceof KeysUnavailable ? cause : new KeysUnavailable('no answer', cause);
    }
  }
}

/** The authority did not give its keys, and the key asked for is not known. */
export class KeysUnavailable extends Error {
  constructor(problem: string, cause?: unknown) {
    super(`Signing keys: ${problem}`, { cause });
    this.name = 'KeysUnavailable';
  }
}
