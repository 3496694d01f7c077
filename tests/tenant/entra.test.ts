import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, generateKeyPair, importPKCS8, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisation } from '../../infra/tenant/organisation.ts';
import type { Json } from '../worlds/tenant/teamsWorld.ts';
import { chef, TeamsWorld } from '../worlds/tenant/teamsWorld.ts';

let world: TeamsWorld;

beforeAll(async () => {
  world = await TeamsWorld.start();
});

afterAll(() => world?.close());

const graphScope = 'https://graph.microsoft.com/.default';

describe('the token endpoint', () => {
  it('gives each app its own permissions', async () => {
    const claims = decoded(await world.tokenFor(graphScope));
    expect(claims['roles']).toEqual(organisation.serverApp.graphRoles);
    expect(claims).toMatchObject({ tid: organisation.tenantId, idtyp: 'app' });
  });

  it('says no as Entra does', async () => {
    const form = {
      grant_type: 'client_credentials',
      client_id: world.config['CLIENT_ID'] ?? '',
      client_secret: 'guessed',
      scope: graphScope,
    };
    const wrong = await world.askToken(form);
    expect(wrong.status).toBe(401);
    expect(wrong.body['error']).toBe('invalid_client');
    expect(wrong.body['error_description']).toMatch(/^AADSTS7000215: /);
    const elsewhere = await world.askToken(form, organisation.foreign.tenantId);
    expect(elsewhere.body['error_codes']).toEqual([700016]);
    const right = { ...form, client_secret: world.config['CLIENT_SECRET'] ?? '' };
    const scope = await world.askToken({ ...right, scope: 'User.Read' });
    expect(scope.body['error']).toBe('invalid_scope');
    const grant = await world.askToken({ ...right, grant_type: 'password' });
    expect(grant.body['error']).toBe('unsupported_grant_type');
  });

  it('takes a registered certificate instead of a secret, and no other', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'certificate-'));
    const [key, pem] = await certificateIn(dir);
    const asserted = async () =>
      world.askToken({
        grant_type: 'client_credentials',
        client_id: world.config['CLIENT_ID'] ?? '',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertionBy(key, pem),
        scope: graphScope,
      });
    expect((await asserted()).status).toBe(401);
    await world.post('certificate', { clientId: world.config['CLIENT_ID'], pem });
    expect((await asserted()).status).toBe(200);
    await rm(dir, { recursive: true });
  });
});

describe('a tab’s token', () => {
  it('verifies by the published keys as Entra’s version 2', async () => {
    const { payload } = await jwtVerify(await tabToken(chef.upn), keySet(), {
      issuer: `${world.tenant.url}/${organisation.tenantId}/v2.0`,
      audience: world.config['CLIENT_ID'] ?? '',
    });
    expect(payload).toMatchObject({
      oid: chef.id,
      tid: organisation.tenantId,
      preferred_username: chef.upn,
      scp: 'access_as_user',
      ver: '2.0',
    });
  });

  it('of a foreigner is signed by another tenant', async () => {
    const { token } = (await world.get('token?tenant=foreign')) as { token: string };
    await expect(jwtVerify(token, keySet())).rejects.toThrow();
    expect(decoded(token)['tid']).toBe(organisation.foreign.tenantId);
  });

  it('keeps real time when the business clock is moved', async () => {
    await world.post('clock', { at: '2030-01-01T08:00:00Z' });
    const issued = Number(decoded(await tabToken(chef.upn))['iat']) * 1000;
    await world.post('clock', { at: null });
    expect(Math.abs(issued - Date.now())).toBeLessThan(60_000);
  });
});

describe('what the tenant checks', () => {
  it('refuses forged access tokens for the Connector', async () => {
    const good = decoded(await world.tokenFor('https://api.botframework.com/.default'));
    const { privateKey } = await generateKeyPair('RS256');
    const { kid } = world.tenant.parts.keys.signing.home.publicJwk;
    const sign = (claims: Json, header: { alg: string; kid?: string }) =>
      new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    const forged = [
      await sign(good, { alg: 'RS256', kid: String(kid) }),
      await sign(good, { alg: 'RS256', kid: 'unknown' }),
      unsigned(good),
      await tabToken(chef.upn),
      await world.tenant.parts.tokens.forChannel(world.tenant.parts.serviceUrl()),
      'nonsense',
    ];
    for (const token of forged) {
      expect((await world.connector('POST', '', {}, token)).status).toBe(401);
    }
  });
});

describe('what the bot’s library checks', () => {
  it('hears the channel, and nobody who only claims to be it', async () => {
    const { tokens, serviceUrl } = world.tenant.parts;
    const good = await tokens.forChannel(serviceUrl());
    const elsewhere = await tokens.forChannel('https://elsewhere.example/');
    expect(await deliverWith(good)).toBe(200);
    expect(await deliverWith(elsewhere)).toBe(401);
    expect(await deliverWith(unsigned(decoded(good)))).toBe(401);
    expect(await deliverWith(await tabToken(chef.upn))).toBe(401);
    expect(await deliverWith(undefined)).toBe(401);
  });
});

function keySet() {
  return createRemoteJWKSet(
    new URL(`${world.tenant.url}/${organisation.tenantId}/discovery/v2.0/keys`),
  );
}

async function tabToken(upn: string): Promise<string> {
  return ((await world.get(`token?user=${upn}`)) as { token: string }).token;
}

function decoded(token: string): Json {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
}

function unsigned(claims: Json): string {
  const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

async function deliverWith(token: string | undefined): Promise<number> {
  const response = await fetch(`${world.bot.url}/api/messages`, {
    method: 'POST',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'event',
      channelId: 'msteams',
      serviceUrl: world.tenant.parts.serviceUrl(),
      conversation: { id: 'a' },
      from: { id: 'b' },
      recipient: { id: 'c' },
    }),
  });
  return response.status;
}

async function certificateIn(dir: string): Promise<readonly [string, string]> {
  const keyFile = join(dir, 'key.pem');
  const certificateFile = join(dir, 'certificate.pem');
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=test',
      '-days',
      '2',
      '-keyout',
      keyFile,
      '-out',
      certificateFile,
    ],
    { stdio: 'ignore' },
  );
  return [await readFile(keyFile, 'utf8'), await readFile(certificateFile, 'utf8')];
}

async function assertionBy(keyPem: string, certificatePem: string): Promise<string> {
  const { raw } = new X509Certificate(certificatePem);
  const clientId = world.config['CLIENT_ID'] ?? '';
  const header = {
    alg: 'PS256',
    'x5t#S256': createHash('sha256').update(raw).digest('base64url'),
  };
  return new SignJWT({ iss: clientId, sub: clientId, jti: 'once' })
    .setProtectedHeader(header)
    .setAudience(`${world.tenant.url}/${organisation.tenantId}/oauth2/v2.0/token`)
    .setExpirationTime('5m')
    .sign(await importPKCS8(keyPem, 'PS256'));
}
