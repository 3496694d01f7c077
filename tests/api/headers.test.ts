import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#shared/contract/routes.ts';
import { readConfig } from '../../bot/config.ts';
import { tabFiles } from '../../bot/http/tabFiles.ts';
import { type ApiWorld, anApiWorld, clientId, tenantId } from '../worlds/api/apiWorld.ts';

const folder = mkdtempSync(join(tmpdir(), 'tab-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(
  join(folder, 'index.html'),
  '<meta property="csp-nonce" nonce="__CSP_NONCE__"><meta content="__VALID_ORIGINS__">',
);
const script = 'export const a = 1;'.repeat(100);
writeFileSync(join(folder, 'assets/main-abc.js'), script);
writeFileSync(join(folder, 'assets/main-abc.js.br'), 'packed as br');
writeFileSync(join(folder, 'assets/main-abc.js.gz'), 'packed as gz');

const read = readConfig({
  TENANT_ID: tenantId,
  CLIENT_ID: clientId,
  CLIENT_SECRET: 's',
  BOT_ID: clientId,
  SITE: 'x.sharepoint.example:/sites/y',
  PUBLIC_URL: 'https://portefolje.example',
  TEAMS_ORIGINS: 'http://127.0.0.1:3979',
});
if (!read.ok) throw new Error(read.faults.join());
const { config } = read;

const isSafe = (headers: Readonly<Record<string, unknown>>): void => {
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toMatch(/base-uri 'none'/);
  expect(policy).toMatch(/form-action 'none'/);
  expect(policy).toMatch(
    /frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com/,
  );
  expect(policy).not.toMatch(/unsafe|\*;| \* /);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['server']).toBeUndefined();
};

describe('the headers of every response', () => {
  let world: ApiWorld;
  let port: number;
  beforeAll(async () => {
    world = anApiWorld();
    tabFiles(world.app, config, folder);
    await world.app.listen({ host: '127.0.0.1', port: 0 });
    port = (world.app.server.address() as AddressInfo).port;
  });
  afterAll(() => world.app.close());

  const urls: readonly (readonly [string, string])[] = [
    ...Object.keys(routes).map(
      (route) => route.replace(':id', 'p1').replace(':code', 'x').split(' ') as [string, string],
    ),
    ['GET', '/'],
    ['GET', '/health'],
    ['GET', '/metrics'],
    ['GET', '/tab'],
    ['GET', '/tab/'],
    ['GET', '/tab/assets/main-abc.js'],
    ['GET', '/tab/../config.ts'],
    ['GET', '/tab/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', `/pictures/${'0'.repeat(64)}.png`],
    ['GET', '/pictures/..%2f..%2fetc'],
    ['GET', '/nowhere'],
    ['OPTIONS', '/api/board'],
    ['DELETE', '/api/board'],
    ['GET', '/%'],
  ];

  it.each(urls)('%s %s', async (method, url) => {
    isSafe((await world.call(method, url)).headers);
    isSafe((await world.call(method, url, { as: 'consultant' })).headers);
  });

  it('hold for what is not even HTTP', async () => {
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    const [head = ''] = said.split('\r\n\r\n');
    const lines = head.split('\r\n').slice(1);
    isSafe(Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2))));
    expect(said).toMatch(/"message":"Adressen giver ikke mening\."/);
  });

  it('give a page its own nonce each time, and the origins that may frame it', async () => {
    const [one, two] = [await world.call('GET', '/tab/'), await world.call('GET', '/tab/')];
    const nonceOf = (answer: typeof one) =>
      /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(nonceOf(one).length).toBeGreaterThanOrEqual(22);
    expect(one.raw.toString()).toContain(`nonce="${nonceOf(one)}"`);
    expect(one.raw.toString()).toContain('content="http://127.0.0.1:3979"');
    expect(one.headers['content-security-policy']).toMatch(/http:\/\/127\.0\.0\.1:3979/);
    expect(one.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['gzip, deflate, br', 'br', 'packed as br'],
    ['gzip', 'gzip', 'packed as gz'],
    ['identity', undefined, script],
  ])(
    'let files with a hash in their name be kept, as the build packed them: %s',
    async (accepted, packing, content) => {
      const file = await world.call('GET', '/tab/assets/main-abc.js', {
        headers: { 'accept-encoding': accepted },
      });
      expect(file.headers['cache-control']).toMatch(/immutable/);
      expect(file.headers['content-encoding']).toBe(packing);
      expect(file.headers['content-type']).toMatch(/javascript/);
      expect(file.raw.toString()).toBe(content);
    },
  );

  it('know a packed file by its own name only', async () => {
    expect((await world.call('GET', '/tab/assets/main-abc.js.br')).status).toBe(404);
  });
});
