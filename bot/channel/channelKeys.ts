import { type CryptoKey, importJWK, type JWK } from 'jose';

/** A key of the channel, with the channels it may speak for. */
export type ChannelKey = { readonly key: CryptoKey; readonly endorsements: readonly string[] };

type Fetch = (url: string, init: { signal: AbortSignal; redirect: 'error' }) => Promise<Response>;

const longestFetchMs = 5_000;
/** An unknown key is looked for at most once in this time, so that forged tokens cost no calls. */
const leastPauseMs = 60_000;
/** While no key is known at all, it is tried oftener. */
const leastPauseEmptyMs = 2_000;
const oldAfterMs = 24 * 3_600_000;

type EndorsedJwk = JWK & { readonly endorsements?: unknown };

const jsonOf = async (fetchJson: Fetch, url: string): Promise<Record<string, unknown>> => {
  const signal = AbortSignal.timeout(longestFetchMs);
  const response = await fetchJson(url, { signal, redirect: 'error' });
  if (!response.ok) throw new Error(`Channel keys: status ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
};

const keyFrom = async (jwk: EndorsedJwk): Promise<ChannelKey | null> => {
  if (jwk.kty !== 'RSA' || typeof jwk.n !== 'string' || typeof jwk.e !== 'string') return null;
  const key = await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e, alg: 'RS256' });
  if (key instanceof Uint8Array) return null;
  const endorsements = Array.isArray(jwk.endorsements) ? jwk.endorsements.map(String) : [];
  return { key, endorsements };
};

/**
 * The signing keys of the Bot Framework channel, from the metadata document. Keys that are known
 * keep working while the authority is down. Nothing in a token decides where keys come from.
 */
export class ChannelKeys {
  readonly #metadataUrl: string;
  readonly #fetch: Fetch;
  readonly #now: () => number;
  #keys = new Map<string, ChannelKey>();
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #fetching: Promise<void> | null = null;

  constructor(metadataUrl: string, fetchJson: Fetch = fetch, now: () => number = Date.now) {
    this.#metadataUrl = metadataUrl;
    this.#fetch = fetchJson;
    this.#now = now;
  }

  /** Reads the keys ahead of the first message; a failure is not one yet. */
  async warm(): Promise<boolean> {
    await this.#refresh();
    return this.#keys.size > 0;
  }

  async keyOf(kid: string): Promise<ChannelKey | undefined> {
    const known = this.#keys.get(kid);
    if (known) {
      if (this.#mayTry() && this.#now() - this.#fetchedAt > oldAfterMs) void this.#refresh();
      return known;
    }
    if (this.#fetching) await this.#fetching;
    else if (this.#mayTry()) await this.#refresh();
    return this.#keys.get(kid);
  }

  #mayTry(): boolean {
    const pause = this.#keys.size === 0 ? leastPauseEmptyMs : leastPauseMs;
    return this.#now() - this.#triedAt >= pause;
  }

  /** Never rejects: without an answer the keys stay as they were. */
  #refresh(): Promise<void> {
    this.#triedAt = this.#now();
    this.#fetching = this.#load()
      .catch(() => undefined)
      .finally(() => {
        this.#fetching = null;
      });
    return this.#fetching;
  }

  async #load(): Promise<void> {
    const metadata = await jsonOf(this.#fetch, this.#metadataUrl);
    const { keys: listed } = await jsonOf(this.#fetch, String(metadata['jwks_uri']));
    const keys = new Map<string, ChannelKey>();
    for (const jwk of Array.isArray(listed) ? (listed as EndorsedJwk[]) : []) {
      const key = typeof jwk.kid === 'string' ? await keyFrom(jwk) : null;
      if (key && typeof jwk.kid === 'string') keys.set(jwk.kid, key);
    }
    if (keys.size === 0) return;
    this.#keys = keys;
    this.#fetchedAt = this.#now();
  }
}
