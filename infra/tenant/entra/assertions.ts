import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Store } from '../store/store.ts';

/** The certificates that apps may sign with instead of showing a secret. */
export interface Certificates {
  /** Registers the public part for an app and returns its SHA-256 thumbprint. */
  register(clientId: string, pem: string): string;
  /** Whether the assertion is signed by one of the app's certificates and meant for us. */
  accepts(clientId: string, assertion: string, tokenUrls: readonly string[]): Promise<boolean>;
}

export function openCertificates(store: Pick<Store, 'db'>): Certificates {
  store.db.exec(`
    CREATE TABLE IF NOT EXISTS entra_certificates (
      client TEXT NOT NULL, thumbprint TEXT NOT NULL, pem TEXT NOT NULL,
      PRIMARY KEY (client, thumbprint))
  `);
  const find = store.db.prepare('SELECT pem FROM entra_certificates WHERE client = ?');
  return {
    register(clientId, pem) {
      const thumbprint = thumbprintOf(new X509Certificate(pem), 'sha256');
      store.db
        .prepare('INSERT OR REPLACE INTO entra_certificates VALUES (?, ?, ?)')
        .run(clientId, thumbprint, pem);
      return thumbprint;
    },
    async accepts(clientId, assertion, tokenUrls) {
      const rows = find.all(clientId) as { pem: string }[];
      for (const row of rows) {
        if (await isSignedBy(row.pem, clientId, assertion, tokenUrls)) return true;
      }
      return false;
    },
  };
}

async function isSignedBy(
  pem: string,
  clientId: string,
  assertion: string,
  tokenUrls: readonly string[],
): Promise<boolean> {
  const certificate = new X509Certificate(pem);
  try {
    if (!namesCertificate(certificate, assertion)) return false;
    await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ['RS256', 'PS256'],
      issuer: clientId,
      subject: clientId,
      audience: [...tokenUrls],
      clockTolerance: 300,
      requiredClaims: ['exp'],
    });
    return true;
  } catch (cause) {
    if (cause instanceof errors.JOSEError || cause instanceof TypeError) return false;
    throw cause;
  }
}

/** Entra finds the certificate by its thumbprint in the header, so one must be there. */
function namesCertificate(certificate: X509Certificate, assertion: string): boolean {
  const header = decodeProtectedHeader(assertion) as Record<string, unknown>;
  return (
    header['x5t#S256'] === thumbprintOf(certificate, 'sha256') ||
    header['x5t'] === thumbprintOf(certificate, 'sha1')
  );
}

function thumbprintOf(certificate: X509Certificate, hash: 'sha1' | 'sha256'): string {
  return createHash(hash).update(certificate.raw).digest('base64url');
}
