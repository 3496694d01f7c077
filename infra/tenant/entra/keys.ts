import { createHash, randomBytes } from 'node:crypto';
import type { CryptoKey, JWK } from 'jose';
import { exportJWK, generateKeyPair, importJWK } from 'jose';
import type { Store } from '../store/store.ts';

/** Whose signature: the home tenant, the foreign tenant, or the Bot Framework channel. */
export type Signer = 'home' | 'foreign' | 'channel';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export interface Keys {
  readonly signing: Readonly<Record<Signer, SigningKey>>;
  /** An application's secret, made once; it is no constant, so it can't leak with the source. */
  secretOf(clientId: string): string;
}

const signers: readonly Signer[] = ['home', 'foreign', 'channel'];

/** The tenant's keys and secrets: made at the first start, the same ever after. */
export async function openKeys(store: Pick<Store, 'db'>): Promise<Keys> {
  store.db.exec(`
    CREATE TABLE IF NOT EXISTS entra_keys (signer TEXT PRIMARY KEY, jwk TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS entra_secrets (client TEXT PRIMARY KEY, secret TEXT NOT NULL);
  `);
  const entries = await Promise.all(
    signers.map(async (signer) => [signer, await openKey(store, signer)] as const),
  );
  return {
    signing: Object.fromEntries(entries) as Record<Signer, SigningKey>,
    secretOf: (clientId) => openSecret(store, clientId),
  };
}

async function openKey(store: Pick<Store, 'db'>, signer: Signer): Promise<SigningKey> {
  const read = store.db.prepare('SELECT jwk FROM entra_keys WHERE signer = ?');
  let row = read.get(signer) as { jwk: string } | undefined;
  if (row === undefined) {
    const pair = await generateKeyPair('RS256', { extractable: true });
    row = { jwk: JSON.stringify(await exportJWK(pair.privateKey)) };
    store.db.prepare('INSERT INTO entra_keys (signer, jwk) VALUES (?, ?)').run(signer, row.jwk);
  }
  const jwk = JSON.parse(row.jwk) as JWK & { n: string; e: string };
  const kid = createHash('sha256').update(jwk.n).digest('base64url').slice(0, 27);
  return {
    kid,
    privateKey: (await importJWK(jwk, 'RS256')) as CryptoKey,
    publicJwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n: jwk.n, e: jwk.e },
  };
}

function openSecret(store: Pick<Store, 'db'>, clientId: string): string {
  const row = store.db.prepare('SELECT secret FROM entra_secrets WHERE client = ?').get(clientId) as
    | { secret: string }
    | undefined;
  if (row !== undefined) return row.secret;
  const secret = randomBytes(24).toString('base64url');
  store.db
    .prepare('INSERT INTO entra_secrets (client, secret) VALUES (?, ?)')
    .run(clientId, secret);
  return secret;
}
