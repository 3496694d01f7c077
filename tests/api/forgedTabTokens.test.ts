import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair, type JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { SigningKeys } from '../../bot/api/signingKeys.ts';
import { TabTokens } from '../../bot/api/tabToken.ts';
import {
  anApiWorld,
  authorityUrl,
  clientId,
  type Fetched,
  goodClaims,
  goodHeader,
  publicJwk,
  sign,
  signingKey,
  tenantId,
  testKeys,
} from '../worlds/api/apiWorld.ts';

const foreign = await generateKeyPair('RS256', { extractable: true });
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = goodClaims('consultant');
const now = (): number => Math.floor(Date.now() / 1_000);
const otherTenant = 'e2b4d6f8-1a3c-4e5f-9b7d-8c6a4e2f0d13';

const changed = (changes: JWTPayload): Promise<string> => sign({ ...claims, ...changes });
const without = (name: string): Promise<string> => {
  const { [name]: _, ...rest } = claims;
  return sign(rest);
};
const withHeader = (header: Record<string, unknown>): Promise<string> =>
  sign(claims, { ...goodHeader, ...header }, foreign.privateKey);
const good = await sign(claims);
const [head = '', body = '', signature = ''] = good.split('.');
const hmac = async (key: string): Promise<string> => {
  const text = `${base64({ ...goodHeader, alg: 'HS256' })}.${body}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
};
const swapped = base64({ ...claims, oid: '00000000-0000-4000-8000-000000000001' });

/** What an attacker sends as Authorization, by name. */
const forms: Readonly<Record<string, () => string | undefined | Promise<string | undefined>>> = {
  'no header': () => undefined,
  'an empty header': () => '',
  'the scheme alone': () => 'Bearer',
  'another scheme': () => `Basic ${Buffer.from('a:b').toString('base64')}`,
  'a token without its scheme': () => good,
  'two tokens': () => `Bearer ${good} ${good}`,
  'a lower-case scheme with a comma': () => `bearer, ${good}`,
  'one part': () => 'Bearer abc',
  'two parts': () => `Bearer ${head}.${body}`,
  'four parts': () => `Bearer ${good}.x`,
  'no signature': () => `Bearer ${head}.${body}.`,
  'parts that are no JSON': () => 'Bearer aaaa.bbbb.cccc',
  'a header that is a list': () => `Bearer ${base64([])}.${body}.${signature}`,
  'claims that are a list': () => `Bearer ${head}.${base64([])}.${signature}`,
  'claims that are null': () => `Bearer ${head}.${base64(null)}.${signature}`,
  'a giant token': () => `Bearer ${head}.${'a'.repeat(9_000)}.${signature}`,
  'alg none': () => `Bearer ${base64({ ...goodHeader, alg: 'none' })}.${body}.`,
  'alg None with a signature': () =>
    `Bearer ${base64({ ...goodHeader, alg: 'None' })}.${body}.${signature}`,
  'HS256 keyed with the public key': async () =>
    `Bearer ${await hmac(await exportSPKI(signingKey.publicKey))}`,
  'HS256 keyed with the modulus': async () => `Bearer ${await hmac(String(publicJwk.n))}`,
  'HS256 with an empty key': async () => `Bearer ${await hmac('')}`,
  'RS384 said in the header': () =>
    `Bearer ${base64({ ...goodHeader, alg: 'RS384' })}.${body}.${signature}`,
  'PS256 said in the header': () =>
    `Bearer ${base64({ ...goodHeader, alg: 'PS256' })}.${body}.${signature}`,
  'claims swapped under the signature': () => `Bearer ${head}.${swapped}.${signature}`,
  'a signature of zeros': () => `Bearer ${head}.${body}.${Buffer.alloc(256).toString('base64url')}`,
  'a signature cut short': () => `Bearer ${head}.${body}.${signature.slice(0, -8)}`,
  'a foreign key under our kid': async () =>
    `Bearer ${await sign(claims, goodHeader, foreign.privateKey)}`,
  'an unknown kid': async () => `Bearer ${await withHeader({ kid: 'k2' })}`,
  'no kid': async () => `Bearer ${await sign(claims, { alg: 'RS256' })}`,
  'an empty kid': async () => `Bearer ${await sign(claims, { alg: 'RS256', kid: '' })}`,
  'a kid that is a path': async () => `Bearer ${await withHeader({ kid: '../../etc/passwd' })}`,
  'its own key in the header': async () =>
    `Bearer ${await withHeader({ jwk: { ...publicJwk, kid: 'own' } })}`,
  'an address of keys in the header': async () =>
    `Bearer ${await withHeader({ jku: 'http://127.0.0.1:9/keys' })}`,
  'an address of a certificate': async () =>
    `Bearer ${await withHeader({ x5u: 'http://169.254.169.254/' })}`,
  'a certificate in the header': async () => `Bearer ${await withHeader({ x5c: ['AAAA'] })}`,
  'another issuer': async () => `Bearer ${await changed({ iss: 'https://evil.example' })}`,
  'the issuer of version 1': async () =>
    `Bearer ${await changed({ iss: `https://sts.windows.net/${tenantId}/` })}`,
  'the issuer with a slash more': async () =>
    `Bearer ${await changed({ iss: `${authorityUrl}/${tenantId}/v2.0/` })}`,
  'the issuer of another tenant': async () =>
    `Bearer ${await changed({ iss: `${authorityUrl}/${otherTenant}/v2.0` })}`,
  'no issuer': async () => `Bearer ${await without('iss')}`,
  'another audience': async () => `Bearer ${await changed({ aud: 'https://graph.microsoft.com' })}`,
  'the Bot Connector as audience': async () =>
    `Bearer ${await changed({ aud: 'https://api.botframework.com' })}`,
  'a list of audiences': async () => `Bearer ${await changed({ aud: [clientId, 'other'] })}`,
  'no audience': async () => `Bearer ${await without('aud')}`,
  'another tenant': async () => `Bearer ${await changed({ tid: otherTenant })}`,
  'no tenant': async () => `Bearer ${await without('tid')}`,
  'expired 301 s ago': async () => `Bearer ${await changed({ exp: now() - 301 })}`,
  'no end': async () => `Bearer ${await without('exp')}`,
  'an end that is text': async () => `Bearer ${await changed({ exp: '9999999999' as never })}`,
  'valid in 310 s': async () => `Bearer ${await changed({ nbf: now() + 310 })}`,
  'no beginning': async () => `Bearer ${await without('nbf')}`,
  'another scope': async () => `Bearer ${await changed({ scp: 'User.Read' })}`,
  'a scope that only begins right': async () =>
    `Bearer ${await changed({ scp: 'access_as_user_not' })}`,
  'no scope': async () => `Bearer ${await without('scp')}`,
  'an application': async () => `Bearer ${await changed({ idtyp: 'app' })}`,
  'another client': async () =>
    `Bearer ${await changed({ azp: '00000000-0000-4000-8000-0000000000ff' })}`,
  'no client': async () => `Bearer ${await without('azp')}`,
  nobody: async () => `Bearer ${await without('oid')}`,
  'somebody who is no id': async () => `Bearer ${await changed({ oid: 'consultant' })}`,
  'a list of people': async () => `Bearer ${await changed({ oid: [claims['oid']] as never })}`,
};

describe('forged tab tokens', () => {
  it('come in more than forty forms', () => {
    expect(Object.keys(forms).length).toBeGreaterThan(40);
  });

  it.each(Object.entries(forms))('are refused: %s', async (_name, form) => {
    const world = anApiWorld();
    const authorization = await form();
    for (const [method, url] of [
      ['GET', '/api/board'],
      ['POST', '/api/projects'],
    ] as const) {
      const answer = await world.call(method, url, {
        headers: authorization === undefined ? {} : { authorization },
        ...(method === 'POST' ? { body: { title: 'Smuglet' } } : {}),
      });
      expect(answer.status).toBe(401);
      expect(answer.body.error.message).toMatch(/hvem du er/);
      expect(JSON.stringify(answer.body)).not.toMatch(/issuer|audience|signature|kid/i);
    }
    expect(world.deps.writes.count).toBe(0);
    expect(world.fetched.count).toBeLessThanOrEqual(1);
  });

  it('are told from good ones', async () => {
    const world = anApiWorld();
    expect((await world.call('GET', '/api/board', { as: 'consultant' })).status).toBe(200);
    const atEdge = await changed({ exp: now() - 240, nbf: now() + 240 });
    const answer = await world.call('GET', '/api/me', {
      headers: { authorization: `Bearer ${atEdge}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('the keys that tokens are checked with', () => {
  const config = {
    tenantId,
    clientId,
    botId: clientId,
    authorityUrl,
    publicUrl: 'https://portefolje.example',
  };

  it('keep working while the authority is down', async () => {
    const fetched: Fetched = { count: 0, fail: false };
    let at = Date.now();
    const tokens = new TabTokens(
      config,
      testKeys(fetched, () => at),
    );
    expect((await tokens.verify(`Bearer ${good}`)).ok).toBe(true);
    fetched.fail = true;
    at += 7 * 3_600_000;
    const another = await sign(goodClaims('lead'));
    expect((await tokens.verify(`Bearer ${another}`)).ok).toBe(true);
  });

  it('that cannot be had are our fault, not the sender’s: 503 until they come', async () => {
    const world = anApiWorld();
    world.fetched.fail = true;
    for (const as of ['lead', 'consultant'])
      expect((await world.call('GET', '/api/me', { as })).status).toBe(503);
  });

  it('are kept when the authority names none', async () => {
    let at = Date.now();
    let named: readonly object[] = [publicJwk];
    const keys = new SigningKeys(
      'https://login.example/keys',
      async () => Response.json({ keys: named }),
      () => at,
    );
    expect(await keys.keyOf('k1')).toBeDefined();
    named = [];
    at += 7 * 3_600_000;
    await keys.keyOf('k1');
    await new Promise((resolve) => setImmediate(resolve));
    expect(await keys.keyOf('k1')).toBeDefined();
  });

  it('are not fetched again for every unknown kid', async () => {
    const fetched: Fetched = { count: 0, fail: false };
    const tokens = new TabTokens(config, testKeys(fetched));
    for (let at = 0; at < 50; at += 1) {
      const verified = await tokens.verify(`Bearer ${await withHeader({ kid: `k${at + 10}` })}`);
      expect(verified.ok).toBe(false);
    }
    expect(fetched.count).toBe(1);
  });

  it('cost one check a token: the second time its hash is known', async () => {
    const fetched: Fetched = { count: 0, fail: false };
    let at = Date.now();
    const tokens = new TabTokens(config, testKeys(fetched), () => at);
    await tokens.verify(`Bearer ${good}`);
    expect((await tokens.verify(`Bearer ${good}`)).ok).toBe(true);
    at += 3_600_000 + 301_000;
    expect(await tokens.verify(`Bearer ${good}`)).toEqual({ ok: false, why: 'expired' });
  });
});
