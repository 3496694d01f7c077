import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Credential, createTokenSource, type TokenSource } from '#shared/graph/token.ts';
import { selfSigned } from '../worlds/graph/certificate.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
const folder = mkdtempSync(join(tmpdir(), 'graph-token-'));

beforeAll(async () => {
  site = await startSite({ lists: false });
});
beforeEach(() => site.trouble());
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site.close();
});

const sourceWith = (credential: Credential): TokenSource =>
  createTokenSource({ ...site.config, audience: 'https://graph.microsoft.com', credential });

const claimsIn = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));

describe('a token', () => {
  it('is asked for once, however many want it, and kept', async () => {
    const source = sourceWith(site.config.credential);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source()));
    expect(new Set([...tokens, await source()]).size).toBe(1);
    expect(claimsIn(tokens[0] ?? '')).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: site.config.clientId,
      tid: site.config.tenantId,
    });
  });

  it('is asked for anew when the one we have was refused', async () => {
    const source = sourceWith(site.config.credential);
    expect(await source({ fresh: true })).not.toBe(await source({ fresh: true }));
  });

  it('is given for a certificate too', async () => {
    const { certificate, privateKey } = selfSigned('DigiTek');
    const path = join(folder, 'both.pem');
    writeFileSync(path, certificate + privateKey);
    site.tenant.parts.certificates.register(site.config.clientId, certificate);
    const token = await sourceWith({ type: 'certificate', path })();
    expect(claimsIn(token)).toMatchObject({ appid: site.config.clientId });
  });

  it('is not given for a wrong secret, and the next attempt may still succeed', async () => {
    const wrong = sourceWith({ type: 'secret', secret: 'wrong' });
    await expect(wrong()).rejects.toMatchObject({
      code: 'graph.denied',
      context: { where: 'token', outcome: 'notSent' },
    });
    const source = sourceWith(site.config.credential);
    site.trouble({ fault: 'reset', workload: 'entra', times: 20 });
    await expect(source()).rejects.toMatchObject({ code: 'graph.unavailable' });
    site.trouble();
    expect(await source()).toMatch(/^ey/);
  });
});

describe('the directory', () => {
  it('knows people by id and by name, and says when there is nobody', async () => {
    const { directory } = site.connect();
    const everybody = await directory.all();
    const [first] = everybody;
    if (!first) throw new Error('nobody is there');
    expect(everybody.length).toBeGreaterThan(5);
    expect(await directory.find(first.upn)).toEqual(first);
    expect(await directory.find(first.id)).toEqual(first);
    expect(await directory.find('nobody@viborg.example')).toBeUndefined();
  });
});
